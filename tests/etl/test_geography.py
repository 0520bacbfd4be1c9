"""Cells and outlines: every region has land of its own, and outlines leave no gaps."""

import geopandas as gpd
import h3
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from etl import geography
from etl.geography import area_km2

# The area of the quadrangle from 0 to 1 degree of both on GRS80, from its authalic latitude.
EQUATOR_KM2 = 12_309


def frame(shapes: dict[str, BaseGeometry]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"territory_id": list(shapes)}, geometry=list(shapes.values()), crs=4258
    )


def blocks(south: float) -> dict[str, BaseGeometry]:
    """Nine regions of half a degree side by side, the middle one with a speck cut out of it."""
    shapes: dict[str, BaseGeometry] = {
        f"R{i}{j}": shapely.box(10 + i / 2, south + j / 2, 10 + (i + 1) / 2, south + (j + 1) / 2)
        for i in range(3)
        for j in range(3)
    }
    speck = shapely.box(10.745, south + 0.745, 10.755, south + 0.755)
    shapes["R11"] = shapes["R11"].difference(speck)
    shapes["SPECK"] = speck
    return shapes


@pytest.fixture(scope="module", params=[35.0, 52.0, 66.0])
def shapes(request: pytest.FixtureRequest) -> dict[str, BaseGeometry]:
    return blocks(request.param)


@pytest.fixture(scope="module")
def cells(shapes: dict[str, BaseGeometry]) -> pd.Series:
    return geography.cells_of(frame(shapes))


@pytest.fixture(scope="module")
def outlines(cells: pd.Series) -> gpd.GeoDataFrame:
    table = cells.rename("territory_id").rename_axis("cell").reset_index()
    return geography.outlines_of(table)


def test_every_region_has_a_cell_and_a_cell_has_one_region(
    shapes: dict[str, BaseGeometry], cells: pd.Series
) -> None:
    assert set(cells) == set(shapes)
    assert cells.index.is_unique
    assert cells.index.dtype == "uint64"
    assert cells.index.is_monotonic_increasing
    assert (cells == "SPECK").sum() == 1


def test_a_cell_lies_in_its_region(shapes: dict[str, BaseGeometry], cells: pd.Series) -> None:
    lon, lat = geography.centres(cells.index.to_numpy())
    for region, shape in shapes.items():
        of_region = (cells == region).to_numpy()
        points = shapely.points(lon[of_region], lat[of_region])
        if region == "SPECK":
            assert geography.cell_at(lon[of_region][0], lat[of_region][0]) in geography.rings(
                geography.cell_at(*shape.centroid.coords[0]), 1
            )
        else:
            assert shapely.contains(shape, points).all()


def test_regions_too_small_for_a_cell_share_out_what_their_neighbours_can_spare() -> None:
    centre_lat, centre_lon = h3.cell_to_latlng(h3.latlng_to_cell(50, 10, geography.RESOLUTION))
    slivers = {
        f"S{i}": shapely.box(
            centre_lon + 0.002 + i / 1000,
            centre_lat,
            centre_lon + 0.003 + i / 1000,
            centre_lat + 0.001,
        )
        for i in range(5)
    }
    around = shapely.box(9.5, 49.5, 10.5, 50.5).difference(shapely.union_all([*slivers.values()]))
    cells = geography.cells_of(frame({"AROUND": around, **slivers}))
    counts = cells.value_counts()
    assert (counts[list(slivers)] == 1).all()
    assert counts["AROUND"] > 20


def test_outlines_are_a_coverage_without_gaps(
    shapes: dict[str, BaseGeometry], outlines: gpd.GeoDataFrame
) -> None:
    parts = outlines.geometry.to_numpy()
    assert list(outlines["territory_id"]) == sorted(shapes)
    assert shapely.is_valid(parts).all()
    assert shapely.coverage_is_valid(parts)
    whole = shapely.union_all(parts)
    assert whole.geom_type in ("Polygon", "MultiPolygon")
    assert sum(len(part.interiors) for part in shapely.get_parts(whole)) == 0
    # Nothing is drawn twice either: the parts add up to the whole.
    assert shapely.area(parts).sum() == pytest.approx(whole.area)


@pytest.mark.parametrize(
    ("lat", "lon"),
    # Where H3 gives the corner that three cells share with different last digits.
    [(66.02042862, 15.19477552), (58.04638372, 25.67390246), (42.62960561, 1.37648127)],
)
def test_no_sliver_opens_where_corners_differ_in_the_last_digit(lat: float, lon: float) -> None:
    def distance(cell: str) -> float:
        return h3.great_circle_distance(h3.cell_to_latlng(cell), (lat, lon))

    start = h3.latlng_to_cell(lat, lon, geography.RESOLUTION)
    meeting = sorted(h3.grid_disk(start, 1), key=distance)[:3]
    corners = {corner for cell in meeting for corner in h3.cell_to_boundary(cell)}
    assert sum(abs(y - lat) + abs(x - lon) < 1e-7 for y, x in corners) > 1
    rows = [
        (h3.str_to_int(cell), min(meeting, key=lambda m: (h3.grid_distance(cell, m), m)))
        for cell in h3.grid_disk(start, 6)
    ]
    parts = geography.outlines_of(pd.DataFrame(rows, columns=["cell", "territory_id"])).geometry
    whole = shapely.union_all(parts.to_numpy())
    assert shapely.coverage_is_valid(parts.to_numpy())
    assert (whole.geom_type, len(whole.interiors)) == ("Polygon", 0)


