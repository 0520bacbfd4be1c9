"""The months of temporary protection: how many people came to each country at worst."""

from functools import lru_cache

import pandas as pd

from analysis.stress.arrivals import FIRST_MONTH, in_a_month, rises
from ui.store import Dataset, ask

COLUMNS = (
    "march", "march_days", "worst", "worst_days", "worst_period", "worst_per_1000", "begins",
    "residents", "source_id",
)  # fmt: skip


@lru_cache(maxsize=8)
def months_of(dataset: Dataset) -> pd.DataFrame:
    """One row per country with a series, by its code.

    `march` and `worst` are people in March 2022 and in the worst month (NaN where the series
    does not tell), each over `..._days`; `begins` is the first date with a figure.
    """
    stocks = ask(dataset, "stress_stock")
    stocks = stocks.assign(day=pd.to_datetime(stocks["day"]))
    residents = _residents(dataset)
    found: list[dict[str, object]] = []
    every = rises(stocks).merge(stocks[["country", "day", "period"]], on=["country", "day"])
    for code, rows in every.groupby("country"):
        monthly = rows.apply(in_a_month, axis=1)
        worst = rows[monthly == monthly.max()].head(1)
        march = rows[(rows["from_day"] < FIRST_MONTH) & (rows["day"] >= FIRST_MONTH)]
        of = stocks[stocks["country"] == code]
        found.append(
            {
                "country": code,
                "march": float(monthly[march.index[0]]) if len(march) else float("nan"),
                "march_days": _days(march),
                "worst": float(monthly.max()),
                "worst_days": _days(worst),
                "worst_period": str(worst["period"].iloc[0]),
                "begins": of.loc[of["value"].notna(), "day"].min(),
                "residents": residents.get(str(code), float("nan")),
                "source_id": str(of["source_id"].mode().iloc[0]),
            }
        )
    frame = pd.DataFrame(found, columns=["country", *(c for c in COLUMNS if c != "worst_per_1000")])
    frame["worst_per_1000"] = frame["worst"] / frame["residents"].where(frame["residents"] > 0)
    frame["worst_per_1000"] *= 1_000
    return frame.set_index("country")


def _days(rows: pd.DataFrame) -> float:
    """Over how many days the month of a rise is spread: its own, 31 at most."""
    return float(min(rows["days"].iloc[0], 31)) if len(rows) else float("nan")


def _residents(dataset: Dataset) -> dict[str, float]:
    regions = ask(dataset, "region")
    rows = regions[regions["level"] == 0]
    return dict(zip(rows["country"].astype(str), rows["residents"].astype(float), strict=True))
