"""Persons of the 10 km grid on cells of land: all of them, and on the right cells."""

from collections.abc import Callable
from pathlib import Path

import h3
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from etl.reading import LOADED, LayoutError, Reading
from etl.sources import nuts, population_grid
from etl.sources.population_grid import settle, share_out

Put = Callable[[str, str], Path]
FILE = "gisco/population_grid_10km_2018_3035.csv"
X, Y = 4_320_000, 3_210_000  # the square at 10 E, 52 N, where EPSG:3035 is true to scale
CENTRE = h3.latlng_to_cell(52.05, 10.06, 6)
# About 40 km around: three squares in each direction are on land whole.
LAND = np.array(sorted(h3.str_to_int(cell) for cell in h3.grid_disk(CENTRE, 8)), dtype=np.uint64)


def squares(*rows: tuple[int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["x", "y", "population"])


@given(
    persons=st.dictionaries(
        st.tuples(st.integers(-12, 12), st.integers(-12, 12)),
        st.integers(0, 2_000_000),
        min_size=1,
        max_size=6,
    )
)
@settings(deadline=None, max_examples=40)
def test_no_person_is_lost_or_made(persons: dict[tuple[int, int], int]) -> None:
    grid = squares(*((X + i * 10_000, Y + j * 10_000, n) for (i, j), n in persons.items()))
    shared = share_out(grid, LAND)
    rounding = 0.05 * len(shared) + 1e-6
    assert shared["grid_persons"].sum() == pytest.approx(sum(persons.values()), abs=rounding)
    assert (shared["grid_persons"] >= 0).all()


def test_cells_are_exact_unsigned_integers_of_land() -> None:
    shared = share_out(squares((X, Y, 1000), (X + 500_000, Y, 7)), LAND)
    assert shared["cell"].dtype == "uint64"
    assert shared["cell"].is_monotonic_increasing
    assert shared["cell"].is_unique
    assert set(shared["cell"].tolist()) <= set(LAND.tolist())
    # As a float an index would be off by up to 64 and no cell at all.
    assert all(h3.is_valid_cell(h3.int_to_str(cell)) for cell in shared["cell"].tolist())


def test_persons_stay_where_their_square_is() -> None:
    shared = share_out(squares((X, Y, 1000)), LAND)
    to_metres = Transformer.from_crs(4258, 3035, always_xy=True)
    at = [h3.cell_to_latlng(h3.int_to_str(cell)) for cell in shared["cell"].tolist()]
    x, y = to_metres.transform([lon for _, lon in at], [lat for lat, _ in at])
    # No point of a cell of resolution 6 is further than 5 km from its centre.
    assert min(x) > X - 5_000
    assert max(x) < X + 15_000
    assert min(y) > Y - 5_000
    assert max(y) < Y + 15_000
    assert len(shared) >= 3
    assert shared["grid_persons"].max() <= 1000 * 24 / 25


def test_each_point_on_land_carries_the_same_share() -> None:
    whole = share_out(squares((X, Y, 2500)), LAND).set_index("cell")["grid_persons"]
    kept = whole.index[:2].to_numpy()
    part = share_out(squares((X, Y, 2500)), kept).set_index("cell")["grid_persons"]
    assert sorted(part.index) == sorted(kept)
    # 25 points of 100 persons: on less land the same proportions carry all 2,500.
    assert (whole % 100 == 0).all()
    expected = whole[kept] / whole[kept].sum() * 2500
    assert part[kept].tolist() == pytest.approx(expected.tolist(), abs=0.06)


def test_a_square_without_land_goes_to_the_nearest_cell_of_land() -> None:
    east = h3.str_to_int(h3.latlng_to_cell(52.0, 10.4, 6))
    west = h3.str_to_int(h3.latlng_to_cell(52.0, 9.6, 6))
    land = np.array(sorted([east, west]), dtype=np.uint64)
    at_sea = squares((X + 100_000, Y, 30), (X - 200_000, Y, 5), (X + 90_000, Y, 0))
    shared = share_out(at_sea, land).set_index("cell")["grid_persons"]
    assert shared.to_dict() == {east: 30, west: 5}


def world(folder: Path) -> Reading:
    return Reading("nuts", {"cell": pd.DataFrame({"cell": LAND})})


def test_the_file_is_read_onto_the_cells_of_the_regions(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nuts, "read", world)
    put(FILE, f"x,y,population\n{X},{Y},120\n{X + 10_000},{Y},80\n")
    reading = population_grid.read(tmp_path)
    assert reading.outcomes == {(FILE, LOADED): 2}
    persons = reading.tables["cell_persons"]
    assert persons["grid_persons"].sum() == pytest.approx(200, abs=1)
    assert set(persons["cell"].tolist()) <= set(LAND.tolist())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("y,x,population\n0,0,1\n", "columns x, y, population"),
        ("x,y\n0,0\n", "columns x, y, population"),
        (f"x,y,population\n{X},{Y},-1\n", "no negative count"),
        (f"x,y,population\n{X + 5_000},{Y},1\n", "not a multiple of 10 km"),
    ],
)
def test_another_grid_is_refused(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, named: str
) -> None:
    monkeypatch.setattr(nuts, "read", world)
    put(FILE, text)
    with pytest.raises(LayoutError, match=named):
        population_grid.read(tmp_path)


def test_whom_newer_boundaries_leave_at_sea_goes_to_the_nearest_land() -> None:
    """Cell 0 is no land any more; of what is, its neighbour is nearest. Nobody is lost."""
    gone = h3.str_to_int(CENTRE)
    beside = h3.str_to_int(sorted(h3.grid_ring(CENTRE, 1))[0])
    far = [h3.str_to_int(cell) for cell in sorted(h3.grid_ring(CENTRE, 6))[:3]]
    persons = pd.DataFrame({"cell": [gone, far[0]], "grid_persons": [12.5, 3.0]})
    land = np.array([beside, *far], dtype=np.uint64)
    settled = settle(persons.astype({"cell": "uint64"}), land)
    assert dict(zip(settled["cell"], settled["grid_persons"], strict=True)) == {
        beside: 12.5,
        far[0]: 3.0,
    }
