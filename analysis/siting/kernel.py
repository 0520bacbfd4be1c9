"""The arithmetic of siting, compiled: sums over the cells a site reaches, and exchanges."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.catchment.compiled import as_written
from analysis.siting.model import Candidates, Index, Reals

Short = npt.NDArray[np.int32]


class Reach(NamedTuple):
    """Site j reaches `cells[starts[j]:starts[j + 1]]`; `of_cell`, `sites`: who reaches a cell."""

    need: Reals
    starts: Index
    cells: Short
    of_cell: Index
    sites: Short


class State(NamedTuple):
    """How many chosen sites reach each cell, and what each site would add; chosen ones: -inf."""

    reached: Index
    gain: Reals


def reach_of(candidates: Candidates) -> Reach:
    """What the kernel is given of the candidates."""
    return Reach(candidates.need, candidates.starts, candidates.cells, *candidates.by_cell)


@as_written
def totals(value: Reals, starts: Index, cells: Short) -> Reals:
    """For each site, the sum of a value over the cells it reaches."""
    found = np.zeros(len(starts) - 1)
    for j in range(len(found)):
        for k in range(starts[j], starts[j + 1]):
            found[j] += value[cells[k]]
    return found


@as_written
def enter(j: int, step: int, reach: Reach, state: State) -> None:
    """Add (`step` 1) or take away (-1) site j: who reaches what, and what each would gain."""
    for k in range(reach.starts[j], reach.starts[j + 1]):
        i = reach.cells[k]
        before = state.reached[i]
        state.reached[i] = before + step
        if reach.need[i] > 0 and (before == 0 or state.reached[i] == 0):
            change = -reach.need[i] if before == 0 else reach.need[i]
            for other in range(reach.of_cell[i], reach.of_cell[i + 1]):
                state.gain[reach.sites[other]] += change


@as_written
def pick(many: int, reach: Reach, state: State) -> Index:
    """One site after the other, each the one that gains most; ties go to the earlier site."""
    chosen = np.empty(many, np.int64)
    for each in range(many):
        best = int(np.argmax(state.gain))
        chosen[each] = best
        enter(best, 1, reach, state)
        state.gain[best] = -np.inf
    return chosen


@as_written
def exchange(chosen: Index, reach: Reach, state: State, least: float) -> bool:
    """Take each site away in turn and put the best one in its place; whether any was better."""
    better = False
    for each in range(len(chosen)):
        old = chosen[each]
        # Whatever it alone reached is its gain again once it is taken away.
        state.gain[old] = 0.0
        enter(old, -1, reach, state)
        best = int(np.argmax(state.gain))
        if state.gain[best] <= state.gain[old] + least:
            best = old
        enter(best, 1, reach, state)
        state.gain[best] = -np.inf
        chosen[each] = best
        better = better or best != old
    return better
