"""Loaders that leave a table in a DuckDB file: ours, and COPY of clean typed text.

Each gives the figures by which the answers are compared.
"""

from pathlib import Path

import duckdb

from bench.loading.inputs import COLUMNS, DIMENSIONS, PERIODS
from etl import codes, contract
from etl.columns import Table
from etl.readers import delimited, eurostat_wide
from etl.readers.pour import connect

_FORM = delimited.Form(
    Table(
        "facility",
        "one row per service point",
        tuple(
            column
            for column in contract.BY_NAME["facility"].columns
            if column.name in (*COLUMNS, "source_line")
        ),
        ("facility_id",),
    )
)
_CELLS = """
    select count(*)::double as rows, sum(value) as total,
        (count(*) - count(value))::double as missing,
        count(*) filter (obs_status = 'Q')::double as suppressed
    from cell
"""
_PLACES = """
    select count(*)::double as rows, sum(places)::double as total,
        (count(*) - count(places))::double as unknown
    from facility
"""


def _found(con: duckdb.DuckDBPyConnection, statement: str) -> dict[str, float]:
    """The one row a statement gives, by name; the table is on disk by then."""
    con.execute("checkpoint")
    cursor = con.execute(statement)
    names = [column[0] for column in cursor.description or ()]
    return dict(zip(names, cursor.fetchone() or (), strict=True))


def wide_ours(raw: Path, database: Path) -> dict[str, float]:
    with connect(database) as con:
        outcome = eurostat_wide.load(con, "cell", raw, eurostat_wide.Wide(DIMENSIONS))
        assert outcome.loaded == outcome.read
        return _found(con, _CELLS)


def wide_copy(clean: Path, database: Path) -> dict[str, float]:
    """The same columns with the same types, DuckDB's own ENUM and all."""
    with duckdb.connect(str(database)) as con:
        texts = [f"{name} varchar" for name in DIMENSIONS]
        years = ", ".join(f"'{year}'" for year in PERIODS)
        status = ", ".join(f"'{code}'" for code in codes.OBS_STATUS)
        con.execute(
            f"create table cell ({', '.join(texts)}, period enum ({years}), value double,"
            f" obs_status enum ({status}), note varchar, line bigint)"
        )
        con.execute("set preserve_insertion_order = false")
        con.execute(f"copy cell from '{clean}' (header, auto_detect false)")
        return _found(con, _CELLS)


def services_ours(raw: Path, database: Path) -> dict[str, float]:
    with connect(database) as con:
        outcome = delimited.load(con, "facility", raw, _FORM)
        outcome.store(con, "bench")
        assert outcome.loaded + len(outcome.refused) == outcome.read
        return _found(con, _PLACES) | {"refused": float(len(outcome.refused))}


def services_copy(clean: Path, database: Path) -> dict[str, float]:
    names = [*COLUMNS, "source_line"]
    types = {column.name: column.type for column in _FORM.table.columns}
    with duckdb.connect(str(database)) as con:
        con.execute("set preserve_insertion_order = false")
        con.execute(f"create table facility ({', '.join(f'{n} {types[n]}' for n in names)})")
        con.execute(f"copy facility from '{clean}' (header, auto_detect false)")
        return _found(con, _PLACES)
