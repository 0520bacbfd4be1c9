"""Cells summed up to territories, by the people who are counted there."""

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.regions import by_territory
from ui import words
from ui.area.where import Where
from ui.group_text import Group
from ui.language import current
from ui.reach.found import VALUES, found_of
from ui.reach.need import regions_in_need
from ui.reach.offer import is_complete, offer_of
from ui.reach.way import COVERED, PER_1000, ReachChoice, Way
from ui.store import DEMONSTRATION, PUBLISHED, Dataset, ask

PERCENT = {name: f"{name}_percent" for name in VALUES[COVERED]} | {"abroad": "abroad_percent"}
NAMES = {"km": "nearest_km", "lower": "places_lower", "upper": "places_upper"}
SOME = "only some places are known: distances are at most, what is served or found at least"
_DRAWN = ["place", "country", "level", "local_name"]
_OWN = ["a table of travel times of the reader's own"]
# What a place that is not on record would change, being nearer or having room.
ONLY_IF_ALL = (
    "served_upper_percent", "full_lower_percent", "full_upper_percent", "out_percent",
    "places_upper", "abroad_percent",
)  # fmt: skip


def regions_of(dataset: Dataset, way: Way, where: Where) -> pd.DataFrame:
    """One row per territory drawn, by id; not to be changed.

    Columns: place, country, level, residents, people (who is counted), nearest_km (their mean),
    abroad_percent (whose nearest place is in another country), those of the view, and how much is
    not known.
    """
    return _regions_of(dataset, way, where, current())


@st.cache_resource(max_entries=24, show_spinner=False)
def _regions_of(dataset: Dataset, way: Way, where: Where, language: str) -> pd.DataFrame:
    """The same, whose names of countries are in the language that is spoken."""
    return _in_percent(means_of(dataset, way, where))


def _in_percent(means: pd.DataFrame) -> pd.DataFrame:
    """Shares as percentages, by the names of the table."""
    rows = means.copy()
    for name in PERCENT.keys() & set(rows):
        rows[name] = rows[name] * 100
    return rows.rename(columns=PERCENT | NAMES)


def means_of(dataset: Dataset, way: Way, where: Where) -> pd.DataFrame:
    """The same with the names and units of cells."""
    drawn, membership = territories_of(dataset, where), ask(dataset, "membership")
    return _means(dataset, way, drawn, membership[membership["territory_id"].isin(drawn.index)])


def whole_of(dataset: Dataset, way: Way, territory_id: str) -> pd.Series:
    """The row of one territory, of whatever level and whether or not it is drawn."""
    return _whole_of(dataset, way, territory_id, current())


@st.cache_resource(max_entries=24, show_spinner=False)
def _whole_of(dataset: Dataset, way: Way, territory_id: str, language: str) -> pd.Series:
    """The same in the language that is spoken."""
    rows = ask(dataset, "region")
    rows = rows[rows["territory_id"] == territory_id]
    drawn = rows.assign(place=words.places(rows)).set_index("territory_id")[_DRAWN]
    every = ask(dataset, "membership")
    means = _means(dataset, way, drawn, every[every["territory_id"] == territory_id])
    return _in_percent(means).iloc[0]


@st.cache_resource(max_entries=24, show_spinner=False)
def means_of_groups(dataset: Dataset, way: Way, groups: tuple[Group, ...]) -> pd.DataFrame:
    """The same for the reader's own groups of territories, by their codes joined by a plus sign.

    They count the regions inside each of their territories once.
    """
    ids = ["+".join(each.territories) for each in groups]
    drawn = pd.DataFrame({"place": [each.name for each in groups]}, index=ids).assign(
        country=None, level=None, local_name=None
    )
    drawn = drawn[~drawn.index.duplicated()].rename_axis("territory_id")
    every = ask(dataset, "membership")
    parts = [
        every[every["territory_id"].isin(each.territories)][["region_id"]].assign(territory_id=code)
        for code, each in zip(ids, groups, strict=True)
    ]
    return _means(dataset, way, drawn, pd.concat(parts).drop_duplicates())


