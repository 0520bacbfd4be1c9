"""Cells as the map shows them: coarse for Europe, as they are for a country that is chosen."""

import json
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from analysis.hexagons import around
from analysis.hexagons import resolution_of as resolution_of_cells
from ui.connection import reading
from ui.language import _, current
from ui.picture import Bounds, Picture
from ui.reach import shades
from ui.reach.cells import names_of
from ui.reach.found import VALUES, found_of
from ui.reach.ground import cells_of
from ui.reach.offer import is_complete, offer_of
from ui.reach.way import COVERED, DISTANCE, Asked, ReachChoice, Way
from ui.shapes import Shapes, serve
from ui.store import SQL, Dataset, ask

COARSE, MIDDLE, FINE = 4, 5, 6
_MOST = 14_000  # cells in one drawing
_MOST_POINTS = 1_500
_WEIGHTED = {DISTANCE: ["km"], **VALUES}


def picture_of(dataset: Dataset, choice: ReachChoice) -> Picture:
    """The map; the same one each time, so that its deck can be remembered."""
    return _picture(dataset, choice.way, choice.where.countries, choice.question(), current())


@st.cache_resource(max_entries=16, show_spinner=False)
def _picture(
    dataset: Dataset, way: Way, countries: tuple[str, ...], question: str, language: str
) -> Picture:
    """The picture in a language, the one that is spoken."""
    rows = _drawn(dataset, way, countries)
    places = names_of(dataset)
    rows["place"] = rows["region_id"].map(places)
    rows["level"] = rows["file_level"] = 0
    classes, rows["map_class"] = shades.classes(rows, way)
    rows["label"] = shades.labels_of(rows, way)
    if not (complete := is_complete(dataset, way.service)):
        rows["map_class"] = shades.of_some(rows, way)
        classes = classes[:1] if way.show == COVERED else classes
        rows.loc[rows["map_class"] < 0, "label"] = _("unknown")
    return Picture(
        dataset, rows, 0, countries, classes, shades.UNKNOWN_MEANS[complete],
        shades.unit(way),
        _("Map of cells: {question} The table below holds territories.", question=question),
        scale="three" if way.show == COVERED else "sequential",
        cannot_tell="" if way.show == DISTANCE else shades.CANNOT_TELL_MEANS[complete],
        watermark=dataset.watermark,
    )  # fmt: skip


def resolution_of(dataset: Dataset, countries: tuple[str, ...]) -> int:
    """How fine the cells of a map can be."""
    if not countries:
        return COARSE
    many = int(cells_of(dataset)["country"].isin(countries).sum())
    return FINE if many <= _MOST else MIDDLE if many <= 7 * _MOST else COARSE


def shapes_of(dataset: Dataset, countries: tuple[str, ...]) -> Shapes:
    """Write the hexagons where the server serves them, those in which people live or may."""
    return _shapes_of(dataset, countries, current())


