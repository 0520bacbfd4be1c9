"""The map's own coordinates: Europe in equal area, far territories in inset boxes.

Outlines are projected to ETRS89-LAEA (EPSG:3035, the EU's standard for equal area), moved
and divided by 500,000, so that Europe lies within 7 degrees of the equator, where the web
map's Mercator is linear to 0.5 %. Territories far away are projected about their own centre,
each scaled to fit a box below Europe; areas in boxes do not compare with areas outside.
"""

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

Points = npt.NDArray[np.float64]
EAST, NORTH, METRES = 4_321_000, 3_210_000, 500_000
_EUROPE = Transformer.from_crs(4258, 3035, always_xy=True)
# Finer than a pixel at the closest zoom anybody reads a region at; keeps files small.
_DECIMALS = 4

# NUTS code prefix -> name of its box, from left to right.
INSETS = {
    "FRY3": "Guyane",
    "FRY1": "Guadeloupe",
    "FRY2": "Martinique",
    "FRY4": "La Réunion",
    "FRY5": "Mayotte",
    "PT2": "Açores",
    "PT3": "Madeira",
    "ES7": "Canarias",
    "NO0B1": "Jan Mayen",
    "NO0B2": "Svalbard",
}
_BOX_WIDTH, _BOX_HEIGHT, _BOX_GAP = 0.66, 0.50, 0.10
_FIRST_X, _BOTTOM_Y = -3.42, -4.42
_MARGIN = 0.06


@dataclass(frozen=True)
class Inset:
    """A box of the map: its name and its lower left corner in map coordinates."""

    territory_id: str
    name: str
    x: float
    y: float

    def frame(self) -> BaseGeometry:
        """The box's edge."""
        return shapely.box(self.x, self.y, self.x + _BOX_WIDTH, self.y + _BOX_HEIGHT)


def insets() -> list[Inset]:
    """The boxes, in a row below Europe."""
    step = _BOX_WIDTH + _BOX_GAP
    return [
        Inset(code, name, _FIRST_X + i * step, _BOTTOM_Y)
        for i, (code, name) in enumerate(INSETS.items())
    ]


def to_map(outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Outlines of the finest regions in map coordinates.

    Shape: `outlines` has `territory_id` and geometry in degrees; same rows come back.
    """
    placed = outlines.copy()
    shapes = placed.geometry.to_numpy(copy=True)
    codes = placed["territory_id"].astype(str)
    far = np.zeros(len(placed), dtype=bool)
    for inset in insets():
        inside = codes.str.startswith(inset.territory_id).to_numpy()
        if inside.any():
            place = to_inset(shapes[inside], inset)
            shapes[inside] = shapely.transform(shapes[inside], place)
        far |= inside
    shapes[~far] = shapely.transform(shapes[~far], to_europe)
    placed = placed.set_crs(None, allow_override=True)
    # Rounded point by point: borders that two regions share stay the same points.
    placed["geometry"] = shapely.transform(shapes, rounded)
    return placed


def to_europe(points: Points) -> Points:
    """Map coordinates of longitudes and latitudes that are in no inset."""
    x, y = _EUROPE.transform(points[:, 0], points[:, 1])
    return np.column_stack([(x - EAST) / METRES, (y - NORTH) / METRES])


def to_inset(shapes: np.ndarray, inset: Inset) -> Callable[[Points], Points]:
    """What places points of a far territory: equal area about its centre, filling its box.

    Shape: `shapes` are the territory's outlines in degrees, which fill the box.
    """
    centre = shapely.box(*shapely.total_bounds(shapes)).centroid
    local = CRS.from_proj4(f"+proj=laea +lat_0={centre.y} +lon_0={centre.x} +ellps=GRS80 +units=m")
    transformer = Transformer.from_crs(4258, local, always_xy=True)

    def flat(points: Points) -> Points:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    west, south, east, north = shapely.total_bounds(shapely.transform(shapes, flat))
    room = (_BOX_WIDTH - 2 * _MARGIN, _BOX_HEIGHT - 2 * _MARGIN)
    scale = min(room[0] / (east - west), room[1] / (north - south))
    middle = (inset.x + _BOX_WIDTH / 2, inset.y + _BOX_HEIGHT / 2)

    def place(points: Points) -> Points:
        return (flat(points) - [(west + east) / 2, (south + north) / 2]) * scale + middle

    return place


def rounded(points: Points) -> Points:
    """Map coordinates as they are kept."""
    return points.round(_DECIMALS)


def bounds_to_show(shapes: gpd.GeoSeries) -> pd.DataFrame:
    """West, south, east, north of each shape; of its part in Europe where it has one."""
    boxes = shapely.union_all([inset.frame() for inset in insets()])
    europe = shapes.difference(boxes)
    shown = europe.where(~europe.is_empty, shapes)
    return shown.bounds.set_axis(["west", "south", "east", "north"], axis=1)


def points_inside(shapes: gpd.GeoSeries) -> pd.DataFrame:
    """A point x, y inside the largest part of each shape: its middle, where that is inside."""
    parts = shapes.explode()
    parts = parts[~parts.area.groupby(level=0).rank(method="first", ascending=False).gt(1)]
    middle = parts.centroid.where(parts.contains(parts.centroid), parts.representative_point())
    return pd.DataFrame({"x": middle.x, "y": middle.y}).round(_DECIMALS)


def dissolve(finest: gpd.GeoDataFrame, membership: pd.DataFrame) -> gpd.GeoDataFrame:
    """Outlines of all territories as unions of the finest regions inside them.

    Shape: `finest` has `territory_id` and geometry; `membership` has `territory_id` and
    `region_id`. One row per territory of `membership`.
    """
    parts = membership.merge(
        finest.rename(columns={"territory_id": "region_id"}), on="region_id", validate="m:1"
    )
    frame = gpd.GeoDataFrame(parts, geometry="geometry")
    whole = frame.dissolve("territory_id", method="coverage").reset_index()
    return whole[["territory_id", "geometry"]]
