"""`python -m etl fetch` and the build after it, from the command line."""

from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from etl import __main__ as cli
from etl import bundle, command_line
from etl.fetch import command
from etl.reading import Download, Reading, Source, records
from etl.turn import turn
from tests.etl.conftest import Invent
from tests.etl.fetch.conftest import Answer, Publisher
from tests.etl.invented import hosted, world

FILE = "agency/hosted.csv"
TABLE = Answer("code,persons\nXA111,50\nXA112,70\n", headers={"Content-Type": "text/csv"})


@pytest.fixture
def source(invent: Invent) -> Source:
    """People hosted in the invented world, shipped and to be fetched."""

    def read(folder: Path) -> Reading:
        reading, rows = Reading("invented_hosts"), []
        for line, record in records(folder / FILE, ("code", "persons")):
            reading.loaded(FILE)
            row = hosted(record["code"], float(record["persons"]))
            rows.append(row | {"source_id": "invented_hosts", "source_line": line})
        reading.tables["observation"] = pd.DataFrame(rows).assign(source_file=FILE)
        return reading

    made = invent("invented_hosts", read, [FILE])
    download = Download(FILE, "https://agency.example/hosted.csv")
    return Source(**{**made.__dict__, "downloads": (download,)})


@pytest.fixture(autouse=True)
def house(
    tmp_path: Path, source: Source, invent: Invent, publisher: Publisher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A house of its own: a bundle, two sources, and the publisher on loopback."""
    bundle.write(tmp_path / "bundle", world([]), ())
    page = invent("invented_page")
    absent = Source(**{**page.__dict__, "source_id": "invented_map", "shipped": False})
    monkeypatch.setattr(command_line, "BUNDLE", tmp_path / "bundle")
    monkeypatch.setattr(command_line, "FETCHED", tmp_path / "data" / "fetched")
    for module in (cli, command):
        monkeypatch.setattr(module, "SOURCES", (source, page, absent))
    monkeypatch.setenv(command.HOSTS, f'{{"agency.example": "{publisher.base}"}}')
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(command_line.console, "_width", 200)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def line(done: Result, source_id: str) -> str:
    """The line of a source in a table."""
    return next(text for text in done.output.splitlines() if text.strip().startswith(source_id))


def test_the_summary_says_what_became_of_each_source(publisher: Publisher) -> None:
    publisher.tell("/hosted.csv", TABLE)
    done = run("fetch")
    assert done.exit_code == 0, done.output
    assert "new" in line(done, "invented_hosts")
    assert "1 of 1 files new, 0.0 MB, 2 lines" in line(done, "invented_hosts")
    assert "no address" in line(done, "invented_page")
    assert "bundle" in line(done, "invented_page")
    assert "nothing" in line(done, "invented_map")


def test_one_failure_makes_the_exit_code_1_and_names_the_snapshot_in_use(
    publisher: Publisher,
) -> None:
    publisher.tell("/hosted.csv", TABLE)
    run("fetch")
    publisher.tell("/hosted.csv", Answer("<html>We moved</html>"))
    done = run("fetch")
    assert done.exit_code == 1
    told = line(done, "invented_hosts")
    assert "failed" in told
    assert "snapshot of 2" in told
    assert f"{FILE}: a web page came in place of the file: We moved" in told


def test_only_the_named_source_is_fetched(publisher: Publisher) -> None:
    publisher.tell("/hosted.csv", TABLE)
    done = run("fetch", "invented_page")
    assert done.exit_code == 0
    assert publisher.asked == []
    unknown = run("fetch", "invented_pge")
    assert unknown.exit_code == 1
    assert "There is no source invented_pge" in unknown.output


@pytest.mark.parametrize("text", ["agency.example", '["agency.example"]'])
def test_hosts_that_are_not_told_as_expected_are_refused(
    monkeypatch: pytest.MonkeyPatch, publisher: Publisher, text: str
) -> None:
    monkeypatch.setenv(command.HOSTS, text)
    done = run("fetch")
    assert done.exit_code == 1
    assert f"{command.HOSTS} is not like" in done.output
    assert publisher.asked == []


def test_a_second_fetch_exits_75_and_asks_nobody(publisher: Publisher) -> None:
    command_line.FETCHED.parent.mkdir()
    with turn(command_line.FETCHED, "fetch"):
        done = run("fetch")
    assert done.exit_code == 75
    assert "another fetch of fetched is running: process" in done.output
    assert publisher.asked == []


def test_a_damaged_lock_file_is_said(publisher: Publisher) -> None:
    command_line.FETCHED.mkdir(parents=True)
    (command_line.FETCHED / "lock.json").write_text("{")
    for each in ("fetch", "sources", "build"):
        done = run(each)
        assert done.exit_code == 1
        assert "to start anew" in done.output


def test_the_build_says_which_sources_were_fetched(publisher: Publisher, tmp_path: Path) -> None:
    publisher.tell("/hosted.csv", TABLE)
    run("fetch")
    done = run("build", "--out", str(tmp_path / "x.duckdb"))
    assert done.exit_code == 0, done.output
    assert "fetched 2" in line(done, "invented_hosts")
    assert "bundle" in line(done, "invented ")
    shipped = run("build", "--shipped", "--out", str(tmp_path / "x.duckdb"))
    assert "invented_hosts" not in shipped.output


def test_a_snapshot_that_no_longer_reads_is_said_and_the_build_goes_on(
    publisher: Publisher, tmp_path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.tell("/hosted.csv", TABLE)
    run("fetch")

    def refuse(folder: Path) -> Reading:
        raise ValueError("the unit is another")

    changed = Source(**{**source.__dict__, "read": refuse})
    monkeypatch.setattr(cli, "SOURCES", (changed,))
    done = run("build", "--out", str(tmp_path / "x.duckdb"))
    assert done.exit_code == 0, done.output
    why = "the fetched snapshot is not used; no longer reads: the unit is another"
    assert f"invented_hosts: {why}" in done.output
    assert "fetched 2" not in done.output


def test_fetched_figures_that_fail_a_check_are_named_with_the_way_out(
    publisher: Publisher, tmp_path: Path, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.tell("/hosted.csv", TABLE)
    run("fetch")

    def odd(folder: Path) -> Reading:
        reading = source.read(folder)
        reading.tables["observation"] = reading.tables["observation"].assign(lower=1e6)
        return reading

    monkeypatch.setattr(cli, "SOURCES", (Source(**{**source.__dict__, "read": odd}),))
    done = run("build", "--out", str(tmp_path / "x.duckdb"))
    assert done.exit_code == 1
    assert "Nothing was changed. check interval_holds_value found" in done.output
    assert "Fetched figures were used: invented_hosts." in done.output
    assert "python -m etl build --shipped" in done.output


def test_sources_tells_shipped_fetched_and_not_fetched(publisher: Publisher) -> None:
    publisher.tell("/hosted.csv", TABLE)
    before = run("sources")
    assert line(before, "invented_hosts").split()[-1] == "bundle"
    assert line(before, "invented_map").endswith("not fetched ")
    run("fetch")
    assert "fetched 2" in line(run("sources"), "invented_hosts")
