"""Every line of a file and what became of it, as it is kept beside the file in a workspace."""

from pathlib import Path

import pandas as pd

from etl.columns import Table
from etl.intake.report import Report
from etl.intake.tables import asked_of
from etl.reading import LOADED, REJECTED

# How the name of a file's account ends.
SUFFIX = ".lines.parquet"
LINE, RAW, OUTCOME, COLUMN, REASON = (
    "source_line", "account_raw", "account_outcome", "account_column", "account_reason",
)  # fmt: skip


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
        lines.append({**row, LINE: line.number, RAW: line.raw, OUTCOME: LOADED})
    for line, faults in report.rows.refused:
        fault = faults[0]
        lines.append(
            {
                LINE: line.number,
                RAW: line.raw,
                OUTCOME: REJECTED,
                COLUMN: fault.column or None,
                REASON: f"{fault.value!r}: {fault.reason}" if fault.value else fault.reason,
            }
        )
    for line, why in report.left_out:
        lines.append({LINE: line.number, RAW: line.raw, OUTCOME: why})
    lines.sort(key=lambda each: int(str(each[LINE])))
    frame(report.table, lines).to_parquet(path, index=False)


def frame(table: Table, lines: list[dict[str, object]]) -> pd.DataFrame:
    """Lines as a frame with a column of texts for each of the table's, and the account's own."""
    names = [column.name for column in asked_of(table)]
    found = pd.DataFrame(lines, columns=[*names, LINE, RAW, OUTCOME, COLUMN, REASON])
    texts = {name: "string" for name in found.columns if name != LINE}
    return found.astype(texts).astype({LINE: "int64"})
