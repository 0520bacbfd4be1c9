"""Read a user's file as rows of a table, from its bytes to the report."""

from collections.abc import Callable
from pathlib import Path

from etl.intake import choices, columns, gaps, guard, layers, layout, rows, territories, texts, xlsx
from etl.intake.columns import Matched, Namer
from etl.intake.grid import Grid, Understood, UnreadableError
from etl.intake.layout import Layout
from etl.intake.points import points_of
from etl.intake.report import Report
from etl.intake.settings import Settings
from etl.intake.sniff import Score
from etl.intake.tables import Meant
from etl.intake.territories import Places

_ENOUGH = 500
Reader = Callable[[Path, Settings, Score], Grid]
_READERS: dict[str, Reader] = {
    "text": texts.read,
    "xlsx": xlsx.read,
    "geojson": layers.geojson,
    "gpkg": layers.geopackage,
    "parquet": layers.parquet,
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
    matched = columns.match(laid.headers, meant.table, settings, _prefers(laid, places))
    constants = columns.constants_of(matched, settings, meant.constants)
    if (place := matched.place("territory_id")) is not None:
        laid.leave_totals(place)
    made = choices.choose(laid, matched, meant.table, settings, places)
    numbered = gaps.numbered(meant.table, matched, file.stem)
    versioned = any(column.name == "nuts_version" for column in meant.table.columns)
    if versioned and matched.place("nuts_version") is None:
        constants.setdefault("nuts_version", made.settings.get("nuts_version", places.latest))
    points = points_of(grid, laid.rows, matched, made, settings)
    names = tuple(header.name for header in laid.headers)
    lacking = gaps.questions(meant.table, matched, constants, laid, places)
    asked = frozenset(q.setting.partition(".")[2] for q in (*lacking, *matched.questions))
    plan = rows.Plan(meant.table, matched, made, constants, names, numbered, points, asked)
    report.rows = rows.rows_of(laid, plan)
    report.left_out = laid.left_out
    report.understood += [*laid.understood(), *made.understood, *_said(plan)]
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
    report.settings |= _settled(laid, matched, constants)
    told = settings.as_dict()
    open_ = {question.setting for question in report.questions}
    report.settings |= {name: None for name in open_ if name in told and not told[name]}
    report.columns = _columns(laid, matched)


def _said(plan: rows.Plan) -> list[Understood]:
    """What is the same for all rows without one's having said so, and keys made from lines."""
    said = [
        Understood(name, value, f"For all rows: {name} is {value}")
        for name, value in plan.constants.items()
        if name != "nuts_version"
    ]
    if plan.numbered:
        key = plan.table.key[0]
        label = f"No column is {key}: it is made of the line, such as {plan.numbered}_7"
        said.append(Understood(key, plan.numbered, label))
    return said


def _prefers(laid: Layout, places: Places) -> columns.Prefers:
    """Where territories are: 2 where a column has their codes, 1 where it has their names."""

    def are_territories(column: str, place: int) -> int:
        texts = [text for line in laid.rows if (text := line.text(place).strip())][:_ENOUGH]
        if column != "territory_id" or not texts:
            return 0
        if sum(territories.is_code(text, places) for text in texts) >= 0.9 * len(texts):
            return 2
        return int(sum(territories.is_name(text, places) for text in texts) >= 0.9 * len(texts))

    return are_territories


def _told(settings: Settings) -> dict[str, object]:
    """One's own settings, which stand before what was found out."""
    return {name: value for name, value in settings.as_dict().items() if value}


def _settled(laid: Layout, matched: Matched, constants: dict[str, str]) -> dict[str, object]:
    """The settings of the header and the columns as they are in use.

    A column that is asked about is not decided by handing the settings back.
    """
    asked = bool(matched.questions)
    columns_of = {
        header.name: matched.to.get(place, "")
        for place, header in enumerate(laid.headers)
        if matched.to.get(place) or not (asked and matched.how.get(place))
    }
    return {
        "header_line": laid.header_line or None,
        "header_lines": laid.header_lines if laid.header_line else None,
        "columns": columns_of,
        "constants": {k: v for k, v in constants.items() if k != "nuts_version"},
    }


def _columns(laid: Layout, matched: Matched) -> list[dict[str, object]]:
    """The columns of the file, what each is taken for, and how that is known."""
    return [
        {
            "name": header.name,
            "to": matched.to.get(place, ""),
            "how": matched.how.get(place, "") if matched.to.get(place) else "",
            "examples": choices.sample(laid.rows, place),
        }
        for place, header in enumerate(laid.headers)
    ]
