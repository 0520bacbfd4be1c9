"""Measures where need, room or who is let in is known only between two ends.

People and places are stated twice: `worst` with the most need and the least room, `best` with the
least need and the most room. More people never leave anybody better off, and more room never
anybody worse (Crawford 1991 for stable assignments), so what is found at the two ends holds
whatever the truth between them is. Capacity that is NaN at both ends is withheld as in
`analysis.catchment.coverage`.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from analysis.catchment import coverage as covering
from analysis.catchment.coverage import Coverage, Shares
from analysis.catchment.crow import and_one as one_more_of
from analysis.catchment.decay import Decay
from analysis.catchment.model import Flags, Floats, Interval, Setting, Watch, part, silent

Measure = Callable[[Setting, Decay, int, float | None, Watch], Interval]


class Ends(NamedTuple):
    """The same cells, places and ways twice; one object twice where everything is known."""

    worst: Setting
    best: Setting

    @property
    def exact(self) -> bool:
        """Whether there is nothing between the two."""
        return self.worst is self.best

    def and_one(self, lon: float, lat: float, capacity: float) -> "Ends":
        """Both with one more place, open to every group."""
        worst = one_more_of(self.worst, lon, lat, capacity)
        return Ends(worst, worst if self.exact else one_more_of(self.best, lon, lat, capacity))


class Covered(NamedTuple):
    """Who is served at either end."""

    worst: Coverage
    best: Coverage


def coverage(ends: Ends, reach: float, watch: Watch = silent) -> Covered:
    """Persons served at both ends, by capacity-constrained assignment.

    Units   : persons, by cell and group; a person served at the worst end is served at the best.
    Missing : as in `analysis.catchment.coverage.coverage` without a typical place.
    """
    if ends.exact:
        only = covering.coverage(ends.worst, reach, watch=watch)
        return Covered(only, only)
    worst = covering.coverage(ends.worst, reach, watch=part(watch, 0, 2))
    return Covered(worst, covering.coverage(ends.best, reach, watch=part(watch, 1, 2)))


def shares(found: Covered, ends: Ends) -> Shares:
    """The three parts of each cell and group, as intervals.

    Units   : share of demand, 0 to 1. `served.lower + full.upper + out` is 1, and so is
              `served.upper + full.lower + out`.
    Missing : NaN where there may be demand at neither end; where only the best end has none,
              all who reach a place may be served.
    """
    low = covering.shares(found.worst, ends.worst.cells.demand)
    if ends.exact:
        return low
    high = covering.shares(found.best, ends.best.cells.demand).served.upper
    nobody = (ends.best.cells.demand == 0) & (ends.worst.cells.demand > 0)
    upper = np.maximum(low.served.lower, np.where(nobody, 1 - low.out, high))
    served = Interval(low.served.lower, upper)
    return Shares(served, Interval(1 - low.out - upper, low.full.upper), low.out)


class Gained(NamedTuple):
    """Persons newly served at either end, by cell and group, and where a place came into reach.

    Neither end has the lesser change everywhere: sum each over cells before taking `between_sums`.
    """

    worst: Floats
    best: Floats
    reached: Flags


def gain(before: Covered, after: Covered) -> Gained:
    """What one more place changes at both ends.

    Units   : persons, by cell and group, never fewer than none; over all cells and groups never
              more at either end than the place takes.
    Missing : NaN where either coverage is withheld.
    """
    worst = covering.gain(before.worst, after.worst)
    best = covering.gain(before.best, after.best)
    return Gained(worst.served.lower, best.served.lower, worst.reached)


def between_sums(worst: Floats, best: Floats) -> Interval:
    """The lesser and the greater of changes that are summed at each end.

    >>> between_sums(np.array([10.0]), np.array([4.0])).lower
    array([4.])
    """
    return Interval(np.minimum(worst, best), np.maximum(worst, best))


def between(ends: Ends, decay: Decay, measure: Measure, watch: Watch = silent) -> Interval:
    """A measure of capacity per person in need, say `measures.two_step`, between both ends.

    Units   : capacity per person; it falls as need rises and rises with room.
    Missing : as in the measure without a typical place.
    """
    if ends.exact:
        return measure(ends.worst, decay, 0, None, watch)
    lower = measure(ends.worst, decay, 0, None, part(watch, 0, 2)).lower
    upper = measure(ends.best, decay, 0, None, part(watch, 1, 2)).upper
    return Interval(lower, np.maximum(lower, upper))
