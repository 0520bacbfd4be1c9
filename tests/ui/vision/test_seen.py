"""Words and classes of a range."""

import pytest

from ui.vision.seen import map_class, range_of
from ui.vision.words import TOO_LITTLE

NAN = float("nan")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"lower": 3.0, "upper": 12.0, "of": 40}, "3-12 of 40"),
        # Half a place is held by the whole ones around it.
        ({"lower": 3.5, "upper": 12.25, "of": 40}, "3-13 of 40"),
        ({"lower": 1.0, "upper": 1.0, "of": 40}, "1 of 40"),
        ({"lower": NAN, "upper": NAN, "of": 40, "why": TOO_LITTLE}, TOO_LITTLE),
    ],
)
def test_a_range_is_said_in_whole_places(row: dict[str, float], words: str) -> None:
    assert range_of(row) == words


@pytest.mark.parametrize(
    ("median", "wide", "found"),
    [(1, False, 2), (13, False, 2), (14, False, 1), (40, False, 0), (1, True, -2), (NAN, True, -1)],
)
def test_the_map_shows_thirds_and_what_cannot_be_told(
    median: float, wide: bool, found: int
) -> None:
    # Of 39: the first third ends at 13.
    assert map_class({"median": median, "of": 40 if median == 40 else 39, "wide": wide}) == found
