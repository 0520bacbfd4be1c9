"""Rates of territories together: by hand, and never firmer than what is known of the parts."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.grouped import together

NAN = math.nan


def part(*rows: tuple[float, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["value", "lower", "upper"], dtype=float)


def exact(*values: float) -> pd.DataFrame:
    return part(*((each, each, each) for each in values))


def test_a_large_territory_weighs_more_than_a_small_one() -> None:
    found = together(exact(90, 1), exact(900, 100), 100)
    assert found.value == pytest.approx(9.1), "not 5.5, the mean of 10 and 1"


def test_an_unknown_part_leaves_at_least_what_is_known() -> None:
    found = together(exact(40, NAN), exact(100, 100), 100)
    assert (found.lower, found.known, found.members) == (20.0, 1, 2)
    assert math.isnan(found.value) and math.isnan(found.upper)


def test_an_unknown_base_leaves_at_most() -> None:
    found = together(exact(40, 10), exact(100, NAN), 100)
    assert found.upper == 50.0 and math.isnan(found.lower) and math.isnan(found.value)


def test_intervals_go_crosswise() -> None:
    found = together(part((NAN, 40, 60)), part((NAN, 100, 200)), 100)
    assert (found.lower, found.upper) == (20.0, 60.0) and math.isnan(found.value)


def test_nothing_known_is_not_nothing_there() -> None:
    found = together(exact(NAN, NAN), exact(1, 1))
    assert math.isnan(found.lower) and math.isnan(found.upper) and found.known == 0
    assert together(exact(0, 0), exact(1, 1)).lower == 0, "while a published 0 is known"


def test_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="below zero"):
        together(exact(-1), exact(1))
    with pytest.raises(ValueError, match="same territories"):
        together(exact(1, 2), exact(1))
    assert math.isnan(together(exact(1), exact(0)).value)


ROW = st.tuples(st.integers(0, 50), st.integers(0, 50), st.booleans())


@settings(max_examples=30)
@given(st.lists(st.tuples(ROW, ROW), min_size=1, max_size=6))
def test_the_true_rate_lies_within(rows: list[tuple[tuple[int, int, bool], ...]]) -> None:
    """Of counts drawn within what is known of them, the rate is within what is said."""
    sides, truth = [], []
    for side in (0, 1):
        drawn = [row[side] for row in rows]
        sides.append(part(*((NAN, a, a + b) if known else (NAN,) * 3 for a, b, known in drawn)))
        truth.append(sum(a + b / 2 for a, b, _ in drawn))
    found = together(sides[0], sides[1])
    if truth[1] > 0:
        rate = truth[0] / truth[1]
        assert not found.lower > rate + 1e-9 and not found.upper < rate - 1e-9
