"""Figures per 1,000 residents, with their intervals."""

import pandas as pd


def per_1000(counts: pd.Series, residents: pd.Series) -> pd.Series:
    """`counts` per 1,000 residents.

    Shape   : one value per index entry of `counts`, order kept.
    Units   : count / residents (1 January) x 1,000.
    Missing : a missing count, or residents missing for that entry, gives NaN, never 0.
    Errors  : ValueError when residents that are given are not positive.
    Source  : plain ratio.

    >>> per_1000(pd.Series({"a": 5.0, "b": None}), pd.Series({"a": 2000, "b": 10})).tolist()
    [2.5, nan]
    """
    known = residents.dropna()
    if (known <= 0).any():
        raise ValueError("residents must be positive")
    return counts.astype(float) / residents.reindex(counts.index).astype(float) * 1000
