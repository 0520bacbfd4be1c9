"""Ways as the crow flies, times a stated factor for detours, whatever border lies between."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

from analysis.catchment import kernel
from analysis.catchment.compiled import Floats, Grid, Integers, arc, chord2, law_of
from analysis.catchment.decay import Decay
from analysis.catchment.grid import grid_of, in_order
from analysis.catchment.model import (
    Cells,
    Flags,
    Pairs,
    Places,
    Positions,
    Setting,
    StoppedError,
    Watch,
    silent,
)
from analysis.catchment.rings import rings
from analysis.catchment.threads import in_parts
from analysis.reach import EARTH_RADIUS_KM, unit_vectors

QUERIED = 2**16  # cells at a time: a query copies what it is asked


@dataclass(frozen=True, eq=False)
class Crow:
    """Great-circle kilometres times `detour` between cells and places.

    Sums are the same to the last digit for any order of cells and places and any number of
    threads. They take memory by the point, none by the pair.
    """

    cells: Cells
    places: Places
    detour: float = 1.0
    threads: int = os.cpu_count() or 1
    _kept: dict[float, tuple[Grid, Grid]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not 1 <= self.detour < np.inf:
            raise ValueError("the detour factor must be 1 or more")

    def at_places(
        self, values: Floats, decay: Decay, only: Flags | None = None, watch: Watch = silent
    ) -> Floats:
        """For each place the weighted sum of a value of the cells; 0 for places not in `only`."""
        which = np.arange(len(self.places.lon))
        if self._empty:
            return np.zeros(len(which))
        cells, places = self._grids(decay.reach)
        if only is not None:
            which = which[only[places.order]]
        return self._sums((which, places), (values, cells), decay, watch)

    def at_cells(self, values: Floats, decay: Decay, watch: Watch = silent) -> Floats:
        """For each cell the weighted sum of a value of the places."""
        which = np.arange(len(self.cells.lon))
        if self._empty:
            return np.zeros(len(which))
        cells, places = self._grids(decay.reach)
        return self._sums((which, cells), (values, places), decay, watch)

    def nearest(
        self, count: int, only: Flags | None = None, watch: Watch = silent
    ) -> tuple[Floats, Positions]:
        """Kilometres to the nearest places and which they are, a column each, nearest first.

        Missing : infinite and -1 where there are fewer places.
        """
        km = np.full((len(self.cells.lon), count), np.inf)
        which = np.full(km.shape, -1, dtype=np.int64)
        held = np.flatnonzero(np.ones(len(self.places.lon), dtype=bool) if only is None else only)
        held = held[np.lexsort((self.places.lat[held], self.places.lon[held]))]
        if not len(held):
            return km, which
        tree = cKDTree(unit_vectors(self.places.lon[held], self.places.lat[held]))
        found = min(count, len(held))
        for start in range(0, len(km), QUERIED):
            part = slice(start, start + QUERIED)
            points = unit_vectors(self.cells.lon[part], self.cells.lat[part])
            chord, index = tree.query(points, k=range(1, found + 1), workers=self.threads)
            km[part, :found] = arc(chord**2) * self._unit
            which[part, :found] = held[index]
            if not watch(min(1.0, part.stop / len(km))):
                raise StoppedError
        return km, which

    def pairs(
        self, reach: float, needs: Positions, rooms: Positions, watch: Watch = silent
    ) -> Iterator[Pairs]:
        """The pairs within reach by rising distance, ring after ring; their cost is a chord2."""
        if self._empty:
            return iter(())
        limit = float(chord2(np.array(reach / self._unit)))
        return rings(self._grids(reach), limit, (needs, rooms), self.threads, watch)

    @property
    def _unit(self) -> float:
        """Kilometres of way to a radian."""
        return EARTH_RADIUS_KM * self.detour

    @property
    def _empty(self) -> bool:
        return not (len(self.cells.lon) and len(self.places.lon))

    def _grids(self, reach: float) -> tuple[Grid, Grid]:
        """Cells and places in grids for a reach; those of the last reach are kept."""
        if (kept := self._kept.get(reach)) is None:
            radius = min(reach / self._unit, np.pi)
            kept = (
                grid_of(self.cells.lon, self.cells.lat, radius),
                grid_of(self.places.lon, self.places.lat, radius),
            )
            self._kept.clear()
            self._kept[reach] = kept
        return kept

    def _sums(
        self, to: tuple[Integers, Grid], of: tuple[Floats, Grid], decay: Decay, watch: Watch
    ) -> Floats:
        which, targets = to
        out = np.zeros(len(targets.order))
        values, law = in_order(of[1], of[0]), law_of(decay, self._unit)

        def work(part: slice) -> None:
            kernel.sums(which[part], (targets, of[1]), values, law, out)

        in_parts(len(which), self.threads, work, watch)
        return out


def and_one(setting: Setting, lon: float, lat: float, capacity: float) -> Setting:
    """The same people and places with one more place, open to every group: what if, here.

    Errors  : ValueError where ways come from a table: it has none to a place that is not there.
    """
    if not isinstance(setting.ways, Crow):
        raise ValueError("a table of travel times says nothing of a place that is not there yet")
    places = setting.places.and_one(lon, lat, capacity)
    return as_the_crow_flies(setting.cells, places, setting.ways.detour)


def as_the_crow_flies(cells: Cells, places: Places, detour: float = 1.0) -> Setting:
    """People and places with great-circle kilometres times `detour` between them.

    Errors  : ValueError if the detour factor is below 1.
    """
    return Setting(cells, places, Crow(cells, places, detour))
