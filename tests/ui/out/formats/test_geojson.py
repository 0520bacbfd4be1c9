"""GeoJSON: the standard's shape, every value of every row, and what others read of it."""

import io
import json

import geopandas as gpd
import pyarrow as pa
import shapely
from hypothesis import given

from tests.ui.out.formats.rows import ISLANDS, RING, ROWS, tables, taken
from ui.out.formats import FORMATS, geojson


def geojson_of(table: pa.Table = ROWS, name: str = "view", size: int = 1000) -> bytes:
    return b"".join(FORMATS["geojson"].stream(taken(table, name, size)))


def plainly(value: object) -> object:
    """A value as JSON can say it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_every_row_is_a_feature_with_every_column():
    found = json.loads(geojson_of())
    assert found["type"] == "FeatureCollection"
    expected = [{name: plainly(each) for name, each in row.items()} for row in ROWS.to_pylist()]
    assert [each["properties"] for each in found["features"]] == expected
    assert {each["type"] for each in found["features"]} == {"Feature"}
    assert type(found["features"][0]["properties"]["places"]) is int


@given(tables())
def test_any_value_comes_back(table):
    found = json.loads(geojson_of(table))["features"]
    for feature, row in zip(found, table.to_pylist(), strict=True):
        assert feature["properties"] == {name: plainly(each) for name, each in row.items()}
        assert feature["geometry"] is None


def test_the_outer_ring_turns_against_the_clock_and_holes_with_it():
    islands, ring, unheard_of, nowhere = (
        each["geometry"] for each in json.loads(geojson_of())["features"]
    )
    assert (unheard_of, nowhere) == (None, None)
    for polygon in [*islands["coordinates"], ring["coordinates"]]:
        outer, *holes = (shapely.LinearRing(each) for each in polygon)
        assert outer.is_ccw
        assert not any(each.is_ccw for each in holes)
    assert shapely.equals_exact(
        shapely.geometry.shape(islands).normalize(), ISLANDS.normalize(), 1e-6
    )
    assert shapely.geometry.shape(ring).equals(RING)
    assert [2, 3.123457] in islands["coordinates"][1][0]


def test_points_have_six_decimals():
    table = pa.table({"lon": [4.123456789, None], "lat": [50.0, 1.0]})
    first, second = json.loads(geojson_of(table))["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [4.123457, 50]}
    assert first["properties"]["lon"] == 4.123456789
    assert second["geometry"] is None


def test_a_file_says_what_it_is_and_where_it_is_from():
    found = json.loads(geojson_of())
    said = found["metadata"]
    assert (said["title"], said["citation"]) == ("Who has a place?", 'Groundwork, "Who?"')
    assert said["notes"] == ["Totals may not add up.", "=note"]
    assert said["columns"] == {"value": "People per place"}
    assert {each["licence"] for each in found["sources"]} == {"CC BY 4.0", None}


def test_the_bytes_are_the_same_however_the_rows_come_and_are_cut(monkeypatch):
    whole = geojson_of()
    assert geojson_of(size=1) == whole
    monkeypatch.setattr(geojson, "_ROUGHLY", 1)
    assert geojson_of(size=3) == whole


def test_no_rows_are_a_collection_of_none():
    assert json.loads(geojson_of(ROWS.slice(0, 0)))["features"] == []


def test_infinite_numbers_are_not_lost():
    table = pa.table({"a": [float("inf"), float("-inf"), float("nan")]})
    found = json.loads(geojson_of(table))["features"]
    assert [each["properties"]["a"] for each in found] == [float("inf"), float("-inf"), None]


def test_geopandas_reads_the_rows_and_what_is_missing():
    found = gpd.read_file(io.BytesIO(geojson_of()))
    assert found.crs.to_epsg() == 4326
    assert found["territory_id"].fillna("").tolist() == ["AT11", "BE10", "XX99", ""]
    assert found["value"].isna().tolist() == [False, True, False, False]
    assert found["value"].tolist()[0] == 0.1 + 0.2
    assert found["obs_status"].tolist() == ROWS["obs_status"].to_pylist()
    assert found.geometry.isna().tolist() == [False, False, True, True]
