"""A build of the invented world of `tests.etl.invented`, worked out on paper."""

from pathlib import Path

import duckdb
import h3
import pandas as pd
import pytest

from etl import build as building
from etl import bundle, contract
from etl.turn import BusyError
from etl.validate import conform
from tests.etl.invented import built, hosted, territory, world

PARTS = (("XA111", 5.0), ("XA112", 7.0))


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


@pytest.mark.parametrize(
    ("measure_id", "summed"),
    [("committed_places", 12.0), ("first_stage_occupancy_percent", None)],
)
def test_counts_add_up_and_shares_do_not(
    tmp_path: Path, measure_id: str, summed: float | None
) -> None:
    rows = [hosted(code, value) | {"measure_id": measure_id} for code, value in PARTS]
    with built(tmp_path, world(rows)) as con:
        found = dict(con.execute("select territory_id, value from figure").fetchall())
    assert found.get("XA") == summed
    assert (found["XA111"], found["XA112"]) == (5, 7)


def test_the_only_region_inside_is_not_said_to_be_known_when_it_is_not(tmp_path: Path) -> None:
    with built(tmp_path, world([hosted("XA111", 5)])) as con:
        notes = dict(con.execute("select territory_id, note from figure").fetchall())
    assert notes["XA11"] == "1 of 2 regions inside it are fully known"
    assert notes["XA1"] == notes["XA"] == "the only region inside it is not fully known"


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
