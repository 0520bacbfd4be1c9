"""Where a series jumps by a factor and jumps back: what lies between is in doubt."""

from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray


def excursions(values: NDArray[np.float64], factor: float, least: float) -> NDArray[np.bool_]:
    """Which values lie between a jump and the opposite jump back.

    A jump is a step from one known value to the next that multiplies or divides it by at
    least `factor` and changes it by at least `least`, so that small counts may vary. A jump
    that is never undone marks nothing: nobody can tell which side of it is wrong, or whether
    the world changed. Jumps pair like brackets: each with the nearest one it undoes.

    Shape   : one mark per value, order kept.
    Units   : those of `values`; `factor` is a ratio above 1.
    Missing : NaN is passed over and never marked.
    Errors  : ValueError for a negative value or a `factor` of 1 or less.
    Source  : plain ratio of neighbours.

    >>> excursions(np.array([900.0, 950.0, 60.0, 55.0, 980.0]), 3, 20).tolist()
    [False, False, True, True, False]
    """
    if factor <= 1:
        raise ValueError("a factor of 1 or less makes every step a jump")
    if (values < 0).any():
        raise ValueError("a count is never negative")
    known = np.flatnonzero(~np.isnan(values))
    marked = np.zeros(len(values), dtype=bool)
    opened: list[tuple[int, bool]] = []
    for before, after in pairwise(known):
        low, high = sorted((values[before], values[after]))
        if high < low * factor or high - low < least:
            continue
        rises = bool(values[after] > values[before])
        if opened and opened[-1][1] != rises:
            start, _ = opened.pop()
            marked[start:after] = True
        else:
            opened.append((int(after), rises))
    return marked & ~np.isnan(values)


def broken_parts(table: pd.DataFrame, whole: str, factor: float, least: float) -> pd.DataFrame:
    """Which figures of a whole and its parts lie in an excursion of their own or of the whole.

    What is read off one page is misread together: where the whole is broken so are its parts,
    however small they are.

    Shape   : `table` has a row per period, in order, and a column per part and for `whole`;
              the marks have the same rows and columns.
    Units   : those of `table`; `factor` and `least` as for `excursions`.
    Missing : NaN is never marked.
    Errors  : those of `excursions`; KeyError when `whole` is not a column.
    Source  : plain ratio of neighbours.
    """
    marked = table.apply(lambda series: excursions(series.to_numpy(float), factor, least))
    together = marked.astype(bool).apply(lambda series: series | marked[whole])
    return together & table.notna()
