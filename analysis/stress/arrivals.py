"""How many people come in each week of a shock."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DAYS_IN_WEEK = 7
# People were first registered after 4 March 2022: Council Implementing Decision (EU) 2022/382.
BEGAN = pd.Timestamp("2022-03-03")
FIRST_MONTH = pd.Timestamp("2022-03-31")


def rises(stocks: pd.DataFrame) -> pd.DataFrame:
    """By how many people a stock of temporary protection rose between neighbouring dates.

    Shape   : `stocks` has a row per `country` and `day` with `value` and `obs_status`. Result: a
              row per country and date that has a date before it: `country`, `from_day`, `day`,
              `days`, `persons` (below zero where the stock fell), `per_day`.
    Units   : persons; days between both dates. The end of March 2022 is counted from nothing, as
              nobody was under temporary protection before 4 March 2022.
    Missing : no row across a date without a figure, or onto a break in the series (status B).
    Errors  : ValueError when a country has two rows for a day.

    >>> days = pd.to_datetime(["2022-03-31", "2022-04-30"])
    >>> rises(pd.DataFrame({"country": "IT", "day": days, "value": [0.0, 300.0],
    ...                     "obs_status": "A"}))["persons"].tolist()
    [0.0, 300.0]
    """
    if stocks.duplicated(["country", "day"]).any():
        raise ValueError("A country has two stocks for one day.")
    rows = stocks.sort_values(["country", "day"], ignore_index=True)
    before = rows.groupby("country")[["day", "value"]].shift()
    first = rows["day"].eq(FIRST_MONTH) & before["day"].isna()
    from_day = before["day"].mask(first, BEGAN)
    persons = rows["value"] - before["value"].mask(first, 0.0)
    days = (rows["day"] - from_day).dt.days
    found = pd.DataFrame(
        {
            "country": rows["country"],
            "from_day": from_day,
            "day": rows["day"],
            "days": days,
            "persons": persons,
            "per_day": persons / days,
        }
    )
    return found[persons.notna() & rows["obs_status"].ne("B")].reset_index(drop=True)


def in_a_month(rises_of_one: pd.Series) -> float:
    """A rise as it was within a month of 31 days at most.

    A monthly series gives its month as it stands; a rise over a longer time is spread evenly.

    >>> in_a_month(pd.Series({"persons": 3660.0, "days": 366, "per_day": 10.0}))
    310.0
    """
    return float(min(1.0, 31 / rises_of_one["days"]) * rises_of_one["persons"])


def spread_evenly(persons: float, days: float, horizon: int) -> NDArray[np.float64]:
    """Persons who come evenly over so many days, by week; those after the horizon are not seen.

    Shape   : one value per week, `horizon` of them.
    Errors  : ValueError when there is no day to come on.

    >>> spread_evenly(310, 31, 6).tolist()
    [70.0, 70.0, 70.0, 70.0, 30.0, 0.0]
    """
    if days <= 0:
        raise ValueError("Arrivals need at least a part of a day.")
    starts = np.arange(horizon) * DAYS_IN_WEEK
    inside = np.clip(days - starts, 0, DAYS_IN_WEEK)
    return persons * inside / days


def followed(arrivals: NDArray[np.float64], days: float, percent: float) -> NDArray[np.float64]:
    """The same shock, after which so many per cent of its weekly number go on coming.

    `days` is how long the shock lasts; the week it ends in is filled up with its tail.

    >>> followed(spread_evenly(140, 14, 4), 14, 25).tolist()
    [70.0, 70.0, 17.5, 17.5]
    """
    starts = np.arange(len(arrivals)) * DAYS_IN_WEEK
    inside = np.clip(days - starts, 0, DAYS_IN_WEEK)
    whole = np.max(arrivals / np.where(inside > 0, inside, np.inf)) if len(arrivals) else 0.0
    return arrivals + whole * (DAYS_IN_WEEK - inside) * percent / 100
