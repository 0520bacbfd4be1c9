"""The ledger of a small view: five territories, one of each answer, worked out by hand."""

from typing import Any

import pandas as pd
import pytest

from tests.ui.shortages import MakeLedger, asked_for
from ui.ledger import BREAKS, CLASSES, ledger_of

NOTHING = pd.DataFrame()


def test_a_ledger_by_hand(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(
        asked_for("AT11", 100.0, 60.0),  # 60 %: short by 40 %
        asked_for("AT12", 100.0, 100.0),  # enough to the place
        asked_for("AT13", (100.0, 90.0, 120.0), 100.0),  # 10 to spare or 20 short
        asked_for("AT21", 100.0, None),
        asked_for("AT22", 0.0, 5.0),
    )
    rows = ledger.rows
    assert rows["answer"].to_dict() == {
        "AT11": "short", "AT12": "met", "AT13": "cannot tell", "AT21": "unknown", "AT22": "met",
    }  # fmt: skip
    assert rows["gap"].tolist() == pytest.approx([40, 0, 0, float("nan"), -5], nan_ok=True)
    classes = dict(zip(rows.index, rows["map_class"], strict=True))
    assert CLASSES[classes["AT11"]] == "short by 20 to 50 %"
    assert CLASSES[classes["AT12"]] == CLASSES[classes["AT22"]] == "met, up to 20 % more"
    assert (classes["AT13"], classes["AT21"]) == (-2, -1)
    assert [each.replace("\u202f", " ") for each in rows["label"]] == [
        "60 %", "100 %", "cannot tell", "unknown", "met",
    ]  # fmt: skip
    assert rows["place"].tolist()[0] == "Region AT11, Austria"
    assert (ledger.breaks, ledger.unit()) == (BREAKS, "places")
    assert len(CLASSES) == len(BREAKS) + 1


def test_silence_is_unknown_in_every_column(make_ledger: MakeLedger) -> None:
    """A territory the store says nothing of is in the ledger, with nothing known of it."""
    ledger = make_ledger(asked_for("AT11", 100.0, 60.0), silent=("AT12",))
    row = ledger.rows.loc["AT12"]
    assert (row["answer"], row["missing"], row["ask"]) == ("unknown", "need", "need")
    assert row[["need", "demand", "capacity", "gap", "coverage_percent"]].isna().all()
    assert not row["need_exact"] and not row["capacity_exact"]


def test_another_benchmark_is_another_gap(make_ledger: MakeLedger) -> None:
    """Half a place each: 50 are asked for, and 60 are there."""
    ledger = make_ledger(asked_for("AT11", 100.0, 60.0), threshold=0.5)
    row = ledger.rows.loc["AT11"]
    assert ledger.choice.edited
    assert (row["demand"], row["gap"], row["answer"]) == (50, -10, "met")


def test_the_need_alone_is_classed_by_residents(make_ledger: MakeLedger) -> None:
    """100 and 400 of 1,000 residents; an unknown need has no class."""
    ledger = make_ledger(
        asked_for("AT11", 100.0, None), asked_for("AT12", 400.0, None),
        asked_for("AT13", None, 5.0), show="need",
    )  # fmt: skip
    rows = ledger.rows
    assert rows["label"].tolist() == ["100", "400", "unknown"]
    assert rows.loc["AT13", "map_class"] == -1
    assert 0 <= rows.loc["AT11", "map_class"] < rows.loc["AT12", "map_class"]
    assert ledger.picture().scale == "sequential"
    assert ledger.picture().cannot_tell == ""


@pytest.mark.parametrize("show", ["gap", "need"])
def test_the_picture_names_every_class(make_ledger: MakeLedger, show: str) -> None:
    picture = make_ledger(asked_for("AT11", 100.0, 60.0), show=show).picture()
    assert len(picture.classes) > int(picture.rows["map_class"].max())
    assert "unknown" in picture.unknown


def test_a_ledger_is_worked_out_once(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(asked_for("AT11", 100.0, 60.0))
    before: dict[str, Any] = ledger.rows.to_dict()
    assert ledger_of(ledger.dataset, ledger.choice) is ledger_of(ledger.dataset, ledger.choice)
    assert str(ledger.rows.to_dict()) == str(before)
