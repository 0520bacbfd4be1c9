"""Sharing out whole numbers: nothing is lost, nobody is favoured, unknown stays unknown."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.apportion import largest_remainder

ROWS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(0, 1_000_000)), min_size=1, max_size=40
)
TOTALS = st.fixed_dictionaries({group: st.integers(0, 10_000_000) for group in "abcd"})


def shared(rows: list[tuple[str, int]], totals: dict[str, int]) -> pd.Series:
    groups = pd.Series([group for group, _ in rows])
    return largest_remainder(pd.Series([w for _, w in rows]), groups, pd.Series(totals))


@given(ROWS, TOTALS)
def test_parts_sum_exactly_to_the_total(rows, totals):
    parts = shared(rows, totals)
    for group in {group for group, _ in rows}:
        mine = [i for i, (each, _) in enumerate(rows) if each == group]
        if sum(rows[i][1] for i in mine) > 0:
            assert parts[mine].sum() == totals[group]
            assert (parts[mine] >= 0).all()
        else:
            assert parts[mine].isna().all()


@given(ROWS, TOTALS)
def test_each_part_lies_within_one_of_its_exact_quota(rows, totals):
    parts = shared(rows, totals)
    for part, (group, weight) in zip(parts, rows, strict=True):
        whole = sum(w for each, w in rows if each == group)
        if whole:
            assert abs(int(part) - Fraction(weight * totals[group], whole)) < 1


@given(ROWS, TOTALS)
def test_no_weight_gets_nothing(rows, totals):
    parts = shared(rows, totals)
    zeros = [i for i, (_, weight) in enumerate(rows) if weight == 0]
    assert (parts[zeros].fillna(0) == 0).all()


@given(ROWS, TOTALS, st.randoms())
def test_the_order_of_groups_does_not_matter(rows, totals, random):
    """Each group alone, in any order, gives what all of them together give."""
    together = shared(rows, totals)
    names = sorted({group for group, _ in rows})
    random.shuffle(names)
    apart = []
    for name in names:
        mine = [i for i, (each, _) in enumerate(rows) if each == name]
        alone = shared([rows[i] for i in mine], dict(reversed(totals.items())))
        alone.index = pd.Index(mine)
        apart.append(alone)
    pd.testing.assert_series_equal(pd.concat(apart).sort_index(), together)


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=30), st.integers(0, 10**9))
def test_fractional_weights_lose_nobody(weights, total):
    parts = largest_remainder(
        pd.Series(weights), pd.Series(["a"] * len(weights)), pd.Series({"a": total})
    )
    if parts.notna().all():
        assert parts.sum() == total
    else:
        assert parts.isna().all()
        assert sum(weights) == 0


def test_ties_go_to_the_earlier_row_and_a_group_without_total_stays_unknown():
    weights = pd.Series([1, 1, 5, 5], index=[7, 3, 9, 1])
    groups = pd.Series(["a", "a", "b", "c"], index=weights.index)
    parts = largest_remainder(weights, groups, pd.Series({"a": 3.0, "b": None}))
    assert parts[7] == 2 and parts[3] == 1
    assert parts[[9, 1]].isna().all()
    assert list(parts.index) == [7, 3, 9, 1]


def test_persons_without_any_weight_are_unknown_not_nowhere():
    parts = largest_remainder(pd.Series([0, 0]), pd.Series(["a", "a"]), pd.Series({"a": 10}))
    assert parts.isna().all()


def test_a_missing_weight_counts_as_none():
    parts = largest_remainder(
        pd.Series([None, 2.0, 2.0]), pd.Series(["a"] * 3), pd.Series({"a": 10})
    )
    assert parts.tolist() == [0, 5, 5]


def test_a_row_without_a_group_is_unknown():
    parts = largest_remainder(pd.Series([1, 1]), pd.Series(["a", None]), pd.Series({"a": 4}))
    assert parts[0] == 4 and pd.isna(parts[1])


@pytest.mark.parametrize("total", [-1, 2.5, float("inf")])
def test_totals_must_be_whole_and_not_negative(total):
    with pytest.raises(ValueError, match="whole"):
        largest_remainder(pd.Series([1]), pd.Series(["a"]), pd.Series({"a": total}))


def test_weights_must_not_be_negative():
    with pytest.raises(ValueError, match="negative"):
        largest_remainder(pd.Series([3, -1]), pd.Series(["a", "a"]), pd.Series({"a": 1}))
