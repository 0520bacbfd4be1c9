"""Read a user's file as rows of a table, from its bytes to the report."""

from collections.abc import Callable
from pathlib import Path

from etl.intake import (
    choices,
    columns,
    gaps,
    guard,
    layers,
    layout,
    parquets,
    rows,
    texts,
    wide,
    xlsx,
)
from etl.intake.columns import Namer
from etl.intake.grid import Grid, Understood, UnreadableError
from etl.intake.layout import Layout
from etl.intake.places import Places
from etl.intake.plan import Plan
from etl.intake.points import points_of
from etl.intake.ranks import ranks
from etl.intake.report import Report
from etl.intake.said import say
from etl.intake.settings import Settings
from etl.intake.sniff import Score
from etl.intake.tables import Meant
from etl.intake.told import as_settings, columns_told, named_after

Reader = Callable[[Path, Settings, Score], Grid]
_READERS: dict[str, Reader] = {
    "text": texts.read,
    "xlsx": xlsx.read,
    "geojson": layers.geojson,
    "gpkg": layers.geopackage,
    "parquet": parquets.read,
}


def read(file: Path, meant: Meant, settings: Settings, places: Places) -> Report:
    """The report on a file as rows of a table.

    A file that cannot be read gives a report that says why; nothing is raised for what a file
    may hold. `places` are the territories there are.
    """
    report = Report(file.name, meant.table, settings=settings.as_dict())
    try:
        _read(file, meant, settings, places, report)
    except UnreadableError as error:
        report.problem = str(error)
    except ValueError as error:
        report.problem = f"The file cannot be read as {meant.table.name}: {error}"
    return report


def _read(file: Path, meant: Meant, settings: Settings, places: Places, report: Report) -> None:
    namer = Namer(meant.table)
    grid = _READERS[guard.form_of(file)](file, settings, namer.count)
    report.understood += grid.understood
    report.questions += grid.questions
    laid = layout.lay(grid, namer.count, settings)
    by_values = ranks(laid, meant.table, places)
    matched = columns.match(laid.headers, meant.table, settings, by_values)
    constants = columns.constants_of(matched, settings, meant.constants)
    if (place := matched.place("territory_id")) is not None:
        laid.leave_totals(place)
    report.columns = columns_told(laid, matched)
    across = wide.periods(laid, matched, meant.table, constants)
    of_period = {period: laid.headers[place].name for place, period in across.items()}
    if across:
        report.columns = named_after(report.columns, across)
        laid, matched = wide.unpivot(laid, matched, across)
    made = choices.choose(laid, matched, meant.table, settings, places)
    numbered = gaps.numbered(meant.table, matched, file.stem)
    versioned = any(column.name == "nuts_version" for column in meant.table.columns)
    if versioned and matched.place("nuts_version") is None:
        constants.setdefault("nuts_version", made.settings.get("nuts_version", places.latest))
    points = points_of(grid, laid.rows, matched, made, settings)
    names = tuple(header.name for header in laid.headers)
    lacking = gaps.questions(meant.table, matched, constants, laid, places)
    asked = frozenset(q.setting.partition(".")[2] for q in (*lacking, *matched.questions))
    plan = Plan(meant.table, matched, made, constants, names, numbered, points, asked, of_period)
    report.rows = rows.rows_of(laid, plan)
    report.left_out = laid.left_out
    report.understood += [*laid.understood(), *made.understood, *_said(plan)]
    report.understood += wide.understood(across)
    report.understood += points.located.understood
    report.questions += [
        *matched.questions,
        *made.questions,
        *points.located.questions,
        *lacking,
    ]
    report.settings |= grid.settings | made.settings | _told(settings)
    if points.at and points.located.system:
        report.settings["coordinates"] = points.located.system
    report.settings |= _settled(laid, constants)
    report.settings["columns"] = as_settings(report.columns, matched)
    told = settings.as_dict()
    open_ = {question.setting for question in report.questions}
    report.settings |= {name: None for name in open_ if name in told and not told[name]}


def _said(plan: Plan) -> list[Understood]:
    """What is the same for all rows without one's having said so, and keys made from lines."""
    said = [
        Understood(name, value, say("For all rows: {column} is {value}", column=name, value=value))
        for name, value in plan.constants.items()
        if name != "nuts_version"
    ]
    if plan.numbered:
        key = plan.table.key[0]
        label = say(
            "No column is {column}: it is made of the line, such as {example}",
            column=key,
            example=f"{plan.numbered}_7",
        )
        said.append(Understood(key, plan.numbered, label))
    return said


def _told(settings: Settings) -> dict[str, object]:
    """One's own settings, which stand before what was found out."""
    return {name: value for name, value in settings.as_dict().items() if value}


def _settled(laid: Layout, constants: dict[str, str]) -> dict[str, object]:
    """The settings of the header and of what holds for all rows, as they are in use."""
    return {
        "header_line": laid.header_line or None,
        "header_lines": laid.header_lines if laid.header_line else None,
        "constants": {k: v for k, v in constants.items() if k != "nuts_version"},
    }
