"""What more places buy: weeks, and how many would be enough for everybody."""

import numpy as np
from numpy.typing import NDArray

from analysis.stress.course import Course

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def gained(before: Floats, after: Floats, horizon: int) -> Floats:
    """How many weeks later a territory is full with more places.

    Shape   : as both weeks given.
    Units   : weeks; where it is not full within the horizon any more, the weeks to the end of it
              at least: the horizon + 1 - the week before.
    Missing : NaN where a week is unknown.

    >>> gained(np.array([3.0, 3.0, np.inf]), np.array([5.0, np.inf, np.inf]), 26).tolist()
    [2.0, 24.0, 0.0]
    """
    end = horizon + 1.0
    return np.asarray(np.minimum(after, end) - np.minimum(before, end), float)


def least_buffer(course: Course, group: Ints | None = None) -> Floats:
    """By how many per cent places must grow so that nobody is without one in any week.

    A closed form: persons do not depend on places, so that the worst week decides,
    max(persons / places) - 1. With `group`, the persons and places of a group are counted
    together, as if who has no place went where room is.

    Shape   : cases x territories, or cases x groups.
    Missing : NaN where persons or places are unknown; infinite where people need a place and
              there is none to grow.

    >>> course = Course(np.array([[[80.0, 120.0]]]), np.full((1, 1, 2), 100.0), np.zeros((1, 1, 2)))
    >>> round(float(least_buffer(course)[0, 0]), 6)
    20.0
    """
    persons, places = course.persons, course.places
    if group is not None:
        persons, places = of_groups(persons, group), of_groups(places, group)
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(persons <= 0, persons * 0, persons / places)
    return np.asarray(np.maximum(100 * (np.max(needed, axis=2) - 1), 0), float)


def of_groups(values: Floats, group: Ints) -> Floats:
    """Sums over the territories of each group; cases x groups x weeks, NaN where any is."""
    sums = np.zeros((int(group.max()) + 1, values.shape[0], values.shape[2]))
    np.add.at(sums, group, values.swapaxes(0, 1))
    return sums.swapaxes(0, 1)
