"""A build of the invented world of `tests.etl.invented`, worked out on paper."""

from pathlib import Path

import duckdb
import h3
import pandas as pd
import pytest
import shapely

from etl import build as building
from etl import bundle, contract
from etl.gather import Frames
from etl.turn import BusyError
from etl.validate import conform
from tests.etl.invented import CELL, FACT, TOTALS, built, hospital, hosted, territory, world


def reach(con: duckdb.DuckDBPyConnection, code: str, km: int) -> tuple[object, ...] | None:
    return con.execute(
        "select residents_persons, far_persons, doubtful_persons from hospital_reach"
        " where territory_id = ? and distance_km = ?",
        [code, km],
    ).fetchone()


def test_out_of_reach_as_worked_out_on_paper(tmp_path: Path) -> None:
    with built(tmp_path, world([])) as con:
        assert reach(con, "XA", 20) == (1000, 400, 0)
        assert reach(con, "XA111", 20) == (300, 0, 0)
        assert reach(con, "XA112", 20) == (700, 400, 0)
        assert reach(con, "XA", 5) == (1000, 700, 0)
        assert reach(con, "XA", 10) == (1000, 700, 0)


def test_a_country_without_register_next_door_makes_distance_doubtful(tmp_path: Path) -> None:
    """A country XB with one cell 10 km beyond d and no hospital: it might have one."""
    frames = world([])
    beyond = h3.str_to_int(h3.latlng_to_cell(50.0, 11.14, 6))
    codes = [territory(code, "2024") for code in ("XB", "XB1", "XB11", "XB111")]
    for (table, module), rows in (
        (("territory", "invented"), codes),
        (("cell", "invented"), [{"cell": beyond, "nuts_2024": "XB111", "nuts_2021": None}]),
    ):
        more = conform(contract.BY_NAME[table], pd.DataFrame(rows))
        frames[table, module] = pd.concat([frames[table, module], more], ignore_index=True)
    frames["cell", "invented"]["cell"] = frames["cell", "invented"]["cell"].astype("uint64")
    with built(tmp_path, frames) as con:
        assert reach(con, "XA", 20) == (1000, 400, 400)
        assert reach(con, "XB", 20) == (None, None, None)


def test_known_parts_sum_and_an_unknown_part_makes_the_sum_unknown(tmp_path: Path) -> None:
    statement = (
        "select territory_id, value, lower from figure"
        " where measure_id = 'people_hosted_persons' order by territory_id"
    )
    (tmp_path / "whole").mkdir()
    with built(tmp_path / "whole", world([hosted("XA111", 5), hosted("XA112", 7)])) as con:
        whole = con.execute(statement).fetchall()
    assert ("XA", 12.0, None) in whole
    (tmp_path / "part").mkdir()
    with built(tmp_path / "part", world([hosted("XA111", 5), hosted("XA112", None)])) as con:
        part = con.execute(statement).fetchall()
    assert ("XA", None, 5.0) in part


def add(frames: Frames, table: str, row: dict[str, object]) -> None:
    """Put one more row into a table."""
    more = conform(contract.BY_NAME[table], pd.DataFrame([row]))
    whole = pd.concat([frames.get((table, "invented"), pd.DataFrame()), more], ignore_index=True)
    frames[table, "invented"] = conform(contract.BY_NAME[table], whole)


def test_a_service_point_is_no_hospital(tmp_path: Path) -> None:
    frames = world([])
    centre = {"facility_id": "c", "service": "mental_health", "period": None}
    add(frames, "facility", hospital("d") | centre)
    with built(tmp_path, frames) as con:
        assert reach(con, "XA", 20) == (1000, 400, 0)
        counted = con.execute(
            "select distinct hospitals from hospital_reach where territory_id = 'XA'"
        )
        assert counted.fetchall() == [(2,)]