def test_an_outline_covers_the_cells_of_its_region(
    shapes: dict[str, BaseGeometry], outlines: gpd.GeoDataFrame
) -> None:
    drawn = outlines.set_index("territory_id").geometry
    for region in set(shapes) - {"SPECK"}:
        # A cell is 0.05 degrees across; outlines may differ by that along the edge of 0.5.
        both = drawn[region].intersection(shapes[region]).area
        assert both > 0.75 * max(drawn[region].area, shapes[region].area)


def test_area_is_that_of_the_ellipsoid() -> None:
    box = shapely.box(0, 0, 1, 1)
    assert geography.area_km2(box) == pytest.approx(EQUATOR_KM2, rel=1e-3)
    assert geography.area_km2(box.reverse()) == pytest.approx(EQUATOR_KM2, rel=1e-3)
    # A meridian convergence of cos 60: half as wide, and degrees of latitude a little longer.
    north = geography.area_km2(shapely.box(0, 59.5, 1, 60.5))
    assert north == pytest.approx(EQUATOR_KM2 / 2, rel=0.015)
    two = shapely.MultiPolygon([box, shapely.box(5, 0, 6, 1)])
    assert geography.area_km2(two) == pytest.approx(2 * EQUATOR_KM2, rel=1e-3)


def test_rings_are_whole_and_nearest_first() -> None:
    start = geography.cell_at(10, 50)
    around = geography.rings(start, 2)
    assert around[0] == start
    assert len(around) == len(set(around)) == 1 + 6 + 12
    steps = [h3.grid_distance(h3.int_to_str(start), h3.int_to_str(cell)) for cell in around]
    assert steps == sorted(steps)


def test_a_point_is_in_the_cell_whose_centre_it_is() -> None:
    some = np.array(geography.rings(geography.cell_at(-60, 15), 3), dtype=np.uint64)
    lon, lat = geography.centres(some)
    assert [geography.cell_at(x, y) for x, y in zip(lon, lat, strict=True)] == some.tolist()


def test_area_does_not_depend_on_the_direction_of_rings() -> None:
    outer, hole = shapely.box(0, 0, 1, 1), shapely.box(0.25, 0.25, 0.75, 0.75)
    one = shapely.Polygon(outer.exterior.coords, [hole.exterior.coords])
    other = shapely.Polygon(outer.exterior.coords, [hole.exterior.coords[::-1]])
    assert area_km2(one) == pytest.approx(area_km2(other))


def test_boundaries_of_two_versions_become_one_coverage() -> None:
    """B overlaps A by 0.004 degrees; between B and C is a hole 0.006 degrees wide."""
    dented = [(12, 50), (12, 50.4), (12.006, 50.5), (12, 50.6), (12, 51), (13, 51), (13, 50)]
    drawn = frame(
        {
            "C": shapely.Polygon(dented),
            "A": shapely.box(10, 50, 11.004, 51),
            "B": shapely.box(11, 50, 12, 51),
        }
    )
    outlines = geography.boundaries_of(drawn)
    shapes = outlines.geometry.to_numpy()
    assert list(outlines["territory_id"]) == ["A", "B", "C"]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapely.union_all(shapes)) == pytest.approx(3.0)
    assert shapely.area(shapes) == pytest.approx([1.0, 1.0, 1.0], abs=0.01)


def test_a_strait_between_boundaries_stays_open() -> None:
    """0.03 degrees are two kilometres: water, not a sliver."""
    drawn = frame({"A": shapely.box(10, 50, 11, 51), "B": shapely.box(11.03, 50, 12, 51)})
    shapes = geography.boundaries_of(drawn).geometry.to_numpy()
    assert not shapely.touches(*shapes)
    assert shapely.distance(*shapes) == pytest.approx(0.03)


def test_what_no_screen_shows_is_simplified_for_both_neighbours_alike() -> None:
    """A border that wiggles by 0.002 degrees becomes straight, and stays shared."""
    wiggle = [(11 + 0.002 * (i % 2), 50 + i / 100) for i in range(101)]
    left = shapely.Polygon([(10, 50), *wiggle, (10, 51)])
    right = shapely.Polygon([(12, 50), *wiggle, (12, 51)])
    shapes = geography.boundaries_of(frame({"A": left, "B": right})).geometry.to_numpy()
    assert shapely.get_num_coordinates(shapes).max() < 20
    assert shapely.coverage_is_valid(shapes)
    assert shapely.length(shapely.intersection(*shapes)) == pytest.approx(1.0, abs=0.01)
