"""Plans on three regions, worked by hand: gaps today are 10, -40, -10 and unknown."""

import numpy as np
import pandas as pd
import pytest

from analysis.scenario import told
from analysis.scenario.applied import Applied, Terms, applied
from analysis.scenario.plan import Add, Arrive, Change, Lose, Places, Plan
from analysis.scenario.prices import Price, Prices
from tests.analysis.scenario.three import three

PRICES = Prices({"AT": Price(20.0, 40.0)}, Price(10.0, 50.0, own=False))


def after(*changes: Change, factor: float | None = 1.0) -> Applied:
    return applied(three(factor), Plan("on paper", changes), Terms(factor, PRICES))


def moved(found: Applied, name: str = "persons_added") -> list[int]:
    return [int(each) for each in found.rows[name]]


def test_nothing_changed_is_today() -> None:
    found = after()
    for name in ("need", "capacity", "gap", "gap_lower", "gap_upper", "demand", "answer"):
        now, then = found.rows[name], found.rows[f"after_{name}"]
        pd.testing.assert_series_equal(now, then, check_names=False)
    assert found.ledger.empty and found.told == ()


def test_arrivals_go_where_places_are_free_then_by_the_key() -> None:
    """56 come: 40 and 10 have places; of 6 without, 5 bring AT1 near the others' share, 1 IT1.

    The next person in AT1 would make 5.5 for its 1,000 residents, in IT1 10.5 for 2,000.
    """
    found = after(Arrive(56))
    assert moved(found) == [5, 40, 11, 0]
    rows = found.rows
    assert list(rows["after_need"][:3]) == [105, 80, 61]
    assert list(rows["after_gap"][:3]) == [15, 0, 1]
    assert (rows.loc["IT1", "after_gap_lower"], rows.loc["IT1", "after_gap_upper"]) == (-9, 11)
    assert list(rows["after_answer"]) == ["short", "met", "cannot tell", "unknown"]
    said = found.told[0]
    assert (said.done, said.short_by, said.limit) == (56, 0, "")
    assert said.left_out == {told.CAPACITY: 1} and said.guessed == 1


def test_a_place_for_two_houses_two() -> None:
    """At half a place each, gaps are -40, -60, -35 places: room for 80, 120 and 70 persons."""
    found = after(Arrive(300, places_only=True), factor=0.5)
    assert moved(found) == [80, 120, 70, 0]
    assert list(found.rows["after_gap"][:3]) == [0, 0, 0]
    assert found.told[0].short_by == 30


def test_the_worst_gap_for_its_residents_is_kept_small() -> None:
    """Per resident: .010, -.0133, -.005: AT2 is filled to the level of IT1 first, 25 persons."""
    assert moved(after(Arrive(25, rule="worst"))) == [0, 25, 0, 0]
    assert moved(after(Arrive(30, rule="worst"))) == [0, 28, 2, 0]


def test_a_key_needs_no_gap_and_leaves_the_unknown_unknown() -> None:
    """1000 : 3000 : 2000 : 500 of 13 persons."""
    found = after(Arrive(13, rule="key"))
    assert moved(found) == [2, 6, 4, 1]
    assert found.rows.loc["IT2", "after_need"] == 31
    assert np.isnan(found.rows.loc["IT2", "after_gap"])
    assert found.rows.loc["IT2", "after_answer"] == "unknown"
    assert found.told[0].left_out == {} and found.told[0].guessed == 0


def test_what_does_not_fit_is_told_and_the_rest_is_placed() -> None:
    found = after(Arrive(60, places_only=True))
    assert moved(found) == [0, 40, 10, 0]
    said = found.told[0]
    assert (said.asked, said.done, said.short_by, said.limit) == (60, 50, 10, told.FREE)
    found = after(Arrive(60, rule="key", most_percent=0.5))
    assert moved(found) == [5, 15, 10, 2]
    assert (found.told[0].short_by, found.told[0].limit) == (28, told.MOST_PERCENT)


def test_two_limits_that_are_too_narrow_only_together_are_both_named() -> None:
    """Free: 0, 40, 10. At 0.9 %: 9, 27, 18. Together: 0, 27, 10."""
    said = after(Arrive(45, places_only=True, most_percent=0.9)).told[0]
    assert (said.done, said.short_by, said.limit) == (37, 8, told.BOTH)


def test_only_some_territories() -> None:
    found = after(Arrive(30, only=("IT",)))
    assert moved(found) == [0, 0, 30, 0]
    nobody = after(Arrive(30, only=("IT2",)))
    assert moved(nobody) == [0, 0, 0, 0]
    assert (nobody.told[0].limit, nobody.told[0].short_by) == (told.NOWHERE, 30)


def test_without_a_benchmark_only_a_key_works() -> None:
    said = after(Arrive(5), factor=None).told[0]
    assert (said.limit, said.done, said.all_left_out) == (told.NO_BENCHMARK, 0, 4)
    assert after(Arrive(5, rule="key"), factor=None).told[0].done == 5


