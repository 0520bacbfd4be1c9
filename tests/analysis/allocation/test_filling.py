"""Water-filling against every allocation there is, and against the solver."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.allocation.limits import ImpossibleError, Limits
from analysis.allocation.objectives import (
    by_key,
    least_unequal,
    least_unmet,
    least_worst,
    unmet,
)

Burden = Callable[[np.ndarray, np.ndarray, np.ndarray], float]
BURDENS: dict[str, Burden] = {
    "key": lambda found, _gap, size: float(
        ((found - found.sum() * size / size.sum()) ** 2 / size).sum()
    ),
    "worst": lambda found, gap, size: float(((gap + found) / size).max()),
    "unequal": lambda found, gap, size: float(((gap + found) ** 2 / size).sum()),
    "unmet": lambda found, gap, _size: unmet(gap, found),
}


def allocated(
    name: str, persons: int, gap: np.ndarray, size: np.ndarray, limits: Limits
) -> np.ndarray:
    if name == "key":
        return by_key(persons, size, limits)
    ways = {"worst": least_worst, "unequal": least_unequal, "unmet": least_unmet}
    return ways[name](persons, gap, size, limits)


cases = st.integers(1, 4).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(-6, 6), min_size=n, max_size=n),
        st.lists(st.integers(1, 9), min_size=n, max_size=n),
        st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), min_size=n, max_size=n),
        st.integers(0, 12),
    )
)


@pytest.mark.parametrize("name", BURDENS)
@given(case=cases)
def test_no_allocation_is_better(
    name: str, case: tuple[list[int], list[int], list[tuple[int, int]], int]
) -> None:
    gaps, sizes, bounds, persons = case
    gap, size = np.array(gaps, dtype=float), np.array(sizes, dtype=float)
    least = np.array([low for low, _ in bounds])
    limits = Limits(least, least + np.array([more for _, more in bounds]))
    every = [
        np.array(each)
        for each in product(*map(range, limits.least, limits.most + 1))
        if sum(each) == persons
    ]
    if not every:
        with pytest.raises(ImpossibleError):
            allocated(name, persons, gap, size, limits)
        return
    found = allocated(name, persons, gap, size, limits)
    assert found.sum() == persons
    assert ((limits.least <= found) & (found <= limits.most)).all()
    if name == "worst" and (persons == limits.least.sum()):
        return
    burden = BURDENS[name]
    best = min(burden(each, gap, size) for each in every)
    assert burden(found, gap, size) == pytest.approx(best, abs=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_the_fewest_without_a_place_as_the_solver_finds(seed: int) -> None:
    random = np.random.default_rng(seed)
    gap = random.integers(-50, 50, 40).astype(float)
    most = random.integers(0, 60, 40)
    persons = int(most.sum() // 2)
    found = least_unmet(persons, gap, random.uniform(1, 9, 40), Limits.up_to(most))
    # Variables: persons and persons without a place, by territory.
    eye = np.eye(40)
    solved = linprog(
        np.r_[np.zeros(40), np.ones(40)],
        A_ub=np.hstack([eye, -eye]), b_ub=-gap,
        A_eq=np.r_[np.ones(40), np.zeros(40)][None], b_eq=[persons],
        bounds=[(0, upper) for upper in most] + [(0, None)] * 40,
    )  # fmt: skip
    assert unmet(gap, found) == pytest.approx(solved.fun, abs=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_the_least_worst_is_within_one_person_of_the_solver_s_fractions(seed: int) -> None:
    random = np.random.default_rng(seed)
    gap = random.integers(-50, 50, 40).astype(float)
    size = random.uniform(5, 50, 40)
    most = random.integers(10, 60, 40)
    persons = int(most.sum() // 2)
    found = least_worst(persons, gap, size, Limits.up_to(most))
    solved = linprog(
        np.r_[np.zeros(40), 1.0],
        A_ub=np.hstack([np.diag(1 / size), -np.ones((40, 1))]), b_ub=-gap / size,
        A_eq=np.r_[np.ones(40), 0.0][None], b_eq=[persons],
        bounds=[(0, upper) for upper in most] + [(None, None)],
    )  # fmt: skip
    worst = ((gap + found) / size).max()
    assert solved.fun - 1e-9 <= worst <= solved.fun + (1 / size).max()


@given(case=cases, at=st.integers(0, 3))
def test_more_room_never_leaves_more_without_a_place(
    case: tuple[list[int], list[int], list[tuple[int, int]], int], at: int
) -> None:
    gaps, sizes, _, persons = case
    gap, size = np.array(gaps, dtype=float), np.array(sizes, dtype=float)
    limits = Limits.up_to(np.full(len(gaps), 20))
    roomier = gap.copy()
    roomier[at % len(gaps)] -= 3
    before = unmet(gap, least_unmet(persons, gap, size, limits))
    assert unmet(roomier, least_unmet(persons, roomier, size, limits)) <= before


def test_a_key_is_met_to_the_person() -> None:
    """Königstein for three: 21.2, 15.6 and 4.7 of 41.5 shares of 1,000 persons."""
    found = by_key(1000, [21.2, 15.6, 4.7], Limits.up_to([1000, 1000, 1000]))
    assert list(found) == [511, 376, 113]


def test_the_impossible_says_which_limit_and_by_how_many() -> None:
    with pytest.raises(ImpossibleError, match="upper limits together: 4 persons"):
        by_key(9, [1, 1], Limits.up_to([2, 3]))
    with pytest.raises(ImpossibleError, match="lower limits together: 2 persons") as caught:
        by_key(1, [1, 1], Limits(np.array([2, 1]), np.array([5, 5])))
    assert caught.value.persons == 2


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [([-1], [1], "below 0"), ([2], [1], "above its upper"), ([1, 1], [1], "for each territory")],
)
def test_limits_that_contradict_themselves_are_refused(
    least: list[int], most: list[int], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Limits(np.array(least), np.array(most))


def test_what_is_unknown_is_not_filled() -> None:
    with pytest.raises(ValueError, match="unknown"):
        least_worst(1, [np.nan, 0], [1, 1], Limits.up_to([5, 5]))
