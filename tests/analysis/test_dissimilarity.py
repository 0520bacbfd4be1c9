"""Hoover's index: worked by hand, at its ends, and bounded where need is an interval."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dissimilarity import dissimilarity


def of(places: list[float], lower: list[float], upper: list[float]) -> tuple[float, float]:
    return dissimilarity(pd.Series(places), pd.Series(lower), pd.Series(upper))


def test_places_where_the_need_is_need_not_move() -> None:
    assert of([10, 20, 30], [1, 2, 3], [1, 2, 3]) == (0.0, 0.0)


def test_a_third_of_the_places_stands_wrong() -> None:
    """Of 60 places the parts should hold 30, 20 and 10: 20 of the last have to move."""
    assert of([20, 10, 30], [3, 2, 1], [3, 2, 1]) == (
        pytest.approx(100 / 3),
        pytest.approx(100 / 3),
    )


def test_everything_in_the_one_part_without_need() -> None:
    assert of([10, 0], [0, 5], [0, 5]) == (100.0, 100.0)


@pytest.mark.parametrize(
    ("places", "lower", "upper"),
    [
        ([1, np.nan], [1, 1], [1, 1]),
        ([1, 1], [np.nan, 1], [1, 1]),
        ([1, 1], [1, 1], [1, np.nan]),
        ([5], [5], [5]),
        ([0, 0], [1, 1], [1, 1]),
        ([1, 1], [0, 0], [1, 1]),
    ],
)
def test_what_cannot_be_worked_out_is_unknown(
    places: list[float], lower: list[float], upper: list[float]
) -> None:
    assert np.isnan(of(places, lower, upper)).all()


def test_ends_that_cross_are_refused() -> None:
    with pytest.raises(ValueError, match="below its lower end"):
        of([1, 1], [2, 1], [1, 1])


parts = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 100), st.integers(0, 50), st.floats(0, 1)),
    min_size=2, max_size=6,
).filter(lambda found: sum(each[0] for each in found) > 0)  # fmt: skip


@given(parts)
def test_any_need_inside_its_interval_gives_an_index_inside(
    found: list[tuple[int, int, int, float]],
) -> None:
    places, low, width, at = (np.array(each, dtype=float) for each in zip(*found, strict=True))
    lower, upper = of(list(places), list(low), list(low + width))
    need = low + at * width
    inside, _ = of(list(places), list(need), list(need))
    assert lower - 1e-7 <= inside <= upper + 1e-7
    assert 0 <= lower <= upper <= 100
