"""What counts and what does not."""

import numpy as np
import pytest

from analysis.equality.held import held, left_out

NAN = np.nan


def test_unknown_is_left_out_and_told_and_zero_counts() -> None:
    capacity = np.array([0.0, NAN, 4.0, 3.0, NAN])
    need = np.array([10.0, 30.0, NAN, 0.0, 0.0])
    counted = held(capacity, need)
    assert counted.capacity.tolist() == [0]
    told = left_out(capacity, need)
    assert (told.counted, told.need_counted) == (1, 10)
    assert (told.unknown, told.need_unknown) == (3, 30)
    assert (told.idle, told.idle_capacity) == (1, 3)


@pytest.mark.parametrize("wrong", [-1.0, np.inf])
def test_impossible_figures_are_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="not negative"):
        held(np.array([wrong]), np.array([1.0]))


def test_countries_are_numbered_without_gaps() -> None:
    group = np.array([5, 2, 9])
    assert held(np.array([1.0, NAN, 1.0]), np.ones(3), group).group.tolist() == [0, 1]
