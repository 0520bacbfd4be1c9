"""Positions of all territories in many draws, compiled; draws side by side in threads."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.index.assumptions import Draws, part_of
from analysis.index.compiled import Ends, Floats, filled, places
from analysis.index.table import Table
from analysis.index.together import Scratch, mean, outrank

# A territory of which less than this share of the weights is known is withheld, where that is
# what is assumed.
ENOUGH = 2 / 3
# Scores are compared at nine decimals: what differs by less is rounding.
DECIMALS = 1e9
_PART = 64


def positions(table: Table, draws: Draws, threads: int = 0) -> Floats:
    """Where each territory stands in each draw, draws x territories, 1 is best.

    Equal scores share the middle position. Where some have none in a draw, the others' stand on
    the scale of all: the middle of those ranked is the middle of all, so that nobody gains or
    loses a place because a neighbour is unknown.

    Missing : NaN where a draw gives a territory no position.
    Threads : 0 takes as many as the machine has; the result is the same with any number.
    """
    ends = Ends(*table.ends, table.cells, table.is_less)
    out = np.empty((len(draws.left_out), len(table.territories)))

    def work(part: slice) -> None:
        _positions(ends, part_of(draws, part), out[part])

    side_by_side(len(out), _PART, work, threads)
    return out


def side_by_side(many: int, size: int, work: Callable[[slice], None], threads: int = 0) -> None:
    """Do `work` for 0 to `many`, a slice at a time, each writing to places of its own."""
    parts = [slice(start, min(start + size, many)) for start in range(0, many, size)]
    with ThreadPoolExecutor(max_workers=threads or os.cpu_count() or 1) as pool:
        list(pool.map(work, parts))


@as_written
def _positions(ends: Ends, draws: Draws, out: Floats) -> None:
    """Fill `out`, a row per draw."""
    indicators, many = ends.low.shape
    rows = np.empty((4, many))
    room = Scratch(
        np.full((indicators, many), np.nan), np.empty(indicators),
        rows[0], rows[1], rows[2], rows[3], np.zeros(many, dtype=np.bool_),
    )  # fmt: skip
    for draw in range(len(out)):
        _weigh(draws.weights[draw], draws.left_out[draw], room.weights)
        complete = _withhold(ends, draws.unknown[draw] == 2, room)
        for at in range(indicators):
            if room.weights[at] > 0.0:
                imputes = draws.unknown[draw] == 1
                filled(ends, at, draws.seeds[draw], imputes, room.values[at])
        if draws.aggregation[draw] == 2:
            outrank(room, complete or draws.unknown[draw] == 1)
        else:
            geometric = draws.aggregation[draw] == 1
            mean(room, draws.normalisation[draw], ends.is_less, geometric)
        for place in range(many):
            room.score[place] = -np.rint(room.score[place] * DECIMALS)
            if room.withheld[place]:
                room.score[place] = np.nan
        ranked = places(room.score, out[draw])
        for place in range(many):
            out[draw, place] = (out[draw, place] - 0.5) / ranked * many + 0.5


@as_written
def _weigh(weights: Floats, left_out: int, out: Floats) -> None:
    """The weights without the indicator left out, adding up to 1; 0 where nothing is left."""
    total = 0.0
    for at in range(len(weights)):
        out[at] = 0.0 if at == left_out else weights[at]
        total += out[at]
    for at in range(len(weights)):
        out[at] = out[at] / total if total > 0.0 else 0.0


@as_written
def _withhold(ends: Ends, withholds: bool, room: Scratch) -> bool:
    """Mark territories too little is known of, if they are withheld; whether all is known."""
    known, complete = room.share, True
    known[:] = 0.0
    for at in range(len(room.weights)):
        for place in range(len(known)):
            known[place] += 0.0 if np.isnan(ends.low[at, place]) else room.weights[at]
    for place in range(len(known)):
        room.withheld[place] = withholds and known[place] < ENOUGH - 1e-12
        complete = complete and known[place] > 1 - 1e-9
    return complete
