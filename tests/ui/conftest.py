"""A small view, made by hand: three countries, one of them silent."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from analysis import BY_ID
from analysis.classes import class_of
from analysis.indicator import ROW_COLUMNS
from tests.ui.shortages import make_ledger  # noqa: F401 - a fixture
from ui.choice import LATEST, Choice
from ui.store import Dataset
from ui.view import View

MakeView = Callable[..., View]
SOURCES = pd.DataFrame(
    {
        "source_id": ["office", "page_1"],
        "module": ["office", "pages"],
        "title": ["Register of homes", "Notice"],
        "publisher": ["Office", "Ministry"],
        "url": ["https://office.example/a", None],
        "licence": ["CC BY 4.0", None],
        "attribution": ["© Office", None],
        "retrieved_on": pd.to_datetime(["2025-01-31", None]),
        "sha256": ["0" * 64, None],
        "vintage": ["2024", "2024"],
        "caveats": [None, "Typed by hand"],
    }
)


@pytest.fixture
def make_view(monkeypatch: pytest.MonkeyPatch) -> MakeView:
    """A view from a few rows; what a row leaves out is usual. The store answers SOURCES."""

    def answer(_dataset: Dataset, question: str, **_values: object) -> pd.DataFrame:
        assert question == "source"
        return SOURCES.copy()

    monkeypatch.setattr("ui.export.ask", answer)
    monkeypatch.setattr("ui.cite.ask", answer)

    def make(*rows: dict[str, Any], indicator: str = "hosted", **choice: Any) -> View:
        usual = dict.fromkeys(ROW_COLUMNS) | {
            "residents": 1000.0, "residents_period": "2024", "period": "2024-12-31",
            "group_id": "all", "obs_status": "A", "evidence": "published",
            "source_id": "office", "country": "AT", "level": 2, "name": "Somewhere",
        }  # fmt: skip
        frame = pd.DataFrame([usual | row for row in rows]).set_index("territory_id")
        numbers = ["value", "lower", "upper", "count", "count_lower", "count_upper", "residents"]
        frame[numbers] = frame[numbers].astype(float)
        if "place" not in frame:
            frame["place"] = frame["name"]
        asked = BY_ID[indicator]
        frame["map_class"] = class_of(frame["value"], asked.breaks)
        frame["label"] = "label"
        usual_choice = {
            "group_id": next(iter(asked.measures)), "km": 20, "period": LATEST, "level": 2,
            "countries": (),
        }  # fmt: skip
        return View(
            Dataset("Test", "/nowhere", datetime(2025, 1, 1)),
            Choice(indicator=asked, **(usual_choice | choice)),
            frame,
        )

    return make
