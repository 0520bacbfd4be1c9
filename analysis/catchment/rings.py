"""Pairs by rising distance, ring after ring, so that never all of them are held."""

from collections.abc import Iterator

import numpy as np

from analysis.catchment import kernel
from analysis.catchment.compiled import Grid, Integers, Ring, arc
from analysis.catchment.model import Pairs, StoppedError, Watch, silent
from analysis.catchment.threads import in_parts

MOST_PAIRS = 2**21
FIRST_RING = 1 / 64  # of the area within reach
NARROWEST = 1e-9  # of the area within reach: pairs on one spot cannot be told apart by distance


def rings(
    grids: tuple[Grid, Grid], limit: float, bits: tuple[Integers, Integers], threads: int,
    watch: Watch,
) -> Iterator[Pairs]:  # fmt: skip
    """Pairs up to a chord2 of `limit`; their cost is the chord2.

    A ring is as wide as holds some two million pairs that have need and room at the time: `bits`,
    per cell and per place, may change between two rings.
    """
    needs, rooms = bits
    above, wide = -1.0, limit * FIRST_RING
    while above < limit and needs.any() and rooms.any():
        up_to = min(limit, max(above, 0.0) + wide)
        radius = float(arc(np.array([up_to]))[0])
        ring = Ring(radius, above, up_to, needs, rooms)
        which = np.flatnonzero(needs[grids[0].order])
        counts = np.zeros(len(which), dtype=np.int64)
        _fill(grids, ring, (which, counts), _room_for(0), threads)
        many = int(counts.sum())
        if many > MOST_PAIRS and wide > limit * NARROWEST:
            wide *= max(0.1, 0.8 * MOST_PAIRS / many)
            continue
        if many:
            pairs = _room_for(many)
            _fill(grids, ring, (which, np.cumsum(counts) - counts), pairs, threads)
            yield pairs
        if not watch(up_to / limit):
            raise StoppedError
        above = up_to
        wide *= 2 if many < MOST_PAIRS / 4 else 1
    if above < limit and not watch(1.0):
        raise StoppedError


def _fill(
    grids: tuple[Grid, Grid], ring: Ring, at: tuple[Integers, Integers], pairs: Pairs, threads: int
) -> None:
    """The pairs of a ring, or with no room for them only how many each cell has."""
    which, starts = at

    def work(part: slice) -> None:
        kernel.ringed(which[part], grids, ring, starts[part], pairs)

    in_parts(len(which), threads, work, silent)


def _room_for(many: int) -> Pairs:
    return Pairs(np.empty(many), np.empty(many, np.int64), np.empty(many, np.int64))
