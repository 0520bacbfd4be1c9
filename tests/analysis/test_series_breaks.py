"""A stretch between a jump and the jump back is marked, and nothing else is."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.series_breaks import broken_parts, excursions

COUNTS = st.lists(st.integers(0, 10_000) | st.just(math.nan), max_size=30).map(
    lambda found: np.array(found, dtype=float)
)


def marks(*values: float) -> str:
    found = excursions(np.array(values, dtype=float), 3, 20)
    return "".join("x" if mark else "." for mark in found)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((900, 950, 60, 55, 980), "..xx."),  # down and back up
        ((60, 900, 60), ".x."),  # up and back down
        ((900, 950, 60, 55), "...."),  # never back
        ((900, 60, 900, 60), ".x.."),  # back once; the last jump is never undone
        ((100, 1000, 10_000, 1000, 100), ".xxx."),  # a jump inside a jump
        ((2, 8, 2), "..."),  # few persons vary
        ((900, math.nan, 60, math.nan, 900), "..x.."),  # what is missing is not marked
        ((500, 0, 500), ".x."),  # zero is a figure
        ((100, 299, 100), "..."),  # just below the factor
        ((100, 300, 100), ".x."),  # just on it
        ((), ""),
        ((7,), "."),
    ],
)
def test_what_lies_between_opposite_jumps(values: tuple[float, ...], expected: str) -> None:
    assert marks(*values) == expected


@given(COUNTS)
def test_a_series_read_backwards_is_as_steady(values):
    forward = excursions(values, 3, 20)
    assert forward.any() == excursions(values[::-1], 3, 20).any()


@given(COUNTS, st.integers(2, 9))
def test_marks_do_not_depend_on_the_unit(values, unit):
    assert (excursions(values * unit, 3, 20 * unit) == excursions(values, 3, 20)).all()


@given(COUNTS)
def test_ends_and_missing_values_are_never_marked(values):
    found = excursions(values, 3, 20)
    known = np.flatnonzero(~np.isnan(values))
    assert not found[np.isnan(values)].any()
    assert not found[known[[0, -1]]].any() if len(known) else not found.any()


@given(st.floats(0, 1e6), st.integers(0, 20))
def test_a_steady_series_has_none(value, length):
    assert not excursions(np.full(length, value), 3, 20).any()


@pytest.mark.parametrize(("values", "factor"), [([1.0, -1.0], 3), ([1.0, 2.0], 1)])
def test_what_is_no_count_or_no_factor_is_refused(values, factor):
    with pytest.raises(ValueError, match=r"never negative|every step"):
        excursions(np.array(values), factor, 20)


def test_parts_of_a_broken_whole_are_broken_and_a_part_can_be_broken_alone():
    table = pd.DataFrame(
        {
            "whole": [1000.0, 60.0, 1000.0, 900.0, 1000.0],
            "small": [5.0, 2.0, 5.0, 5.0, math.nan],
            "absent": [5.0, math.nan, 5.0, 5.0, 5.0],
            "alone": [100.0, 30.0, 100.0, 10.0, 100.0],
        },
        index=list("abcde"),
    )
    found = broken_parts(table, "whole", 3, 20)
    marked = {name: "".join(found.index[found[name]]) for name in found}
    assert marked == {"whole": "b", "small": "b", "absent": "", "alone": "bd"}
