"""Who each site of a choice newly serves, one site after the other."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.equality.held import Held
from analysis.equality.measures import gini
from analysis.siting.kernel import totals
from analysis.siting.model import Candidates, Index, Reals


@dataclass(frozen=True, eq=False)
class Served:
    """Sites in the order in which each serves most of who is left.

    Shape   : `sites` are positions of candidates; for each site `cells` are the cells it newly
              serves and `persons` how many there, in the same order.
    Units   : those of the need.
    """

    sites: Index
    cells: tuple[Index, ...]
    persons: tuple[Reals, ...]

    @property
    def by(self) -> Reals:
        """Persons newly served by each site."""
        return np.array([each.sum() for each in self.persons], dtype=float)

    def at(self, many: int) -> Reals:
        """Persons newly served in each of so many cells."""
        found = np.zeros(many)
        for cells, persons in zip(self.cells, self.persons, strict=True):
            found[cells] += persons
        return found


def served(candidates: Candidates, chosen: npt.ArrayLike, takes: float | None = None) -> Served:
    """The chosen sites in order, and whom each newly serves; at most `takes` persons a site.

    A site that more people reach than it takes serves the same share of each cell's people who
    are left. Without a limit the sum is what the choice covers; with one it is what this order
    serves, never more than could be.

    >>> need, starts = np.array([5.0, 3.0, 4.0]), np.array([0, 2, 4])
    >>> found = served(Candidates(need, starts, np.array([0, 1, 1, 2], dtype=np.int32)), [1, 0])
    >>> found.sites.tolist(), found.by.tolist()
    ([0, 1], [8.0, 4.0])
    """
    left, waiting = candidates.need.copy(), [int(j) for j in np.asarray(chosen, dtype=np.int64)]
    most, found = np.inf if takes is None else takes, []
    while waiting:
        reached = [
            float(left[candidates.cells[candidates.starts[j] : candidates.starts[j + 1]]].sum())
            for j in waiting
        ]
        site = waiting.pop(int(np.argmax(reached)))
        found.append(_put(candidates, site, left, most))
    return _together(found)


def one_by_one(candidates: Candidates, many: int, takes: float | None = None) -> Served:
    """The site that serves most, then the one that serves most of who is left, and so on.

    Each takes at most `takes` persons; what is served never grows from site to site.
    Site 0 reaches eight and takes three in four of each cell; of the second cell 0.75 are left.

    >>> need, starts = np.array([5.0, 3.0, 4.0]), np.array([0, 2, 4])
    >>> candidates = Candidates(need, starts, np.array([0, 1, 1, 2], dtype=np.int32))
    >>> one_by_one(candidates, 2, takes=6.0).by.tolist()
    [6.0, 4.75]
    """
    left, most = candidates.need.copy(), np.inf if takes is None else takes
    found = [_put(candidates, _best(candidates, left), left, most) for _ in range(many)]
    return _together(found)


def _best(candidates: Candidates, left: Reals) -> int:
    """The site that reaches most of who is left."""
    return int(np.argmax(totals(left, candidates.starts, candidates.cells)))


def _put(candidates: Candidates, site: int, left: Reals, most: float) -> tuple[int, Index, Reals]:
    """Serve who is left and within reach of a site, and take them out of who is left."""
    cells = candidates.cells[candidates.starts[site] : candidates.starts[site + 1]].astype(np.int64)
    reached = float(left[cells].sum())
    some = left[cells] * (min(1.0, most / reached) if reached > 0 else 0.0)
    left[cells] = np.maximum(left[cells] - some, 0.0)
    return site, cells[some > 0], some[some > 0]


def _together(found: list[tuple[int, Index, Reals]]) -> Served:
    sites = np.array([each[0] for each in found], dtype=np.int64)
    return Served(sites, tuple(each[1] for each in found), tuple(each[2] for each in found))


def shares(part: Reals, people: Reals, group: Index, groups: int) -> Reals:
    """The share of the people of each group who are part of something.

    Missing : NaN for a group without people; cells in no group (-1) are in none.
    """
    inside = group >= 0
    some = np.bincount(group[inside], part[inside], minlength=groups)
    every = np.bincount(group[inside], people[inside], minlength=groups)
    return np.divide(some, every, out=np.full(groups, np.nan), where=every > 0)


def unequal(share: Reals, people: Reals) -> float:
    """Gini's index of shares of people between groups, each group weighing as many as it has.

    Missing : groups without people do not count; NaN where nobody has any.

    >>> unequal(np.array([0.0, 1.0]), np.array([5.0, 5.0]))
    0.5
    """
    told = np.isfinite(share) & (people > 0)
    had = Held(share[told] * people[told], people[told], np.zeros(int(told.sum()), dtype=np.int64))
    return gini(had)
