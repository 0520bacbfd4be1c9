"""The contract as SQL: a real database refuses what the contract forbids, and nothing else."""

import math
import re
from collections.abc import Iterator

import duckdb
import pytest

from etl import contract, ddl
from etl.build import SQL
from etl.columns import Column, Table
from etl.contract.shared import FACT

ROW: dict[str, object] = {
    "territory_id": "XA1",
    "nuts_version": "2024",
    "period": "2020",
    "measure_id": "m",
    "group_id": "all",
    "value": 1.5,
    "source_id": "s",
    "obs_status": "A",
    "evidence": "published",
    "source_file": "f.csv",
    "source_line": 2,
}


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with every table of the contract, empty."""
    with duckdb.connect() as con:
        for table in contract.TABLES:
            for statement in ddl.create(table):
                con.execute(statement)
        yield con


def insert(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, object]) -> None:
    holes = ", ".join("?" for _ in row)
    con.execute(f"insert into {table} ({', '.join(row)}) values ({holes})", list(row.values()))


def count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    (number,) = con.execute(f"select count(*) from {table}").fetchone() or (None,)
    return int(number)


def test_a_good_row_passes_and_so_does_null_where_it_is_allowed(
    con: duckdb.DuckDBPyConnection,
) -> None:
    insert(con, "observation", ROW)
    gap = ROW | {"value": None, "lower": None, "note": None, "source_line": None, "period": "2021"}
    insert(con, "observation", gap | {"obs_status": "L"})
    insert(con, "observation", ROW | {"value": -3.0, "period": "2022", "source_line": 0})
    assert count(con, "observation") == 3


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("obs_status", "X"),
        ("obs_status", "a"),
        ("obs_status", ""),
        ("evidence", "rumour"),
        ("nuts_version", "2010"),
        ("group_id", "everybody"),
        ("source_line", -1),
        ("value", math.inf),
        ("value", -math.inf),
        ("value", math.nan),
        ("lower", math.inf),
        ("upper", math.nan),
        *((name, None) for name in ROW if name not in ("value", "source_line")),
    ],
)
def test_a_row_against_the_contract_is_refused(
    con: duckdb.DuckDBPyConnection, column: str, value: object
) -> None:
    with pytest.raises(duckdb.ConstraintException, match=column):
        insert(con, "observation", ROW | {column: value})
    assert count(con, "observation") == 0


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(-180.01, 0), (180.01, 0), (0, -90.01), (0, 90.01), (math.inf, 0), (None, 0)],
)
def test_a_place_off_the_globe_is_refused(
    con: duckdb.DuckDBPyConnection, lon: float | None, lat: float
) -> None:
    place = {
        "facility_id": "1",
        "name": "One",
        "kind": "service",
        "service": "health",
        "country": "XA",
        "lon": 0.0,
        "lat": 0.0,
        "mode": "on_site",
        "publish_level": "point",
        "period": "2020",
    }
    fact = {column.name: ROW[column.name] for column in FACT if column.name in ROW}
    with pytest.raises(duckdb.ConstraintException):
        insert(con, "facility", place | fact | {"lon": lon, "lat": lat})
    insert(con, "facility", place | fact)
    insert(con, "facility", place | fact | {"facility_id": "undated", "period": None})


def test_a_second_row_with_the_same_key_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    insert(con, "cell", {"cell": 1, "nuts_2024": "XA1"})
    with pytest.raises(duckdb.ConstraintException, match=re.compile("duplicate key", re.I)):
        insert(con, "cell", {"cell": 1, "nuts_2024": "XA2"})


def test_an_observation_stands_once_by_a_check_of_the_build(con: duckdb.DuckDBPyConnection) -> None:
    """Its key has no index; a second source may say the same of a territory."""
    check = (SQL / "checks/observation_stands_once.sql").read_text("utf-8")
    insert(con, "observation", ROW)
    insert(con, "observation", ROW | {"source_id": "another"})
    assert con.execute(check).fetchall() == []
    insert(con, "observation", ROW | {"value": 2.0})
    (found,) = con.execute(check).df().to_dict("records")
    assert found["rows"] == 2
    assert {name: found[name] for name in contract.BY_NAME["observation"].key} == {
        name: ROW[name] for name in contract.BY_NAME["observation"].key
    }


def test_an_index_of_64_bits_is_kept_exactly(con: duckdb.DuckDBPyConnection) -> None:
    insert(con, "cell", {"cell": 2**64 - 1, "nuts_2024": "XA1"})
    assert con.execute("select cell from cell").fetchone() == (2**64 - 1,)


def test_every_table_and_column_is_explained_in_the_database(
    con: duckdb.DuckDBPyConnection,
) -> None:
    tables = dict(con.execute("select table_name, comment from duckdb_tables()").fetchall())
    assert tables == {table.name: table.grain for table in contract.TABLES}
    columns = con.execute(
        "select table_name, column_name, data_type, comment from duckdb_columns()"
        " where not internal"
    ).fetchall()
    assert sorted(columns) == sorted(
        (table.name, column.name, column.type, column.about)
        for table in contract.TABLES
        for column in table.columns
    )


def test_quotes_in_a_text_do_not_end_it(con: duckdb.DuckDBPyConnection) -> None:
    text = "it's; drop table cell; --"
    column = Column("name", "VARCHAR", text, codes={text: "", "b": ""})
    for statement in ddl.create(Table("odd", text, (column,), ("name",))):
        con.execute(statement)
    insert(con, "odd", {"name": text})
    with pytest.raises(duckdb.ConstraintException):
        insert(con, "odd", {"name": "c"})
    assert count(con, "cell") == 0
