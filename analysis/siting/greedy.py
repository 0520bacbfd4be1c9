"""A good choice of sites: one after the other, then exchanged while that helps."""

import numpy as np

from analysis.siting.kernel import exchange, pick, totals
from analysis.siting.model import Candidates, Index, Reals

# A site is exchanged only for a gain that is no rounding.
_LEAST = 1e-9
_MOST_ROUNDS = 50


def choose(candidates: Candidates, many: int) -> Index:
    """The sites that reach most, picked one after the other and exchanged one by one.

    Shape   : positions of `many` candidates, in the order they were picked.
    Errors  : ValueError when there are fewer candidates than sites to choose.
    Source  : picking the largest gain reaches at least 1 - 1/e of the most that can be reached
              (Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14, 265-294);
              exchanges are those of Teitz and Bart (1968).

    >>> from numpy import array
    >>> need, starts = array([5.0, 3.0, 4.0]), array([0, 2, 4, 5])
    >>> cells = array([0, 1, 1, 2, 2], dtype="int32")
    >>> choose(Candidates(need, starts, cells), 2)
    array([0, 1])
    """
    return improved(candidates, _picked(candidates, many))


def _picked(candidates: Candidates, many: int) -> Index:
    if not 0 <= many <= len(candidates):
        raise ValueError(f"{many} sites cannot be chosen out of {len(candidates)}")
    of_cell, sites = candidates.by_cell
    need, starts, cells = candidates.need, candidates.starts, candidates.cells
    count = np.zeros(len(need), dtype=np.int64)
    return pick(many, need, starts, cells, of_cell, sites, count, totals(need, starts, cells))


def improved(candidates: Candidates, chosen: Index) -> Index:
    """The choice after exchanges, until no single one reaches more."""
    of_cell, sites = candidates.by_cell
    need, starts, cells = candidates.need, candidates.starts, candidates.cells
    found = chosen.copy()
    count = counts_of(candidates, found)
    gain: Reals = totals(np.where(count == 0, need, 0.0), starts, cells)
    gain[found] = -np.inf
    least = _LEAST * max(1.0, float(need.sum()))
    for _ in range(_MOST_ROUNDS):
        if not exchange(found, need, starts, cells, of_cell, sites, count, gain, least):
            break
    return found


def counts_of(candidates: Candidates, chosen: Index) -> Index:
    """How many of the chosen sites reach each cell."""
    reached = [candidates.cells[candidates.starts[j] : candidates.starts[j + 1]] for j in chosen]
    joined = np.concatenate(reached) if reached else np.zeros(0, dtype=np.int32)
    return np.bincount(joined, minlength=len(candidates.need)).astype(np.int64)
