"""Rows of a user's own that a publisher already has: told by file and line before a build."""

from pathlib import Path

import duckdb
import pandas as pd

from etl import bundle, contract
from etl.columns import Table
from etl.gather import Frames
from etl.intake.tables import TABLES

_SHOWN = ("file", "line", "column_name", "reason", "raw")


def taken(frames: Frames, beside: Path) -> pd.DataFrame:
    """The rows of `frames` whose key a row of the bundle `beside` has, as rejected rows.

    Columns: file, line, column_name, reason, raw (always ''). Empty where there are none.
    """
    entries = bundle.resources(beside)
    found = [pd.DataFrame(columns=list(_SHOWN))]
    for (name, _), frame in frames.items():
        files = [str(beside / str(entry["path"])) for entry in entries if entry["table"] == name]
        if name in TABLES and files and not frame.empty:
            found.append(_told(contract.BY_NAME[name], _with_key(name, frame, files)))
    return pd.concat(found, ignore_index=True)


def _with_key(name: str, frame: pd.DataFrame, files: list[str]) -> pd.DataFrame:
    """The rows of a frame whose key some row of the files has."""
    key = ", ".join(contract.BY_NAME[name].key)
    with duckdb.connect() as con:
        con.register("own", frame[[*contract.BY_NAME[name].key, "source_file", "source_line"]])
        return con.execute(
            f"select * from own semi join read_parquet(?, union_by_name = true)"  # noqa: S608
            f" using ({key}) order by source_file, source_line",
            [files],
        ).df()


def _told(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows as they are refused: where each is, its key, and what to do."""
    key = [name for name in table.key if name != "source_id"]
    told = [
        {
            "file": row["source_file"],
            "line": row["source_line"],
            "column_name": key[0],
            "reason": _reason(key, [str(row[name]) for name in key]),
            "raw": "",
        }
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(told, columns=list(_SHOWN))


def _reason(key: list[str], values: list[str]) -> str:
    """Why a row cannot stand, and what to do.

    >>> _reason(["facility_id"], ["town_7"])
    'a published row already has facility_id town_7; give yours another facility_id'
    >>> _reason(["scheme_id", "period"], ["village", "2024"])
    'a published row already has scheme_id village, period 2024; leave this line out'
    """
    named = ", ".join(f"{name} {value}" for name, value in zip(key, values, strict=True))
    mend = f"give yours another {key[0]}" if len(key) == 1 else "leave this line out"
    return f"a published row already has {named}; {mend}"
