"""The best choice of sites there is, proven where the time allows; else how far from it at most."""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import numpy as np

from analysis.siting.bound import Certified, lowered
from analysis.siting.core import core_of, settled
from analysis.siting.descent import Dual
from analysis.siting.exact import decided
from analysis.siting.greedy import choose, improved
from analysis.siting.model import Candidates, Index
from analysis.siting.search import searched

# Kicks for each site to choose and at least, and rounds of lowering the bound.
_KICKS, _LEAST_KICKS, _ROUNDS = 40, 3000, 1000
# A site taken in less than this share of the last rounds is left out of the first small solve.
_RARE = 0.01
_FIRST_PART = 0.3


def solved(
    candidates: Candidates, many: int, seconds: float = 10.0, kicks: int | None = None,
    rounds: int = _ROUNDS,
) -> Certified:  # fmt: skip
    """The sites that reach most, with `proven` where no others can reach more.

    A good choice is searched from below while a bound is lowered from above; sites that the two
    prove in or out are settled, and a solver decides the rest. Existing services: give
    `candidates.without(reached)`, where `reached` are the cells within reach of them.

    Shape   : positions of `many` candidates.
    Units   : seconds are those of the solver; the search is limited by counts, so that all that
              depends on the machine is whether the proof was ended in time.
    Errors  : ValueError when there are fewer candidates than sites to choose.
    """
    start = choose(candidates, many)
    kicks = max(_LEAST_KICKS, _KICKS * many) if kicks is None else kicks
    with ThreadPoolExecutor(2) as pool:
        above = pool.submit(lowered, candidates, start, rounds)
        best = pool.submit(searched, candidates, start, kicks).result()
        bound, dual = above.result()
    candidates.go_on()
    best = _polished(candidates, best, dual)
    until = monotonic() + seconds
    for narrow in (True, False):
        candidates.go_on()
        left = (until - monotonic()) * (_FIRST_PART if narrow else 1)
        if left <= 0 or _met(candidates, bound, best):
            break
        best, bound = _narrowed(candidates, best, (bound, dual), narrow, left)
    covered, proven = candidates.covered(best), _met(candidates, bound, best)
    bound = covered if proven else max(bound, covered)
    return Certified(best, covered, bound, dual.price, dual.worth, proven)


def _met(candidates: Candidates, bound: float, chosen: Index) -> bool:
    """Whether the bound is met: whole numbers of need leave nothing between it and the choice."""
    return bound < candidates.covered(chosen) + unit_of(candidates)


def unit_of(candidates: Candidates) -> float:
    """The least that one choice can reach more than another, and be told from rounding."""
    total = float(candidates.need.sum())
    whole = total < 2**50 and bool((candidates.need == np.round(candidates.need)).all())
    return 1 - 1e-6 if whole else 1e-9 * max(total, 1.0)


def _polished(candidates: Candidates, best: Index, dual: Dual) -> Index:
    """The best of what is known and of the sites the bound would take, exchanged."""
    guesses = [np.argsort(-each, kind="stable")[: len(best)] for each in (dual.worth, dual.share)]
    return max([best, *(improved(candidates, each) for each in guesses)], key=candidates.covered)


def _narrowed(
    candidates: Candidates, best: Index, above: tuple[float, Dual], narrow: bool, seconds: float
) -> tuple[Index, float]:
    """A better choice or bound by a solver; `narrow`: only among sites that are often taken."""
    bound, dual = above
    goal = candidates.covered(best) + unit_of(candidates)
    inside, outside = settled(dual.worth, len(best), bound, goal)
    if narrow:
        rare = dual.share < _RARE
        rare[best] = False
        outside |= rare & ~inside
    found, limit = decided(core_of(candidates, inside, outside), len(best), seconds)
    if found is not None and candidates.covered(found) > candidates.covered(best):
        best = found
    return best, bound if narrow else min(bound, max(limit, candidates.covered(best)))
