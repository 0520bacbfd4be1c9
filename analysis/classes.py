"""Classes of a map: which class a value falls in."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

UNKNOWN = -1
CANNOT_TELL = -2


def class_of(values: pd.Series, breaks: Sequence[float]) -> pd.Series:
    """The class of each value: 0 below the first break, n from the last break on.

    Missing values are class -1 (`UNKNOWN`), never class 0. Raises ValueError when the breaks
    do not rise.

    >>> class_of(pd.Series([0.5, 1.0, 30.0, None]), [1, 5]).tolist()
    [0, 1, 2, -1]
    """
    if any(b <= a for a, b in pairwise(breaks)):
        raise ValueError("breaks must rise")
    found = np.searchsorted(np.asarray(breaks, dtype=float), values.astype(float), side="right")
    return pd.Series(found, index=values.index).where(values.notna(), UNKNOWN)
