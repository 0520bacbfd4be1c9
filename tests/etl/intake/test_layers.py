"""Layers and Parquet: the rows, their points in degrees, and which layer."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from tests.etl.intake.conftest import Look

PLACE = {"mode": "on_site", "publish_level": "point"}
POINTS = [shapely.Point(16.3738, 48.2082), shapely.Point(15.4395, 47.0707)]


def centres(crs: int = 4326) -> gpd.GeoDataFrame:
    rows = {
        "Einrichtung": ["Wien Mitte", "Graz Ost"],
        "Plätze": pd.array([40, None], dtype="Int64"),
        "eröffnet": pd.to_datetime(["2024-01-05", None]),
    }
    return gpd.GeoDataFrame(rows, geometry=POINTS, crs=4326).to_crs(crs)


def written(frame: gpd.GeoDataFrame, path: Path) -> Path:
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, layer="centres" if path.suffix == ".gpkg" else None)
    return path


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".parquet"])
@pytest.mark.parametrize("crs", [4326, 3035, 32633])
def test_points_come_in_degrees_from_any_grid(
    suffix: str, crs: int, tmp_path: Path, look: Look
) -> None:
    found = look(written(centres(crs), tmp_path / f"x{suffix}"), "reception", constants=PLACE)
    assert found["problem"] == "" and found["questions"] == [] and found["refused"] == []
    rows = found["accepted"]
    assert [(r["name"], r["places"], r["opened"], r["country"]) for r in rows] == [
        ("Wien Mitte", "40", "2024-01-05", "AT"),
        ("Graz Ost", None, None, "AT"),
    ]
    for row, point in zip(rows, POINTS, strict=True):
        assert float(row["lon"]) == pytest.approx(point.x, abs=1e-5)
        assert float(row["lat"]) == pytest.approx(point.y, abs=1e-5)
    assert found["counts"]["lines"] == 2
    assert found["settings"]["header_line"] is None


def test_an_area_stands_for_a_point_inside_even_where_it_is_drawn_wrongly(
    tmp_path: Path, look: Look
) -> None:
    bow = shapely.Polygon([(16.3, 48.1), (16.5, 48.3), (16.5, 48.1), (16.3, 48.3)])
    frame = centres().set_geometry([bow, POINTS[1]], crs=4326)
    found = look(written(frame, tmp_path / "x.gpkg"), "reception", constants=PLACE)
    inside = shapely.Point(*(float(found["accepted"][0][name]) for name in ("lon", "lat")))
    assert shapely.make_valid(bow).distance(inside) < 1e-6


def test_two_layers_that_both_fit_are_asked(tmp_path: Path, look: Look) -> None:
    path = tmp_path / "x.gpkg"
    centres().to_file(path, layer="old")
    centres().iloc[:1].to_file(path, layer="new")
    assert [q["setting"] for q in look(path, "reception", constants=PLACE)["questions"]] == [
        "sheet"
    ]
    assert look(path, "reception", sheet="new", constants=PLACE)["counts"]["accepted"] == 1
    assert "no layer" in look(path, "reception", sheet="other")["problem"]


def test_parquet_without_points_is_a_table(tmp_path: Path, look: Look) -> None:
    path = tmp_path / "x.parquet"
    rows = {
        "territory_id": ["ITC1", "ITC2"],
        "period": [2024, 2024],
        "value": [1.5, None],
        "measure_id": ["reception_places"] * 2,
        "group_id": ["all"] * 2,
    }
    pq.write_table(pa.table(rows), path)
    found = look(path, "observation")
    assert [(r["value"], r["obs_status"]) for r in found["accepted"]] == [
        ("1.5", "A"),
        (None, "L"),
    ]
