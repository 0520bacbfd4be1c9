"""GeoPackage: rows, notes and sources, as geopandas and plain SQLite read them."""

import sqlite3
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely
from hypothesis import given, settings

from tests.ui.out.formats.rows import ISLANDS, PLAIN_TEXTS, ROWS, tables, taken
from ui.out.formats import FORMATS


def gpkg_of(folder: Path, table: pa.Table = ROWS, size: int = 1000) -> Path:
    file = folder / "rows.gpkg"
    file.write_bytes(b"".join(FORMATS["gpkg"].stream(taken(table, size=size))))
    return file


def test_rows_types_and_places_come_back(tmp_path):
    file = gpkg_of(tmp_path)
    found = gpd.read_file(file, layer="rows", use_arrow=True)
    assert found.crs.to_epsg() == 4326
    assert shapely.equals_exact(found.geometry[0].normalize(), ISLANDS.normalize(), 1e-6)
    assert found.geometry.isna().tolist() == [False, False, True, True]
    _, table = pyogrio.read_arrow(file, layer="rows")
    for name in ROWS.schema.names:
        back = table[name]
        if name == "seen":
            back = back.cast(pa.timestamp("ms")).cast(pa.timestamp("us"))
        assert back.type == ROWS[name].type, name
        assert back.to_pylist() == ROWS[name].to_pylist(), name


@settings(max_examples=10)
@given(table=tables(PLAIN_TEXTS))
def test_any_rows_come_back(tmp_path_factory, table):
    file = gpkg_of(tmp_path_factory.mktemp("gpkg"), table)
    _, found = pyogrio.read_arrow(file, layer="rows")
    assert found.to_pylist() == table.to_pylist()


def test_rows_without_a_place_are_a_table(tmp_path):
    file = gpkg_of(tmp_path, ROWS.drop_columns(["territory_id"]))
    assert dict(pyogrio.list_layers(file).tolist()) == {
        "rows": None, "notes": None, "sources": None,
    }  # fmt: skip


def test_notes_and_sources_stand_beside_the_rows(tmp_path):
    with sqlite3.connect(gpkg_of(tmp_path)) as con:
        notes = pd.read_sql("select about, text from notes", con)
        sources = pd.read_sql("select * from sources", con)
        dates = {each for (each,) in con.execute("select last_change from gpkg_contents")}
    con.close()
    said = dict(notes.itertuples(index=False, name=None))
    assert (said["Title"], said["Filters"]) == ("Who has a place?", "in=AT.BE&level=2")
    assert said["obs_status L"] == "not published"
    assert set(sources["publisher"]) == {"Office", "Ministry"}
    assert dates == {"2026-03-01T12:30:00.000Z"}


def test_the_bytes_are_the_same_however_the_rows_come(tmp_path):
    assert gpkg_of(tmp_path).read_bytes() == gpkg_of(tmp_path, size=1).read_bytes()


def test_a_column_may_be_called_as_the_format_s_own(tmp_path):
    file = gpkg_of(tmp_path, pa.table({"fid": [7, 7], "FID_": ["a\x00b", None]}))
    _, found = pyogrio.read_arrow(file, layer="rows")
    assert found["fid"].to_pylist() == [7, 7]
    assert found["FID_"].to_pylist() == ["a\ufffdb", None]


def test_columns_that_differ_in_capitals_alone_are_refused():
    table = pa.table({"Name": ["a"], "name": ["b"]})
    assert "two columns named name" in FORMATS["gpkg"].refuses(taken(table))
    assert FORMATS["gpkg"].refuses(taken()) == ""


def test_no_rows_are_a_file_too(tmp_path):
    assert len(gpd.read_file(gpkg_of(tmp_path, ROWS.slice(0, 0)), layer="rows")) == 0
