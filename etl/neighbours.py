"""Which regions are neighbours: by a border their outlines share, or by open water between them.

Worked out for the finest regions, from the outlines the map draws; `sql/marts/neighbour.sql`
sums it up to every level. *By land* is a line both outlines have, whatever its length; meeting
in a point is none. *By water* is a shore within `FARTHEST_KM` of another's with no land between
the two points that are nearest. Outlines are simplified to about 5 km: a border is shorter than
the surveyed one, and a strait narrower than a cell may be closed or a kilometre or two off.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from duckdb import DuckDBPyConnection
from pyproj import Geod
from scipy.spatial import cKDTree

from etl.derive import insert

# Malta to Sicily is 84 km, Dover to Calais 33.
FARTHEST_KM = 100.0
# Points along a shore lie this close, in degrees: about as fine as outlines are.
_STEP_DEGREES = 0.05
# Land that no outline has: what lies across it is not across water.
NO_OUTLINE = {
    "Kaliningrad": (19.6, 54.3, 22.9, 55.3),
    "Moldova": (26.6, 45.4, 30.2, 48.5),
    "Belarus": (23.2, 51.3, 32.8, 56.2),
}
_EARTH_KM = 6371.0
# Shores nearer than this meet in a point.
_POINT_KM = 0.1
_ELLIPSOID = Geod(ellps="GRS80")
_LINE = ["x0", "y0", "x1", "y1"]
_PAIR = ["region_id", "neighbour_id"]
Floats = npt.NDArray[np.float64]


def fill(con: DuckDBPyConnection) -> None:
    """Fill `region_neighbour`: both ways of every pair of finest regions that are neighbours."""
    rows = con.execute(
        "select territory_id, wkb from outline where territory_id in"
        " (select nuts_2024 from cell) order by territory_id"
    ).fetchall()
    outlines = pd.Series(
        shapely.from_wkb([bytes(wkb) for _, wkb in rows]), index=[code for code, _ in rows]
    )
    insert(con, "region_neighbour", neighbours(outlines))


def neighbours(outlines: pd.Series) -> pd.DataFrame:
    """Both ways of every pair of neighbours.

    Shape : `outlines` are polygons in degrees that share the points of shared borders, by
            region; columns region_id, neighbour_id, border_km (NaN by water), distance_km (0 by
            land).
    """
    lines = _lines(outlines)
    land = _by_land(lines)
    water = _by_water(lines, outlines.to_numpy())
    met = pd.MultiIndex.from_frame(land[_PAIR])
    water = water[~pd.MultiIndex.from_frame(water[_PAIR]).isin(met)]
    found = pd.concat([land, water], ignore_index=True)
    back = found.rename(columns=dict(zip(_PAIR, reversed(_PAIR), strict=True)))
    return pd.concat([found, back], ignore_index=True).sort_values(_PAIR, ignore_index=True)


def _lines(outlines: pd.Series) -> pd.DataFrame:
    """One row per straight piece of an outline: its ends, the lesser first, and its region."""
    parts, of_part = shapely.get_parts(outlines.to_numpy(), return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    points, of_point = shapely.get_coordinates(rings, return_index=True)
    inside = of_point[1:] == of_point[:-1]
    start, end = points[:-1][inside], points[1:][inside]
    later = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    first, last = np.where(later[:, None], end, start), np.where(later[:, None], start, end)
    frame = pd.DataFrame(np.hstack([first, last]), columns=_LINE)
    frame["region_id"] = outlines.index.to_numpy()[of_part[of_ring[of_point[:-1][inside]]]]
    return frame


def _by_land(lines: pd.DataFrame) -> pd.DataFrame:
    """Pairs whose outlines share lines, and how long these are on the ellipsoid."""
    shared = lines.merge(lines.rename(columns={"region_id": "neighbour_id"}), on=_LINE)
    shared = shared[shared["region_id"] < shared["neighbour_id"]]
    _, _, metres = _ELLIPSOID.inv(*(shared[name].to_numpy() for name in _LINE))
    shared = shared.assign(border_km=np.asarray(metres) / 1000)
    return shared.groupby(_PAIR, as_index=False)["border_km"].sum().assign(distance_km=0.0)


def _by_water(lines: pd.DataFrame, land: npt.NDArray[np.object_]) -> pd.DataFrame:
    """Pairs whose nearest points of shores are near, with no land between these."""
    shore = lines[~lines.duplicated(_LINE, keep=False)]
    region, points = _along(shore)
    tree = cKDTree(_on_sphere(points))
    chord = 2 * np.sin(FARTHEST_KM / _EARTH_KM / 2)
    one, other = tree.query_pairs(chord, output_type="ndarray").reshape(-1, 2).T
    apart = region[one] != region[other]
    one, other = one[apart], other[apart]
    lesser = region[one] < region[other]
    one, other = np.where(lesser, one, other), np.where(lesser, other, one)
    chords = np.linalg.norm(tree.data[one] - tree.data[other], axis=1)
    near = pd.DataFrame(
        {"region_id": region[one], "neighbour_id": region[other], "border_km": np.nan,
         "distance_km": 2 * _EARTH_KM * np.arcsin(chords / 2), "one": one, "other": other}
    ).sort_values([*_PAIR, "distance_km"]).drop_duplicates(_PAIR)  # fmt: skip
    near = near[near["distance_km"] > _POINT_KM]
    open_water = _is_open(points[near["one"]], points[near["other"]], land)
    return near.loc[open_water, [*_PAIR, "border_km", "distance_km"]]


def _along(shore: pd.DataFrame) -> tuple[npt.NDArray[np.object_], Floats]:
    """Points along lines, both ends and between, with the region of each."""
    ends = shore[_LINE].to_numpy(dtype=float).reshape(-1, 2, 2)
    dense = shapely.segmentize(shapely.linestrings(ends), _STEP_DEGREES)
    points, of_line = shapely.get_coordinates(dense, return_index=True)
    return shore["region_id"].to_numpy(dtype=object)[of_line], points


def _on_sphere(degrees: Floats) -> Floats:
    """Points of the unit sphere at longitudes and latitudes."""
    lon, lat = np.radians(degrees).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _is_open(start: Floats, end: Floats, land: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
    """Whether no land lies between points on two shores; their own edges do not count."""
    ends = np.stack([0.98 * start + 0.02 * end, 0.02 * start + 0.98 * end], axis=1)
    unseen = [shapely.box(*bounds) for bounds in NO_OUTLINE.values()]
    tree = shapely.STRtree([*land, *unseen])
    crossed, _ = tree.query(shapely.linestrings(ends), predicate="intersects")
    return np.asarray(~np.isin(np.arange(len(start)), crossed))
