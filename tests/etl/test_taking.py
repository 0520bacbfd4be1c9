"""export and reopen from the command line: what is asked wrongly is told with what there is."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl import taking
from etl.__main__ import app
from ui.export import frame_as_csv
from ui.out.views import VIEWS
from ui.store import current


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_a_view_on_the_command_line_is_the_view(served: Path, tmp_path: Path) -> None:
    code, _, _ = run("export", "gaps", "--where", "level=0", "--where", "in=PL.HU",
                        "--out", str(tmp_path))  # fmt: skip
    (file,) = tmp_path.iterdir()
    assert (code, file.name) == (0, "groundwork_gaps_in-HU-PL_level-0.csv")
    dataset = current("published")
    assert dataset is not None
    rows = VIEWS["gaps"].take(dataset, {"level": "0", "in": "HU.PL"}).frame()
    assert file.read_bytes() == frame_as_csv(rows)


def test_a_parcel_comes_out_the_same(served: Path, tmp_path: Path) -> None:
    file = tmp_path / "view.zip"
    code, _, _ = run("export", "plan", "--format", "zip", "--out", str(file))
    assert code == 0
    code, said, _ = run("reopen", str(file))
    assert code == 0 and said.startswith("The same: 15 rows, byte for byte")


def test_a_table_can_be_asked_for_too(served: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    code, _, _ = run("export", "table.benchmark", "--out", str(file))
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert code == 0 and {"licence", "citation", "dataset_built"} <= set(rows[0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "view: 'nothing' is not on offer. On offer: overview, gaps"),
        (["gaps", "--where", "level=9"], "level: '9' is not on offer. On offer: 0, 1, 2, 3"),
        (["gaps", "--where", "colour=red"], "filter: 'colour' is not on offer."),
        (["gaps", "--where", "level"], "write it as name=value"),
        (["gaps", "--where", "in=AT", "--where", "in=IT"], "join several values by a dot"),
        (["gaps", "--format", "doc"], "format: 'doc' is not on offer."),
        (["gaps", "--dataset", "secret"], "dataset: 'secret' is not on offer."),
    ],
)
def test_what_is_asked_wrongly_is_told_and_no_file_is_left(
    served: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    code, _, error = run("export", *arguments, "--out", str(tmp_path))
    assert code == 1 and said in error
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_parcel_is_refused_by_its_name(served: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.zip"
    file.write_bytes(b"notes")
    code, _, error = run("reopen", str(file))
    assert code == 1 and "notes.zip" in error and "cannot be read" in error


def test_rows_may_go_to_standard_output(served: Path, capfdbinary) -> None:
    assert taking.export(taking.Asked("plan"), Path("-")) is None
    assert capfdbinary.readouterr().out.startswith("\ufeffpart,point".encode())


def test_a_link_that_waits_beside_the_file_is_not_followed(served: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    for name in ("rows.csv.unfinished", ".groundwork-rows.csv", "rows.csv.tmp"):
        (tmp_path / name).symlink_to(victim)
    code, _, _ = run("export", "plan", "--out", str(tmp_path / "rows.csv"))
    assert code == 0 and victim.read_text() == "mine"
    assert not (tmp_path / "rows.csv").is_symlink()


def test_a_folder_that_is_not_there_is_named(served: Path, tmp_path: Path) -> None:
    code, _, error = run("export", "plan", "--out", str(tmp_path / "none" / "rows.csv"))
    assert code == 1 and f"There is no folder {tmp_path / 'none'}" in error


def test_a_territory_s_report_is_one_file(served: Path, tmp_path: Path) -> None:
    code, _, _ = run("export", "report", "--territory", "LI", "--out", str(tmp_path))
    (file,) = tmp_path.iterdir()
    assert (code, file.name) == (0, "groundwork_report_at-LI.html")
    assert file.read_text("utf-8").startswith('<!doctype html>\n<html lang="en">')
    code, _, told = run("export", "report", "--territory", "LI9")
    assert code == 1 and "territory: 'LI9' is not on offer. On offer: LI, LI0" in told
    code, _, told = run("export", "report")
    assert code == 1 and "A report is of one territory" in told
