"""Reach over a continent: the cell kernel by coarser H3 cells, in processes or as Spark's tasks."""

from collections.abc import Callable, Iterable
from typing import Any

import h3
import numpy as np

from analysis.catchment.model import Cells, Floats, Interval, Places, Positions
from analysis.catchment.parted import Asked, Run, Task, two_step_in_parts

# About 180 km from side to side: some hundred parts for Europe, a halo of 50 km is no burden.
PARENT = 2


def two_step_by_parents(
    cells: Cells, places: Places, asked: Asked, run: Run = map, resolution: int = PARENT
) -> Interval:
    """Capacity per person by cell, a task for each H3 cell of a resolution with its halo.

    As `measures.two_step` gives for all cells together, to 1e-12; raises as it does.
    """
    parents = (
        parent_of(cells.lon, cells.lat, resolution),
        parent_of(places.lon, places.lat, resolution),
    )
    return two_step_in_parts((cells, parents[0]), (places, parents[1]), asked, run)


def parent_of(lon: Floats, lat: Floats, resolution: int = PARENT) -> Positions:
    """The H3 cell of a resolution that each point, in degrees, lies in.

    >>> hex(int(parent_of(np.array([12.5]), np.array([41.9]))[0]))
    '0x821e87fffffffff'
    """
    found = (
        h3.str_to_int(h3.latlng_to_cell(north, east, resolution))
        for east, north in zip(lon.tolist(), lat.tolist(), strict=True)
    )
    return np.fromiter(found, dtype=np.int64, count=len(lon))


def on_spark(session: Any) -> Run:
    """A `map` whose calls are tasks of a session, as many at once as it has places for them."""

    def run(work: Callable[[Task], Interval], tasks: Iterable[Task]) -> Iterable[Interval]:
        given = list(tasks)
        found = session.sparkContext.parallelize(given, max(1, len(given))).map(work).collect()
        return [Interval(*each) for each in found]

    return run
