"""A catchment too large for one machine, worked out in parts that need not know each other.

Cells and places are in parts by where they are, such as the coarser H3 cell they lie in. What a
cell of a part finds depends on the places within reach of it, and on all people within reach of
those: the part's halo. So each part with its halo is a task of its own, and any `run` that works
like `map` will do: a loop, processes, or Spark.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import Decay
from analysis.catchment.measures import two_step
from analysis.catchment.model import Cells, Flags, Floats, Interval, Places, Positions
from analysis.reach import EARTH_RADIUS_KM, unit_vectors

# A hand's breadth, so that rounding leaves nobody out.
_ROOM = 1e-8


class Asked(NamedTuple):
    """What is asked of every part: decay, detour factor, group, and the typical capacity."""

    decay: Decay
    detour: float = 1.0
    group: int = 0
    typical: float | None = None


class Task(NamedTuple):
    """A part with its halo: positions of its own cells, and which of `cells` they are."""

    positions: Positions
    own: Flags
    cells: Cells
    places: Places
    asked: Asked


Run = Callable[[Callable[[Task], Interval], Iterable[Task]], Iterable[Interval]]


def two_step_in_parts(
    people: tuple[Cells, Positions], offer: tuple[Places, Positions], asked: Asked, run: Run = map
) -> Interval:
    """As `measures.two_step`, part after part: the same numbers but for the order of sums.

    Shape   : cells, and a number per cell that says in which part it is; places likewise. Parts
              may be of any shape, and cover any number of cells.
    Units   : capacity per person, by cell.
    Missing : as in `two_step`.
    Errors  : ValueError unless every cell and place has a part.

    >>> cells = Cells(np.array([0.0, 0.1, 5.0]), np.zeros(3), np.array([10.0, 30.0, 20.0]))
    >>> places = Places(np.array([0.0, 5.0]), np.zeros(2), np.array([8.0, 5.0]), np.ones(2))
    >>> from analysis.catchment.decay import flat
    >>> parts = np.array([1, 2, 3]), np.array([1, 3])
    >>> two_step_in_parts((cells, parts[0]), (places, parts[1]), Asked(flat(50))).lower.tolist()
    [0.2, 0.2, 0.25]
    """
    (cells, _), tasks = people, list(tasks_of(people, offer, asked))
    lower, upper = np.zeros(len(cells.lon)), np.zeros(len(cells.lon))
    for task, found in zip(tasks, run(in_part, tasks), strict=True):
        lower[task.positions], upper[task.positions] = found
    return Interval(lower, upper)


def in_part(task: Task) -> Interval:
    """What the part's own cells find, in the order of their positions."""
    setting = as_the_crow_flies(task.cells, task.places, task.asked.detour)
    found = two_step(setting, task.asked.decay, task.asked.group, task.asked.typical)
    return Interval(found.lower[task.own], found.upper[task.own])


def tasks_of(
    people: tuple[Cells, Positions], offer: tuple[Places, Positions], asked: Asked
) -> Iterator[Task]:
    """A task per part that has cells: places within reach of them, and all who reach those."""
    (cells, part), (places, place_part) = people, offer
    if len(part) != len(cells.lon) or len(place_part) != len(places.lon):
        raise ValueError("every cell and every place must have a part")
    reach = min(asked.decay.reach / (EARTH_RADIUS_KM * asked.detour), np.pi)
    at, place_at = unit_vectors(cells.lon, cells.lat), unit_vectors(places.lon, places.lat)
    for number in np.unique(part):
        own = part == number
        middle, arc = _cap(at[own])
        near = _within(at, middle, arc + 2 * reach) | own
        reached = _within(place_at, middle, arc + reach) | (place_part == number)
        yield Task(
            np.flatnonzero(own),
            own[near],
            Cells(cells.lon[near], cells.lat[near], cells.demand[near]),
            Places(
                places.lon[reached], places.lat[reached],
                places.capacity[reached], places.open_to[reached],
            ),
            asked,
        )  # fmt: skip


def _cap(points: Floats) -> tuple[Floats, float]:
    """A middle of points on the unit sphere, and the arc to the farthest of them."""
    total = points.sum(axis=0)
    length = float(np.sqrt(total @ total))
    middle = total / length if length > _ROOM else points[0]
    return middle, float(np.arccos(np.clip((points @ middle).min(), -1, 1)))


def _within(points: Floats, middle: Floats, arc: float) -> Flags:
    """Which points lie within an arc of a middle; a few more where rounding may decide."""
    chord = 2 * np.sin(min(arc, np.pi) / 2) + _ROOM
    away = points - middle
    return np.einsum("ij,ij->i", away, away) <= chord**2
