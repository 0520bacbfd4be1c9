"""What is published of a subject: which territories, at which moments, and where there is enough.

A moment is a period as published where one country is looked at, else a year: countries publish
on different days, and of a year each territory's latest counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ui.equality.subjects import RESIDENTS, Subject
from ui.store import Dataset, ask

# Fewer territories than this make no distribution.
LEAST = 4


@dataclass(frozen=True, eq=False)
class Known:
    """Rows of a subject at one level: one per territory and moment with a need or a capacity.

    `moments` are those at which at least `LEAST` territories have both, oldest first;
    `days` the last day each stands for.
    """

    rows: pd.DataFrame
    moments: tuple[str, ...]
    days: Mapping[str, pd.Timestamp]


def rows_of(dataset: Dataset, subject: Subject, basis: str) -> pd.DataFrame:
    """Every row of a subject, of all levels and countries; see `ui/sql/equality_*.sql`."""
    if basis == RESIDENTS:
        found = ask(dataset, "equality_residents", measures=" ".join(subject.measures))
    else:
        found = ask(dataset, "equality_ledger", standard_id=subject.standard_id, basis_id=basis)
    return found


@lru_cache(maxsize=64)
def known_of(
    dataset: Dataset, subject: Subject, basis: str, level: int, countries: tuple[str, ...]
) -> Known:
    """A subject's rows at one level in some countries; no country is all."""
    rows = rows_of(dataset, subject, basis)
    rows = rows[rows["level"] == level]
    if countries:
        rows = rows[rows["country"].isin(countries)]
    rows = rows.assign(both=rows["need"].gt(0) & rows["capacity"].notna())
    in_one = rows.loc[rows["both"], "country"].nunique() == 1
    # A year has one moment each; so has a period that one country publishes.
    moment = rows["period"] if in_one else rows["day"].astype("datetime64[ns]").dt.year.astype(str)
    rows = rows.assign(moment=moment).sort_values(["both", "day"])
    rows = rows.drop_duplicates(["territory_id", "moment"], keep="last")
    rows = _without_doubles(rows)
    counted = rows[rows["both"]].groupby("moment").agg(many=("both", "sum"), day=("day", "max"))
    enough = counted[counted["many"] >= LEAST].sort_values("day")
    days = {str(moment): pd.Timestamp(day) for moment, day in enough["day"].items()}
    return Known(rows.sort_values(["day", "territory_id"]), tuple(days), days)


def _without_doubles(rows: pd.DataFrame) -> pd.DataFrame:
    """Joint territories stand for their members where they are known, else the members do."""
    joint = rows["territory_id"].str.contains("+", regex=False)
    known = set(rows.loc[joint & rows["both"], "territory_id"])
    members = {member for codes in known for member in codes.split("+")}
    doubled = (joint & ~rows["territory_id"].isin(known)) | rows["territory_id"].isin(members)
    return rows[~doubled]


def best_level(dataset: Dataset, subject: Subject, basis: str, countries: tuple[str, ...]) -> int:
    """The finest level, down to NUTS 2, at which enough is known at two moments; else countries.

    Between levels with enough, regions are preferred where at least twelve are known.
    """
    for level in (2, 1):
        known = known_of(dataset, subject, basis, level, countries)
        both = known.rows[known.rows["both"]]
        many = both[both["moment"].isin(known.moments)].groupby("moment").size()
        if (many >= 12).sum() >= 2:
            return level
    return 0


def usual_moments(known: Known) -> tuple[str, str]:
    """The first and the last moment between which at least half of the most territories compare.

    '' twice where nothing is known.
    """
    if not known.moments:
        return "", ""
    both = known.rows[known.rows["both"] & known.rows["moment"].isin(known.moments)]
    at = {m: set(part["territory_id"]) for m, part in both.groupby("moment")}
    most = max(map(len, at.values()))
    full = [m for m in known.moments if len(at[m]) * 2 >= most]
    last = full[-1]
    for first in known.moments:
        if len(at[first] & at[last]) >= max(LEAST, len(at[last]) / 2):
            return first, last
    return last, last
