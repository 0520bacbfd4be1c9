"""Figures per 1,000 residents."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rates import per_1000


def test_order_is_that_of_the_counts_and_entries_meet_by_name():
    rates = per_1000(pd.Series({"b": 10, "a": 3}), pd.Series({"a": 1000, "b": 2000, "c": 1}))
    assert rates.to_dict() == {"b": 5.0, "a": 3.0}
    assert list(rates.index) == ["b", "a"]


def test_unknown_on_either_side_is_unknown_and_zero_is_zero():
    rates = per_1000(
        pd.Series({"a": None, "b": 5.0, "c": 5.0, "d": 0.0}),
        pd.Series({"a": 100.0, "b": None, "d": 100.0}),
    )
    assert rates[["a", "b", "c"]].isna().all()
    assert rates["d"] == 0


@pytest.mark.parametrize("residents", [0, -5])
def test_residents_that_are_given_must_be_positive(residents):
    with pytest.raises(ValueError, match="positive"):
        per_1000(pd.Series({"a": 1}), pd.Series({"a": residents}))


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_multiplied_back_gives_the_count(count, residents):
    rate = per_1000(pd.Series([count]), pd.Series([residents]))[0]
    assert math.isclose(rate * residents / 1000, count, rel_tol=1e-12)
