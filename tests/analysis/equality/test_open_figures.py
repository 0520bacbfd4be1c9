"""Figures known as intervals: what the search finds is reached, and wide."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.equality.held import Held
from analysis.equality.measures import gini, theil
from analysis.equality.open_figures import Ends, cases, found_range, is_open
from tests.analysis.equality import holdings


@st.composite
def opened(draw):
    """Territories and an interval around each of their figures."""
    best = draw(holdings(most=4))
    widths = [
        np.array(draw(st.lists(st.floats(0, 0.5), min_size=(n := len(best.need)), max_size=n)))
        for _ in range(4)
    ]
    ends = Ends(
        best.capacity * (1 - widths[0]), best.capacity * (1 + widths[1]),
        best.need * (1 - widths[2]), best.need * (1 + widths[3]),
    )  # fmt: skip
    return best, ends


def corners(best, ends):
    """Every choice of ends."""
    choices = [sorted({a, b}) for a, b in zip(ends[0], ends[1], strict=True)]
    choices += [sorted({a, b}) for a, b in zip(ends[2], ends[3], strict=True)]
    for each in product(*choices):
        half = len(each) // 2
        yield Held(np.array(each[:half]), np.array(each[half:]), best.group)


@settings(max_examples=40, deadline=None)
@given(opened())
def test_found_range_lies_inside_what_is_possible_and_holds_the_best_guess(these) -> None:
    best, ends = these
    among = cases(ends, best, best.group)
    for each in among:
        assert (each.capacity >= ends.capacity_lower - 1e-9).all()
        assert (each.capacity <= ends.capacity_upper + 1e-9).all()
        assert (each.need >= ends.need_lower - 1e-9).all()
        assert (each.need <= ends.need_upper + 1e-9).all()
    for of in (gini, lambda each: theil(each).total):
        low, high = found_range(among, of)
        assert low <= of(best) <= high
        corner = [value for each in corners(best, ends) if np.isfinite(value := of(each))]
        # The greatest is at a corner, as both measures are quasi-convex in every figure.
        assert high <= max(corner) + 1e-9
        assert high >= of(best)


def test_two_territories_by_hand() -> None:
    """10 of 20 to 40 in need, and 20 of 20: the rates can be equal at 1/2... never above."""
    best = Held(np.array([10.0, 20.0]), np.array([30.0, 20.0]), np.array([0, 0]))
    ends = Ends(best.capacity, best.capacity, np.array([10.0, 20.0]), np.array([40.0, 20.0]))
    low, high = found_range(cases(ends, best, best.group), gini)
    assert low == pytest.approx(0, abs=1e-3)  # with ten in need both have one place each
    assert high == pytest.approx((40 * 20 * 0.75) / (60 * 30))
    assert is_open(ends)


def test_exact_figures_give_a_point() -> None:
    best = Held(np.array([10.0, 30.0]), np.array([10.0, 10.0]), np.array([0, 0]))
    ends = Ends(best.capacity, best.capacity, best.need, best.need)
    assert not is_open(ends)
    assert found_range(cases(ends, best, best.group), gini) == pytest.approx((0.25, 0.25))
