"""Transcribed tables of a few rows, written by what matters in each."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from etl.reading import Reading

Put = Callable[[str, str], Path]
USUAL = {
    "territory_code": "AT13",
    "territory_name": "Somewhere",
    "nuts_level": "2",
    "period": "2024",
    "value": "1",
    "source_title": "Title",
    "source_publisher": "Agency",
    "source_url": "https://agency.example",
    "note": "",
}


def text(columns: Sequence[str], *rows: Mapping[str, str]) -> str:
    """A table as a file: what a row does not say is as usual, or blank."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: row.get(name, USUAL.get(name, "")) for name in columns} for row in rows)
    return out.getvalue()


def rows_of(reading: Reading, table: str) -> list[dict[str, object]]:
    """Rows of a table, missing as None."""
    frame = reading.tables.get(table, pd.DataFrame()).astype(object)
    records: list[dict[str, object]] = frame.where(frame.notna(), None).to_dict("records")
    return records


def only(reading: Reading, table: str) -> dict[str, object]:
    """The one row of a table."""
    (row,) = rows_of(reading, table)
    return row


def by_line(reading: Reading, table: str) -> dict[object, dict[str, object]]:
    """Rows of a table by the line they are from."""
    return {row["source_line"]: row for row in rows_of(reading, table)}
