"""Ways from a table of travel times or costs, in place of those as the crow flies."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.catchment.decay import Decay
from analysis.catchment.model import Flags, Floats, Pairs, Positions, StoppedError, Watch, silent


@dataclass(frozen=True, eq=False)
class Travel:
    """A cost, say minutes, for each pair of a cell and a place; a pair not named is no way.

    `origin` and `destination` are positions of cells and places, of which there are `cells` and
    `places`.

    Errors  : ValueError on a position there is not, a pair named twice, or a cost that is not a
              number of 0 or more.
    """

    origin: Positions
    destination: Positions
    cost: Floats
    cells: int
    places: int

    def __post_init__(self) -> None:
        if not len(self.origin) == len(self.destination) == len(self.cost):
            raise ValueError("a table of ways needs an origin, a destination and a cost per row")
        if not (np.isfinite(self.cost).all() and (self.cost >= 0).all()):
            raise ValueError("the cost of a way must be a number of 0 or more")
        for positions, many in ((self.origin, self.cells), (self.destination, self.places)):
            if len(positions) and not (positions.min() >= 0 and positions.max() < many):
                raise ValueError("a way leads from or to what there is not")
        pair = self.origin.astype(np.int64) * self.places + self.destination
        if len(pd.unique(pair)) < len(pair):
            raise ValueError("a way is named twice")

    def at_places(
        self, values: Floats, decay: Decay, only: Flags | None = None, watch: Watch = silent
    ) -> Floats:
        """For each place the weighted sum of a value of the cells; 0 for places not in `only`."""
        sums = self._sums((self.destination, self.places), values[self.origin], decay, watch)
        return sums if only is None else np.where(only, sums, 0.0)

    def at_cells(self, values: Floats, decay: Decay, watch: Watch = silent) -> Floats:
        """For each cell the weighted sum of a value of the places."""
        return self._sums((self.origin, self.cells), values[self.destination], decay, watch)

    def nearest(
        self, count: int, only: Flags | None = None, watch: Watch = silent
    ) -> tuple[Floats, Positions]:
        """Cost to the nearest places and which they are, a column each, nearest first.

        Missing : infinite and -1 where there are fewer ways.
        """
        rows = np.arange(len(self.cost)) if only is None else np.flatnonzero(only[self.destination])
        rows = rows[np.lexsort((self.destination[rows], self.cost[rows], self.origin[rows]))]
        origin = self.origin[rows]
        rank = np.arange(len(rows)) - np.searchsorted(origin, origin)
        near = rank < count
        cost = np.full((self.cells, count), np.inf)
        which = np.full(cost.shape, -1, dtype=np.int64)
        cost[origin[near], rank[near]] = self.cost[rows][near]
        which[origin[near], rank[near]] = self.destination[rows][near]
        if not watch(1.0):
            raise StoppedError
        return cost, which

    def pairs(
        self, reach: float, needs: Positions, rooms: Positions, watch: Watch = silent
    ) -> Iterator[Pairs]:
        """The pairs within reach, all in one part."""
        live = (needs[self.origin] & rooms[self.destination]) != 0
        rows = np.flatnonzero((self.cost <= reach) & live)
        yield Pairs(self.cost[rows], self.origin[rows], self.destination[rows])
        if not watch(1.0):
            raise StoppedError

    def _sums(
        self, to: tuple[Positions, int], values: Floats, decay: Decay, watch: Watch
    ) -> Floats:
        if not watch(0.0):
            raise StoppedError
        sums = np.bincount(to[0], values * decay.weights(self.cost), minlength=to[1])
        if not watch(1.0):
            raise StoppedError
        return sums.astype(np.float64)


def travel(table: pd.DataFrame, cells: pd.Index, places: pd.Index) -> Travel:
    """The ways of a table that names cells and places by their ids.

    Shape   : `table` has origin, destination and minutes; ids of `cells` and `places` do not
              repeat.
    Missing : a cell or a place that no row names has no way.
    Errors  : ValueError on an id that is neither, with the first of them.
    """
    positions = []
    for column, ids in (("origin", cells), ("destination", places)):
        at = ids.get_indexer(pd.Index(table[column]))
        if (at < 0).any():
            strange = table[column].iloc[int(np.argmax(at < 0))]
            raise ValueError(f"the table of ways has an unknown {column}: {strange}")
        positions.append(at.astype(np.int64))
    cost = table["minutes"].to_numpy(dtype=float)
    return Travel(positions[0], positions[1], cost, len(cells), len(places))
