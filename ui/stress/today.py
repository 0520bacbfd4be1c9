"""Who is in reception today and how many places there are, by territory, known or not."""

from collections.abc import Hashable
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from analysis.drawn import drawn_territories
from ui import words
from ui.language import Words, later, per_language
from ui.store import Dataset, ask
from ui.stress.asked import MOST, StressChoice
from ui.words import is_known

# The most hosted at once says something only where people were counted often enough.
LEAST_DATES = 12
# People and places counted further apart are not of one moment.
MOST_DAYS_APART = 366
PUBLISHED, HOSTED_AT_ONCE, SUPPOSED, WORKED_OUT, UNKNOWN = (
    "published", "most hosted at once", "supposed", "worked out", "unknown",
)  # fmt: skip
# A figure of one's own is never called published, a generated one never real.
_KNOWN_AS = {
    "published": PUBLISHED, "declared": "declared", "estimated": WORKED_OUT,
    "synthetic": "demonstration",
}  # fmt: skip
# A figure this many years older than the dataset is not of today.
_YEARS_OLD = 2
_DATED = frozenset(_KNOWN_AS.values())
# The same for readers; files keep the English.
KNOWN_AS = Words(
    {
        PUBLISHED: "published", HOSTED_AT_ONCE: "most hosted at once", SUPPOSED: "supposed",
        WORKED_OUT: "worked out", UNKNOWN: "unknown", "declared": "declared",
        "demonstration": "demonstration",
    }
)  # fmt: skip
NO_PEOPLE, NO_PLACES, APART = "people hosted", "places", "people hosted at the date of the places"
OF_THIS = " for this group at this level"
# What may be missing, put together of these: kept in English and turned where it is shown.
MISSING = (
    later("people hosted"), later("places"), later("people hosted at the date of the places"),
    later("places and people hosted"),
    later("places and people hosted at the date of the places"),
    later("people hosted for this group at this level"),
    later("places for this group at this level"),
    later("places and people hosted for this group at this level"),
    later("arrivals"), later("arrivals in March 2022"), later("residents"),
    later("people and places"),
)  # fmt: skip
_ENDS = ("", "_lower", "_upper")


@per_language(64)
def today_of(dataset: Dataset, choice: StressChoice) -> pd.DataFrame:
    """One row per territory drawn, by its code; each country at one level, so that it is whole.

    Columns: those of `ui/sql/stress_today.sql`, `name`, `local_name`, `country`, `level`,
    `residents`, `place`, `people_known_as`, `places_known_as`, `missing`, `old_period` (the
    older period of its figures where it is years before the dataset, else '').
    """
    territories = ask(dataset, "region")
    if choice.where.countries:
        territories = territories[territories["country"].isin(choice.where.countries)]
    figures = known_figures(_of_group(ask(dataset, "stress_today"), choice.whom), choice)
    drawn = drawn_territories(decides(figures, territories), territories, choice.where.level)
    context = ["territory_id", "name", "local_name", "country", "level", "residents"]
    rows = drawn[context].merge(figures, on="territory_id", how="left", validate="1:1")
    rows = rows.set_index("territory_id")
    rows["place"] = words.places(rows)
    for column in ("people_known_as", "places_known_as"):
        rows[column] = rows[column].fillna(UNKNOWN)
    held = ask(dataset, "stress_today")
    held = held.assign(
        country=held["territory_id"].map(territories.set_index("territory_id")["country"])
    )
    rows["missing"] = held_elsewhere(rows.assign(missing=_missing(rows)), held)
    rows["old_period"] = [_old(dict(row), dataset.built) for row in rows.to_dict("records")]
    return rows


def decides(figures: pd.DataFrame, territories: pd.DataFrame) -> pd.DataFrame:
    """What decides the level of a country: both figures; one of them where no level has both."""
    people, places = figures["people"].notna(), figures["places"].notna()
    both = people & places
    of = figures["territory_id"].map(territories.set_index("territory_id")["country"])
    alone = ~of.isin(of[both]) & (people | places)
    value = np.where(both | alone, 1.0, np.nan)
    return pd.DataFrame({"territory_id": figures["territory_id"], "value": value})


