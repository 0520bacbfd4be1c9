"""Files of a scenario: moves add up to what territories gain, today stands beside every plan."""

import pytest

from ui.out.taken import NotOfferedError
from ui.out.views import VIEWS
from ui.store import Dataset

PLANS = "Winter:arrive.5000.unmet.residents,lose.10;Budget:add.eur.1000000.100.worst.residents"
ASKED = {"level": "0", "plan": PLANS}


def test_moves_add_up_to_what_territories_gain(open_data: Dataset) -> None:
    rows = VIEWS["scenario"].take(open_data, ASKED).frame().set_index("territory_id")
    moves = VIEWS["scenario-ledger"].take(open_data, ASKED).frame()
    assert set(rows["plan"]) == {"Winter"} == set(moves["plan"])
    assert set(rows["plan_text"]) == {"Winter:arrive.5000.unmet.residents,lose.10"}
    added = moves.groupby("territory_id")[["persons", "places"]].sum()
    gained = rows.loc[added.index, ["persons_added", "places_added"]]
    assert (gained.to_numpy() == added.to_numpy()).all()
    assert added["persons"].sum() == 5000 and moves["change"].tolist() == sorted(moves["change"])
    known = rows[rows["gap"].notna()]
    difference = known["after_gap"] - known["gap"]
    moved = known["persons_added"] - known["places_added"]
    assert difference.tolist() == pytest.approx(moved.tolist(), abs=1e-6)
    assert rows.loc[rows["answer"] == "unknown", "after_answer"].eq("unknown").all()
    assert set(rows["after_evidence"]) == {"assumed by the plan"}


def test_plans_stand_beside_today(open_data: Dataset) -> None:
    rows = VIEWS["scenario-compared"].take(open_data, ASKED).frame().set_index("plan")
    assert list(rows.index) == ["Today", "Winter", "Budget"]
    assert rows.loc["Winter", "missing_lower"] >= rows.loc["Today", "missing_lower"]
    assert rows.loc["Budget", "places_added_lower"] >= 1_000_000 // (100 * 49)
    assert 0 < rows.loc["Budget", "cost_eur_lower"] <= rows.loc["Budget", "cost_eur_upper"] <= 1e6
    counts = [f"territories_{each}" for each in ("short", "met", "cannot_tell", "unknown")]
    assert rows[counts].sum(axis=1).nunique() == 1
    assert rows["licences"].notna().all() and rows["sources"].str.contains(":").all()
    assert rows["persons_asked"].tolist() == [0, 5000, 0]


def test_without_a_plan_there_is_today(open_data: Dataset) -> None:
    rows = VIEWS["scenario"].take(open_data, {"level": "0"}).frame()
    assert set(rows["plan"]) == {"Today"} and (rows["persons_added"] == 0).all()
    known = rows[rows["gap"].notna()]
    assert known["gap"].equals(known["after_gap"])
    assert VIEWS["scenario-ledger"].take(open_data, {"level": "0"}).frame().empty


def test_a_plan_that_makes_no_sense_is_refused(open_data: Dataset) -> None:
    with pytest.raises(NotOfferedError, match="Passed over"):
        VIEWS["scenario"].take(open_data, {"plan": "A:arrive.-5.unmet.residents"})
