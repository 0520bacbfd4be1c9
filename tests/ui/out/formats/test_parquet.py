"""Parquet and GeoParquet: exact rows and types, geometry for those who look for it."""

import io
import json

import duckdb
import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from hypothesis import given

from tests.ui.out.formats.rows import ISLANDS, RING, ROWS, tables, taken
from ui.out.formats import FORMATS, parquet


def parquet_of(table: pa.Table = ROWS, name: str = "view", size: int = 1000) -> bytes:
    return b"".join(FORMATS["parquet"].stream(taken(table, name, size)))


def test_rows_types_and_what_columns_hold_come_back():
    found = pq.read_table(pa.BufferReader(parquet_of()))
    assert found.drop_columns(["geometry"]).equals(ROWS)
    assert found.schema.field("value").metadata == {b"about": b"People per place"}


@given(tables())
def test_any_rows_come_back_unescaped_and_without_a_place(table):
    found = pq.read_table(pa.BufferReader(parquet_of(table)))
    assert found.equals(table)
    assert b"geo" not in found.schema.metadata


def test_the_bytes_are_the_same_however_the_rows_come(monkeypatch):
    many = pa.concat_tables([ROWS] * 30)
    monkeypatch.setattr(parquet, "_GROUP", 50)
    assert parquet_of(many, size=7) == parquet_of(many, size=1000)


def test_texts_held_as_a_dictionary_come_back_as_what_they_say():
    held = ROWS.set_column(1, "period", ROWS["period"].dictionary_encode())
    found = pq.read_table(pa.BufferReader(parquet_of(held, size=1)))
    assert found["period"].to_pylist() == ROWS["period"].to_pylist()


def test_a_file_says_what_it_is_and_where_it_is_from():
    said = json.loads(pq.read_schema(pa.BufferReader(parquet_of())).metadata[b"groundwork"])
    assert (said["title"], said["filters"]) == ("Who has a place?", {"in": "AT.BE", "level": "2"})
    assert said["dataset_built"] == "2026-03-01"
    assert said["citation"] == 'Groundwork, "Who?"'
    titles = [(each["source_title"], each["retrieved_on"]) for each in said["sources"]]
    assert titles == [("=Notice", None), ("Register", None), ("Register", "2025-01-31")]
    assert said["statuses"]["L"] == "not published"


def test_geopandas_finds_the_territories():
    found = gpd.read_parquet(io.BytesIO(parquet_of()))
    assert found.crs.to_string() == "OGC:CRS84"
    first, second, unheard_of, nowhere = found.geometry
    assert shapely.equals_exact(first.normalize(), ISLANDS.normalize(), 1e-6)
    assert shapely.equals_exact(second.normalize(), RING.normalize(), 1e-6)
    assert (unheard_of, nowhere) == (None, None)
    geo = json.loads(pq.read_schema(pa.BufferReader(parquet_of())).metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    column = geo["columns"]["geometry"]
    assert column["geometry_types"] == ["MultiPolygon", "Polygon"]
    assert column["bbox"] == [0, 0, 14, 54]


def test_rows_with_coordinates_are_points():
    table = pa.table({"lon": [4.35, None, 1.0], "lat": [50.85, 1.0, float("nan")]})
    found = gpd.read_parquet(io.BytesIO(parquet_of(table)))
    assert found.geometry.tolist() == [shapely.Point(4.35, 50.85), None, None]
    assert found["lat"].tolist()[:2] == [50.85, 1.0]


def test_territories_have_their_outline_though_they_have_a_point():
    table = pa.table({"territory_id": ["BE10"], "lon": [12.0], "lat": [52.0]})
    found = gpd.read_parquet(io.BytesIO(parquet_of(table, "territory")))
    assert found.geometry[0].geom_type == "Polygon"


def test_no_rows_are_a_file_too():
    found = gpd.read_parquet(io.BytesIO(parquet_of(ROWS.slice(0, 0))))
    assert len(found) == 0
    assert list(found)[:-1] == ROWS.schema.names


def test_pandas_and_duckdb_read_it(tmp_path):
    file = tmp_path / "rows.parquet"
    file.write_bytes(parquet_of())
    frame = pd.read_parquet(file).drop(columns="geometry")
    pd.testing.assert_frame_equal(frame, ROWS.to_pandas())
    with duckdb.connect() as con:
        found = con.sql(
            "select * exclude (geometry) from read_parquet($file)", params={"file": str(file)}
        ).to_arrow_table()
    assert found.to_pylist() == ROWS.to_pylist()
