"""People in need on cells, from what is known of their region."""

import numpy as np
import pandas as pd

from analysis.catchment.model import Floats


def shared_onto_cells(need: pd.Series, region_id: pd.Series, residents: Floats) -> Floats:
    """A region's need shared out to its cells by their residents.

    Shape   : `need` is indexed by region; one region and one number of residents per cell.
    Units   : persons. The cells of a region add up to its need.
    Missing : NaN where the region's need or the cell's residents are; a cell without known
              residents has no part of the sum. NaN too where nobody is known to live in a region
              with need: there is nothing to share it by.
    Errors  : ValueError if need is negative or a region repeats.

    >>> need = pd.Series({"A": 30.0, "B": 5.0})
    >>> where = pd.Series(["A", "A", "B", "C"])
    >>> shared_onto_cells(need, where, np.array([100.0, 200.0, 0.0, 1.0])).tolist()
    [10.0, 20.0, nan, nan]
    """
    if (need < 0).any() or need.index.has_duplicates:
        raise ValueError("need must be 0 or more, once per region")
    here = region_id.map(need).to_numpy(dtype=float)
    everybody = pd.Series(residents).groupby(region_id.to_numpy(), observed=True).transform("sum")
    total = everybody.to_numpy(dtype=float)
    part = np.divide(residents, total, out=np.full(len(total), np.nan), where=total > 0)
    return np.where((here == 0) & np.isfinite(residents), 0.0, here * part)
