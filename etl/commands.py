"""python -m etl read and add: a user's own files."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer

from etl import build as building
from etl import command_line, own
from etl.command_line import fail, say, wait
from etl.intake.child import Task, run
from etl.intake.tables import TABLES, meant
from etl.sources import SOURCES
from etl.stage import stage
from etl.turn import BusyError

app = typer.Typer()
_NAMED = f"one of {', '.join(TABLES)}, or reception, services, capacity"
File = Annotated[
    Path,
    typer.Argument(help="CSV, XLSX, GeoJSON, GeoPackage or Parquet", exists=True, dir_okay=False),
]
As = Annotated[str, typer.Option("--as", help=_NAMED)]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", help="JSON with your decisions", exists=True, dir_okay=False),
]
MOST_TOLD = 20


@app.command()
def read(
    file: File,
    table: As,
    report: Annotated[Path, typer.Option(help="where to write what was found, as JSON")],
    settings: SettingsFile = None,
) -> None:
    """Read a file of your own and say what is understood, asked, accepted and refused."""
    found = report_on(task_of(file, table, settings, report))
    print(said(found))
    if not is_clean(found):
        raise typer.Exit(1)


@app.command()
def add(  # noqa: PLR0913, PLR0917 - each is an option of the command
    file: File,
    table: As,
    workspace: Annotated[str | None, typer.Option(help="a workspace of its own")] = None,
    settings: SettingsFile = None,
    leave_refused: Annotated[
        bool, typer.Option("--leave-refused", help="add the good rows, keep the others apart")
    ] = False,
    folder: Annotated[Path | None, typer.Option(help="where own files are kept")] = None,
    out: Annotated[Path | None, typer.Option(help="the dataset to build")] = None,
) -> None:
    """Add a file of your own: every row is checked, and all are loaded or nothing is changed."""
    try:
        usual = own.place_of(command_line.DATA, workspace)
    except ValueError as error:
        fail(str(error))
    with tempfile.TemporaryDirectory(prefix="groundwork_") as place:
        lines = Path(place) / "lines.parquet"
        task = task_of(file, table, settings, Path(place) / "report.json")
        found = report_on(replace(task, account=str(lines)))
        print(said(found))
        _stop(found, leave_refused)
        table = meant(table).table.name
        rows = _added(file, table, lines, (folder or usual[0], out or usual[1]))
    print(f"Rows of {table} that are yours now, as declared: {rows}. The sidebar offers them.")


def _added(file: Path, table: str, lines: Path, place: tuple[Path, Path]) -> int:
    """The table's rows in a workspace, its folder and dataset, once the file was added to it."""
    try:
        beside = stage(command_line.BUNDLE, command_line.FETCHED, SOURCES, say).folder
        return own.add(own.Workspace(place[0], beside, place[1]), file, table, say, lines)
    except BusyError as error:
        wait(error)
    except own.RefusedError as error:
        for row in error.rows.to_dict("records"):
            where = f"{row['file']}, line {row['line']}, {row['column_name'] or 'the whole line'}"
            print(f"{where}: {row['reason']}", file=sys.stderr)
        fail(f"Nothing was changed: {error}. Mend these lines and add the file again.")
    except (building.CheckError, OSError, ValueError, duckdb.Error) as error:
        fail(f"Nothing was changed. {error}")


def _stop(report: dict[str, Any], leave_refused: bool) -> None:
    """End where a file cannot be added as it is."""
    if report["problem"]:
        fail("Nothing was changed.")
    if report["questions"]:
        fail("Nothing was changed. Answer what is to be decided, in a file for --settings.")
    if not report["counts"]["accepted"]:
        fail("Nothing was changed: no row can be loaded.")
    if report["counts"]["refused"] and not leave_refused:
        fail("Nothing was changed. Mend the refused lines, or add the others: --leave-refused")


def task_of(file: Path, table: str, settings: Path | None, report: Path) -> Task:
    """What is to be read, beside the shipped territories."""
    told = settings.read_text("utf-8") if settings else "{}"
    return Task(str(file.resolve()), table, told, str(command_line.BUNDLE), str(report.resolve()))


def report_on(task: Task) -> dict[str, Any]:
    """The report on a file; ends with a message where the table or the settings are none."""
    try:
        return run(task)
    except ValueError as error:
        fail(str(error))


def is_clean(report: dict[str, Any]) -> bool:
    """Whether every row can be added as it is."""
    counts = report["counts"]
    stopped = report["problem"] or report["questions"] or counts["refused"]
    return not stopped and counts["accepted"] > 0


def said(report: dict[str, Any]) -> str:
    """A report in words."""
    if report["problem"]:
        return f"{report['file']}: {report['problem']}"
    lines = [f"{report['file']} as {report['table']}"]
    lines += [f"  {each['label']}" for each in report["understood"]]
    for each in report["columns"]:
        lines.append(f"  Column {each['name']}: {each['to'] or 'not used'}")
    for each in report["questions"]:
        lines.append(f"  To decide ({each['setting']}): {each['text']}")
        lines += [f"    {o['value']}: {o['label']}" for o in each["options"][:MOST_TOLD]]
        rest = len(each["options"]) - MOST_TOLD
        lines += [f"    and {rest} more"] if rest > 0 else []
    lines += [_refused(report["file"], each) for each in report["refused"][:MOST_TOLD]]
    rest = len(report["refused"]) - MOST_TOLD
    lines += [f"  and {rest} more faults"] if rest > 0 else []
    counts = report["counts"]
    lines.append(
        f"  {counts['lines']} lines: {counts['accepted']} accepted, {counts['refused']} refused, "
        f"{counts['left_out']} left out"
    )
    return "\n".join(lines)


def _refused(file: str, fault: dict[str, Any]) -> str:
    where = f"{file}, line {fault['line']}, {fault['column'] or 'the whole line'}"
    value = f"{fault['value']!r} " if fault["value"] else ""
    return f"  {where}: {value}{fault['reason']}. {fault['mend']}"
