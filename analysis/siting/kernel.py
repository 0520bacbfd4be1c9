"""The arithmetic of siting, compiled: sums over the cells a site reaches, and exchanges."""

import numpy as np
from numba import njit

from analysis.siting.model import Index, Reals


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def totals(value: Reals, starts: Index, cells: Index) -> Reals:
    """For each site, the sum of a value over the cells it reaches."""
    found = np.zeros(len(starts) - 1)
    for j in range(len(found)):
        for k in range(starts[j], starts[j + 1]):
            found[j] += value[cells[k]]
    return found


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def enter(
    j: int, step: int, need: Reals, starts: Index, cells: Index, of_cell: Index, sites: Index,
    count: Index, gain: Reals,
) -> None:  # fmt: skip
    """Add (`step` 1) or take away (-1) site j: what it reaches, and what each site would gain."""
    for k in range(starts[j], starts[j + 1]):
        i = cells[k]
        before = count[i]
        count[i] = before + step
        if need[i] > 0 and (before == 0 or count[i] == 0):
            change = -need[i] if before == 0 else need[i]
            for other in range(of_cell[i], of_cell[i + 1]):
                gain[sites[other]] += change


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def pick(
    many: int, need: Reals, starts: Index, cells: Index, of_cell: Index, sites: Index,
    count: Index, gain: Reals,
) -> Index:  # fmt: skip
    """One site after the other, each the one that gains most; ties go to the earlier site."""
    chosen = np.empty(many, np.int64)
    for each in range(many):
        best = 0
        for j in range(1, len(gain)):
            if gain[j] > gain[best]:
                best = j
        chosen[each] = best
        enter(best, 1, need, starts, cells, of_cell, sites, count, gain)
        gain[best] = -np.inf
    return chosen


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def exchange(
    chosen: Index, need: Reals, starts: Index, cells: Index, of_cell: Index, sites: Index,
    count: Index, gain: Reals, least: float,
) -> bool:  # fmt: skip
    """Take each site away in turn and put the best one in its place; whether any was better."""
    better = False
    for each in range(len(chosen)):
        old = chosen[each]
        # Whatever it alone reached is its gain again once it is taken away.
        gain[old] = 0.0
        enter(old, -1, need, starts, cells, of_cell, sites, count, gain)
        best = old
        for j in range(len(gain)):
            if gain[j] > gain[best] + least:
                best = j
        enter(best, 1, need, starts, cells, of_cell, sites, count, gain)
        gain[best] = -np.inf
        chosen[each] = best
        better = better or best != old
    return better
