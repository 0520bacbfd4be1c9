"""The command line: what each command says, and what it says when it cannot."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl import __main__ as cli
from etl import command_line
from etl.sources import SOURCES
from etl.turn import BusyError

runner = CliRunner()


@pytest.fixture(autouse=True)
def nothing_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this checkout has fetched is not the tests' concern."""
    monkeypatch.setattr(command_line, "FETCHED", tmp_path / "fetched")


def test_check_names_every_check_and_passes_on_the_shipped_figures(published: Path) -> None:
    done = runner.invoke(cli.app, ["check", str(published)])
    assert done.exit_code == 0
    for file in (Path(cli.__file__).parent / "sql/checks").glob("*.sql"):
        assert file.stem in done.output


def test_check_of_nothing_says_how_to_build(tmp_path: Path) -> None:
    done = runner.invoke(cli.app, ["check", str(tmp_path / "none.duckdb")])
    assert done.exit_code == 1
    assert "python -m etl build" in done.output


def test_sources_lists_every_source_with_licence_and_vintage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Wide enough that no cell is folded, whatever width the tests are run in.
    monkeypatch.setattr(command_line.console, "_width", 400)
    done = runner.invoke(cli.app, ["sources"])
    for source in SOURCES:
        line = next(each for each in done.output.splitlines() if source.source_id in each)
        assert source.licence in line
        assert source.vintage in line


def test_an_unknown_dataset_names_those_there_are() -> None:
    done = runner.invoke(cli.app, ["build", "--dataset", "dreamt"])
    assert done.exit_code == 1
    assert "There is no dataset 'dreamt'; there is: published, demonstration." in done.output


def test_a_bundle_from_an_empty_folder_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    out = tmp_path / "bundle"
    done = runner.invoke(cli.app, ["bundle", "--from", str(tmp_path / "raw"), "--out", str(out)])
    assert done.exit_code == 1
    assert "Nothing was written. nuts: gisco/NUTS_RG_20M_2021_4326_LEVL_0.geojson" in done.output
    assert not out.exists()


def test_a_build_under_way_makes_the_second_exit_with_75(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def busy(*_: object) -> None:
        raise BusyError("another build of x.duckdb is running")

    monkeypatch.setattr(cli.building, "build", busy)
    done = runner.invoke(cli.app, ["build", "--out", str(tmp_path / "x.duckdb")])
    assert done.exit_code == 75
    assert "another build of x.duckdb is running" in done.output
