"""Families kept together, groups that compete: against every placement there is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.allocation.together import Arrivals, place

kinds = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 4), st.tuples(st.booleans(), st.booleans())),
    min_size=1, max_size=3,
)  # fmt: skip


def arrivals(found: list[tuple[int, int, tuple[bool, bool]]]) -> Arrivals:
    units, size, open_to = zip(*found, strict=True)
    return Arrivals(np.array(units), np.array(size), np.array(open_to, dtype=bool))


def fewest_left(coming: Arrivals, free: list[int]) -> int:
    """Try every number of units of every kind in both territories."""
    options = [
        [
            (here, there)
            for here in range(number * bool(opened[0]) + 1)
            for there in range(number * bool(opened[1]) + 1)
            if here + there <= number
        ]
        for number, opened in zip(coming.units, coming.open_to, strict=True)
    ]
    best = 0
    for chosen in product(*options):
        persons = np.array(chosen) * coming.size[:, None]
        if (persons.sum(axis=0) <= free).all():
            best = max(best, int(persons.sum()))
    return coming.persons - best


@settings(max_examples=40)
@given(kinds, st.tuples(st.integers(0, 7), st.integers(0, 7)))
def test_as_few_are_left_as_any_placement_leaves(
    found: list[tuple[int, int, tuple[bool, bool]]], free: tuple[int, int]
) -> None:
    coming = arrivals(found)
    placed = place(coming, list(free))
    assert placed.unplaced_persons == fewest_left(coming, list(free))
    assert placed.unplaced_bound <= placed.unplaced_persons + 1e-6
    assert ((placed.units * coming.size[:, None]).sum(axis=0) <= free).all()
    assert not placed.units[~coming.open_to].any()
    assert (placed.units.sum(axis=1) + placed.unplaced == coming.units).all()


def test_a_family_is_not_cut_in_two() -> None:
    """Two territories with two free places each have none for a family of three."""
    family = Arrivals(np.array([1]), np.array([3]), np.ones((1, 2), dtype=bool))
    assert place(family, [2, 2]).unplaced_persons == 3


@pytest.mark.parametrize("free", [[np.nan, 1], [-1, 1]])
def test_nobody_is_placed_on_a_guess(free: list[float]) -> None:
    family = Arrivals(np.array([1]), np.array([3]), np.ones((1, 2), dtype=bool))
    with pytest.raises(ValueError, match="unknown or below 0"):
        place(family, free)


def test_kinds_that_do_not_fit_one_another_are_refused() -> None:
    with pytest.raises(ValueError, match="same kinds"):
        Arrivals(np.array([1]), np.array([3, 2]), np.ones((1, 2), dtype=bool))
    with pytest.raises(ValueError, match="fewer than"):
        Arrivals(np.array([1]), np.array([0]), np.ones((1, 2), dtype=bool))
