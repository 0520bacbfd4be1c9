"""A file is taken out of a workspace whole, or the workspace is as it was."""

from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from etl import __main__ as cli
from etl import bundle, own
from etl.build import CheckError
from etl.forget import forget
from etl.intake import account
from etl.turn import BusyError, turn
from tests.etl.invented import hosted, world
from ui import store
from ui.add import workspaces

SPONSORS = "scheme_id,territory_id,period,sponsor_groups\nvillage,XA111,2024,12\n"
MONEY = "fund_id,objective,territory_id,period,committed_eur\nTown,housing,XA111,2024,1000.5\n"
ACTORS = (
    "organisation_id,name,actor,level,territory_id\na,A,public,local,XA111\nb,B,ngo,local,XA111\n"
)
AGREED = (
    "organisation_id,partner_id,territory_id,period,service,agreement\n"
    "a,b,XA111,2024,housing,memorandum\n"
)


def quiet(step: str) -> None:
    pass


@pytest.fixture
def workspace(tmp_path: Path) -> own.Workspace:
    """A workspace of no files beside an invented world."""
    bundle.write(tmp_path / "bundle", world([hosted("XA112", 7.0)]), [])
    return own.Workspace(tmp_path / "own_a", tmp_path / "bundle", tmp_path / "own_a.duckdb")


def put(workspace: own.Workspace, table: str, name: str, text: str) -> None:
    """A file in the workspace as an add leaves it; its dataset is a stand-in."""
    file = workspace.folder / own.FILES / table / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    stamped = workspace.target.with_name("own_a-0123456789ab.duckdb")
    stamped.touch()
    workspace.target.unlink(missing_ok=True)
    workspace.target.symlink_to(stamped.name)


def count(workspace: own.Workspace, table: str) -> int:
    with duckdb.connect(str(workspace.target.resolve()), read_only=True) as con:
        found = con.execute(f"select count(*) from {table} where source_id = 'own'").fetchone()
    assert found is not None
    return int(found[0])


def test_a_file_goes_and_the_others_stay(workspace):
    put(workspace, "sponsorship", "a.csv", SPONSORS)
    account.beside(workspace.folder / own.FILES / "sponsorship" / "a.csv").touch()
    put(workspace, "funding", "b.csv", MONEY)
    assert forget(workspace, "sponsorship/a.csv", quiet) == 1
    assert (count(workspace, "sponsorship"), count(workspace, "funding")) == (0, 1)
    left = [path.name for path in workspace.folder.rglob("*.csv*")]
    assert left == ["b.csv"] and own.held(workspace) == ["funding/b.csv"]


@pytest.mark.parametrize("name", ["", "funding/b.csv"], ids=["all", "last"])
def test_with_the_last_file_or_all_the_dataset_goes_too(workspace, name):
    put(workspace, "funding", "b.csv", MONEY)
    other = workspace.target.with_name("own_a_b-0123456789ab.duckdb")
    other.touch()
    assert forget(workspace, name, quiet) == 0
    assert not workspace.folder.exists() and other.exists()
    assert list(workspace.folder.parent.glob("own_a.duckdb")) == []
    assert list(workspace.folder.parent.glob("own_a-*.duckdb")) == []


def test_a_file_that_others_need_stays(workspace):
    put(workspace, "organisation", "actors.csv", ACTORS)
    put(workspace, "partnership", "agreed.csv", AGREED)
    before = workspace.target.resolve()
    with pytest.raises(CheckError, match="partner_is_known"):
        forget(workspace, "organisation/actors.csv", quiet)
    assert workspace.target.resolve() == before and before.exists()
    assert own.held(workspace) == ["organisation/actors.csv", "partnership/agreed.csv"]


@pytest.mark.parametrize("name", ["b.csv", "funding/../funding/b.csv", "/etc/passwd", "funding"])
def test_only_a_file_of_the_workspace_is_taken_out(workspace, name):
    put(workspace, "funding", "b.csv", MONEY)
    with pytest.raises(ValueError, match=r"there is: funding/b\.csv"):
        forget(workspace, name, quiet)
    assert own.held(workspace) == ["funding/b.csv"] and workspace.target.exists()


def test_while_another_change_runs_nothing_is_taken_out(workspace):
    put(workspace, "funding", "b.csv", MONEY)
    with turn(workspace.folder, "add"), pytest.raises(BusyError):
        forget(workspace, "", quiet)
    assert own.held(workspace) == ["funding/b.csv"] and workspace.target.exists()


def test_the_command_looks_where_the_app_does(tmp_path, monkeypatch):
    monkeypatch.setenv(own.WORKSPACES, str(tmp_path))
    assert own.place_of(Path("data"), "a") == (tmp_path / "own_a", tmp_path / "own_a.duckdb")
    assert own.WORKSPACES == store.WORKSPACES
    for name in ("a", None):
        kind = f"own.{name}" if name else "own"
        monkeypatch.delenv("GROUNDWORK_OWN", raising=False)
        places = (workspaces.folder_of(kind), store.path_of(kind))
        assert own.place_of(Path("data"), name) == places


def test_the_command_says_what_it_removed_and_what_there_is(tmp_path):
    place = ["--folder", str(tmp_path / "own_x"), "--out", str(tmp_path / "own_x.duckdb")]
    done = CliRunner().invoke(cli.app, ["forget", "funding/b.csv", *place])
    assert done.exit_code == 1
    assert "There is no file 'funding/b.csv' in this workspace; there is none." in done.output
    done = CliRunner().invoke(cli.app, ["forget", "--workspace", "../x"])
    assert done.exit_code == 1 and "Nothing was changed." in done.output