def test_commitments_add_up_and_the_only_region_inside_is_said_to_be_unknown(
    tmp_path: Path,
) -> None:
    committed = {"measure_id": "committed_places"}
    rows = [hosted(code, value) | committed for code, value in (("XA111", 5), ("XA112", 7))]
    with built(tmp_path, world([*rows, hosted("XA111", 5)])) as con:
        found = con.execute("select measure_id, territory_id, value, note from figure").fetchall()
    by_key = {(measure_id, code): (value, note) for measure_id, code, value, note in found}
    assert by_key["committed_places", "XA"][0] == 12
    people = "people_hosted_persons"
    assert by_key[people, "XA11"] == (None, "1 of 2 regions inside it are fully known")
    assert by_key[people, "XA"] == (None, "the only region inside it is not fully known")


def test_shares_are_not_summed(tmp_path: Path) -> None:
    share = {"measure_id": "reception_occupancy_percent"}
    frames = world([hosted(code, 60.0) | share for code in ("XA111", "XA112")])
    with built(tmp_path, frames) as con:
        found = con.execute(
            "select territory_id, value from figure where measure_id = ? order by territory_id",
            [share["measure_id"]],
        )
        assert found.fetchall() == [("XA111", 60.0), ("XA112", 60.0)]


@pytest.mark.parametrize(
    ("table", "row", "named"),
    [
        (
            "facility_observation",
            {"facility_id": "nowhere", "measure_id": "reception_places", "group_id": "all"},
            "facility_is_known",
        ),
        (
            "partnership",
            {"organisation_id": "nobody", "partner_id": "none", "territory_id": "XA"}
            | {"service": "health", "agreement": "pact"},
            "partner_is_known",
        ),
        (
            "activity",
            {"organisation_id": "nobody", "territory_id": "XA", "service": "health"},
            "worker_is_known",
        ),
        (
            "funding",
            {"fund_id": "AMIF", "objective": "all", "territory_id": "XA", "source_id": "lost"},
            "source_is_known",
        ),
    ],
)
def test_what_refers_to_nothing_is_found(
    tmp_path: Path, table: str, row: dict[str, object], named: str
) -> None:
    frames = world([])
    add(frames, table, FACT | {"period": "2020"} | row)
    with pytest.raises(building.CheckError, match=named):
        built(tmp_path, frames)


def test_a_failed_check_leaves_the_dataset_as_it_was(tmp_path: Path) -> None:
    built(tmp_path, world([])).close()
    before = (tmp_path / "invented.duckdb").resolve().read_bytes()
    frames = world([hosted("XA111", 5)])
    frames["observation", "invented"].loc[0, "source_id"] = "nowhere"
    with pytest.raises(building.CheckError, match=r"(?s)source_is_known.*nowhere"):
        built(tmp_path, frames)
    assert (tmp_path / "invented.duckdb").resolve().read_bytes() == before
    assert list(tmp_path.glob("*.building*")) == []


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    bundle.write(tmp_path / "bundle", world([]), ())
    target = tmp_path / "invented.duckdb"

    def again(step: str) -> None:
        with pytest.raises(BusyError, match=r"invented\.duckdb"):
            building.build(tmp_path / "bundle", target, lambda step: None)

    building.build(tmp_path / "bundle", target, again)


def test_fetched_boundaries_are_drawn_in_place_of_cells(tmp_path: Path) -> None:
    """Two squares side by side; the country is both, and the map is drawn from them."""
    squares = {"XA111": shapely.box(9, 49, 10.5, 51), "XA112": shapely.box(10.5, 49, 12, 51)}
    frames = world([])
    frames["outline", "invented"] = pd.DataFrame(
        [{"territory_id": code, "wkb": shapely.to_wkb(shape)} for code, shape in squares.items()]
    )
    with built(tmp_path, frames) as con:
        drawn = dict(con.execute("select territory_id, wkb from outline").fetchall())
        shown = con.execute("select territory_id, geojson from map_shape").fetchall()
    shapes = {code: shapely.from_wkb(bytes(wkb)) for code, wkb in drawn.items()}
    assert set(shapes) == set(TOTALS) == {code for code, _ in shown}
    for code, square in squares.items():
        assert shapely.equals(shapes[code], square)
    assert shapely.equals(shapes["XA"], shapely.box(9, 49, 12, 51))


