"""Sharing a whole number out by weights, so that the parts sum exactly to the whole."""

import numpy as np
import pandas as pd


def largest_remainder(weights: pd.Series, groups: pd.Series, totals: pd.Series) -> pd.Series:
    """Whole numbers per row that sum to the group's total, in proportion to the weights.

    Shape   : one value per row of `weights`; `groups` names each row's group and shares its
              index; `totals` is indexed by group.
    Units   : those of `totals` (whole numbers).
    Missing : NA where the group has no total, or a total of persons but no weight at all:
              nothing says where they are. A missing weight counts as none.
    Errors  : ValueError on a negative weight, or a total that is negative or not whole.
    Source  : Hamilton's method of largest remainders; ties go to the earlier row.

    >>> largest_remainder(pd.Series([1, 1, 1]), pd.Series(list("aaa")), pd.Series({"a": 10}))
    0    4
    1    3
    2    3
    dtype: Int64
    """
    known = totals.dropna()
    if (known < 0).any() or (known % 1 != 0).any():
        raise ValueError("totals must be whole numbers of 0 or more")
    if (weights < 0).any():
        raise ValueError("weights must not be negative")
    frame = pd.DataFrame({"weight": weights.fillna(0).astype(float), "group": groups})
    sums = frame.groupby("group")["weight"].transform("sum")
    total = frame["group"].map(known).astype(float).where(sums > 0)
    quota = frame["weight"] / sums * total
    base = np.floor(quota)
    left = total - base.groupby(frame["group"]).transform("sum")
    order = (base - quota).groupby(frame["group"]).rank(method="first")
    parts = base + (order <= left)
    shared: pd.Series = parts.round().astype("Int64").rename(weights.name)
    return shared
