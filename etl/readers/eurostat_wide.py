"""Eurostat's wide tables in bulk: every cell of the lines asked for, with flags and line.

The file is looked through twice. The first look (`wide_survey`) counts its lines, lists the
codes of each dimension and decides by code what becomes of a line. The second (`wide_cells`)
hands the cells of the lines that are wanted to DuckDB, which reads the numbers. What is not
plainly a figure is left to the exact reader of one cell, `eurostat_tsv.read_cell`; both give
the same rows, which the tests hold them to.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pandas as pd
from duckdb import DuckDBPyConnection

from etl import codes
from etl.ddl import quoted
from etl.readers import blocks, eurostat_tsv, wide_cells, wide_survey
from etl.readers.blocks import as_text
from etl.readers.eurostat_tsv import NUMBER, CellError, Layout
from etl.readers.outcome import Outcome
from etl.readers.pour import connect, count, pour
from etl.readers.wide_survey import Judge, LeaveOut, Refuse, Survey, UnknownCodeError, Verdict
from etl.reading import LayoutError, Reading

_LINES_AT_ONCE = 10_000


@dataclass(frozen=True)
class Wide:
    """A wide table to read: its dimensions in order, and who decides on lines by their code.

    Where several dimensions turn a line away, the first gives the reason.
    """

    dimensions: tuple[str, ...]
    judges: Mapping[str, Judge] = field(default_factory=dict)


def only(*expected: str) -> Judge:
    """The dimension must hold these codes throughout; another means another file."""

    def judge(code: str) -> Verdict:
        if code not in expected:
            raise UnknownCodeError(f"{code!r}, expected {' or '.join(map(repr, expected))}")
        return None

    return judge


def chosen(wanted: str, why_not: str, *others: str) -> Judge:
    """Lines with code `wanted` are loaded, others left out; `others` are all there can be."""
    known = only(wanted, *others)

    def judge(code: str) -> Verdict:
        if others:
            known(code)
        return None if code == wanted else LeaveOut(why_not)

    return judge


def known(*expected: str) -> Judge:
    """Lines with another code are refused, each by itself."""
    return lambda code: None if code in expected else Refuse(f"{code!r} is not known")


def leave_out(why: Callable[[str], str | None]) -> Judge:
    """Lines are left out where `why` gives a reason."""
    return lambda code: LeaveOut(reason) if (reason := why(code)) else None


def cells(reading: Reading, path: tuple[Path, str], wide: Wide) -> pd.DataFrame:
    """The cells of a file in the order they stand in it; `path` is (folder, file below it).

    Columns: the dimensions, period, value (missing is NaN), obs_status, note, line. What
    became of the lines is entered in `reading`.
    """
    folder, file = path
    with connect() as con:
        outcome = load(con, "cell", folder / file, wide)
        outcome.file = file
        outcome.note_in(reading)
        names = (*wide.dimensions, "period", "obs_status")
        texts = ", ".join(f"{name}::varchar as {name}" for name in names)
        return con.execute(
            f"select {texts}, value, note, line from cell order by line, cell.period"  # noqa: S608
        ).df()


def load(con: DuckDBPyConnection, table: str, path: Path, wide: Wide) -> Outcome:
    """Create `table` and load the cells of the lines that are wanted, a row a cell.

    Columns: the dimensions, period and obs_status (ENUM), value (NULL is missing), note, and
    the line of the file. A line with a cell that is no figure is refused whole. Raises
    LayoutError when the file is not laid out as `wide` says or breaks off; then there is no
    `table`.
    """
    layout = eurostat_tsv.layout(path.name, blocks.header(path), wide.dimensions)
    outcome = Outcome(path.name)
    survey = wide_survey.survey(path, layout, wide.judges, outcome)
    if outcome.read and not survey.lines_wanted and not outcome.refused:
        what = f"none of {outcome.read} lines is one of those asked for"
        raise LayoutError(f"{path.name}: {what}: {dict(outcome.left_out)}")
    con.execute(_create(table, survey))
    try:
        if survey.lines_wanted:
            cells = wide_cells.batches(path, survey)
            pour(con, _insert(table, layout), wide_cells.schema(layout), cells)
        refused = _read_exactly(con, table, path, layout, outcome)
        outcome.loaded = survey.lines_wanted - refused
        outcome.check()
        if count(con, table) != outcome.loaded * len(layout.periods):
            raise AssertionError(f"{outcome.file}: cells of {outcome.loaded} lines got lost")
    except Exception:
        con.execute(f"drop table {table}")
        raise
    return outcome


def _create(table: str, survey: Survey) -> str:
    """The statement that creates the table, with the codes there are as its types."""
    lists = {name: list(listed.place) for name, listed in survey.codes.items()}
    lists |= {"period": list(survey.layout.periods), "obs_status": list(codes.OBS_STATUS)}
    columns = [f"{name} enum ({', '.join(map(quoted, of or ['']))})" for name, of in lists.items()]
    return f"create table {table} ({', '.join(columns)}, value double, note varchar, line bigint)"


def _insert(table: str, layout: Layout) -> str:
    """The statement that reads the numbers; what is no figure has no status."""
    return rf"""
        insert into {table} by name
        select {", ".join(layout.dimensions)}, period, line, value, note,
            case
                when value is not null then obs_status
                when regexp_full_match(cell, ':\s*') then obs_status
            end as obs_status
        from (
            select *,
                case
                    when regexp_full_match(cell, '\s*{NUMBER.pattern}\s*')
                        and isfinite(try_cast(cell as double))
                    then try_cast(cell as double)
                end as value
            from incoming
            where period is not null
        )
    """  # noqa: S608


def _read_exactly(
    con: DuckDBPyConnection, table: str, path: Path, layout: Layout, outcome: Outcome
) -> int:
    """Read again the lines with a cell that was not plainly a figure; how many are refused."""
    found = con.execute(
        f"delete from {table} where line in"  # noqa: S608
        f" (select line from {table} where obs_status is null) returning line"
    ).fetchall()
    lines = blocks.raw_lines(path, {int(number) for (number,) in found})
    refused = len(outcome.refused)
    found_again = iter(lines.items())
    while some := list(islice(found_again, _LINES_AT_ONCE)):
        rows = [row for number, raw in some for row in _rows(number, raw, layout, outcome)]
        if rows:
            con.register("incoming", pd.DataFrame(rows))
            con.execute(f"insert into {table} by name select * from incoming")  # noqa: S608
            con.unregister("incoming")
    return len(outcome.refused) - refused


def _rows(number: int, raw: bytes, layout: Layout, outcome: Outcome) -> Iterator[dict[str, object]]:
    """The rows of one line; none, and the line refused, where a cell is no figure."""
    try:
        line = layout.line(number, raw.decode("utf-8"))
        figures = line.figures()
    except UnicodeDecodeError:
        outcome.refuse(number, "period", "not UTF-8 text", as_text(raw))
    except CellError as error:
        outcome.refuse(number, "period", str(error), as_text(raw))
    else:
        yield from (dict(line.key) | vars(cell) | {"line": number} for cell in figures)
