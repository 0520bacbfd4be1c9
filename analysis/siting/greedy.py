"""A good choice of sites: one after the other, then exchanged while that helps."""

import numpy as np

from analysis.siting.kernel import State, exchange, pick, reach_of, totals
from analysis.siting.model import Candidates, Index

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
    state = state_of(candidates, np.zeros(0, dtype=np.int64))
    found: Index = pick(many, reach_of(candidates), state)
    return found


def improved(candidates: Candidates, chosen: Index) -> Index:
    """The choice after exchanges, until no single one reaches more."""
    found = chosen.copy()
    reach, state = reach_of(candidates), state_of(candidates, chosen)
    least = _LEAST * max(1.0, float(candidates.need.sum()))
    for _ in range(_MOST_ROUNDS):
        if not exchange(found, reach, state, least):
            break
    return found


def state_of(candidates: Candidates, chosen: Index) -> State:
    """How things stand once these sites are chosen."""
    count = counts_of(candidates, chosen)
    left = np.where(count == 0, candidates.need, 0.0)
    gain = totals(left, candidates.starts, candidates.cells)
    gain[chosen] = -np.inf
    return State(count, gain)


def counts_of(candidates: Candidates, chosen: Index) -> Index:
    """How many of the chosen sites reach each cell."""
    reached = [candidates.cells[candidates.starts[j] : candidates.starts[j + 1]] for j in chosen]
    joined = np.concatenate(reached) if reached else np.zeros(0, dtype=np.int32)
    return np.bincount(joined, minlength=len(candidates.need)).astype(np.int64)
