"""python -m etl read and add: a user's own files."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.intake.child import Task, run
from etl.intake.tables import TABLES

app = typer.Typer()
_NAMED = f"one of {', '.join(TABLES)}, or reception, services, capacity"
File = Annotated[
    Path, typer.Argument(help="CSV, XLSX, GeoJSON, GeoPackage or Parquet", exists=True)
]
As = Annotated[str, typer.Option("--as", help=_NAMED)]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="JSON with your decisions", exists=True)
]
MOST_TOLD = 20


@app.command()
def read(
    file: File,
    table: As,
    report: Annotated[Path, typer.Option(help="where to write what was found, as JSON")],
    settings: SettingsFile = None,
    bundle: Annotated[Path, typer.Option(help="where the territories are", hidden=True)] = Path(),
) -> None:
    """Read a file of your own and say what is understood, asked, accepted and refused."""
    found = report_on(file, table, settings, report, bundle)
    print(said(found))
    if not is_clean(found):
        raise typer.Exit(1)


def report_on(
    file: Path,
    table: str,
    settings: Path | None,
    report: Path,
    bundle: Path = Path(),
    account: Path | None = None,
) -> dict[str, Any]:
    """The report on a file; ends with a message where the table or the settings are none."""
    told = settings.read_text("utf-8") if settings else "{}"
    place = bundle if bundle != Path() else Path(__file__).parents[1] / "data" / "bundle"
    task = Task(
        str(file.resolve()), table, told, str(place.resolve()), str(report.resolve()),
        str(account.resolve()) if account else "",
    )  # fmt: skip
    try:
        return run(task)
    except ValueError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None


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


def temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder for a report and an account that are not kept."""
    return tempfile.TemporaryDirectory(prefix="groundwork_")
