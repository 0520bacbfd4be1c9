"""What plans make of a ledger: moves, the day after, what is compared; worked by hand."""

import math

import pytest

from analysis import gap as gaps
from analysis.gap import SHORT as IS_SHORT
from analysis.scenario.plan import Add, Arrive, Lose, Places
from tests.ui.scenario.ledgers import SHORT, SPARE, UNKNOWN, scenario
from tests.ui.shortages import MakeLedger
from ui.scenario.compared import against, better, columns_of
from ui.scenario.drawn import change


def test_fifty_people_fill_the_free_places_before_anybody_is_without(
    make_ledger: MakeLedger,
) -> None:
    """30 find the 30 free places; the 20 others go where by residents 25 of all would have gone."""
    found = scenario(make_ledger, A=(Arrive(50),))
    moved, after = found.outcomes[0].moved, found.outcomes[0].after.rows
    assert moved.loc[[SHORT, SPARE], "persons"].tolist() == [20, 30]
    assert moved.loc[[SHORT, SPARE], "gap_change"].tolist() == [20.0, 30.0]
    assert after.loc[[SHORT, SPARE], "gap"].tolist() == [60.0, 0.0]
    assert math.isnan(moved.loc[UNKNOWN, "gap_change"])
    today, plan = columns_of(found)
    assert against(plan, today) == (20.0, 20.0) and better(today, plan)
    assert (today.count(IS_SHORT), plan.count(IS_SHORT)) == (1, 1)


def test_the_day_after_is_what_its_own_figures_give(make_ledger: MakeLedger) -> None:
    found = scenario(make_ledger, A=(Lose(10.0), Arrive(7, "worst"), Places(SHORT, 5)))
    after = found.outcomes[0].after.rows
    anew = gaps.gaps(after, 1.0)
    for name in ("gap", "gap_lower", "gap_upper", "answer", "coverage_percent"):
        assert anew[name].equals(after[name]), name


def test_places_where_nothing_is_known_change_a_gap_that_stays_unknown(
    make_ledger: MakeLedger,
) -> None:
    found = scenario(make_ledger, A=(Places(UNKNOWN, 5),))
    outcome = found.outcomes[0]
    assert outcome.moved.loc[UNKNOWN, "gap_change"] == -5
    assert outcome.after.rows.loc[UNKNOWN, "answer"] == "unknown"
    classes = change(found, outcome).rows["map_class"]
    assert classes.to_dict() == {SHORT: 3, SPARE: 3, UNKNOWN: 1}


def test_a_budget_buys_an_interval_of_places(make_ledger: MakeLedger) -> None:
    """10,000 euro keep 2 places for 100 days at 50 euro a day, 5 at 20."""
    found = scenario(make_ledger, A=(Add(budget_eur=10_000, days=100),))
    today, plan = columns_of(found)
    assert (plan.places_lower, plan.places_upper) == (2, 5)
    assert against(plan, today) == (-5.0, -2.0)
    assert plan.added is not None and plan.added.upper == pytest.approx(10_000)
    row = found.outcomes[0].moved.loc[SHORT]
    assert (row["gap_change_lower"], row["gap_change_upper"]) == (-5, -2)