@st.cache_resource(max_entries=16, show_spinner=False)
def _shapes_of(dataset: Dataset, countries: tuple[str, ...], language: str) -> Shapes:
    """The same with names in the language that is spoken."""
    resolution = resolution_of(dataset, countries)
    cells = _inside(cells_of(dataset), countries)
    groups = grouped(dataset, cells.assign(known=False, people=0.0), countries, [])
    places = names_of(dataset)
    corners = _corners_of(dataset, groups["hexagon"])
    features = []
    for j, (code, cell, region) in enumerate(
        zip(groups.index, groups["hexagon"], groups["region_id"], strict=True)
    ):
        ring = np.reshape(corners[cell], (-1, 2)).tolist()
        properties = {"i": j, "j": j, "c": "all", "id": code, "place": places[region]}
        geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    text = json.dumps(
        {"type": "FeatureCollection", "features": features},
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip
    ids = tuple(groups.index)
    return Shapes(0, serve(f"cells{resolution}", text), 0, ids, ("all",) * len(ids))


@st.cache_resource(max_entries=16, show_spinner=False)
def points_url(dataset: Dataset, asked: Asked, bounds: Bounds) -> tuple[str, int]:
    """Write the places within the map that may be shown as points, whatever country they are in.

    Protected places have no point: they are not in the file. Also how many there are; the
    address is '' where they are none, or too many.
    """
    rows = offer_of(dataset, asked).rows.dropna(subset=["x", "y"])
    west, south, east, north = bounds
    shown = rows[rows["x"].between(west, east) & rows["y"].between(south, north)]
    if not 0 < len(shown) <= _MOST_POINTS:
        return "", len(shown)
    at = [{"at": [x, y]} for x, y in zip(shown["x"], shown["y"], strict=True)]
    return serve("places", json.dumps(at, separators=(",", ":"))), len(shown)


def _corners_of(dataset: Dataset, hexagons: "pd.Series[Any]") -> "pd.Series[Any]":
    """Corners in map coordinates by hexagon: x and y in turn. Read past the store's memory."""
    numbers = hexagons.to_numpy(dtype=np.uint64)
    statement = (SQL / "map_cell.sql").read_text("utf-8")
    with reading(dataset) as cursor:
        found = [
            cursor.execute(statement, {"resolution": int(each)}).df()
            for each in np.unique(resolution_of_cells(numbers))
        ]
    rows = pd.concat(found)
    return rows[rows["cell"].isin(numbers)].set_index("cell")["corners"]


def _inside(cells: pd.DataFrame, countries: tuple[str, ...]) -> pd.DataFrame:
    return cells[cells["country"].isin(countries)] if countries else cells


def _drawn(dataset: Dataset, way: Way, countries: tuple[str, ...]) -> pd.DataFrame:
    """Hexagons with the means of their people; a value is NaN if most are not known."""
    values = _WEIGHTED[way.show]
    cells = _inside(found_of(dataset, way), countries)
    known = cells["residents"].notna() & cells["km"].notna()
    return grouped(dataset, cells.assign(known=known), countries, values)


def _hexagons(
    dataset: Dataset, cells: pd.DataFrame, countries: tuple[str, ...]
) -> "pd.Series[Any]":
    """What each cell is drawn as: in the boxes of far territories, which are enlarged, itself."""
    finest = cells["cell"].to_numpy(dtype=np.uint64)
    boxes = tuple(ask(dataset, "map_inset")["territory_id"])
    regions = cells["region_id"].cat.categories
    far = cells["region_id"].isin(regions[regions.str.startswith(boxes)])
    coarse = around(finest, resolution_of(dataset, countries))
    return pd.Series(np.where(far, finest, coarse), index=cells.index)


def hexagon_of(dataset: Dataset, cell: int, countries: tuple[str, ...]) -> str:
    """The code of the hexagon that a finest cell is drawn in."""
    cells = cells_of(dataset)
    (hexagon,) = _hexagons(dataset, cells[cells["cell"] == cell], countries)
    return f"{hexagon:x}"


def grouped(
    dataset: Dataset, cells: pd.DataFrame, countries: tuple[str, ...], values: list[str]
) -> pd.DataFrame:
    """Cells by the hexagon around them, without those where surely nobody lives.

    Indexed by the hexagon's code; `hexagon`, the `region_id` and `cell` of its most residents,
    `people` (residents), `weight` (who is counted, where known) and the means of values over them.
    """
    cells = cells.assign(
        hexagon=_hexagons(dataset, cells, countries), weight=cells["people"],
        people=cells["residents"].fillna(0.0), dark=cells["residents"].isna(),
    )  # fmt: skip
    cells["known_people"] = cells["people"].where(cells["known"], 0.0)
    cells["weight"] = cells["weight"].where(cells["known"], 0.0)
    for value in values:
        cells[value] = (cells[value] * cells["weight"]).where(cells["weight"] > 0, 0.0)
    sums = cells.groupby("hexagon")[["people", "known_people", "weight", "dark", *values]].sum()
    most = cells.loc[cells.groupby("hexagon")["people"].idxmax()].set_index("hexagon")
    sums["region_id"], sums["cell"] = most["region_id"].astype(str), most["cell"]
    sums = sums[(sums["people"] > 0) | (sums["dark"] > 0)].reset_index()
    clear = (sums["known_people"] > 0) & (sums["known_people"] * 2 >= sums["people"])
    for value in values:
        sums[value] = (sums[value] / sums["weight"]).where(clear & (sums["weight"] > 0))
    return sums.set_index(sums["hexagon"].map(lambda cell: f"{cell:x}").rename("code"))
