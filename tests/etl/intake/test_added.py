"""From a messy file to a dataset: read, added whole or not at all, shown as declared."""

import shutil
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from etl import __main__ as cli
from etl import bundle, command_line, commands, own
from etl.intake import account
from etl.intake.places import places_of
from etl.intake.read import read
from etl.intake.settings import Settings
from etl.intake.tables import meant
from etl.stage import Staged
from tests.etl.invented import hosted, world

runner = CliRunner()
MESSY = (
    "Aufnahmeplätze;;;\nRegion;Plätze;Jahr;Zielgruppe\n"
    "XA111;12;2024;alle\nXA112;k.A.;2024;alle\nXA111;12,0;2023;alle\n"
    "XA999;17;2024;unbegleitete Minderjährige\nSumme;24;;\nQuelle: wir;;;\n"
)


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data with an invented world; the commands work on it."""
    folder = tmp_path / "data"
    bundle.write(folder / "bundle", world([hosted("XA112", 7.0)]), [])
    monkeypatch.setattr(command_line, "DATA", folder)
    monkeypatch.setattr(command_line, "BUNDLE", folder / "bundle")
    monkeypatch.setattr(commands, "stage", lambda *_: Staged(folder / "bundle"))
    return folder


def prepared(folder: Path, file: Path, settings: Settings | None = None) -> Path:
    """The account of a file, as the reader's process writes it."""
    report = read(file, meant("capacity"), settings or Settings(), places_of(folder / "bundle"))
    lines = file.with_name("lines.parquet")
    account.write(lines, report)
    return lines


def test_a_messy_file_becomes_declared_rows_and_what_was_refused_is_kept_apart(
    invented: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plätze.csv"
    file.write_text(MESSY, encoding="cp1252")
    command = ["add", str(file), "--as", "capacity", "--workspace", "lazio"]
    refused = runner.invoke(cli.app, command)
    assert refused.exit_code == 1
    assert "line 6, Region: 'XA999'" in refused.output
    assert "Mend the refused lines" in refused.output
    assert not (invented / "own_lazio").exists()
    done = runner.invoke(cli.app, [*command, "--leave-refused"])
    assert done.exit_code == 0, done.output
    with duckdb.connect(str((invented / "own_lazio.duckdb").resolve()), read_only=True) as con:
        rows = con.execute(
            "select territory_id, period, value, obs_status, evidence, source_id, source_file,"
            " source_line from observation where source_id = 'own' order by source_line"
        ).fetchall()
        kept = con.execute("select line, column_name, reason, raw from rejected_row").fetchall()
        counted = con.execute(
            "select outcome, lines from line_count where module = 'own' order by outcome"
        ).fetchall()
    where = ("declared", "own", "observation/plätze.csv")
    assert rows == [
        ("XA111", "2024", 12.0, "A", *where, 3),
        ("XA112", "2024", None, "L", *where, 4),
        ("XA111", "2023", 12.0, "A", *where, 5),
    ]
    # The refused line counts children: its numbers are not kept.
    assert [(line, column) for line, column, _, _ in kept] == [(6, "Region")]
    assert "17" not in str(kept)
    assert dict(counted) == {
        "loaded": 3,
        "rejected": 1,
        "left out: a title above the columns": 1,
        "left out: a total, not a row": 1,
        "left out: a note, not a row": 1,
    }
    workspace = own.Workspace(invented / "own_lazio", invented / "bundle", tmp_path / "x.duckdb")
    assert own.held(workspace) == ["observation/plätze.csv"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Region;Plätze;Jahr\nXA111;1.200;2024\n", "Answer what is to be decided"),
        ("", "empty"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    text: str, words: str, invented: Path, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    done = runner.invoke(cli.app, ["add", str(file), "--as", "capacity", "--leave-refused"])
    assert done.exit_code == 1
    assert words in done.output
    assert not (invented / "own").exists()


def test_a_workspace_needs_a_name_it_can_have(invented: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("a\n")
    for name in ("../out", "Groß", "groundwork", ""):
        done = runner.invoke(cli.app, ["add", str(file), "--as", "capacity", "--workspace", name])
        assert done.exit_code == 1
        assert "cannot be called" in done.output


def test_a_file_cannot_be_named_like_an_account(invented: Path, tmp_path: Path) -> None:
    file = tmp_path / f"x{account.SUFFIX}"
    shutil.copyfile(invented / "bundle/territory/invented.parquet", file)
    workspace = own.Workspace(tmp_path / "own", invented / "bundle", tmp_path / "own.duckdb")
    with pytest.raises(ValueError, match="another name"):
        own.add(workspace, file, "observation", lambda step: None)


def test_of_a_protected_place_that_is_refused_nothing_is_kept(
    invented: Path, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text(
        "name,places,lon,lat,groups,publish_level,kind,service,mode,country\n"
        "Secret house,many,10.0,50.0,women_at_risk,nuts3,service,housing,on_site,XA\n"
        "Town hall,many,10.0,50.0,all,point,service,housing,on_site,XA\n"
    )
    report = read(file, meant("facility"), Settings(), places_of(invented / "bundle"))
    account.write(tmp_path / "lines.parquet", report)
    kept = (tmp_path / "lines.parquet").read_bytes()
    assert b"Secret" not in kept
    assert b"Town hall" in kept