def test_places_gained_and_lost_in_one_territory() -> None:
    found = after(Places("AT1", 15), Places("IT1", -100), Places("IT2", 7), Places("FR", 3))
    assert list(found.rows["after_capacity"][:3]) == [105, 80, 0]
    assert moved(found, "places_added") == [15, 0, -60, 7]
    assert np.isnan(found.rows.loc["IT2", "after_capacity"])
    limits = [(each.limit, each.short_by) for each in found.told]
    assert limits == [("", 0), (told.TOO_FEW, 40), ("", 0), (told.NOT_SHOWN, 3)]
    assert found.told[2].left_out == {told.CAPACITY: 1}


def test_a_share_of_places_is_lost_in_whole_places() -> None:
    """15 % of 90, 80 and 60: 13.5, 12 and 9, the half rounded down."""
    found = after(Lose(15))
    assert moved(found, "places_added") == [-13, -12, -9, 0]
    assert list(found.rows["after_capacity"][:3]) == [77, 68, 51]
    assert (found.told[0].done, found.told[0].left_out) == (-34, {told.CAPACITY: 1})


def test_places_are_added_where_they_are_missing() -> None:
    """After 60 come by the key (9, 28, 18, 5), gaps are 19, -12, 8: 27 places close them."""
    found = after(Arrive(60, rule="key"), Add(27))
    assert moved(found) == [9, 28, 18, 5]
    assert moved(found, "places_added") == [19, 0, 8, 0]
    assert list(found.rows["after_gap"][:3]) == [0, -12, 0]


def test_a_budget_buys_the_sure_number_and_perhaps_more() -> None:
    """4,000 EUR for 10 days: 10 places at 40 EUR, 20 at 20 EUR."""
    found = after(Add(budget_eur=4000, days=10, rule="worst", only=("AT",)))
    said = found.told[0]
    assert (said.asked, said.done, said.done_upper) == (None, 10, 20)
    assert moved(found, "places_added") == [10, 0, 0, 0]
    assert found.rows.loc["AT1", "after_capacity"] == 100
    assert found.rows.loc["AT1", "after_capacity_lower"] == 100
    assert found.rows.loc["AT1", "after_capacity_upper"] > 100
    assert found.ledger["places_upper"].sum() == 20


def test_a_budget_without_a_price_or_below_one_place_buys_nothing() -> None:
    plan = Plan("p", (Add(budget_eur=10, days=30),))
    assert applied(three(), plan, Terms(1.0)).told[0].limit == told.NO_PRICE
    assert applied(three(), plan, Terms(1.0, PRICES)).told[0].limit == told.BUDGET


@pytest.mark.parametrize("rule", ["unmet", "worst", "unequal", "key"])
def test_nobody_is_lost_and_ledger_and_rows_agree(rule: str) -> None:
    plan = (Arrive(77, rule=rule), Arrive(40, rule=rule, places_only=True, family=3), Lose(10))
    found = after(*plan)
    assert sum(each.done + each.short_by for each in found.told[:2]) == 117
    assert found.ledger["persons"].sum() == sum(each.done for each in found.told[:2])
    added = found.ledger.groupby("territory_id")["persons"].sum()
    assert added.reindex(found.rows.index, fill_value=0).tolist() == moved(found)
    change = (found.rows["after_need"] - found.rows["need"]).dropna()
    assert change.equals(found.rows["persons_added"].reindex(change.index).astype(float))


def test_of_places_known_only_from_below_the_sure_loss_is_counted_and_said() -> None:
    """At least 1,250, at most 80, 100 to 120 and unknown: a tenth of each end."""
    today = three().drop(columns=["capacity_lower", "capacity_upper"]).assign(
        capacity=np.nan, capacity_exact=False,
        capacity_lower=[1250.0, np.nan, 100.0, np.nan],
        capacity_upper=[np.nan, 80.0, 120.0, np.nan],
    )  # fmt: skip
    found = applied(today, Plan("p", (Lose(10),)), Terms(1.0))
    moves = found.ledger.set_index("territory_id")[["places_lower", "places", "places_upper"]]
    assert moves.to_numpy().tolist() == [[-125, -125, -125], [-8, 0, 0], [-12, -11, -10]]
    said = found.told[0]
    assert (said.done, said.from_below, said.left_out) == (-136, 1, {told.CAPACITY: 2})
    assert found.rows.loc["AT1", "after_capacity_lower"] == 1125
    assert np.isnan(found.rows.loc["AT1", "after_capacity_upper"])


def test_a_territory_with_at_least_so_many_places_is_left_out_for_that_reason() -> None:
    today = three()
    today.loc["IT2", "capacity_lower"] = 20.0
    found = applied(today, Plan("p", (Arrive(5), Places("IT2", 3))), Terms(1.0))
    assert found.told[0].left_out == {told.ONLY_LEAST: 1}
    assert found.told[1].left_out == {} and found.rows.loc["IT2", "after_capacity_lower"] == 23


def test_free_places_of_an_interval_are_told_as_guessed_by_a_key_too() -> None:
    assert after(Arrive(5, rule="key", places_only=True)).told[0].guessed == 1
    assert after(Arrive(5, rule="key")).told[0].guessed == 0
