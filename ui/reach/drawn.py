"""The map of cells with places on top, and the catchment of the cell that is chosen."""

import json
import math
from functools import lru_cache

import numpy as np
import pandas as pd

from ui import mapping, mapview
from ui.language import _, n_
from ui.palette import Palette
from ui.picture import Bounds, Picture
from ui.reach.across import reached_from
from ui.reach.hexagons import points_url, resolution_of, shapes_of
from ui.reach.way import ReachChoice
from ui.reach.whole import At, row_of
from ui.shapes import Shapes, insets_url
from ui.shapes import shapes_of as outlines_of
from ui.store import Dataset, ask

_KM_A_UNIT = 500  # of the map's coordinates
_CORNERS = 72
_MOST_LINES = 40


def draw(
    dataset: Dataset, choice: ReachChoice, picture: Picture, at: At | None, palette: Palette
) -> None:
    """The map; a click chooses a cell, a click on it again lets it go."""
    shapes = shapes_of(dataset, choice.where.countries)
    bounds = mapping.bounds_of(picture)
    points, _ = points_url(dataset, choice.way.asked, bounds)
    outline = "" if at is None or at.hexagon is None else _catchment(dataset, choice, picture, at)
    mapping.show(_deck(picture, shapes, points, palette, bounds, outline), picture.alt)


def note(dataset: Dataset, choice: ReachChoice, picture: Picture) -> str:
    """What a cell and a dot are."""
    resolution = resolution_of(dataset, choice.where.countries)
    across = {4: "45 km", 5: "17 km", 6: "6 km"}[resolution]
    way, bounds = choice.way, mapping.bounds_of(picture)
    who = choice.way.people()
    url, many = points_url(dataset, way.asked, bounds)
    parts = [
        _("A cell is about {across} across and coloured by its {people}.",
          across=across, people=who)
    ]  # fmt: skip
    if resolution != 6:
        parts.append(_("Choose a country for finer cells."))
    if url:
        parts.append(
            _(
                "A dot is a place; protected places count but are never shown. Click a cell: "
                "lines lead to places across a border."
            )
        )
    elif many:
        parts.append(
            n_(
                "{count} place is too many for dots here.",
                "{count} places are too many for dots here.",
                many,
            )
        )
    return " ".join(parts)


@lru_cache(maxsize=16)
def _deck(  # noqa: PLR0913, PLR0917  # what a drawing is made of
    picture: Picture, shapes: Shapes, points: str, palette: Palette, bounds: Bounds,
    outline: str,
) -> mapview.CompactDeck:  # fmt: skip
    """The deck of a picture, remembered between reruns."""
    drawing = mapview.Drawing(
        rows=picture.rows, shapes=(shapes,), ground=outlines_of(picture.dataset, 0),
        insets_url=insets_url(picture.dataset), unit=picture.unit, bounds=bounds,
        classes=len(picture.classes), palette=palette, scale=picture.scale,
        watermark=picture.watermark, points_url=points, borders=False,
    )  # fmt: skip
    return mapview.deck(drawing, outline)


def _abroad(
    dataset: Dataset, choice: ReachChoice, row: pd.Series, centre: list[float]
) -> list[list[list[float]]]:
    """Lines to the places across a border that people of a cell reach; to no protected one."""
    reached = reached_from(dataset, choice.way, int(row["cell"])).dropna(subset=["x", "y"])
    there = reached[reached["country"] != str(row["region_id"])[:2]].head(_MOST_LINES)
    return [[centre, [x, y]] for x, y in zip(there["x"], there["y"], strict=True)]


def _catchment(dataset: Dataset, choice: ReachChoice, picture: Picture, at: At) -> str:
    """The cell that is chosen, and how far its people go, as lines; borders do not stop it."""
    row = row_of(dataset, picture, at)
    (corners,) = ask(dataset, "cell_corners", cell=int(row["hexagon"]))["corners"]
    ring = np.reshape(corners, (-1, 2))
    lines = [[*ring.tolist(), ring[0].tolist()]]
    lines += _abroad(dataset, choice, row, ring.mean(axis=0).tolist())
    boxes = tuple(ask(dataset, "map_inset")["territory_id"])
    if not choice.way.own and not str(row["region_id"]).startswith(boxes):
        x, y = ring.mean(axis=0)
        radius = choice.way.km / choice.way.detour / _KM_A_UNIT
        angles = [2 * math.pi * i / _CORNERS for i in range(_CORNERS + 1)]
        lines.append(
            [[round(float(x + radius * math.cos(a)), 4), round(float(y + radius * math.sin(a)), 4)]
             for a in angles]
        )  # fmt: skip
    return json.dumps({"type": "MultiLineString", "coordinates": lines})
