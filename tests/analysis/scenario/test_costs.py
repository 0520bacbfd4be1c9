"""Costs of added places on three regions, by hand: Austria at 20 to 40 EUR, others at 10 to 50."""

import pytest

from analysis.scenario.additions import affordable
from analysis.scenario.applied import Applied, Terms, applied
from analysis.scenario.costs import of_hosting, of_places
from analysis.scenario.plan import Add, Arrive, Change, Lose, Places, Plan
from analysis.scenario.prices import Price, Prices, widest
from tests.analysis.scenario.three import three

PRICES = Prices(
    {"AT": Price(20.0, 40.0, sources=("at",))}, Price(10.0, 50.0, own=False, sources=("at", "es"))
)


def worked(*changes: Change, prices: Prices = PRICES) -> tuple[Applied, Plan]:
    plan = Plan("on paper", changes)
    return applied(three(), plan, Terms(1.0, prices)), plan


def test_each_place_at_the_price_of_its_country_for_its_days() -> None:
    """10 places in Austria for 30 days, 4 in Italy for a year."""
    found, plan = worked(Add(10, days=30, rule="worst", only=("AT",)), Places("IT1", 4))
    cost = of_places(found, plan, PRICES)
    assert cost.lower == 10 * 30 * 20 + 4 * 365 * 10
    assert cost.upper == 10 * 30 * 40 + 4 * 365 * 50
    assert (cost.many, cost.unpriced, cost.own, cost.sources) == (14, 0, False, ("at", "es"))


def test_a_budget_is_never_more_than_spent() -> None:
    """4,050 EUR for 10 days: 10 places at 40 EUR or 20 at 20 EUR; 10 at 20 EUR are 2,000."""
    found, plan = worked(Add(budget_eur=4050, days=10, rule="worst", only=("AT",)))
    cost = of_places(found, plan, PRICES)
    assert (cost.lower, cost.upper, cost.many, cost.own) == (2000.0, 4050.0, 20, True)


def test_places_that_close_save_nothing_and_unknown_capacity_costs_all_the_same() -> None:
    found, plan = worked(Lose(50), Places("AT1", -3), Places("IT2", 1))
    cost = of_places(found, plan, PRICES)
    assert (cost.lower, cost.upper) == (365 * 10, 365 * 50)


def test_a_place_without_a_price_is_counted_apart() -> None:
    prices = Prices({"AT": Price(20.0, 40.0)})
    found, plan = worked(Places("IT1", 4), Places("AT1", 1), prices=prices)
    cost = of_places(found, plan, prices)
    assert (cost.lower, cost.many, cost.unpriced) == (365 * 20, 1, 4)


def test_hosted_are_those_who_find_a_place() -> None:
    """56 come: 40 and 10 find a place, 5 and 1 do not (gaps -40 and -10 are filled)."""
    found, _ = worked(Arrive(56))
    cost = of_hosting(found, PRICES, 1.0, days=10)
    assert (cost.many, cost.lower, cost.upper) == (50, 40 * 200 + 10 * 100, 40 * 400 + 10 * 500)


@pytest.mark.parametrize(("budget", "sure", "most"), [(1199, 0, 1), (1200, 1, 2), (2400, 2, 4)])
def test_a_budget_buys_whole_places(budget: int, sure: int, most: int) -> None:
    found = affordable(budget, 30, Price(20.0, 40.0))
    assert (found.sure, found.most) == (sure, most)


def test_one_unknown_price_makes_the_whole_unknown() -> None:
    assert widest([Price(1, 2), None]) is None and widest([]) is None
    assert widest([Price(1, 2), Price(3, 4, own=False)]) == Price(1, 4, own=False)


@pytest.mark.parametrize(("lower", "upper"), [(0, 1), (2, 1), (1, float("inf"))])
def test_a_price_that_is_none_is_refused(lower: float, upper: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Price(lower, upper)


def test_who_comes_where_nobody_can_tell_costs_an_unknown_amount_not_nothing() -> None:
    """IT2's places are unknown: a quarter of 40 goes there. AT1 is full: 20 find a place."""
    found, _ = worked(Arrive(40, rule="key", key="equal"))
    cost = of_hosting(found, PRICES, 1.0, days=10)
    assert (cost.many, cost.unpriced, cost.unknown, cost.left_out) == (20, 0, 10, 10)
    nowhere, _ = worked(Arrive(40, rule="key", only=("IT2",)))
    cost = of_hosting(nowhere, PRICES, 1.0)
    assert (cost.many, cost.lower, cost.unknown) == (0, 0, 40)
