"""Cells of the map: where land is, in the box of their territory where they are far away."""

import duckdb
import h3
import numpy as np
import pytest

from etl import hexagons, mapframe


def corners(dataset: duckdb.DuckDBPyConnection, prefix: str) -> np.ndarray:
    """Corners of a territory's cells, a row each."""
    rows = dataset.execute(
        "select corners from map_cell inner join cell using (cell) where starts_with(nuts_2024, ?)",
        [prefix],
    ).fetchall()
    return np.concatenate([np.reshape(each, (-1, 2)) for (each,) in rows])


def test_every_cell_of_land_is_drawn_once_and_coarser_cells_hold_all(
    dataset: duckdb.DuckDBPyConnection,
) -> None:
    drawn = dataset.execute("select resolution, cell from map_cell").df()
    assert not drawn.duplicated().any()
    land = {cell for (cell,) in dataset.execute("select cell from cell").fetchall()}
    by_resolution = {
        resolution: set(cells) for resolution, cells in drawn.groupby("resolution")["cell"]
    }
    assert set(by_resolution) == set(hexagons.RESOLUTIONS)
    assert by_resolution[6] == land
    for cell in sorted(land)[::5000]:
        for resolution in (4, 5):
            parent = h3.cell_to_parent(h3.int_to_str(int(cell)), resolution)
            assert h3.str_to_int(parent) in by_resolution[resolution]


@pytest.mark.parametrize("inset", mapframe.insets(), ids=lambda inset: inset.territory_id)
def test_cells_of_a_far_territory_lie_in_its_box(
    dataset: duckdb.DuckDBPyConnection, inset: mapframe.Inset
) -> None:
    west, south, east, north = inset.frame().bounds
    found = corners(dataset, inset.territory_id)
    # Outlines are simplified: a cell at the coast may reach into the margin of the box.
    assert (found > [west, south]).all() and (found < [east, north]).all()


def test_a_cell_of_europe_is_where_epsg_3035_has_it(dataset: duckdb.DuckDBPyConnection) -> None:
    """The projection's own origin, 10 degrees east and 52 north, is 0, 0 on the map."""
    cell = h3.latlng_to_cell(52, 10, 6)
    ((lon, lat, found),) = dataset.execute(
        "select lon, lat, corners from map_cell where cell = ?", [h3.str_to_int(cell)]
    ).fetchall()
    assert (lat, lon) == pytest.approx(h3.cell_to_latlng(cell), abs=1e-5)
    middle = np.reshape(found, (-1, 2)).mean(axis=0)
    # Half a degree of latitude is 0.11 units; a cell is 0.013 across.
    assert np.abs(middle).max() < 0.013


def test_a_protected_place_is_never_a_point(dataset: duckdb.DuckDBPyConnection) -> None:
    levels = dataset.execute(
        "select publish_level, count(*), count(facility_point.x)"
        " from facility left join facility_point using (facility_id) group by publish_level"
    ).fetchall()
    drawn = {level: (many, points) for level, many, points in levels}
    assert len(drawn) > 1
    for level, (many, points) in drawn.items():
        assert points == (many if level == "point" else 0)
