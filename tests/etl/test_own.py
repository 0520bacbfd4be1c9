"""A user's own table: checked row by row, loaded whole or not at all, built beside the others."""

import os
import stat
from pathlib import Path

import duckdb
import pytest

from etl import bundle, own
from etl.build import CheckError
from etl.reading import LayoutError
from tests.etl.invented import hosted, world

HEADER = "scheme_id,territory_id,period,sponsor_groups,pledged_places,arrivals_persons\n"
GOOD = HEADER + "village,XA111,2024,12,40,\nvillage,XA112,2024,3,,7\n"


@pytest.fixture
def workspace(tmp_path: Path) -> own.Workspace:
    """An empty workspace beside an invented world."""
    bundle.write(tmp_path / "bundle", world([hosted("XA112", 7.0)]), [])
    return own.Workspace(tmp_path / "own", tmp_path / "bundle", tmp_path / "own.duckdb")


def add(workspace: own.Workspace, text: str, table: str = "sponsorship", name: str = "mine.csv"):
    file = workspace.beside.parent / name
    file.write_text(text, encoding="utf-8")
    return own.add(workspace, file, table, lambda step: None)


def asked(workspace: own.Workspace, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(workspace.target.resolve()), read_only=True) as con:
        return con.execute(question).fetchall()


def test_rows_stand_beside_the_published_ones_as_declared_with_their_line(workspace):
    assert add(workspace, GOOD) == 2
    rows = asked(
        workspace,
        "select territory_id, sponsor_groups, pledged_places, arrivals_persons, evidence,"
        " source_id, source_line, obs_status from sponsorship order by territory_id",
    )
    assert rows == [
        ("XA111", 12, 40, None, "declared", "own", 2, "A"),
        ("XA112", 3, None, 7, "declared", "own", 3, "A"),
    ]
    hosted_there = "select value from observation where territory_id = 'XA112' and value = 7"
    assert asked(workspace, hosted_there) == [(7.0,)]


def test_one_bad_row_changes_nothing_and_every_fault_is_told(workspace):
    add(workspace, GOOD)
    before = workspace.target.resolve()
    bad = HEADER + "village,XA111,2023,-1,,\nvillage,XZ999,2023,1,,\nvillage,XA111,2022,5,,\n"
    with pytest.raises(own.RefusedError) as caught:
        add(workspace, bad, name="more.csv")
    told = {(row["line"], row["column_name"]) for row in caught.value.rows.to_dict("records")}
    assert told == {(2, "sponsor_groups"), (3, "territory_id")}
    assert workspace.target.resolve() == before
    assert asked(workspace, "select count(*) from sponsorship") == [(2,)]


def test_a_mended_file_takes_the_place_of_the_one_of_its_name(workspace):
    add(workspace, GOOD)
    assert add(workspace, HEADER + "village,XA111,2024,1,,\n") == 1
    assert asked(workspace, "select sponsor_groups from sponsorship") == [(1,)]


def test_files_of_several_tables_live_together(workspace):
    add(workspace, GOOD)
    money = "fund_id,objective,territory_id,period,committed_eur\nTown,housing,XA111,2024,1000.5\n"
    add(workspace, money, "funding", "money.csv")
    assert asked(workspace, "select count(*) from sponsorship") == [(2,)]
    assert asked(workspace, "select committed_eur, paid_eur from funding") == [(1000.5, None)]


def test_the_same_key_in_two_files_is_refused(workspace):
    add(workspace, GOOD)
    with pytest.raises(own.RefusedError):
        add(workspace, GOOD, name="again.csv")


def test_a_row_whose_key_is_published_is_told_by_its_line(workspace):
    rows = (
        "facility_id,name,kind,service,country,lon,lat,mode,publish_level\n"
        "mine,Mine,service,health,XA,10,50,on_site,point\n"
        "a,Also mine,service,health,XA,10,50,on_site,point\n"
    )
    with pytest.raises(own.RefusedError) as caught:
        add(workspace, rows, "facility", "places.csv")
    (told,) = caught.value.rows.to_dict("records")
    assert (told["file"], told["line"]) == ("facility/places.csv", 3)
    assert "already has facility_id a" in told["reason"]
    assert "another facility_id" in told["reason"]
    assert not workspace.target.exists() and not workspace.folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_what_a_user_brings_is_for_that_user_alone(workspace):
    before = os.umask(0o022)
    try:
        add(workspace, GOOD)
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
    made = [workspace.folder, *workspace.folder.rglob("*"), workspace.target.resolve()]
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in made}
    assert modes == {(True, 0o700), (False, 0o600)}


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", HEADER.replace("period", "year")])
def test_a_file_without_the_columns_is_refused_by_name(workspace, text):
    with pytest.raises(LayoutError):
        add(workspace, text)
    assert not workspace.target.exists()


def test_a_partnership_of_nobody_known_is_refused_and_leaves_nothing(workspace):
    rows = (
        "organisation_id,partner_id,territory_id,period,service,agreement\n"
        "a,b,XA111,2024,housing,memorandum\n"
    )
    with pytest.raises(CheckError, match="partner_is_known"):
        add(workspace, rows, "partnership")
    assert not workspace.target.exists() and not workspace.folder.exists()


def test_only_tables_of_figures_can_be_added_to(workspace):
    with pytest.raises(ValueError, match="no table 'territory'"):
        add(workspace, "territory_id\nXA\n", "territory")
