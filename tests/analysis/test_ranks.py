"""Ranks with ties, and who moves when one value does."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ranks import by_gap, move, ranks


def values(**each: float | None) -> pd.Series:
    return pd.Series(each, dtype=float)


def test_a_change_by_hand() -> None:
    """a falls from the first to the third of three: b and c each move up one; d stays unknown."""
    before = values(a=30, b=20, c=10, d=None)
    moved = move(before, values(a=5, b=20, c=10, d=None), "a")
    assert (moved.before, moved.after, moved.of_before, moved.of_after) == (1, 3, 3, 3)
    assert moved.others == ("b", "c")


def test_who_ties_shares_the_better_rank() -> None:
    assert ranks(values(a=20, b=20, c=10)).tolist() == [1, 1, 3]
    # b catches up with a: both are first, and c stays third.
    moved = move(values(a=20, b=15, c=10), values(a=20, b=20, c=10), "b")
    assert (moved.before, moved.after, moved.others) == (2, 1, ())


def test_an_unknown_value_has_no_rank_and_frees_its_place() -> None:
    moved = move(values(a=20, b=15), values(a=None, b=15), "a")
    assert (moved.before, moved.after, moved.of_after) == (1, None, 1)
    assert moved.others == ("b",)


def test_ranks_are_compared_among_the_same_members() -> None:
    with pytest.raises(ValueError, match="same members"):
        move(values(a=1), values(b=1), "a")


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12), st.integers(0, 9))
def test_only_members_that_are_passed_move(numbers: list[int], new: int) -> None:
    """Who moves lies between the old and the new value of the first member, ends included."""
    before = pd.Series(numbers, dtype=float)
    before.index = before.index.astype(str)
    after = before.copy()
    after["0"] = new
    low, high = sorted((numbers[0], new))
    for other in move(before, after, "0").others:
        assert low <= before[other] <= high


def test_a_gap_without_a_value_is_ranked_by_its_middle_or_its_lower_end() -> None:
    rows = pd.DataFrame(
        {"gap": [5.0, None, None, None], "gap_lower": [1.0, 10.0, 7.0, None],
         "gap_upper": [9.0, 20.0, None, None]}
    )  # fmt: skip
    found = by_gap(rows).tolist()
    assert found[:3] == [5, 15, 7]
    assert math.isnan(found[3])
