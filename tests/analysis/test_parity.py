"""Places to add and to move, against trying everything."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.parity import parity
from tests.analysis.equality import of


def floors(these, percent, in_country):
    """What each has to have, as fractions."""
    found = []
    for group in these.group:
        inside = these.group == group if in_country else np.full(len(these.need), True)
        mean = Fraction(int(these.capacity[inside].sum()), int(these.need[inside].sum()))
        found.append(mean * percent / 100)
    return [floor * int(need) for floor, need in zip(found, these.need, strict=True)]


def brute(these, percent, in_country):
    """Fewest places to add without moving; fewest added with moving, then fewest moved."""
    wanted = floors(these, percent, in_country)
    has = [int(each) for each in these.capacity]
    only, best = None, None
    for after in product(*(range(sum(has) + 3) for _ in has)):
        if any(a < floor for a, floor in zip(after, wanted, strict=True)):
            continue
        change = [a - b for a, b in zip(after, has, strict=True)]
        groups = these.group if in_country else [0] * len(has)
        sums = [
            sum(c for c, g in zip(change, groups, strict=True) if g == each) for each in set(groups)
        ]
        if min(sums) < 0:
            continue  # places do not vanish, nor cross a border
        if min(change) >= 0:
            only = min(sum(change), only if only is not None else 10**9)
        cost = (sum(sums), sum(-c for c in change if c < 0))
        best = min(cost, best or cost)
    return only, best


@st.composite
def small(draw):
    many = draw(st.integers(1, 3))
    capacity = draw(st.lists(st.integers(0, 4), min_size=many, max_size=many))
    need = draw(st.lists(st.integers(1, 5), min_size=many, max_size=many))
    return of(capacity, need, draw(st.lists(st.integers(0, 1), min_size=many, max_size=many)))


@settings(max_examples=150, deadline=None)
@given(small(), st.integers(0, 100), st.booleans())
def test_equal_to_trying_everything(these, percent, in_country) -> None:
    found = parity(these, percent, in_country)
    only, best = brute(these, percent, in_country)
    assert found.added == only
    assert (found.left, found.moved) == best


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), min_size=2, max_size=30),
    st.integers(1, 100),
)
def test_after_moving_and_adding_all_reach_parity(rows, percent) -> None:
    these = of(*zip(*rows, strict=True))
    found = parity(these, percent)
    assert found.give.sum() == found.take.sum() == found.moved
    assert (found.give <= found.spare).all()
    assert (found.take <= found.add).all()
    if not found.left:
        after = these.capacity - found.give + found.take
        wanted = floors(these, percent, False)
        assert all(Fraction(int(a)) >= f for a, f in zip(after, wanted, strict=True))
    # Who gives is never left below one who could have given and is further above.
    after = (these.capacity - found.give) / these.need
    gave, could = found.give > 0, found.give < found.spare
    if gave.any() and could.any():
        assert after[could].max() <= (after + 1 / these.need)[gave].min() + 1e-9


def test_a_large_table_by_hand() -> None:
    """Half have 10 for 10, half 30 for 10: the mean is 2, three quarters of it 15 each."""
    these = of([10] * 600 + [30] * 600, [10] * 1200)
    found = parity(these, 75)
    assert (found.added, found.moved, found.left) == (3000, 3000, 0)
    assert set(found.give[600:]) == {5}


def test_at_the_mean_whole_places_may_not_do() -> None:
    """Ten places for three alike: each needs 3 and a third, so four: two are lacking."""
    found = parity(of([10, 0, 0]), 100)
    assert found.added == 8
    assert (found.moved, found.left) == (6, 2)


def test_nothing_is_asked_for_at_nought_and_of_nobody() -> None:
    assert parity(of([3, 0]), 0).added == 0
    assert parity(of([]), 80).added == 0
    assert parity(of([0, 0]), 80).added == 0


def test_parts_of_places_give_and_take_whole_ones() -> None:
    """Floor 2 each (80 % of 2.5): 1.5 lacks one place, 3.5 can give one."""
    found = parity(of([1.5, 3.5]), 80)
    assert found.take.tolist() == [1, 0]
    assert found.give.tolist() == [0, 1]


def test_in_country_places_stay_in_it() -> None:
    these = of([0, 4, 100, 100], [1, 1, 1, 1], [0, 0, 1, 1])
    assert parity(these, 100, in_country=True).moved == 2
    assert parity(these, 100, in_country=True).give[2:].sum() == 0
    assert parity(these, 100).moved > 2


def test_a_parity_over_the_mean_is_refused() -> None:
    with pytest.raises(ValueError, match="percentage"):
        parity(of([1, 2]), 120)
