"""Agreement of two orders: cases counted by hand, ties, the unknown, intervals."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.concordance import (
    AGAINST,
    CANNOT_TELL,
    FOLLOWS,
    LEAST,
    TOO_FEW,
    _taus,
    concordance,
    same_order,
    tau_b,
)


def rows(money: list[float], need: list[float], **more: list[float]) -> pd.DataFrame:
    names = [f"T{i:02}" for i in range(len(money))]
    return pd.DataFrame({"money": money, "need": need, **more}, index=names)


def test_tau_of_four_counted_by_hand() -> None:
    # Pairs of (1,2,3,4) and (1,3,2,4): only 2-3 is reversed. Five agree, one does not: 4/6.
    assert tau_b(np.array([1.0, 2, 3, 4]), np.array([1.0, 3, 2, 4])) == pytest.approx(4 / 6)
    assert same_order(np.array([1.0, 2, 3, 4]), np.array([1.0, 3, 2, 4])) == pytest.approx(5 / 6)


def test_ties_are_corrected_for_by_hand() -> None:
    # (1,1,2,3) and (1,2,3,4): 6 pairs, one tied on the left. 5 agree: 5 / sqrt(5 x 6).
    found = tau_b(np.array([1.0, 1, 2, 3]), np.array([1.0, 2, 3, 4]))
    assert found == pytest.approx(5 / math.sqrt(30))
    # Tied pairs are in no order: all five others agree.
    assert same_order(np.array([1.0, 1, 2, 3]), np.array([1.0, 2, 3, 4])) == 1


def test_an_order_that_does_not_vary_has_no_agreement() -> None:
    assert math.isnan(tau_b(np.ones(9), np.arange(9.0)))
    assert concordance(rows([1.0] * 9, list(range(9)))).answer == TOO_FEW


@given(st.lists(st.integers(0, 6), min_size=4, max_size=30))
def test_all_pairs_at_once_give_what_scipy_gives_one_by_one(ranks: list[int]) -> None:
    random = np.random.default_rng(3)
    first = np.array([random.permutation(ranks) for _ in range(4)], dtype=float)
    second = np.array([random.permutation(ranks) for _ in range(4)], dtype=float)
    one_by_one = [tau_b(a, b) for a, b in zip(first, second, strict=True)]
    assert _taus(first, second) == pytest.approx(one_by_one, nan_ok=True)


def test_the_same_order_follows_and_the_reverse_is_against() -> None:
    up = [float(i) for i in range(20)]
    found = concordance(rows(up, up))
    assert (found.tau, found.upper, found.rho, found.same_order) == (1, 1, pytest.approx(1), 1)
    assert found.answer == FOLLOWS
    assert concordance(rows(up, up[::-1])).answer == AGAINST


def test_no_order_cannot_be_told() -> None:
    random = np.random.default_rng(1)
    found = concordance(rows(list(random.random(30)), list(random.random(30))))
    assert found.answer == CANNOT_TELL
    assert found.lower < 0 < found.upper


def test_only_the_order_counts() -> None:
    random = np.random.default_rng(2)
    money, need = random.random(15), random.random(15)
    plain = concordance(rows(list(money), list(need)))
    stretched = concordance(rows(list(np.exp(9 * money)), list(need * 1000 + 5)))
    assert plain == stretched


def test_the_unknown_is_left_out_named_and_never_zero() -> None:
    up = [float(i) for i in range(10)]
    whole = concordance(rows(up, up))
    # Zero money for most need would break the order; unknown money is not in it.
    unknown = concordance(rows([*up, np.nan, 3.0], [*up, 99.0, np.nan]))
    assert unknown.left_out == ("T10", "T11")
    assert (unknown.n, unknown.tau) == (whole.n, whole.tau)
    assert concordance(rows([*up, 0.0], [*up, 99.0])).tau < 1


def test_too_few_are_too_few() -> None:
    up = [float(i) for i in range(LEAST)]
    assert concordance(rows(up, up)).answer == FOLLOWS
    few = concordance(rows(up[1:], up[1:]))
    assert (few.answer, few.n) == (TOO_FEW, LEAST - 1)
    assert math.isnan(few.tau)


def test_wide_intervals_make_the_agreement_less_sure() -> None:
    up = [float(i) for i in range(1, 13)]
    sure = concordance(rows(up, up))
    wide = concordance(rows(up, up, need_lower=[0.0] * 12, need_upper=[20.0] * 12))
    assert wide.tau == sure.tau == pytest.approx(1)
    assert wide.upper - wide.lower > sure.upper - sure.lower
    assert wide.answer == CANNOT_TELL


def test_intervals_that_do_not_overlap_change_nothing() -> None:
    up = [float(i) for i in range(1, 13)]
    narrow = concordance(
        rows(up, up, need_lower=[x - 0.1 for x in up], need_upper=[x + 0.1 for x in up])
    )
    assert (narrow.lower, narrow.upper) == (1, 1)


def test_the_same_rows_give_the_same_interval() -> None:
    random = np.random.default_rng(4)
    frame = rows(list(random.random(12)), list(random.random(12)))
    assert concordance(frame) == concordance(frame)


def test_what_makes_no_sense_is_refused() -> None:
    up = [float(i) for i in range(9)]
    with pytest.raises(ValueError, match="twice"):
        concordance(pd.concat([rows(up, up), rows(up, up)]))
    with pytest.raises(ValueError, match="above its upper end"):
        concordance(rows(up, up, need_lower=[5.0] * 9, need_upper=[1.0] * 9))
