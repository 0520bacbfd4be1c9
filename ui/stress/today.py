"""Who is in reception today and how many places there are, by territory, known or not."""

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.drawn import drawn_territories
from ui import words
from ui.store import Dataset, ask
from ui.stress.asked import MOST, StressChoice

# The most hosted at once says something only where people were counted often enough.
LEAST_DATES = 12
# People and places counted further apart are not of one moment.
MOST_DAYS_APART = 366
PUBLISHED, HOSTED_AT_ONCE, SUPPOSED, UNKNOWN = (
    "published", "most hosted at once", "supposed", "unknown",
)  # fmt: skip
WORKED_OUT = "worked out"
NO_PEOPLE, NO_PLACES, APART = "people hosted", "places", "people hosted at the date of the places"
_ENDS = ("", "_lower", "_upper")


@lru_cache(maxsize=64)
def today_of(dataset: Dataset, choice: StressChoice) -> pd.DataFrame:
    """One row per territory drawn, by its code; each country at one level, so that it is whole.

    Columns: those of `ui/sql/stress_today.sql`, `name`, `local_name`, `country`, `level`,
    `residents`, `place`, `people_known_as`, `places_known_as`, `missing`.
    """
    territories = ask(dataset, "region")
    if choice.where.countries:
        territories = territories[territories["country"].isin(choice.where.countries)]
    figures = _known(_of_group(ask(dataset, "stress_today"), choice.whom), choice)
    both = figures["people"].notna() & figures["places"].notna()
    decides = pd.DataFrame(
        {"territory_id": figures["territory_id"], "value": np.where(both, 1.0, np.nan)}
    )
    drawn = drawn_territories(decides, territories, choice.where.level)
    context = ["territory_id", "name", "local_name", "country", "level", "residents"]
    rows = drawn[context].merge(figures, on="territory_id", how="left", validate="1:1")
    rows = rows.set_index("territory_id")
    rows["place"] = words.places(rows)
    for column in ("people_known_as", "places_known_as"):
        rows[column] = rows[column].fillna(UNKNOWN)
    rows["missing"] = _missing(rows)
    return rows


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


def _known(figures: pd.DataFrame, choice: StressChoice) -> pd.DataFrame:
    """The figures with what stands in for those not published, and what each is known as."""
    rows = figures.copy()
    for what in ("people", "places"):
        for end in ("_lower", "_upper"):
            rows[f"{what}{end}"] = rows[f"{what}{end}"].fillna(rows[what])
        published = rows[f"{what}_evidence"].isin(["published", "declared", "synthetic"])
        said = np.where(published, PUBLISHED, WORKED_OUT)
        rows[f"{what}_known_as"] = np.where(rows[what].notna(), said, UNKNOWN)
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
    """What is not known of each territory, as a list in words; '' where nothing is missing."""
    found = []
    for people, places, apart in zip(
        rows["people_known_as"], rows["places_known_as"], rows["apart"].eq(True), strict=True
    ):
        lacks = [NO_PLACES] if places == UNKNOWN else []
        if people == UNKNOWN:
            lacks.append(APART if apart else NO_PEOPLE)
        found.append(words.listed(lacks) if lacks else "")
    return found
