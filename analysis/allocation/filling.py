"""Water-filling in whole persons: each next person goes where the burden is then lightest."""

import numpy as np
import numpy.typing as npt

from analysis.allocation.limits import Counts, Limits

Reals = npt.NDArray[np.float64]


def fill(persons: int, start: Reals, weight: Reals, limits: Limits) -> Counts:
    """Share persons out, each to where (`start` + persons already there) / `weight` is least.

    This minimises every sum of convex burdens whose next step is that quotient: see `objectives`.

    Shape   : `start`, `weight` and both limits have one entry a territory; so has the result.
    Units   : persons; the weight's own.
    Missing : a NaN is refused: what is unknown cannot be filled.
    Errors  : ValueError where a start or weight is unknown or a weight is not above 0;
              ImpossibleError where the persons do not fit between the limits.
    Source  : greedy allocation is exact for separable convex costs with bounds (Federgruen, A. and
              Groenevelt, H. 1986, Operations Research 34(6), 909-918). Ties go to the earlier
              territory. The level is found by halving, the last persons one by one.

    >>> fill(4, np.zeros(2), np.array([1.0, 3.0]), Limits.up_to([9, 9]))
    array([1, 3])
    """
    if not (np.isfinite(start).all() and np.isfinite(weight).all() and (weight > 0).all()):
        raise ValueError("a start or weight is unknown, or a weight is not above 0")
    limits.check(persons)
    found, taking = _around_level(persons, start, weight, limits)
    while left := persons - int(found.sum()):
        # The last few, one more each, the lightest burden first.
        willing = np.flatnonzero(found < taking)
        order = np.argsort(((start + found) / weight)[willing], kind="stable")
        found[willing[order[:left]]] += 1
    return found


def _around_level(
    persons: int, start: Reals, weight: Reals, limits: Limits
) -> tuple[Counts, Counts]:
    """What each takes at the highest level that does not take too many, and at the next level."""

    def at(level: float) -> Counts:
        # Every step up to the level is taken, and none above it.
        steps = np.floor(level * weight - start) + 1
        return np.clip(steps, limits.least, limits.most).astype(np.int64)

    low = float((start / weight).min()) - 1.0
    high = float(((start + np.maximum(limits.most, 1)) / weight).max()) + 1.0
    heaviest = float(weight.max())
    # Once the levels are that close no territory takes two persons between them.
    while (high - low) * heaviest >= 1:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if at(middle).sum() <= persons else (low, middle)
    return at(low), at(high)
