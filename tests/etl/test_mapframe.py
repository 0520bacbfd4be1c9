"""The map's own coordinates: equal area in Europe, far territories each in their box."""

import math

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from etl import mapframe
from etl.geography import area_km2

KM_A_UNIT = mapframe.METRES / 1000
# Where each far territory lies, to a degree or two.
FAR = {
    "FRY3": (-53, 4),
    "FRY1": (-61.5, 16.2),
    "FRY2": (-61, 14.6),
    "FRY4": (55.5, -21.1),
    "FRY5": (45.1, -12.8),
    "PT2": (-28, 38.5),
    "PT3": (-17, 32.7),
    "ES7": (-15.7, 28.3),
    "NO0B1": (-8.5, 71),
    "NO0B2": (18, 78.5),
}


def drawn(shapes: dict[str, BaseGeometry]) -> gpd.GeoSeries:
    outlines = gpd.GeoDataFrame(
        {"territory_id": list(shapes)}, geometry=list(shapes.values()), crs=4258
    )
    return mapframe.to_map(outlines).set_index("territory_id").geometry


def speck(lon: float, lat: float) -> BaseGeometry:
    return shapely.box(lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01)


@pytest.mark.parametrize(
    ("lon", "lat", "east", "north"),
    [
        # The projection's own origin.
        (10, 52, 4_321_000, 3_210_000),
        # The worked example of EPSG guidance note 7-2 for this projection.
        (5, 50, 3_962_799.45, 2_999_718.85),
    ],
)
def test_a_place_in_europe_is_where_epsg_3035_has_it(
    lon: float, lat: float, east: float, north: float
) -> None:
    middle = drawn({"DE": speck(lon, lat)})["DE"].centroid
    assert middle.x == pytest.approx((east - 4_321_000) / 500_000, abs=2e-4)
    assert middle.y == pytest.approx((north - 3_210_000) / 500_000, abs=2e-4)


@pytest.mark.parametrize(("lon", "lat"), [(-9, 37), (24, 35), (33, 35), (26, 70), (-20, 64)])
def test_equal_areas_are_equal_on_the_map(lon: float, lat: float) -> None:
    middle = shapely.segmentize(shapely.box(9.5, 49.5, 10.5, 50.5), 0.05)
    other = shapely.segmentize(shapely.box(lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5), 0.05)
    wide = area_km2(middle) / area_km2(other)
    other = shapely.affinity.scale(other, xfact=wide)
    assert area_km2(other) == pytest.approx(area_km2(middle), rel=1e-3)

    on_map = drawn({"AA": middle, "BB": other}).area

    assert on_map["BB"] == pytest.approx(on_map["AA"], rel=5e-3)
    assert on_map["AA"] * KM_A_UNIT**2 == pytest.approx(area_km2(middle), rel=5e-3)


@pytest.mark.parametrize(("lon", "lat"), [(26, 71.2), (24, 34.8), (-24, 64), (33, 34.6), (-9, 37)])
def test_europe_lies_where_web_mercator_is_linear(lon: float, lat: float) -> None:
    place = drawn({"DE": speck(lon, lat)})["DE"].centroid
    assert 1 / math.cos(math.radians(place.y)) < 1.005
    assert abs(place.x) < 7


def test_a_far_territory_lies_in_its_box_and_fills_it() -> None:
    inside = {code: speck(*at).buffer(0.3) for code, at in FAR.items()}
    on_map = drawn({**inside, "DE": shapely.box(9, 51, 11, 53)})
    frames = {inset.territory_id: inset.frame() for inset in mapframe.insets()}
    assert set(frames) == set(FAR)
    for code, frame in frames.items():
        assert frame.contains(on_map[code])
        west, south, east, north = on_map[code].bounds
        left, bottom, right, top = frame.bounds
        used = max((east - west) / (right - left), (north - south) / (top - bottom))
        assert used > 0.7
        assert on_map[code].centroid.distance(frame.centroid) < 0.05
        assert on_map["DE"].disjoint(frame)


def test_the_boxes_do_not_touch_each_other() -> None:
    frames = [inset.frame() for inset in mapframe.insets()]
    for i, one in enumerate(frames):
        assert all(one.disjoint(other) for other in frames[:i])


def test_regions_of_one_far_territory_share_a_box_and_a_scale() -> None:
    east, west = shapely.box(-16, 28, -15, 29), shapely.box(-17, 28, -16, 29)
    on_map = drawn({"ES705": east, "ES709": west, "ES611": speck(-4, 37)})
    frame = next(inset for inset in mapframe.insets() if inset.territory_id == "ES7").frame()
    assert frame.contains(on_map["ES705"])
    assert frame.contains(on_map["ES709"])
    assert not frame.intersects(on_map["ES611"])
    assert on_map["ES705"].area == pytest.approx(on_map["ES709"].area, rel=2e-3)
    assert on_map["ES709"].centroid.x < on_map["ES705"].centroid.x
    # A border two regions share stays shared.
    assert shapely.coverage_is_valid([on_map["ES705"], on_map["ES709"]])


def test_what_to_show_of_a_country_is_its_part_in_europe() -> None:
    frame = mapframe.insets()[0].frame()
    europe = shapely.box(-1, -1, 0.5, 1)
    shown = mapframe.bounds_to_show(
        gpd.GeoSeries(
            {"FR": shapely.union_all([europe, frame.buffer(-0.1)]), "FRY3": frame.buffer(-0.1)}
        )
    )
    assert list(shown.columns) == ["west", "south", "east", "north"]
    assert shown.loc["FR"].tolist() == list(europe.bounds)
    assert shown.loc["FRY3"].tolist() == list(frame.buffer(-0.1).bounds)


def test_territories_are_unions_of_their_finest_regions() -> None:
    finest = gpd.GeoDataFrame(
        {"territory_id": ["XA1", "XA2", "XB1"]},
        geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 3, 1), shapely.box(3, 0, 4, 1)],
    )
    pairs = [("XA1", "XA1"), ("XA", "XA1"), ("XA", "XA2"), ("XB", "XB1")]
    membership = pd.DataFrame(pairs, columns=["territory_id", "region_id"])
    whole = mapframe.dissolve(finest, membership).set_index("territory_id").geometry
    assert whole.area.to_dict() == {"XA": 3, "XA1": 1, "XB": 1}
    assert whole["XA"].equals(shapely.box(0, 0, 3, 1))


def test_a_point_lies_inside_the_largest_part_and_in_its_middle_where_that_is_inside() -> None:
    square = shapely.box(0, 0, 2, 2)
    ring = shapely.box(4, 0, 8, 4).difference(shapely.box(5, 1, 7, 3))
    shapes = gpd.GeoSeries(
        [shapely.MultiPolygon([shapely.box(-1, -1, -0.5, -0.5), square]), ring], index=[7, 3]
    )
    points = mapframe.points_inside(shapes)
    assert list(points.index) == [7, 3]
    assert points.loc[7].tolist() == [1, 1]
    assert ring.contains(shapely.Point(points.loc[3]))
