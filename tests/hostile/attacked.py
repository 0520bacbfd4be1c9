"""A dataset whose every free text is an attack: the texts go round from row to row."""

import shutil
from pathlib import Path

import duckdb

from etl.contract import TABLES

RAN = "window.groundworkRan=1"
LONG = "x" * 1_500
# `{text}` is what stood there before.
ATTACKS = (
    "{text} <img src=x onerror='" + RAN + "'>",
    "</textarea></style></div><script>" + RAN + "</script>{text}",
    "![p](http://evil.example/p.png) {text}",
    "[{text}](javascript:" + RAN + ")",
    "<a href='http://evil.example/'>{text}</a>",
    "<svg onload='" + RAN + "'><iframe src='javascript:" + RAN + "'></iframe>{text}",
    ":red[{text}] $x$ `c` **b** :material/home: http://evil.example/p",
    "=cmd|' /C calc'!A0 {text}",
    "+1;=2,-3 {text}",
    "\u202e{text}\u202c \u200f",
    "'; drop table figure; -- {text} \\",
    "{i} {place} {text.__class__} ${x} %s %(x)s {text}",
    "a\0b {text}",
    "one\r\ntwo\u2028{text}\n# four\n| a | b |\n|---|---|",
    '"},"geometry":null,{"{text}',
    "\u0301" * 40 + "\U0001f600{text}\ud7ff\uffff",
    LONG + "{text}",
)
# Texts that say which row it is or what it is about: each is checked against a list, or is a key.
CODES = frozenset(
    "benchmark_id body_id column_name consultation_id country facility_id file fund_id groups "
    "language languages locale locality_code measure_id members module new_code nuts_2021 "
    "nuts_2024 old_code organisation_id origin parent_id part_of partner_id period scheme_id "
    "service_id sha256 source_id territory_id unit value".split()
)
# Free texts of the contract as tables that are worked out call them.
_AS = ("need_", "capacity_", "published_")


def free_texts() -> frozenset[str]:
    """The columns of the contract that hold whatever a publisher or planner wrote."""
    every = (each for table in TABLES for each in table.columns if each.type == "VARCHAR")
    return frozenset(
        each.name
        for each in every
        if each.codes is None and each.pattern is None and each.name not in CODES
    )


def attack(whole: Path, file: Path) -> int:
    """A copy of a dataset with an attack in every free text; how many texts were changed."""
    shutil.copyfile(whole.resolve(), file)
    names = free_texts()
    named = [*names, *(f"{before}{name}" for before in _AS for name in names)]
    changed = 0
    with duckdb.connect(str(file)) as con:
        found = con.execute(
            "select table_name, list(column_name) from duckdb_columns()"
            " inner join duckdb_tables() using (table_oid, table_name)"
            " where data_type = 'VARCHAR' and column_name in (select unnest(?))"
            " group by table_name order by table_name",
            [named],
        ).fetchall()
        for table, columns in found:
            # What a line became is a word of ours.
            chosen = [each for each in columns if (table, each) != ("line_count", "outcome")]
            if not chosen:
                continue
            sets = ", ".join(f'"{each}" = {_text(each, at)}' for at, each in enumerate(chosen))
            changed += len(chosen) * _one(con, f'update "{table}" set {sets}')
    return changed


def _text(column: str, turn: int) -> str:
    """SQL for the text with an attack; notes that are missing become one."""
    held = f"coalesce(\"{column}\", '')" if column.endswith("note") else f'"{column}"'
    chosen = f"list_extract({_LIST}, (rowid + {turn}) % {len(ATTACKS)} + 1)"
    return f"replace({chosen}, '{{text}}', {held})"


def _quoted(text: str) -> str:
    """A text of ours in SQL, NUL too."""
    return "'" + text.replace("'", "''").replace("\0", "' || chr(0) || '") + "'"


_LIST = "[" + ", ".join(map(_quoted, ATTACKS)) + "]"


def _one(con: duckdb.DuckDBPyConnection, statement: str) -> int:
    (changed,) = con.execute(statement).fetchone() or (0,)
    return int(changed)
