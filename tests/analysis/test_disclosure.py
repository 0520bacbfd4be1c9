"""No small count can be worked out from rounded counts and totals: an attacker tries."""

from itertools import product

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.disclosure import BASE, REACH, bounds, freedom, in_words, rounded, steadied

counts = st.integers(min_value=0, max_value=14)


def attacked(shown: pd.Series, total: str, parts: list[str]) -> list[set[int]]:
    """Every true count of each part that agrees with all that is shown, by trying them all."""
    lowest, highest = bounds(shown)
    ranges = [range(int(lowest[p]), int(highest[p]) + 1) for p in parts]
    agree = [each for each in product(*ranges) if lowest[total] <= sum(each) <= highest[total]]
    return [set(column) for column in zip(*agree, strict=True)]


def shown(regions: list[int]) -> pd.Series:
    codes = [f"XX{i}" for i in range(len(regions))]
    true = pd.Series([sum(regions), *regions], index=["XX", *codes], dtype=float)
    return steadied(rounded(true))


@example([2, 2, 2, 2])
@given(st.lists(counts, min_size=1, max_size=5))
def test_an_attacker_who_knows_all_totals_cannot_narrow_any_part(regions: list[int]) -> None:
    found = shown(regions)
    parts = [code for code in found.index if code != "XX"]
    left = attacked(found, "XX", parts)
    for code, possible in zip(parts, left, strict=True):
        # 0 stands for 0 to 2, any other for five counts.
        assert len(possible) == (REACH + 1 if found[code] == 0 else BASE)


def test_plain_rounding_would_give_all_four_away() -> None:
    plain = rounded(pd.Series([8, 2, 2, 2, 2], index=["XX", "XX1", "XX2", "XX3", "XX4"]))
    assert attacked(plain, "XX", list(plain.index[1:])) == [{2}] * 4
    assert min(freedom(plain["XX"], plain[1:])) == 0
    assert steadied(plain)["XX"] == 5


@given(st.lists(st.integers(0, 10_000), max_size=30))
def test_rounding_is_at_most_two_away_and_a_multiple_of_five(values: list[int]) -> None:
    true = pd.Series(values, dtype=float)
    found = rounded(true)
    assert (found % BASE == 0).all()
    assert ((found - true).abs() <= REACH).all()


@given(st.lists(counts, min_size=1, max_size=6))
def test_parts_are_never_moved_and_totals_by_one_step(regions: list[int]) -> None:
    codes = [f"XX{i}" for i in range(len(regions))]
    plain = rounded(pd.Series([sum(regions), *regions], index=["XX", *codes], dtype=float))
    found = steadied(plain)
    assert found[codes].equals(plain[codes])
    assert abs(found["XX"] - plain["XX"]) in (0, BASE)


def test_missing_stays_missing() -> None:
    found = steadied(rounded(pd.Series([7.0, None, 3.0], index=["XX", "XX1", "XX2"])))
    assert found["XX"] == 5 and pd.isna(found["XX1"]) and found["XX2"] == 5


@pytest.mark.parametrize(("count", "said"), [(0.0, "0-2"), (5.0, "5"), (2535.0, "2,535")])
def test_none_is_never_said_of_a_rounded_count(count: float, said: str) -> None:
    assert in_words(count) == said