def test_without_boundaries_cells_are_drawn(tmp_path: Path) -> None:
    with built(tmp_path, world([])) as con:
        (wkb,) = con.execute("select wkb from outline where territory_id = 'XA111'").fetchone()
    outline = shapely.from_wkb(bytes(wkb))
    for name in ("a", "b"):
        lat, lon = h3.cell_to_latlng(h3.int_to_str(CELL[name]))
        assert shapely.contains_xy(outline, lon, lat)


def test_residents_published_in_new_codes_only_are_placed_all_the_same(tmp_path: Path) -> None:
    """Old regions XA191 (cell a) and XA192 (b, c, d) have no figure; the new ones have.

    XA111 is a and b, of the grid's 60 and 120 persons: 300 residents are 100 and 200. XA112
    is c and d (240 and 320): 700 are 300 and 400.
    """
    frames = world([])
    old = {CELL["a"]: "XA191"} | {CELL[name]: "XA192" for name in "bcd"}
    cells = frames["cell", "invented"]
    frames["cell", "invented"] = cells.assign(nuts_2021=cells["cell"].map(old))
    observations = frames["observation", "invented"]
    frames["observation", "invented"] = observations.assign(nuts_version="2024")
    with built(tmp_path, frames) as con:
        placed = dict(con.execute("select cell, residents from cell").fetchall())
    assert placed == {CELL["a"]: 100, CELL["b"]: 200, CELL["c"]: 300, CELL["d"]: 400}


@pytest.mark.parametrize(
    ("level", "around"), [("point", None), ("nuts3", "XA112"), ("nuts2", "XA11"), ("country", "XA")]
)
def test_a_protected_place_is_not_where_it_stands(
    tmp_path: Path, level: str, around: str | None
) -> None:
    frames = world([])
    shelter = hospital("d") | {
        "facility_id": "s", "name": "protected place", "service": "housing",
        "publish_level": level,
    }  # fmt: skip
    add(frames, "facility", shelter)
    middles = {"XA112": 1.5, "XA11": 2.5, "XA": 3.5}
    territories = frames["territory", "invented"]
    territories["lat"] = territories["territory_id"].map(middles).fillna(9.5)
    territories["lon"] = territories["lat"] + 100
    with built(tmp_path, frames) as con:
        found = con.execute("select lat, lon from facility where facility_id = 's'").fetchone()
        place = con.execute(
            "select cell, region_id from facility_place where facility_id = 's'"
        ).fetchone()
    expected = middles.get(around or "")
    assert found == (
        (shelter["lat"], shelter["lon"]) if expected is None else (expected, expected + 100)
    )
    # A protected place counts where it may be shown, and its cell is forgotten.
    assert place == ((CELL["d"], "XA112") if around is None else (None, around))


def test_a_protected_place_with_a_name_is_refused(tmp_path: Path) -> None:
    frames = world([])
    add(frames, "facility", hospital("d") | {"facility_id": "s", "publish_level": "nuts3"})
    frames["territory", "invented"][["lat", "lon"]] = 50.0
    with pytest.raises(building.CheckError, match="protected_place_is_withheld"):
        built(tmp_path, frames)


def test_a_count_of_children_that_is_not_rounded_is_refused(tmp_path: Path) -> None:
    frames = world([])
    children = hosted("XA112", 7.0) | {
        "measure_id": "unaccompanied_children_present_persons",
        "group_id": "unaccompanied_children",
    }
    add(frames, "observation", children)
    with pytest.raises(building.CheckError, match="sensitive_count_is_rounded"):
        built(tmp_path, frames)
