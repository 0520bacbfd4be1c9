"""Groups that compete: who comes first does not take the only places open to the next."""

import pytest

from analysis.scenario import told
from analysis.scenario.applied import Applied, Terms, applied
from analysis.scenario.plan import Arrive, Lose, Plan
from tests.analysis.scenario.three import three


def after(*changes: Arrive | Lose) -> Applied:
    """On three regions with 0, 40 and 10 free places, the fourth unknown."""
    return applied(three(), Plan("p", changes), Terms(1.0))


def test_whoever_may_go_to_one_place_only_gets_it() -> None:
    """15 may go anywhere, 38 only to AT2: in turn 9 take its places and 7 are left out, not 3."""
    one, two = Arrive(15, places_only=True), Arrive(38, places_only=True, only=("AT2",))
    alone = after(one, Lose(0.001), two)
    assert alone.told[2].short_by == 7
    found = after(one, two)
    assert sum(each.short_by for each in found.told) == 3 == found.told[0].bound
    assert {each.together for each in found.told} == {2}
    come = found.rows["persons_added"]
    assert (come["AT2"], come["IT1"], come["AT1"], come["IT2"]) == (40, 10, 0, 0)
    assert found.ledger.groupby("change")["persons"].sum().sum() == 50
    assert all(each.limit == told.FREE for each in found.told if each.short_by)


def test_where_everybody_fits_each_is_shared_out_in_turn() -> None:
    one, two = Arrive(5, places_only=True), Arrive(7, places_only=True, only=("AT2",))
    found = after(one, two)
    assert [each.together for each in found.told] == [0, 0]
    assert found.rows["persons_added"].equals(after(one, Lose(0.001), two).rows["persons_added"])


def test_where_nothing_is_gained_together_the_order_stands_and_is_proven() -> None:
    found = after(Arrive(60, places_only=True), Arrive(7, places_only=True, only=("AT2",)))
    assert [each.short_by for each in found.told] == [10, 7]
    assert found.told[0].bound == 17 and found.told[0].together == 0


@pytest.mark.parametrize("size", [1, 4])
def test_families_stay_whole_and_free_places_hold(size: int) -> None:
    one = Arrive(30, places_only=True, family=size)
    found = after(one, Arrive(36, places_only=True, family=size, only=("AT2",)))
    come = found.rows["persons_added"]
    assert come["AT2"] <= 40 and come["IT1"] <= 10 and come["AT1"] == 0
    assert come.sum() == sum(each.done for each in found.told)
    assert sum(each.done + each.short_by for each in found.told) == 66
