"""The people of a shock, by week: each country's own, or all territories' together."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stress.arrivals import DAYS_IN_WEEK, followed, spread_evenly
from ui.store import Dataset
from ui.stress.asked import CUSTOM, LIKE, MARCH, StressChoice
from ui.stress.months import months_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Arriving:
    """People by pool and week; `pool` says which pool each territory shares in.

    A pool is a country, or everything looked at where people are not a country's own. NaN where
    a country has no series.
    """

    pool: Ints
    weekly: Floats
    codes: tuple[str, ...]


def arriving(dataset: Dataset, choice: StressChoice, rows: pd.DataFrame) -> Arriving:
    """Who comes, for territories indexed by territory_id with `country` and `residents`."""
    shock = choice.shock
    if shock.kind == CUSTOM:
        weekly = _weekly(choice, shock.persons, float(shock.weeks * DAYS_IN_WEEK))
        return Arriving(np.zeros(len(rows), dtype=np.int64), weekly[None], ("",))
    codes = tuple(sorted(rows["country"].astype(str).unique()))
    months = months_of(dataset).reindex(list(codes))
    if shock.kind == LIKE:
        months = _like(months_of(dataset), shock.like, rows, codes)
    name = "march" if shock.kind == MARCH else "worst"
    weekly = np.stack(
        [
            _weekly(choice, float(persons), float(days))
            for persons, days in zip(months[name], months[f"{name}_days"], strict=True)
        ]
    )
    pool = np.array([codes.index(str(each)) for each in rows["country"]], dtype=np.int64)
    return Arriving(pool, weekly, codes)


def _like(
    months: pd.DataFrame, like: str, rows: pd.DataFrame, codes: tuple[str, ...]
) -> pd.DataFrame:
    """The month of another country, by the residents of each."""
    residents = rows.groupby("country")["residents"].sum(min_count=1).reindex(list(codes))
    rate = days = float("nan")
    if like in months.index:
        rate = float(months["worst_per_1000"][like]) / 1_000
        days = float(months["worst_days"][like])
    return pd.DataFrame({"worst": residents * rate, "worst_days": days})


def _weekly(choice: StressChoice, persons: float, days: float) -> Floats:
    """The part that asks for a place, by week, and those who go on coming."""
    if np.isnan(persons) or np.isnan(days):
        return np.full(choice.horizon, np.nan)
    asking = max(persons, 0.0) * choice.shock.asks / 100
    return followed(spread_evenly(asking, days, choice.horizon), days, choice.shock.tail)
