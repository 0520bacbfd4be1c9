"""People, places, and the ways between them, as the measures of catchments see them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from analysis.catchment.decay import Decay

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.int64]
# Told the share that is done, from 0 to 1; answers whether to go on.
Watch = Callable[[float], bool]
MOST_GROUPS = 63  # a group is a bit of a number


class StoppedError(Exception):
    """The watcher said to stop: there is no result."""


class Interval(NamedTuple):
    """The least and the most a value can be; both NaN where it is withheld."""

    lower: Floats
    upper: Floats


class Pairs(NamedTuple):
    """Ways of a cell to a place; the cost in any measure that rises with it."""

    cost: Floats
    cell: Positions
    place: Positions


@dataclass(frozen=True, eq=False)
class Cells:
    """Where people live, in degrees, and how many of each group need the service.

    `demand` has a row per cell and a column per group (or is one number per cell, for one group).
    It is 0 or more and known: cells whose demand is not known are left out, and counted as
    unknown where cells are summed up.
    """

    lon: Floats
    lat: Floats
    demand: Floats

    def __post_init__(self) -> None:
        demand = np.asarray(self.demand, dtype=float)
        demand = demand[:, None] if demand.ndim == 1 else demand
        if len(demand) != len(self.lon):
            raise ValueError("there must be as many rows of demand as cells")
        if not (np.isfinite(demand).all() and (demand >= 0).all()):
            raise ValueError("demand must be 0 or more and known; leave out cells without it")
        _checked(self.lon, self.lat, demand.shape[1])
        object.__setattr__(self, "demand", demand)


@dataclass(frozen=True, eq=False)
class Places:
    """Where a service is, in degrees, how many it can take, and which groups it is open to.

    `capacity` is NaN where it is not known. `open_to` has a row per place and a column per group
    of the cells (or is one flag per place, for one group).
    """

    lon: Floats
    lat: Floats
    capacity: Floats
    open_to: Flags

    def __post_init__(self) -> None:
        open_to = np.asarray(self.open_to, dtype=bool)
        open_to = open_to[:, None] if open_to.ndim == 1 else open_to
        if not len(self.lon) == len(self.capacity) == len(open_to):
            raise ValueError("there must be one capacity and one row of groups per place")
        if (self.capacity < 0).any() or np.isinf(self.capacity).any():
            raise ValueError("a capacity must be 0 or more, or NaN where it is not known")
        _checked(self.lon, self.lat, open_to.shape[1])
        object.__setattr__(self, "open_to", open_to)

    @property
    def unknown(self) -> Flags:
        """Places whose capacity is not known."""
        return np.isnan(self.capacity)

    def and_one(self, lon: float, lat: float, capacity: float) -> "Places":
        """These places and one more, open to every group: what if there were one here."""
        return Places(
            np.append(self.lon, lon), np.append(self.lat, lat),
            np.append(self.capacity, capacity),
            np.vstack([self.open_to, np.ones((1, self.open_to.shape[1]), dtype=bool)]),
        )  # fmt: skip


class Ways(Protocol):
    """Answers about all pairs of a cell and a place within reach of each other."""

    def at_places(
        self, values: Floats, decay: Decay, only: Flags | None = None, watch: Watch = ...
    ) -> Floats:
        """For each place the weighted sum of a value of the cells; 0 for places not in `only`."""

    def at_cells(self, values: Floats, decay: Decay, watch: Watch = ...) -> Floats:
        """For each cell the weighted sum of a value of the places."""

    def nearest(
        self, count: int, only: Flags | None = None, watch: Watch = ...
    ) -> tuple[Floats, Positions]:
        """Cost of the way to the nearest places and which they are, a column each."""

    def pairs(
        self, reach: float, needs: Positions, rooms: Positions, watch: Watch = ...
    ) -> Iterator[Pairs]:
        """The pairs within reach, part after part by rising cost, for whoever fills the places.

        Within a part they are in no order. `needs` and `rooms` have a bit per group; a pair
        without a bit in common may be left out. Both may change between two parts.
        """


@dataclass(frozen=True, eq=False)
class Setting:
    """People, places, and the ways between them."""

    cells: Cells
    places: Places
    ways: Ways

    def __post_init__(self) -> None:
        if self.cells.demand.shape[1] != self.places.open_to.shape[1]:
            raise ValueError("cells and places must speak of the same groups")


def silent(_share: float) -> bool:
    """Watch without a word and let go on."""
    return True


def part(watch: Watch, number: int, of: int) -> Watch:
    """The watch of one of several parts of a task, counted from 0."""
    return lambda share: watch((number + share) / of)


def _checked(lon: Floats, lat: Floats, groups: int) -> None:
    if len(lon) != len(lat):
        raise ValueError("there must be as many longitudes as latitudes")
    if not 1 <= groups <= MOST_GROUPS:
        raise ValueError(f"there must be 1 to {MOST_GROUPS} groups")
