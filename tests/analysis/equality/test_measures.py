"""Gini, Theil and Kolm-Pollak: by hand, by what must hold, and against PySAL `inequality`."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.theil import Theil, TheilD
from libpysal.examples import get_path

from analysis.equality.measures import equivalent, gini, kappa, lorenz, theil
from tests.analysis.equality import holdings, of, plain_gini, plain_theil


def test_by_hand() -> None:
    """1 of 4 places for the half in need, 3 for the other half."""
    two = of([1, 3], [10, 10])
    need, capacity = lorenz(two)
    assert need.tolist() == [0, 0.5, 1]
    assert capacity.tolist() == [0, 0.25, 1]
    assert gini(two) == 0.25
    assert theil(two).total == pytest.approx(0.25 * math.log(0.5) + 0.75 * math.log(1.5), abs=1e-15)


def test_need_is_the_weight() -> None:
    """Places for one in need: 0.5, 1 and 2; the middle one needs as much as both others."""
    three = of([5, 20, 20], [10, 20, 10])
    assert gini(three) == pytest.approx((10 * 20 * 0.5 + 10 * 10 * 1.5 + 20 * 10 * 1) / (40 * 45))
    shares = [(5 / 45, 1 / 4), (20 / 45, 1 / 2), (20 / 45, 1 / 4)]
    assert theil(three).total == pytest.approx(sum(s * math.log(s / q) for s, q in shares))


def test_kolm_pollak_by_hand() -> None:
    """Rates 1 and 3, epsilon 1: kappa 4/10; -ln((e^-0.4 + e^-1.2) / 2) / 0.4."""
    two = of([1, 3])
    assert kappa(two.rate, two.need, 1) == pytest.approx(0.4)
    by_hand = -math.log((math.exp(-0.4) + math.exp(-1.2)) / 2) / 0.4
    assert equivalent(two, 0.4) == pytest.approx(by_hand, abs=1e-14)
    assert equivalent(two, 0) == 2
    # The more averse, the nearer to the worst off.
    assert equivalent(two, 0.4) > equivalent(two, 1) > equivalent(two, 100) > 1


def test_one_has_all() -> None:
    assert gini(of([0, 0, 0, 8])) == pytest.approx(0.75)
    assert theil(of([0, 0, 0, 8])).total == pytest.approx(math.log(4))


def test_nothing_to_spread_is_unknown() -> None:
    assert math.isnan(gini(of([0, 0])))
    assert all(map(math.isnan, theil(of([0, 0]))))
    assert math.isnan(gini(of([])))
    assert math.isnan(equivalent(of([]), 1))


@given(holdings())
def test_measures_of_equal_things_are_zero(these) -> None:
    equal = of(these.need * 7, these.need, these.group)
    assert gini(equal) == pytest.approx(0, abs=1e-15)
    assert theil(equal) == pytest.approx((0, 0, 0), abs=1e-14)
    assert equivalent(equal, 3) == pytest.approx(7)


@given(holdings())
def test_theil_is_between_and_within(these) -> None:
    total, between, within = theil(these)
    assert total == pytest.approx(between + within, abs=1e-12)
    assert total == pytest.approx(plain_theil(these.capacity, these.need), abs=1e-12)
    sums = [
        (these.capacity[these.group == g].sum(), these.need[these.group == g].sum())
        for g in range(these.groups)
    ]
    assert between == pytest.approx(plain_theil(*zip(*sums, strict=True)), abs=1e-12)


@given(holdings())
def test_gini_is_the_mean_difference_and_the_area_over_the_curve(these) -> None:
    need, capacity = lorenz(these)
    assert gini(these) == pytest.approx(plain_gini(these), abs=1e-12)
    assert gini(these) == pytest.approx(1 - 2 * np.trapezoid(capacity, need), abs=1e-12)


@given(holdings(), st.data())
def test_a_transfer_to_the_poorer_never_raises_a_measure(these, data) -> None:
    """So long as who gives stays at least as well supplied as who takes."""
    order = np.argsort(these.rate)
    poor = data.draw(st.integers(0, len(order) - 2))
    rich = data.draw(st.integers(poor + 1, len(order) - 1))
    i, j = order[poor], order[rich]
    # What makes both rates equal, or a part of it.
    most = (these.rate[j] - these.rate[i]) / (1 / these.need[i] + 1 / these.need[j])
    moved = these.capacity.copy()
    step = most * data.draw(st.floats(0, 1))
    moved[i] += step
    moved[j] -= step
    after = of(np.maximum(moved, 0), these.need, these.group)
    assert gini(after) <= gini(these) + 1e-12
    assert theil(after).total <= theil(these).total + 1e-12
    assert equivalent(after, 0.5) >= equivalent(these, 0.5) - 1e-12


@given(holdings(), st.integers(1, 1000))
def test_measures_do_not_depend_on_the_unit(these, times) -> None:
    larger = of(these.capacity * times, these.need, these.group)
    assert gini(larger) == pytest.approx(gini(these), abs=1e-12)
    assert theil(larger).within == pytest.approx(theil(these).within, abs=1e-12)
    aversions = [kappa(each.rate, each.need, 2) for each in (these, larger)]
    assert equivalent(larger, aversions[1]) == pytest.approx(
        times * equivalent(these, aversions[0]), rel=1e-9, abs=1e-9
    )


@settings(max_examples=50)
@given(holdings())
def test_equal_to_pysal(these) -> None:
    """PySAL knows no weights: everybody in need stands for one."""
    need = these.need.astype(int)
    people, group = np.repeat(these.rate, need), np.repeat(these.group, need)
    assert gini(these) == pytest.approx(Gini(people).g, abs=1e-12)
    theirs = TheilD(people, group)
    assert theil(these).total == pytest.approx(Theil(people).T, abs=1e-12)
    assert theil(these).between == pytest.approx(theirs.bg, abs=1e-12)
    assert theil(these).within == pytest.approx(theirs.wg, abs=1e-12)


def test_published_example() -> None:
    """Income of the Mexican states in 1940, as PySAL's documentation prints it."""
    with Path(get_path("mexico.csv")).open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    income = of([row["pcgdp1940"] for row in rows], None, [float(row["hanson98"]) for row in rows])
    assert theil(income) == pytest.approx((0.20894344, 0.0345889, 0.17435454), abs=5e-8)
