"""Which cells a site on each of some points would reach, as the crow flies."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from analysis.catchment.model import StoppedError, Watch, silent
from analysis.reach import EARTH_RADIUS_KM, unit_vectors
from analysis.siting.model import Candidates, Flags, Index, Reals

_AT_A_TIME = 512


@dataclass(frozen=True, eq=False)
class People:
    """Where people live, in degrees, and how many of them no service reaches yet.

    `need` is 0 or more and known; cells where it is not known are left out, and said to be.
    """

    lon: Reals
    lat: Reals
    need: Reals


def candidates_within(people: People, sites: Index, km: float, watch: Watch = silent) -> Candidates:
    """What sites in the middle of some of the cells would reach within `km`.

    Shape   : `sites` are positions of cells of `people`; the candidates have their order.
    Units   : great-circle kilometres; divide by a detour factor beforehand.
    Missing : cells without need are reached by nobody: they are left out of what is reached.
    Errors  : StoppedError when the watcher says to stop.

    >>> here = People(np.array([0.0, 0.1, 2.0]), np.zeros(3), np.array([5.0, 3.0, 4.0]))
    >>> found = candidates_within(here, np.array([0, 2]), 20.0)
    >>> found.starts.tolist(), found.cells.tolist()
    ([0, 2, 3], [0, 1, 2])
    """
    points = unit_vectors(people.lon, people.lat)
    needed = np.flatnonzero(people.need > 0)
    if not len(needed) or not len(sites):
        return Candidates(people.need, np.zeros(len(sites) + 1, np.int64), np.zeros(0, np.int32))
    tree = cKDTree(points[needed])
    reached: list[npt.NDArray[np.int32]] = []
    for start in range(0, len(sites), _AT_A_TIME):
        part = points[sites[start : start + _AT_A_TIME]]
        for found in tree.query_ball_point(part, _chord(km), return_sorted=True):
            reached.append(needed[np.asarray(found, dtype=np.int64)].astype(np.int32))
        if not watch(min(1.0, (start + _AT_A_TIME) / len(sites))):
            raise StoppedError
    counts = np.array([len(each) for each in reached], dtype=np.int64)
    return Candidates(people.need, np.r_[0, np.cumsum(counts)], np.concatenate(reached))


def thinned(gain: Reals, around: npt.NDArray[np.uint64], most: int) -> Index:
    """At most `most` sites: the best one of each group around them, of most gain first.

    Shape   : `gain` and the group `around` each site; positions of those kept, in their order.
    Missing : a site that would gain nothing is never kept.

    >>> thinned(np.array([1.0, 3.0, 2.0, 0.0]), np.array([7, 7, 8, 9], dtype=np.uint64), 5)
    array([1, 2])
    """
    order = np.lexsort((np.arange(len(gain)), -gain))
    order = order[gain[order] > 0]
    _, first = np.unique(around[order], return_index=True)
    best = order[np.sort(first)][:most]
    return np.sort(best).astype(np.int64)


def reached_by(candidates: Candidates, chosen: npt.ArrayLike) -> Flags:
    """A row per chosen site, in their order: the cells it reaches."""
    sites = np.asarray(chosen, dtype=np.int64)
    found = np.zeros((len(sites), len(candidates.need)), dtype=bool)
    for row, j in enumerate(sites):
        found[row, candidates.cells[candidates.starts[j] : candidates.starts[j + 1]]] = True
    return found


def _chord(km: float) -> float:
    return float(2 * np.sin(min(km / (2 * EARTH_RADIUS_KM), np.pi / 2)))
