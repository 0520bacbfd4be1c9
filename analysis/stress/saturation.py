"""When territories are full, and the range between the cases of a stress test."""

import numpy as np
from numpy.typing import NDArray

from analysis.stress.course import ROUNDING, Course

Floats = NDArray[np.float64]

FULL, FILLS, MAY_FILL, ROOM, UNKNOWN = "full today", "fills", "may fill", "has room", "unknown"


def full_week(course: Course) -> Floats:
    """The first week at whose end no place is free.

    Shape   : cases x territories. 0 is full today; infinite is not within the horizon. Where
              there is neither a place nor a person nothing is full.
    Missing : NaN where persons or places are unknown, unless it is full today.

    >>> persons, places = np.array([[[80.0, 90, 100]]]), np.full((1, 1, 3), 95.0)
    >>> full_week(Course(persons, places, persons * 0)).tolist()
    [[2.0]]
    """
    full = course.persons >= course.places - ROUNDING * np.maximum(1, course.places)
    full &= course.persons > 0
    week = np.where(full.any(axis=2), full.argmax(axis=2), np.inf)
    unknown = (np.isnan(course.persons) | np.isnan(course.places)).any(axis=2)
    return np.where(unknown & (week != 0), np.nan, week)


def answer(weeks: Floats) -> list[str]:
    """What the cases together say of each territory; `weeks` is cases x territories.

    >>> answer(np.array([[0, 2, 3, np.inf, np.nan], [0, 4, np.inf, np.inf, 1]]))
    ['full today', 'fills', 'may fill', 'has room', 'unknown']
    """
    earliest, latest = weeks.min(axis=0), weeks.max(axis=0)
    return [_answer(low, high) for low, high in zip(earliest, latest, strict=True)]


def _answer(earliest: float, latest: float) -> str:
    if np.isnan(earliest):
        return UNKNOWN
    if np.isinf(earliest):
        return ROOM
    if np.isinf(latest):
        return MAY_FILL
    return FULL if latest == 0 else FILLS


def order(weeks: Floats, occupancy: Floats) -> list[int]:
    """Positions of the territories that fill, or may, first those that do so soonest.

    By the earliest week, then the latest, then the fuller one today (`occupancy`, cases x
    territories, per 100 places). Who has room or is unknown is not in the order.
    """
    earliest, latest = weeks.min(axis=0), weeks.max(axis=0)
    fullest = np.nan_to_num(-occupancy.max(axis=0))
    found = np.lexsort((fullest, latest, earliest))
    return [int(at) for at in found if np.isfinite(earliest[at])]


def ends(values: Floats) -> tuple[Floats, Floats]:
    """The least and the most over the cases, the first axis; NaN where any is unknown."""
    return np.min(values, axis=0), np.max(values, axis=0)
