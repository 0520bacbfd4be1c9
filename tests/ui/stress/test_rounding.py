"""What is said to be enough is enough, and what is rounded away is not said."""

import math

from hypothesis import given
from hypothesis import strategies as st

from ui.stress.amounts import at_worst, enough, rounded_up


@given(st.floats(min_value=0, max_value=1e6))
def test_a_percentage_said_to_be_enough_is_never_less_than_what_is_needed(percent: float) -> None:
    assert rounded_up(percent) >= percent * (1 - 1e-6) - 1e-6
    assert rounded_up(percent) <= percent * 1.2 + 100


def test_nothing_is_enough_where_no_place_is_left() -> None:
    assert "no percentage is enough" in enough(math.inf)


def test_less_than_half_a_person_is_nobody() -> None:
    assert at_worst(0.0, 0.4) == "Nobody is without a place"
    assert at_worst(0.0, 0.6) == "Up to 1 person is without a place"
