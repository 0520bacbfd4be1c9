"""What to ask for: the figure that leaves most open, by hand."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gap import SHORT, gaps
from analysis.narrowing import BENCHMARK, CAPACITY, NEED, NOTHING, narrowing
from tests.analysis.test_gap import FIGURE, frame, row

NAN = math.nan


def asked(need: Any, have: Any, factor: float | None = 1.0) -> tuple[str, float]:
    found = narrowing(gaps(frame(row(need, have)), factor)).iloc[0]
    return str(found["ask"]), float(found["at_stake"])


@pytest.mark.parametrize(
    ("need", "have", "ask", "at_stake"),
    [
        (100.0, 90.0, NOTHING, 0),
        ((100.0, 80.0, 120.0), 90.0, NEED, 40),
        (100.0, (50.0, 20.0, 80.0), CAPACITY, 60),
        ((100.0, 90.0, 110.0), (50.0, 20.0, 80.0), CAPACITY, 60),
        ((100.0, 60.0, 140.0), (50.0, 20.0, 80.0), NEED, 80),
        # No places known: anything from none to all that is asked for.
        (100.0, NAN, CAPACITY, 100),
        ((100.0, 80.0, 120.0), NAN, CAPACITY, 120),
        (0.0, NAN, NOTHING, 0),
        (NAN, 90.0, NEED, NAN),
        (NAN, NAN, NEED, NAN),
        ((100.0, NAN, NAN), 90.0, NEED, NAN),
    ],
)
def test_what_to_ask_for(need: Any, have: Any, ask: str, at_stake: float) -> None:
    assert asked(need, have) == (ask, pytest.approx(at_stake, nan_ok=True))


def test_without_a_benchmark_that_comes_first() -> None:
    assert asked(100.0, 90.0, None) == (BENCHMARK, pytest.approx(NAN, nan_ok=True))


def test_the_stake_is_in_the_unit_of_the_benchmark() -> None:
    """Half a place each: a need between 80 and 120 leaves 20 places open."""
    assert asked((100.0, 80.0, 120.0), 30.0, 0.5) == (NEED, 20)


@given(FIGURE, FIGURE)
def test_at_stake_is_never_more_than_is_open(need: Any, have: Any) -> None:
    found = gaps(frame(row(need, have)), 1.0)
    said = narrowing(found).iloc[0]
    assert not said["at_stake"] < 0
    width = (found["gap_upper"] - found["gap_lower"]).iloc[0]
    assert not said["at_stake"] > width + 1e-9, "one figure alone is no wider than the answer"
    if width == 0 and found["answer"].iloc[0] == SHORT:
        assert said["ask"] == NOTHING


@given(st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=6))
def test_rows_are_judged_apart(figures: list[tuple[Any, Any]]) -> None:
    together = narrowing(gaps(frame(*(row(*each) for each in figures)), 1.0))
    apart = [narrowing(gaps(frame(row(*each)), 1.0)) for each in figures]
    pd.testing.assert_frame_equal(together, pd.concat(apart, ignore_index=True))
