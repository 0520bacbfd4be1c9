"""Every line of a file and what became of it, as it is kept beside the file in a workspace."""

import re
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq

from analysis.disclosure import SENSITIVE
from etl.columns import Table
from etl.intake.lists import code_words
from etl.intake.plain import plain
from etl.intake.report import Report
from etl.intake.rows import Row
from etl.intake.tables import asked_of
from etl.reading import LOADED, REJECTED, Reading

# How the name of a file's account ends.
SUFFIX = ".lines.parquet"
LINE, RAW, OUTCOME, COLUMN, REASON = (
    "source_line", "account_raw", "account_outcome", "account_column", "account_reason",
)  # fmt: skip
_WITHHELD = "withheld: a protected place"
_DIGITS = re.compile(r"\d+")


def beside(file: Path) -> Path:
    """Where the account of a file is.

    >>> beside(Path("own/files/facility/mine.xlsx")).name
    'mine.xlsx.lines.parquet'
    """
    return file.with_name(f"{file.name}{SUFFIX}")


def write(path: Path, report: Report) -> None:
    """Write the account of a report: a row per line, in its order, values as text."""
    lines: list[dict[str, object]] = []
    for line, row in report.rows.accepted:
        raw, _ = safe(report.table, row, line.raw, "")
        lines.append({**row, LINE: line.number, RAW: raw, OUTCOME: LOADED})
    seen: set[int] = set()
    for line, faults in report.rows.refused:
        if line.number in seen:
            continue
        seen.add(line.number)
        fault = faults[0]
        told = f"{fault.value!r}: {fault.reason}" if fault.value else fault.reason
        row = report.rows.partial.get(line.number, {})
        raw, reason = safe(report.table, row, line.raw, told)
        outcome = {OUTCOME: REJECTED, COLUMN: fault.column or None, REASON: reason}
        lines.append({LINE: line.number, RAW: raw, **outcome})
    for line, why in report.left_out:
        lines.append({LINE: line.number, OUTCOME: why})
    lines.sort(key=lambda each: int(str(each[LINE])))
    frame(report.table, lines).to_parquet(path, index=False)


def safe(table: Table, row: Row, raw: str, reason: str) -> tuple[str, str]:
    """A line and what is wrong with it as they may be kept in a dataset.

    `row` is what could be read of the line. Of a place that is, or may be, protected nothing is
    kept; where people of sensitive groups are, or may be, counted no number is.
    """
    columns = {column.name for column in table.columns}
    if "publish_level" in columns and _may_be_protected(table, row):
        return _WITHHELD, "cannot be loaded"
    if {"group_id", "measure_id"} <= columns:
        open_group = row.get("group_id") and row["group_id"] not in SENSITIVE
        said = f"{row.get('measure_id')} {raw}".replace("_", " ")
        if not open_group or names_sensitive(said):
            return _DIGITS.sub("··", raw), _DIGITS.sub("··", reason)
    return raw, reason


def names_sensitive(text: str) -> bool:
    """Whether a text names a sensitive group in one of the languages that are read.

    >>> names_sensitive("Plätze für unbegleitete Minderjährige"), names_sensitive("12 Plätze")
    (True, False)
    """
    known = f" {plain(text)} "
    return any(f" {word} " in known for word in _sensitive_words())


@cache
def _sensitive_words() -> frozenset[str]:
    named = {word for word, code in code_words()["group_id"].items() if code in SENSITIVE}
    return frozenset(named | {"unaccompanied", "rehabilitation", "torture", "trafficking"})


def _may_be_protected(table: Table, row: Row) -> bool:
    """Whether a place or organisation is not plainly open to be shown where it is."""
    if "publish_level" not in row:
        return True
    level, groups = row["publish_level"], row.get("groups")
    if table.name == "facility":
        sheltered = bool(set((groups or "").split()) & SENSITIVE)
        return level != "point" or "groups" not in row or sheltered
    return level is not None


def frame(table: Table, lines: list[dict[str, object]]) -> pd.DataFrame:
    """Lines as a frame with a column of texts for each of the table's, and the account's own."""
    names = [column.name for column in asked_of(table)]
    found = pd.DataFrame(lines, columns=[*names, LINE, RAW, OUTCOME, COLUMN, REASON])
    texts = {name: "string" for name in found.columns if name != LINE}
    return found.astype(texts).astype({LINE: "int64"})


def rows(reading: Reading, path: tuple[Path, str], table: Table) -> pd.DataFrame:
    """The accepted rows of a file by its account; every line is entered in `reading`.

    `path` is (folder, file below it). The frame has the table's columns but those that are the
    same for all rows of a source.
    """
    folder, file = path
    place = beside(folder / file)
    lines = pq.read_table(place, columns=[LINE, RAW, OUTCOME, COLUMN, REASON]).to_pylist()
    reading.loaded(file, len({each[LINE] for each in lines if each[OUTCOME] == LOADED}))
    for each in lines:
        if each[OUTCOME] == LOADED:
            continue
        elif each[OUTCOME] == REJECTED:
            column, reason = each[COLUMN] or "", each[REASON] or "cannot be loaded"
            reading.reject(file, each[LINE], column, reason, each[RAW] or "")
        else:
            reading.leave_out(file, each[OUTCOME])
    reading.raw[file] = {each[LINE]: each[RAW] or "" for each in lines}
    typed = ", ".join(f"cast({c.name} as {c.type}) as {c.name}" for c in asked_of(table))
    with duckdb.connect() as con:
        found = con.execute(
            f"select {typed}, {LINE} from read_parquet(?)"  # noqa: S608
            f" where {OUTCOME} = ? order by {LINE}",
            [str(place), LOADED],
        ).df()
    return found.assign(source_file=file)


def refused(path: Path, file: str) -> set[tuple[str, int]]:
    """The lines a file's account refuses, as (file, line); none where there is no account."""
    if not beside(path).exists():
        return set()
    lines = pq.read_table(beside(path), columns=[LINE, OUTCOME]).to_pylist()
    return {(file, each[LINE]) for each in lines if each[OUTCOME] == REJECTED}