def _means(
    dataset: Dataset, way: Way, drawn: pd.DataFrame, membership: pd.DataFrame
) -> pd.DataFrame:
    """The means of the territories of a membership, beside what is drawn of them."""
    values = ["km", "abroad", *VALUES.get(way.show, [])]
    found = found_of(dataset, way)
    lived_in = found[found["residents"].isna() | (found["residents"] > 0)]
    cells = lived_in.assign(region_id=lived_in["region_id"].astype(str))
    means = by_territory(cells, membership, values, "people").set_index("territory_id")
    # Where nobody is counted nothing is unknown: what is told of is where residents are.
    cells = cells.rename(columns={"people": "counted"})
    told = by_territory(cells, membership, ["km", "counted"], "residents")
    told = told.set_index("territory_id")
    rows = drawn.join(means[[*values, "people"]])
    rows["residents"] = told["people"]
    rows = rows.join(told[["unknown_cells_percent", "unknown_people_percent"]])
    for name in ("people", "residents"):
        rows[name] = rows[name].mask(rows[name] == 0)
    return rows


def territories_of(dataset: Dataset, where: Where) -> pd.DataFrame:
    """The single territories of a level, or of a country's finest where its regions end before."""
    rows = ask(dataset, "region")
    rows = rows[rows["members"].isna() & (rows["level"] <= where.level)]
    if where.countries:
        rows = rows[rows["country"].isin(where.countries)]
    rows = rows[rows["level"] == rows.groupby("country")["level"].transform("max")]
    rows = rows.assign(place=words.places(rows)).set_index("territory_id")
    return rows[_DRAWN]


def table_of(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """The rows of the view, farthest first, with what they are worked out from.

    The reader's own groups stand before the territories.
    """
    rows = regions_of(dataset, choice.way, choice.where)
    rows = rows.sort_values("nearest_km", ascending=False, na_position="last")
    if choice.groups:
        own = _in_percent(means_of_groups(dataset, choice.way, choice.groups))
        rows = pd.concat([own.astype(rows.dtypes.drop(["level"]).to_dict()), rows])
    rows = rows.drop(columns="local_name").reset_index()
    rows = rows.rename(columns={"people": "counted_people"})
    return with_words(dataset, choice, rows)


def with_words(dataset: Dataset, choice: ReachChoice, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of territories or cells with what was asked, their status and their sources."""
    way = choice.way
    rows.insert(0, "question", choice.question())
    asked: dict[str, str | float] = {
        "service": way.service, "group_id": way.group, "people_counted": way.counted,
        "distance_minutes" if way.own else "distance_km": way.km, "detour_factor": way.detour,
    }  # fmt: skip
    if way.own:
        asked |= {"detour_factor": np.nan, "travel_times": f"own table {way.own}"}
    if way.show == COVERED and not way.by_need:
        asked["in_need_per_1000"] = np.nan if way.need is None else way.need
    if way.show == PER_1000:
        asked |= {"decay": way.fade, "shared": way.sharing}
    if way.show in VALUES:
        asked |= {"places_counted": way.room, "unnamed_places": way.unnamed}
    known = rows["nearest_km"].notna()
    evidence = {PUBLISHED: "estimated", DEMONSTRATION: "synthetic"}.get(dataset.kind, "declared")
    complete = is_complete(dataset, way.service)
    if not complete:
        rows[[name for name in ONLY_IF_ALL if name in rows]] = np.nan
    for name, value in asked.items():
        rows[name] = value
    rows = rows.assign(
        obs_status=known.map({True: "E" if complete else "U", False: "L"}),
        evidence=known.map({True: evidence, False: None}),
        note="" if complete else SOME,
    )
    if way.own:
        rows = rows.rename(columns={"nearest_km": "nearest_minutes"})
    used = sources_of(dataset, choice)
    return rows.assign(
        sources="; ".join(
            [
                *(f"{row.publisher}: {row.title}" for row in used.itertuples()),
                *_OWN[: bool(way.own)],
            ]
        ),
        licences="; ".join(dict.fromkeys(str(each) for each in used["licence"].dropna())),
        urls="; ".join(dict.fromkeys(str(each) for each in used["url"].dropna())),
    )


def sources_of(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """Sources of the places in view, those of most places first, of need, and of residents."""
    offer, countries = offer_of(dataset, choice.way.asked).rows, choice.where.countries
    if countries:
        inside = offer[offer["country"].isin(countries)]
        offer = inside if len(inside) else offer
    ids = [*offer["source_id"].value_counts().index]
    if choice.way.by_need:
        need = regions_in_need(dataset, choice.way.counted)
        need = need[need.index.str[:2].isin(countries)] if countries else need
        ids += list(need["source_id"].value_counts().index)
    ids += ["residents", "population_grid"]
    rows = ask(dataset, "source").set_index("source_id")
    return rows.loc[[each for each in dict.fromkeys(ids) if each in rows.index]]
