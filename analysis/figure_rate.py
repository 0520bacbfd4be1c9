"""Rows of a view for a figure counted in persons or places: its rate per 1,000 residents."""

import pandas as pd

from analysis.indicator import ROW_COLUMNS
from analysis.rates import per_1000

NO_RESIDENTS = "no figure of residents to divide by"


def rate_rows(figures: pd.DataFrame) -> pd.DataFrame:
    """Rows of a view from figures and the residents of their year.

    Shape   : `figures` has one row per territory: territory_id, value, lower, upper,
              residents, and the columns that say where the figure is from.
    Units   : persons or places, and those per 1,000 residents.
    Missing : a figure without a value keeps its bounds as counts, and has no rate: its
              `lower` and `upper` are rates of the bounds that are known.
    Errors  : those of `per_1000`.
    Source  : plain ratio; residents on 1 January of the period's year, or the last before it.
    """
    rows = figures.copy().reset_index(drop=True)
    residents = rows["residents"]
    rows["count"], rows["count_lower"], rows["count_upper"] = (
        rows[name].astype(float) for name in ("value", "lower", "upper")
    )
    for name in ("value", "lower", "upper"):
        rows[name] = per_1000(rows[name], residents)
    lost = rows["count"].notna() & rows["value"].isna()
    rows.loc[lost, "note"] = NO_RESIDENTS
    rows.loc[lost, "obs_status"] = "L"
    return rows.reindex(columns=list(ROW_COLUMNS))
