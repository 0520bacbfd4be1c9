"""Which part of a country's arrivals each of its territories receives."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Key = Literal["either", "residents", "hosted", "mix"]


def share_within(weights: Floats, group: Ints) -> Floats:
    """Each territory's weight as a share of its group's.

    Shape   : one value per territory, order kept; `group` numbers groups from 0.
    Missing : NaN for a whole group where one weight is unknown or all of them are zero: shares
              of the known ones alone would be too large.
    Errors  : ValueError where a weight is below zero.

    >>> share_within(np.array([1.0, 3.0, 5.0]), np.array([0, 0, 1])).tolist()
    [0.25, 0.75, 1.0]
    """
    if (weights < 0).any():
        raise ValueError("A weight is below zero.")
    sums = np.zeros(int(group.max()) + 1 if len(group) else 0)
    np.add.at(sums, group, weights)
    sums[sums == 0] = np.nan
    return np.asarray(weights / sums[group], float)


def by_key(key: Key, residents: Floats, hosted: Floats, group: Ints) -> Floats:
    """Shares of arrivals, one row per way to share them out.

    Residents; people hosted today; half of each (`mix`); or, where nobody has chosen
    (`either`), residents and people hosted as two rows, so that the answer is an interval.
    Where people hosted are not known for all of a group, its residents stand in for them.

    Shape   : 1 or 2 rows of one share per territory; each group sums to 1 in each row.

    >>> one = np.zeros(2, int)
    >>> by_key("either", np.array([1.0, 1.0]), np.array([3.0, 1.0]), one).tolist()
    [[0.5, 0.5], [0.75, 0.25]]
    """
    even = share_within(residents, group)
    today = share_within(hosted, group)
    today = np.where(np.isnan(today), even, today)
    if key == "mix":
        return ((even + today) / 2)[None]
    rows = {"residents": [even], "hosted": [today]}.get(key, [even, today])
    return np.stack(rows)


def known_key(hosted: Floats, group: Ints) -> NDArray[np.bool_]:
    """Whether people hosted can be a key in the group of each territory."""
    return ~np.isnan(share_within(hosted, group))
