"""Polygons to cells and back: the lookup table that carries Groundwork's geography.

Cells are H3 cells of resolution 6 (about 36 km2); a cell belongs to the region its centre
lies in. Regions too small to hold a centre get the cell of a point inside them.
"""

from collections.abc import Mapping

import geopandas as gpd
import h3
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

RESOLUTION = 6
# A place whose cell is not on land (a pier, a generalised coast) belongs to the nearest
# cell of land up to this many cells away, about 7 km each.
NEAREST_LAND_CELLS = 2
# One tolerance over the whole coverage keeps shared borders shared; 0.05 degrees looks
# like the 1:20 million generalisation.
SIMPLIFY_DEGREES = 0.05
# Publishers' boundaries are generalised already; this takes out what no screen shows.
BOUNDARY_DEGREES = 0.01
SLIVER_DEGREES = 0.01
_ELLIPSOID = Geod(ellps="GRS80")


def cells_of(regions: gpd.GeoDataFrame) -> pd.Series:
    """Cell -> region for polygons that do not overlap.

    Shape: `regions` has columns `territory_id` and `geometry` (degrees); the result is
    indexed by H3 index (unsigned 64 bit), sorted. Every region has at least one cell.
    """
    region_of: dict[int, str] = {}
    for territory_id, polygon in zip(regions["territory_id"], regions.geometry, strict=True):
        for cell in h3.geo_to_cells(polygon, RESOLUTION):
            region_of[h3.str_to_int(cell)] = territory_id
    held = set(region_of.values())
    # Smallest first, so that of two small regions the smaller has the first choice.
    small = regions[~regions["territory_id"].isin(held)]
    for territory_id, polygon in sorted(
        zip(small["territory_id"], small.geometry, strict=True), key=lambda pair: pair[1].area
    ):
        region_of[_spare_cell(polygon, region_of)] = territory_id
    series = pd.Series(region_of, dtype=object)
    series.index = series.index.astype("uint64")
    return series.sort_index()


def _spare_cell(polygon: BaseGeometry, region_of: Mapping[int, str]) -> int:
    """The cell nearest to a point inside `polygon` whose region keeps another cell."""
    counts = pd.Series(list(region_of.values())).value_counts()
    point = polygon.representative_point()
    centre = h3.latlng_to_cell(point.y, point.x, RESOLUTION)
    for ring in range(4):
        for cell in sorted(h3.grid_ring(centre, ring)):
            index = h3.str_to_int(cell)
            owner = region_of.get(index)
            if owner is None or counts[owner] > 1:
                return int(index)
    raise ValueError(f"no cell is left for the region around {point.x:.2f} {point.y:.2f}")


def outlines_of(cells: pd.DataFrame) -> gpd.GeoDataFrame:
    """Outlines of the finest regions, dissolved from their cells: a coverage without gaps.

    Shape: `cells` has `cell` and `territory_id`; one row per territory, MultiPolygons.
    """
    ids: list[str] = []
    shapes: list[BaseGeometry] = []
    for territory_id, group in cells.groupby("territory_id", sort=True):
        shape = h3.cells_to_h3shape([h3.int_to_str(int(cell)) for cell in group["cell"]])
        ids.append(str(territory_id))
        shapes.append(shapely.geometry.shape(shape.__geo_interface__))
    # Neighbouring cells give a shared corner with different last bits; as they are, borders
    # would not match and slivers would open.
    exact = shapely.transform(np.array(shapes, dtype=object), lambda points: points.round(9))
    simple = shapely.coverage_simplify(exact, SIMPLIFY_DEGREES)
    return gpd.GeoDataFrame({"territory_id": ids}, geometry=simple, crs=4258)


def boundaries_of(drawn: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Outlines of the finest regions from a publisher's polygons: a coverage without gaps.

    Shape: `drawn` has `territory_id` and geometry in degrees; the same rows come back, sorted.
    Files of two versions overlap, or leave holes along a border they generalised each in its
    way: holes narrower than `SLIVER_DEGREES` go to the neighbour with the longest border.
    """
    ordered = drawn.sort_values("territory_id", ignore_index=True)
    clean = shapely.coverage_clean(ordered.geometry.to_numpy(), gap_width=SLIVER_DEGREES)
    simple = shapely.coverage_simplify(clean, BOUNDARY_DEGREES)
    return gpd.GeoDataFrame({"territory_id": ordered["territory_id"]}, geometry=simple, crs=4258)


def area_km2(polygon: BaseGeometry) -> float:
    """Area on the GRS80 ellipsoid, square kilometres."""
    area, _ = _ELLIPSOID.geometry_area_perimeter(shapely.orient_polygons(polygon))
    return abs(float(area)) / 1e6


def centres(
    cells: npt.NDArray[np.uint64],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Longitudes and latitudes of cell centres, degrees."""
    pairs = np.array([h3.cell_to_latlng(h3.int_to_str(int(cell))) for cell in cells])
    return pairs[:, 1], pairs[:, 0]


def cell_at(lon: float, lat: float) -> int:
    """The cell a point lies in."""
    return int(h3.str_to_int(h3.latlng_to_cell(lat, lon, RESOLUTION)))


def rings(cell: int, reach: int) -> list[int]:
    """The cells within `reach` steps of `cell`, nearest first."""
    start = h3.int_to_str(cell)
    return [
        h3.str_to_int(other)
        for ring in range(reach + 1)
        for other in sorted(h3.grid_ring(start, ring))
    ]


def land_at(lon: float, lat: float, region_of: Mapping[int, str]) -> int | None:
    """The cell of land a point belongs to: its own, else the nearest; None where all is sea."""
    near = rings(cell_at(lon, lat), NEAREST_LAND_CELLS)
    return next((cell for cell in near if cell in region_of), None)
