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
from ui.reach.found import found_of
from ui.reach.ground import cells_of, ways_of
from ui.reach.offer import offer_of
from ui.reach.way import Asked, Way
from ui.store import Dataset

_MOST_NAMED = 4
_PC = f"{words.THIN}%"


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

    `part` is whose most populous part the cell is where it stands for something larger.
    """
    rows = reached_from(dataset, way, cell)
    if rows.empty:
        return ""
    abroad = rows.loc[rows["country"] != home, "country"].value_counts()
    where = f"From {part} most populous part (about 6 km across) people"
    who = where if part else "Its people"
    text = f"{who} reach {words.count_of(len(rows), 'place')} in {way.km} {way.unit}"
    if abroad.empty:
        return f"{text}, none of them across a border."
    if len(abroad) == 1:
        there = words.country(str(abroad.index[0]))
        return f"{text}, {words.number(abroad.sum())} of them across a border, in {there}."
    named = [f"{many} in {words.country(str(code))}" for code, many in abroad.head(4).items()]
    return f"{text}, {words.number(abroad.sum())} of them across a border: {', '.join(named)}."


def sentence_of_comers(dataset: Dataset, way: Way, hexagon: int) -> str:
    """Who lives within reach of the places that stand in a cell, by country."""
    places, people, whole = comers_to(dataset, way, hexagon)
    if not places or people.empty:
        return ""
    total = float(people.sum())
    stand = "One place stands" if places == 1 else f"{words.number(places)} places stand"
    parts = [
        f"{words.rate(float(many) / total * 100)}{_PC} in {words.country(str(code))}"
        for code, many in people.head(_MOST_NAMED).items()
    ]
    rest = f", and {len(people) - _MOST_NAMED} more countries" if len(people) > _MOST_NAMED else ""
    many = words.short(math.ceil(total)) if total < 10 else words.short(round(total))
    least = "at least " if not whole else "about " if way.by_need else ""
    return (
        f"{stand} here. Within {way.km} {way.unit} live {least}{many} {way.people()}: "
        f"{', '.join(parts)}{rest}."
    )
