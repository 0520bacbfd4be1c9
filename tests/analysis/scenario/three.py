"""Three regions on paper, and a fourth whose capacity nobody publishes."""

import numpy as np
import pandas as pd

from analysis.gap import gaps

NAN = np.nan
# need 100 of 90 places: 10 short · 40 of 80: 40 free · an estimate of 50 (40 to 60) of 60 places.
THREE = {
    "territory_id": ["AT1", "AT2", "IT1", "IT2"],
    "country": ["AT", "AT", "IT", "IT"],
    "residents": [1000, 3000, 2000, 500],
    "need": [100.0, 40.0, 50.0, 30.0],
    "need_lower": [NAN, NAN, 40.0, NAN],
    "need_upper": [NAN, NAN, 60.0, NAN],
    "need_exact": [True, True, False, True],
    "capacity": [90.0, 80.0, 60.0, NAN],
    "capacity_lower": [NAN] * 4,
    "capacity_upper": [NAN] * 4,
    "capacity_exact": [True, True, True, False],
}


def three(factor: float | None = 1.0) -> pd.DataFrame:
    """The regions by territory_id, as the ledger of a view gives them."""
    return gaps(pd.DataFrame(THREE).set_index("territory_id"), factor)
