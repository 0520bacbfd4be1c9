"""Classes of a map."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classes import UNKNOWN, class_of

BREAKS = st.lists(st.integers(-100, 100), min_size=1, max_size=7, unique=True).map(sorted)


@given(BREAKS, st.lists(st.none() | st.floats(-200, 200), min_size=1))
def test_a_class_is_the_number_of_breaks_reached(breaks, values):
    classes = class_of(pd.Series(values, dtype=float), breaks).tolist()
    for value, found in zip(values, classes, strict=True):
        assert found == (UNKNOWN if value is None else sum(b <= value for b in breaks))


def test_a_break_belongs_to_the_class_above_it_and_zero_is_not_unknown():
    assert class_of(pd.Series([0.0, 0.999, 1.0, math.inf, -0.0]), [1, 5]).tolist() == [
        0,
        0,
        1,
        2,
        0,
    ]


def test_every_value_unknown_and_no_value_at_all():
    assert class_of(pd.Series([None, None], dtype=float), [1]).tolist() == [UNKNOWN, UNKNOWN]
    assert class_of(pd.Series([], dtype=float), [1]).empty


def test_the_index_is_kept():
    assert class_of(pd.Series({"b": 3.0, "a": None}), [1]).to_dict() == {"b": 1, "a": UNKNOWN}


@pytest.mark.parametrize("breaks", [[5, 1], [1, 1], [1, 2, 2]])
def test_breaks_must_rise(breaks):
    with pytest.raises(ValueError, match="rise"):
        class_of(pd.Series([1.0]), breaks)
