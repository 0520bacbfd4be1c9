"""Lines as rows of the table: accepted with their values, or refused with every fault."""

from dataclasses import dataclass, field, replace

from etl.columns import Column
from etl.intake import territories
from etl.intake.cells import CellFaultError, Held
from etl.intake.choices import holds_percent
from etl.intake.grid import Cell, Fault, Line, shown
from etl.intake.layout import Layout
from etl.intake.marks import Marks
from etl.intake.plan import Plan
from etl.intake.tables import GIVEN, NUMBERS, USUAL, codes_of
from etl.intake.values import held
from etl.validate import unknown_code

Row = dict[str, str | None]
Cache = dict[tuple[str, type, Cell, bool], Held | CellFaultError]


@dataclass
class Rows:
    """The rows that can be loaded, by line, and the faults of those that cannot.

    `partial` has of a refused line the values that could be read.
    """

    accepted: list[tuple[Line, Row]] = field(default_factory=list)
    refused: list[tuple[Line, list[Fault]]] = field(default_factory=list)
    partial: dict[int, Row] = field(default_factory=dict)


def rows_of(layout: Layout, plan: Plan) -> Rows:
    """Every row line as a row or as refused; a key that an earlier line has is a fault."""
    found = Rows()
    cache: Cache = {}
    keys: dict[tuple[str | None, ...], Line] = {}
    for line in layout.rows:
        faults = _shape(line, layout)
        row: Row = {}
        if not faults:
            row, faults = _row(line, plan, cache)
        if not faults and not plan.asked & set(plan.table.key):
            key = tuple(row.get(name) for name in plan.table.key)
            first = keys.setdefault(key, line)
            if first is not line:
                faults = [_repeated(plan, first.number, row)]
        if faults:
            found.refused.append((line, faults))
            found.partial[line.number] = row
        else:
            found.accepted.append((line, row))
    return _whole_lines(found)


def _whole_lines(rows: Rows) -> Rows:
    """A line that gives several rows is accepted with all of them, or refused."""
    bad = {line.number for line, _ in rows.refused}
    rows.accepted = [(line, row) for line, row in rows.accepted if line.number not in bad]
    return rows


def _shape(line: Line, layout: Layout) -> list[Fault]:
    """Faults of a line as a whole."""
    if line.fault:
        return [line.fault]
    width = len(layout.headers)
    beyond = [place for place in line.filled if place >= width]
    if beyond:
        reason = f"has {beyond[-1] + 1} fields, {width} columns are named"
        mend = "Put texts that hold the separator in quotes, or name the column."
        return [Fault("", line.text(beyond[0]), reason, mend)]
    if layout.strict and len(line.cells) < width:
        reason = f"has {len(line.cells)} fields, {width} columns are named"
        return [Fault("", "", reason, "Add the separators that are missing.")]
    return []


def _row(line: Line, plan: Plan, cache: Cache) -> tuple[Row, list[Fault]]:
    """The values of a line by column, and its faults."""
    row: Row = {}
    marks = Marks()
    faults: list[Fault] = []
    for column in plan.columns:
        got = _got(line, column, row, plan, cache)
        if isinstance(got, CellFaultError):
            named = plan.header_of(column.name)
            if column.name == "value":
                named = plan.across.get(str(row.get("period")), named)
            faults.append(got.fault(named, shown(_cell(line, column, plan))))
            continue
        row[column.name] = got.text
        marks.take(column, got)
        faults += _wanting(column, row, plan, line)
    faults = _beside_points(line, faults, plan) or _together(line, row, plan)
    if not faults:
        marks.settle(row)
    return row, faults


def _got(line: Line, column: Column, row: Row, plan: Plan, cache: Cache) -> Held | CellFaultError:
    """What a line's cell holds for a column; the same cell is worked out once."""
    cell = _cell(line, column, plan)
    percent = column.type in NUMBERS and holds_percent(column, row)
    known = (column.name, type(cell), cell, percent)
    if known not in cache:
        ways = plan.choices.ways.get(column.name, plan.choices.usual)
        try:
            cache[known] = held(column, cell, replace(ways, percent=percent))
        except CellFaultError as fault:
            cache[known] = fault
    return cache[known]


def _beside_points(line: Line, faults: list[Fault], plan: Plan) -> list[Fault]:
    """The faults of the cells; of a point on a grid that is not decided there is only that."""
    if waiting := plan.points.undecided(line, plan.header_of("lon")):
        where = {plan.header_of(name) for name in ("lon", "lat", "country")}
        return [waiting, *(fault for fault in faults if fault.column not in where)]
    return faults


def _together(line: Line, row: Row, plan: Plan) -> list[Fault]:
    """Faults of cells that are good each but not together."""
    if wrong := _wrong_territory(row, plan):
        mend = "Write the code that the territory has in this version."
        return [Fault(plan.header_of("territory_id"), row["territory_id"] or "", wrong, mend)]
    if fault := plan.points.fault(line, row.get("country")):
        return [replace(fault, column=plan.header_of("lon"))]
    return []


def _cell(line: Line, column: Column, plan: Plan) -> Cell:
    """What a line, or what holds for all lines, says for a column."""
    if column.name in plan.constants:
        return plan.constants[column.name]
    if column.name in ("lon", "lat") and line.number in plan.points.at:
        return plan.points.at[line.number][column.name == "lat"]
    if column.name == "country" and plan.at.get("country") is None:
        return plan.points.country(line.number) or None
    place = plan.at.get(column.name)
    if place is not None:
        return line.cells[place] if place < len(line.cells) else None
    if column.name == plan.table.key[0] and plan.numbered:
        return f"{plan.numbered}_{line.number}"
    return USUAL.get(column.name)


def _wanting(column: Column, row: Row, plan: Plan, line: Line) -> list[Fault]:
    """The fault of a column that must be filled and is not, or that refers to nothing."""
    value = row[column.name]
    header = plan.header_of(column.name)
    if value is None and column.name == "country" and plan.at.get("country") is None:
        # Where its point is would say it: that is at fault, or it is on no land.
        there = line.number in plan.points.at and plan.at.get("lon") is not None
        return [plan.points.nowhere(line, plan.header_of("lon"))] if there else []
    if value is None:
        excused = {*USUAL, *GIVEN, *plan.asked, "nuts_version"}
        if column.required and column.name not in excused:
            place = plan.at.get(column.name)
            stood = line.text(place) if place is not None else ""
            about = column.about.replace("NULL", "empty")
            return [Fault(header, stood, "is empty", f"The column must be filled: {about}.")]
        return []
    codes = codes_of(column)
    if column.name == "measure_id" and codes is not None and value not in codes:
        reason = unknown_code(value, list(codes))
        return [Fault(header, value, reason, "Write the key of a measure of the dictionary.")]
    return []


def _wrong_territory(row: Row, plan: Plan) -> str:
    """Why a row's territory is none of its NUTS version; '' where it is, or there is none."""
    code, places = row.get("territory_id"), plan.choices.usual.places
    if not code or places is None:
        return ""
    return territories.wrong_version(code, row.get("nuts_version"), places)


def _repeated(plan: Plan, first: int, row: Row) -> Fault:
    """The fault of a row whose key an earlier line has."""
    key = ", ".join(plan.table.key)
    told = ", ".join(str(row.get(name)) for name in plan.table.key if row.get(name))
    mend = "Keep one of the two lines, or tell them apart."
    header = plan.header_of(plan.table.key[0])
    return Fault(header, told, f"same {key} as line {first}", mend)
