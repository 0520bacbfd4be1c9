"""From long rows to the figures of each moment, and the ends of those known as intervals."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.equality.open_figures import Ends
from analysis.equality.over_time import Figures

_CARRIED = (
    "country", "level", "period", "need", "need_lower", "need_upper", "need_method",
    "need_status", "need_evidence", "need_source_id", "capacity", "capacity_lower",
    "capacity_upper", "capacity_period", "capacity_measure_id", "capacity_status",
    "capacity_evidence", "capacity_source_id",
)  # fmt: skip


def figures_at(rows: pd.DataFrame, moments: Sequence[str]) -> dict[str, pd.DataFrame]:
    """The rows of each moment, indexed by every territory that has one at any of them.

    Missing : a territory without a row at a moment is a row of NaN there.
    """
    asked = rows[rows["moment"].isin(moments)]
    codes = pd.Index(sorted(asked["territory_id"].unique()), name="territory_id")
    parts = {
        str(moment): part.set_index("territory_id") for moment, part in asked.groupby("moment")
    }
    empty = asked.head(0).set_index("territory_id")
    return {moment: parts.get(moment, empty).reindex(codes)[list(_CARRIED)] for moment in moments}


def figures_of(rows: pd.DataFrame) -> Figures:
    """Best guess and ends of rows, in their order."""
    return Figures(rows["capacity"].to_numpy(float), rows["need"].to_numpy(float), ends_of(rows))


def ends_of(rows: pd.DataFrame) -> Ends:
    """Both ends of need and capacity; a figure without ends is exact, and its own ends.

    >>> row = pd.DataFrame({"capacity": [5.0], "capacity_lower": [np.nan],
    ...     "capacity_upper": [np.nan], "need": [10.0], "need_lower": [8.0], "need_upper": [12.0]})
    >>> [each.tolist() for each in ends_of(row)]
    [[5.0], [5.0], [8.0], [12.0]]
    """
    found = []
    for name in ("capacity", "need"):
        value = rows[name].astype(float)
        low = rows[f"{name}_lower"].astype(float).fillna(value)
        high = rows[f"{name}_upper"].astype(float).fillna(value)
        # A best guess is never outside what is said of it.
        found += [
            np.fmin(low.to_numpy(), value.to_numpy()),
            np.fmax(high.to_numpy(), value.to_numpy()),
        ]
    return Ends(*found)
