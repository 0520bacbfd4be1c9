"""The rows behind a page, taken away: provenance on every row, unknown empty."""

from datetime import datetime

import pandas as pd
import pytest

from tests.ui.conftest import SOURCES
from ui.area import records
from ui.store import DEMONSTRATION, Dataset

DATASET = Dataset("Published", "/nowhere", datetime(2025, 1, 1))
DEMO = Dataset("Demonstration", "/nowhere", datetime(2025, 1, 1), DEMONSTRATION)
ROWS = pd.DataFrame(
    {
        "territory_id": ["AT11", "AT12"],
        "value": [1.0, None],
        "label": ["1", "unknown"],
        "source_id": ["office", None],
    }
).set_index("territory_id")


@pytest.fixture(autouse=True)
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.area.records.ask", lambda *_: SOURCES.copy())


def test_every_row_says_where_it_is_from_and_none_is_lost():
    found = records.with_provenance(DATASET, ROWS, "How many?")
    assert found["territory_id"].tolist() == ["AT11", "AT12"]
    assert found.loc[0, ["question", "source_title", "licence"]].tolist() == [
        "How many?", "Register of homes", "CC BY 4.0",
    ]  # fmt: skip
    assert pd.isna(found.loc[1, "value"]) and pd.isna(found.loc[1, "source_title"])
    assert found["dataset"].tolist() == ["Published"] * 2
    assert "label" not in found


def test_a_row_of_the_demonstration_says_so():
    found = records.with_provenance(DEMO, ROWS, "How many?")
    assert found["dataset"].unique().tolist() == ["Demonstration: generated figures"]


def test_the_source_behind_most_rows_is_named_first():
    line = records.origin(DATASET, ["page_1", "office", "office", None], "2024-07")
    assert line.startswith("July 2024 · [Office]")
    assert "[Ministry]" in line


def test_no_source_is_said_and_not_left_empty():
    assert records.origin(DATASET, [None]) == "No figure of any source is shown here."
