"""Rows of a small shortage ledger, made by hand; what a row leaves out is usual."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from typing import Any

import pandas as pd
import pytest

from analysis.standards import BY_ID
from ui import gap_table, ledger, newer_need
from ui.ledger import Ledger, ledger_of
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset

MakeLedger = Callable[..., Ledger]
Figure = float | tuple[float | None, float, float] | None
_EACH = count()
_USUAL = {
    "period": "2024", "day": pd.Timestamp("2024-12-31"), "need_method": "published",
    "need_status": "A", "need_evidence": "published", "need_note": None,
    "need_source_id": "office", "need_source_file": "need.csv", "need_source_line": 7,
    "capacity_period": "2024-12-31", "capacity_measure_id": "reception_places",
    "capacity_status": "A", "capacity_evidence": "published", "capacity_note": None,
    "capacity_source_id": "page_1", "capacity_source_file": "places.csv",
    "capacity_source_line": 9, "published_value": None, "published_period": None,
    "published_source_id": None, "published_source_file": None, "published_source_line": None,
}  # fmt: skip
BENCHMARKS = pd.DataFrame(
    {"benchmark_id": ["fi_target_occupancy_reception"], "kind": ["target"]}
)  # fmt: skip


def asked_for(territory_id: str, need: Figure, capacity: Figure, **more: Any) -> dict[str, Any]:
    """A row as the store gives it: a number is published, a triple an estimate."""
    row: dict[str, Any] = {"territory_id": territory_id, **_USUAL}
    for name, figure in (("need", need), ("capacity", capacity)):
        value, lower, upper = figure if isinstance(figure, tuple) else (figure, None, None)
        row |= {
            name: value, f"{name}_lower": lower, f"{name}_upper": upper,
            f"{name}_exact": value is not None and not isinstance(figure, tuple),
        }  # fmt: skip
        if value is None and lower is None:
            row |= {key: None for key in row if key.startswith(f"{name}_") and "exact" not in key}
    return row | more


def plain(text: str) -> str:
    """A text with ordinary spaces in its numbers."""
    return text.replace("\u202f", " ")


@pytest.fixture
def make_ledger(monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeLedger]:
    """A ledger of NUTS 2 regions of 1,000 residents, from the rows given."""
    ledger_of.cache_clear()

    def make(
        *rows: dict[str, Any], standard: str = "place_each_applicant", silent: tuple[str, ...] = (),
        names: dict[str, str] | None = None, sources: pd.DataFrame | None = None, **choice: Any,
    ) -> Ledger:  # fmt: skip
        codes = [*(row["territory_id"] for row in rows), *silent]
        region = pd.DataFrame(
            {
                "territory_id": codes, "level": [len(code) - 2 for code in codes],
                "parent_id": [code[:-1] for code in codes], "country": [c[:2] for c in codes],
                "name": [(names or {}).get(code, f"Region {code}") for code in codes],
                "members": None, "residents": 1000.0,
            }
        )  # fmt: skip
        found = pd.DataFrame(list(rows))
        for name in ("need", "capacity"):
            ends = [name, f"{name}_lower", f"{name}_upper"]
            found[ends] = found[ends].astype(float)
        newest = pd.DataFrame({"territory_id": codes, "newest_need_period": None})
        answers = {
            "newest_need": newest,
            "region": region,
            "shortage": found,
            "benchmark": BENCHMARKS,
            "source": sources,
        }

        def answer(_dataset: Dataset, question: str, **_values: object) -> pd.DataFrame:
            frame = answers[question]
            assert frame is not None
            return frame.copy()

        monkeypatch.setattr(ledger, "ask", answer)
        monkeypatch.setattr(newer_need, "ask", answer)
        monkeypatch.setattr(gap_table, "ask", answer)
        each = BY_ID[standard]
        usual = {
            "standard": each, "basis": each.bases[0], "threshold": each.threshold,
            "usual": each.threshold, "period": "",
            "level": 2, "countries": (),
        }  # fmt: skip
        dataset = Dataset("Test", f"/nowhere/{next(_EACH)}", datetime(2025, 1, 1))
        return ledger_of(dataset, ShortageChoice(**(usual | choice)))

    yield make
    ledger_of.cache_clear()