def _old(row: dict[Hashable, Any], built: datetime) -> str:
    """The older period of a territory's figures where it is years before the dataset; else ''.

    >>> row = {"people_day": "2024-12-31", "people_period": "2024-12-31", "people_known_as":
    ...        "published", "places_day": "2023-12-31", "places_period": "2023"}
    >>> row |= {"places_known_as": "published"}
    >>> _old(row, datetime(2026, 1, 1)), _old(row, datetime(2025, 12, 1))
    ('2023', '')
    """
    dates = [
        (pd.Timestamp(row[f"{what}_day"]), str(row[f"{what}_period"]))
        for what in ("people", "places")
        if is_known(row[f"{what}_day"]) and row[f"{what}_known_as"] in _DATED
    ]
    if not dates:
        return ""
    day, period = min(dates)
    return period if day <= pd.Timestamp(built) - pd.DateOffset(years=_YEARS_OLD) else ""


def _of_group(figures: pd.DataFrame, whom: str) -> pd.DataFrame:
    """The figures of one group; of everyone where known better or as well, else of applicants."""
    if whom != "reception":
        return figures[figures["group_id"] == whom].reset_index(drop=True)
    rows = figures[figures["group_id"].isin(["all", "asylum_applicants"])]
    known = rows["people"].notna() * 1.0 + rows["places"].notna()
    order = rows.assign(known=known).sort_values(
        ["territory_id", "known", "group_id"], ascending=[True, False, True]
    )
    return order.drop_duplicates("territory_id").drop(columns="known").reset_index(drop=True)


def known_figures(figures: pd.DataFrame, choice: StressChoice) -> pd.DataFrame:
    """The figures with what stands in for those not published, and what each is known as."""
    rows = figures.copy()
    for what in ("people", "places"):
        for end in ("_lower", "_upper"):
            rows[f"{what}{end}"] = rows[f"{what}{end}"].fillna(rows[what])
        said = rows[f"{what}_evidence"].map(_KNOWN_AS)
        rows[f"{what}_known_as"] = said.where(rows[what].notna(), UNKNOWN)
    days = (pd.to_datetime(rows["people_day"]) - pd.to_datetime(rows["places_day"])).dt.days.abs()
    rows["apart"] = (days > MOST_DAYS_APART).fillna(False)
    _fill(rows, "people", rows["apart"], pd.Series(np.nan, rows.index), UNKNOWN)
    if choice.places == MOST:
        stands_in = rows["places"].isna() & (rows["dates"] >= LEAST_DATES)
        most = rows[["most", "people"]].max(axis=1)
        _fill(rows, "places", stands_in, most, HOSTED_AT_ONCE)
    if choice.supposed is not None:
        open_ = rows["people"].isna() & rows["places"].notna()
        _fill(rows, "people", open_, rows["places"] * choice.supposed / 100, SUPPOSED)
    return rows


def _fill(rows: pd.DataFrame, what: str, where: pd.Series, value: pd.Series, known_as: str) -> None:
    """Write one value over a figure and both its ends."""
    for end in _ENDS:
        rows[f"{what}{end}"] = rows[f"{what}{end}"].mask(where, value)
    rows[f"{what}_known_as"] = rows[f"{what}_known_as"].mask(where, known_as)


def _missing(rows: pd.DataFrame) -> list[str]:
    """What is not known of each territory, in one of `MISSING`; '' where nothing is missing."""
    found = []
    for people, places, apart in zip(
        rows["people_known_as"], rows["places_known_as"], rows["apart"].eq(True), strict=True
    ):
        lacks = [NO_PLACES] if places == UNKNOWN else []
        if people == UNKNOWN:
            lacks.append(APART if apart else NO_PEOPLE)
        found.append(" and ".join(lacks))
    return found


def held_elsewhere(rows: pd.DataFrame, held: pd.DataFrame) -> pd.Series:
    """What is missing; named with group and level where its country has it of another.

    `rows` has `country`, `missing`, `people_known_as`, `places_known_as`; `held` has `country`,
    `people`, `places` of every group and level. Countries with both somewhere in `rows` are left:
    there, what a territory lacks is lacking.
    """
    unknown = rows[["people_known_as", "places_known_as"]] == UNKNOWN
    told = set(rows.loc[~unknown.any(axis=1), "country"])
    there = pd.Series(False, index=rows.index)
    for what in ("people", "places"):
        known = set(held.loc[held[what].notna(), "country"])
        there |= unknown[f"{what}_known_as"] & rows["country"].isin(known)
    apart = rows["missing"].str.contains(APART, regex=False)
    other = there & ~apart & ~rows["country"].isin(told)
    return rows["missing"].mask(other, rows["missing"] + OF_THIS)
