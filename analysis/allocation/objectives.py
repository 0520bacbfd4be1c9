"""What an allocation is to keep small, where each territory's burden depends on it alone.

Every objective is a way to fill (`filling.fill`): what a territory begins with and what it is
measured by. `gap` is need less capacity before anybody arrives; below zero there is room.
"""

import numpy as np
import numpy.typing as npt

from analysis.allocation.filling import Reals, fill
from analysis.allocation.limits import Counts, Limits


def by_key(persons: int, key: npt.ArrayLike, limits: Limits) -> Counts:
    """As close to a key as whole persons allow: least sum of (share - key)² / key.

    Shape   : one entry a territory. `key` are shares or weights of any sum, above 0.
    Source  : the quotients of Sainte-Laguë, with limits.

    >>> by_key(10, [0.5, 0.3, 0.2], Limits.up_to([10, 10, 10]))
    array([5, 3, 2])
    """
    weight = np.asarray(key, dtype=np.float64)
    return fill(persons, np.full_like(weight, 0.5), weight, limits)


def least_worst(persons: int, gap: npt.ArrayLike, size: npt.ArrayLike, limits: Limits) -> Counts:
    """The least largest gap for its size (residents, say); then the next largest, and so on.

    >>> least_worst(6, [4, 0], [1, 1], Limits.up_to([9, 9]))
    array([1, 5])
    """
    weight = np.asarray(size, dtype=np.float64)
    return fill(persons, np.asarray(gap, dtype=np.float64) + 1.0, weight, limits)


def least_unequal(persons: int, gap: npt.ArrayLike, size: npt.ArrayLike, limits: Limits) -> Counts:
    """The least sum of gap² / size: gaps for their size as alike as whole persons allow.

    With the total given, that is the least variance of gap / size, weighted by size.
    """
    weight = np.asarray(size, dtype=np.float64)
    return fill(persons, np.asarray(gap, dtype=np.float64) + 0.5, weight, limits)


def least_unmet(persons: int, gap: npt.ArrayLike, key: npt.ArrayLike, limits: Limits) -> Counts:
    """The fewest persons without a place; free places, then the rest, are shared by the key.

    Units   : persons and places, whole; a gap that is not whole has its free places rounded down.
    """
    weight = np.asarray(key, dtype=np.float64)
    free = np.floor(np.clip(-np.asarray(gap, dtype=np.float64), 0, None)).astype(np.int64)
    limits.check(persons)
    # A lower limit binds whether or not there is room; the rest goes where places are free.
    roomy = Limits(limits.least, np.clip(free, limits.least, limits.most))
    housed = min(persons, int(roomy.most.sum()))
    first = fill(housed, np.full_like(weight, 0.5), weight, roomy)
    rest = Limits(first, limits.most)
    return fill(persons, np.full_like(weight, 0.5), weight, rest)


def unmet(gap: Reals, found: Counts) -> float:
    """Persons without a place once `found` have come."""
    return float(np.clip(gap + found, 0, None).sum())
