"""A cell and the borders around it: what its people reach abroad, who comes to its places."""

import math

import numpy as np
import pandas as pd
import streamlit as st
from scipy.spatial import cKDTree

from analysis.catchment.across import kilometres, near_any
from analysis.catchment.model import Cells, Flags, Positions
from analysis.hexagons import around
from analysis.hexagons import resolution_of as resolution_of_cells
from analysis.reach import unit_vectors
from ui import words
from ui.language import Words, _, later, n_, plural
from ui.reach.found import found_of
from ui.reach.ground import cells_of, ways_of
from ui.reach.offer import offer_of
from ui.reach.way import Asked, Way
from ui.store import Dataset

_MOST_NAMED = 4
# By how many other countries are reached: none, one, or more; pairs by the number of places.
_REACHED = (
    plural(
        "{who} reach {count} place in {far}, none of them across a border.",
        "{who} reach {count} places in {far}, none of them across a border.",
    ),
    plural(
        "{who} reach {count} place in {far}, {across} of them across a border, in {country}.",
        "{who} reach {count} places in {far}, {across} of them across a border, in {country}.",
    ),
    plural(
        "{who} reach {count} place in {far}, {across} of them across a border: {named}.",
        "{who} reach {count} places in {far}, {across} of them across a border: {named}.",
    ),
)
# By whose people they are.
_WHO = Words(
    {
        "": "Its people",
        "its": "From its most populous part (about 6 km across) people",
        "the territory's": "From the territory's most populous part (about 6 km across) people",
    }
)
_LIVE = later("Within {far} live {many} {people}: {listed}.")
_LIVE_ABOUT = later("Within {far} live about {many} {people}: {listed}.")
_LIVE_AT_LEAST = later("Within {far} live at least {many} {people}: {listed}.")


def reached_from(dataset: Dataset, way: Way, cell: int) -> pd.DataFrame:
    """The places that people of a cell reach, nearest first: those of `offer_of`, and `far`."""
    rows = offer_of(dataset, way.asked).rows
    if way.own:
        ways = ways_of(dataset, way.asked)
        minutes = ways[ways["origin"] == cell].set_index("destination")["minutes"]
        far = rows["facility_id"].map(minutes).to_numpy(dtype=float)
    else:
        cells = cells_of(dataset)
        (centre,) = cells.loc[cells["cell"] == cell, ["lon", "lat"]].to_numpy()
        lon, lat = (rows[each].to_numpy(dtype=float) for each in ("lon", "lat"))
        far = kilometres(lon, lat, (float(centre[0]), float(centre[1]))) * way.detour
    return rows.assign(far=far)[far <= way.km].sort_values("far")


def comers_to(dataset: Dataset, way: Way, hexagon: int) -> "tuple[int, pd.Series[float], bool]":
    """How many places that may be shown stand in a cell of the map, and who is within reach.

    Those within reach of any of them are counted by country, most first; where they find room, and
    whether they do, is another matter. The last says whether all are known. Protected places are
    never told of here.
    """
    rows = offer_of(dataset, way.asked).rows
    here = _members(dataset, hexagon)[_cell_of_places(dataset, way.asked)]
    here &= rows["x"].notna().to_numpy()
    found = found_of(dataset, way)
    if not here.any():
        return 0, pd.Series(dtype=float), True
    if way.own:
        ways = ways_of(dataset, way.asked)
        ways = ways[ways["destination"].isin(rows.loc[here, "facility_id"])]
        near = found["cell"].isin(ways.loc[ways["minutes"] <= way.km, "origin"]).to_numpy()
    else:
        cells = cells_of(dataset)
        lon, lat = (cells[each].to_numpy(dtype=float) for each in ("lon", "lat"))
        places = rows.loc[here, ["lon", "lat"]].to_numpy(dtype=float)
        land = Cells(lon, lat, np.zeros(len(lon)))
        near = near_any(land, places[:, 0], places[:, 1], way.km / way.detour)
    people = found["people"][near].groupby(found["country"][near], observed=True).sum()
    whole = bool(found["people"][near].notna().all())
    return int(here.sum()), people[people > 0].sort_values(ascending=False), whole


@st.cache_resource(max_entries=8, show_spinner=False)
def _cell_of_places(dataset: Dataset, asked: Asked) -> Positions:
    """The position of the cell each place stands in: the one with the nearest centre."""
    cells, rows = cells_of(dataset), offer_of(dataset, asked).rows
    lonlat = [each[["lon", "lat"]].to_numpy(dtype=float) for each in (cells, rows)]
    points, places = (unit_vectors(each[:, 0], each[:, 1]) for each in lonlat)
    found: Positions = cKDTree(points).query(places)[1].astype(np.int64)
    return found


def _members(dataset: Dataset, hexagon: int) -> Flags:
    """Whether each cell of land is in a cell of the map."""
    finest = cells_of(dataset)["cell"].to_numpy(dtype=np.uint64)
    resolution = int(resolution_of_cells(np.array([hexagon], dtype=np.uint64))[0])
    found: Flags = around(finest, resolution) == np.uint64(hexagon)
    return found


def sentence_of_reached(dataset: Dataset, way: Way, cell: int, home: str, part: str = "") -> str:
    """How many places people of a cell reach, and how many of them in which other country.

    `part` says whose most populous part the cell is where it stands for something larger: "its",
    "the territory's".
    """
    rows = reached_from(dataset, way, cell)
    if rows.empty:
        return ""
    abroad = rows.loc[rows["country"] != home, "country"].value_counts()
    pair = _REACHED[min(len(abroad), 2)]
    named = [
        _("{count} in {country}", count=many, country=words.country(str(code)))
        for code, many in abroad.head(_MOST_NAMED).items()
    ]
    return n_(
        *pair, len(rows), count=words.counted(len(rows)), who=_WHO[part], far=way.far(),
        across=words.number(abroad.sum()), named=", ".join(named),
        country=words.country(str(abroad.index[0])) if len(abroad) else "",
    )  # fmt: skip


def sentence_of_comers(dataset: Dataset, way: Way, hexagon: int) -> str:
    """Who lives within reach of the places that stand in a cell, by country."""
    places, people, whole = comers_to(dataset, way, hexagon)
    if not places or people.empty:
        return ""
    total = float(people.sum())
    stand = n_(
        "One place stands here.", "{count} places stand here.", places, count=words.number(places)
    )
    parts = [
        _("{share} in {country}", share=words.with_unit(float(many) / total * 100, "%"),
          country=words.country(str(code)))
        for code, many in people.head(_MOST_NAMED).items()
    ]  # fmt: skip
    more = len(people) - _MOST_NAMED
    listed = ", ".join(parts)
    if more > 0:
        listed = n_(
            "{named}, and {count} more country", "{named}, and {count} more countries", more,
            named=listed,
        )  # fmt: skip
    text = _LIVE_AT_LEAST if not whole else _LIVE_ABOUT if way.by_need else _LIVE
    many = words.short(math.ceil(total)) if total < 10 else words.short(round(total))
    live = _(text, far=way.far(), many=many, people=way.people(), listed=listed)
    return f"{stand} {live}"
