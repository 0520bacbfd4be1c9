"""Cells summed up to territories, by the people who live there."""

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.regions import by_territory
from ui import words
from ui.area.where import Where
from ui.reach.choice import COVERED, PER_1000, ReachChoice, Way
from ui.reach.found import VALUES, found_of
from ui.reach.ground import is_complete, offer_of
from ui.store import DEMONSTRATION, PUBLISHED, Dataset, ask

_PERCENT = {name: f"{name}_percent" for name in VALUES[COVERED]} | {"abroad": "abroad_percent"}
_SOME = "only some places are known: distances are at most, what is served or found at least"
_NAMES = {
    "km": "nearest_km",
    "lower": "places_lower",
    "upper": "places_upper",
    "people": "residents",
}


@st.cache_resource(max_entries=24, show_spinner=False)
def regions_of(dataset: Dataset, way: Way, where: Where) -> pd.DataFrame:
    """One row per territory drawn, by id; not to be changed.

    Columns: place, country, level, residents, nearest_km (the residents' mean), abroad_percent
    (whose nearest place is in another country), those of the view, and how much is not known.
    """
    drawn = _territories(dataset, where)
    values = ["km", "abroad", *VALUES.get(way.show, [])]
    found = found_of(dataset, way)
    lived_in = found[found["residents"].isna() | (found["residents"] > 0)]
    cells = lived_in.assign(region_id=lived_in["region_id"].astype(str))
    membership = ask(dataset, "membership")
    membership = membership[membership["territory_id"].isin(drawn.index)]
    sums = by_territory(cells, membership, values, "residents").set_index("territory_id")
    rows = drawn.join(sums.drop(columns="cells"))
    rows["people"] = rows["people"].mask(rows["people"] == 0)
    for name in _PERCENT.keys() & set(rows):
        rows[name] = rows[name] * 100
    return rows.rename(columns=_PERCENT | _NAMES)


def _territories(dataset: Dataset, where: Where) -> pd.DataFrame:
    """The single territories of a level, or of a country's finest where its regions end before."""
    rows = ask(dataset, "region")
    rows = rows[rows["members"].isna() & (rows["level"] <= where.level)]
    if where.countries:
        rows = rows[rows["country"].isin(where.countries)]
    rows = rows[rows["level"] == rows.groupby("country")["level"].transform("max")]
    rows = rows.assign(place=words.places(rows)).set_index("territory_id")
    return rows[["place", "country", "level", "local_name"]]


def table_of(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """The rows of the view, farthest first, with what they are worked out from."""
    rows = regions_of(dataset, choice.way, choice.where).drop(columns="local_name")
    rows = rows.sort_values("nearest_km", ascending=False, na_position="last").reset_index()
    rows.insert(0, "question", choice.question())
    way = choice.way
    rows["service"], rows["group_id"], rows["distance_km"] = way.service, way.group, way.km
    rows["detour_factor"] = way.detour
    if way.show == COVERED:
        rows["in_need_per_1000"] = way.need
    if way.show == PER_1000:
        rows["decay"], rows["shared"] = way.fade, way.sharing
    known = rows["nearest_km"].notna()
    evidence = {PUBLISHED: "estimated", DEMONSTRATION: "synthetic"}.get(dataset.kind, "declared")
    rows["obs_status"] = known.map({True: "E", False: "L"})
    rows["evidence"] = known.map({True: evidence, False: None})
    rows["note"] = ""
    if not is_complete(dataset, way.service):
        # A place that is not on record may be nearer or have room.
        only = ["served_upper_percent", "full_lower_percent", "full_upper_percent", "out_percent",
                "places_upper", "abroad_percent"]  # fmt: skip
        rows[[name for name in only if name in rows]] = np.nan
        rows["obs_status"] = known.map({True: "U", False: "L"})
        rows["note"] = _SOME
    used = sources_of(dataset, choice)
    rows["sources"] = "; ".join(f"{row.publisher}: {row.title}" for row in used.itertuples())
    rows["licences"] = "; ".join(dict.fromkeys(str(each) for each in used["licence"].dropna()))
    rows["urls"] = "; ".join(dict.fromkeys(str(each) for each in used["url"].dropna()))
    return rows


def sources_of(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """Sources of the places in view, those of most places first, and of residents."""
    offer = offer_of(dataset, choice.way.service, choice.way.group).rows
    if choice.where.countries:
        inside = offer[offer["country"].isin(choice.where.countries)]
        offer = inside if len(inside) else offer
    ids = [*offer["source_id"].value_counts().index, "residents", "population_grid"]
    rows = ask(dataset, "source").set_index("source_id")
    return rows.loc[[each for each in dict.fromkeys(ids) if each in rows.index]]
