"""Groups and families who compete for the same places: placed by a solver, with proof."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from analysis.allocation.limits import Counts

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Units that stay together, by kind: a family of four of a group is one unit of size 4.

    Shape   : one entry a kind: `units` of them, each of `size` persons, and `open_to[kind, j]`
              says whether territory j may take it at all.
    Errors  : ValueError when sizes or numbers are not whole, sizes below 1 or shapes differ.
    """

    units: Counts
    size: Counts
    open_to: Flags

    def __post_init__(self) -> None:
        if self.open_to.shape[:1] != self.units.shape or self.units.shape != self.size.shape:
            raise ValueError("units, sizes and what is open to them must be of the same kinds")
        if (self.units < 0).any() or (self.size < 1).any():
            raise ValueError("fewer than 0 units, or a unit of fewer than 1 person")

    @property
    def persons(self) -> int:
        """All persons who arrive."""
        return int(self.units @ self.size)


@dataclass(frozen=True, eq=False)
class Placed:
    """Units of each kind placed in each territory, and those nobody has room for.

    `unplaced_bound` is a number of persons that no allocation can get below, so that
    `unplaced_bound` equal to the persons unplaced is proof.
    """

    units: Counts
    unplaced: Counts
    unplaced_persons: int
    unplaced_bound: float


def place(arrivals: Arrivals, free_places: npt.ArrayLike, seconds: float = 60.0) -> Placed:
    """Place as many persons as the free places allow, families whole, each only where it may go.

    Shape   : `free_places` has one entry a territory, whole, shared by all kinds. Result: units
              by kind and territory.
    Missing : unknown places are refused: nobody is placed on a guess.
    Errors  : ValueError on unknown or negative places; TimeoutError where the solver found
              nothing within `seconds`.
    Source  : an integer programme, solved by HiGHS.

    >>> families = Arrivals(np.array([1, 2]), np.array([3, 1]), np.ones((2, 2), dtype=bool))
    >>> place(families, [3, 1]).unplaced_persons
    1
    """
    free = np.asarray(free_places, dtype=np.float64)
    if not np.isfinite(free).all() or (free < 0).any():
        raise ValueError("free places are unknown or below 0")
    kinds, territories = np.nonzero(arrivals.open_to)
    if not len(kinds):
        return _nobody(arrivals)
    size = arrivals.size.astype(np.float64)
    columns = np.arange(len(kinds))
    of_kind = coo_array((np.ones(len(kinds)), (kinds, columns)), shape=(len(size), len(kinds)))
    of_place = coo_array((size[kinds], (territories, columns)), shape=(len(free), len(kinds)))
    most = np.minimum(arrivals.units[kinds], np.floor(free[territories] / size[kinds]))
    found = milp(
        -size[kinds],
        integrality=np.ones(len(kinds)),
        bounds=Bounds(0, most),
        constraints=[
            LinearConstraint(of_kind.tocsr(), ub=arrivals.units.astype(np.float64)),
            LinearConstraint(of_place.tocsr(), ub=np.floor(free)),
        ],
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        raise TimeoutError(f"no allocation was found within {seconds:g} seconds")
    units = np.zeros(arrivals.open_to.shape, dtype=np.int64)
    units[kinds, territories] = np.rint(found.x).astype(np.int64)
    left = arrivals.units - units.sum(axis=1)
    bound = arrivals.persons + float(found.mip_dual_bound)
    return Placed(units, left, int(left @ arrivals.size), max(bound, 0.0))


def _nobody(arrivals: Arrivals) -> Placed:
    nothing = np.zeros(arrivals.open_to.shape, dtype=np.int64)
    return Placed(nothing, arrivals.units.copy(), arrivals.persons, float(arrivals.persons))
