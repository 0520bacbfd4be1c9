"""Rows against the contract: each kind of fault is found, named by row and column."""

import math

import duckdb
import pandas as pd
import pytest

from etl import contract, ddl
from etl.columns import Column, Table
from etl.contract.shared import PERIOD
from etl.validate import conform, faults, unknown_codes

TABLE = Table(
    "things",
    "one row per thing",
    (
        Column("thing_id", "VARCHAR", "key", required=True),
        Column("year", "BIGINT", "key", required=True, minimum=0),
        Column("kind", "VARCHAR", "kind", codes={"soft": "", "hard": ""}),
        Column("owner", "VARCHAR", "key of owners"),
        Column("weight", "DOUBLE", "weight"),
        Column("share", "DOUBLE", "share", minimum=-1),
        Column("bought", "DATE", "day"),
        Column("angle", "DOUBLE", "angle", minimum=-90, maximum=90),
    ),
    ("thing_id", "year"),
)
GOOD = {"thing_id": "a", "year": 1, "kind": "soft", "owner": "anna", "weight": -2.5, "share": -1.0}
KNOWN = {"owner": frozenset({"anna", "berta"})}


def found(*rows: dict[str, object]) -> list[tuple[object, str, str]]:
    """Row, column and reason of every fault."""
    frame = conform(TABLE, pd.DataFrame(list(rows), dtype=object))
    return list(faults(TABLE, frame, KNOWN).itertuples(index=False, name=None))


def test_rows_that_keep_the_contract_have_no_faults() -> None:
    assert found(GOOD, GOOD | {"year": 2, "kind": None, "weight": 0, "owner": None}) == []


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("thing_id", None, "is empty"),
        ("year", None, "is empty"),
        ("year", math.nan, "is empty"),
        ("year", -1, "-1 is not a whole number of 0 or more"),
        ("year", "soon", "'soon' is not a whole number of 0 or more"),
        ("weight", math.inf, "inf is not a number"),
        ("weight", -math.inf, "-inf is not a number"),
        ("weight", "1,5", "'1,5' is not a number"),
        ("share", -1.01, "-1.01 is not a number of -1 or more"),
        ("share", math.inf, "inf is not a number of -1 or more"),
        ("angle", 90.5, "90.5 is not a number from -90 to 90"),
        ("angle", -91, "-91 is not a number from -90 to 90"),
        ("kind", "soft ", "'soft ' is not a known code; the nearest is 'soft'"),
        ("kind", "Hard", "'Hard' is not a known code; the nearest is 'hard'"),
        ("kind", "zzz", "'zzz' is not a known code"),
        ("owner", "bertha", "'bertha' is not a known code; the nearest is 'berta'"),
    ],
)
def test_a_fault_is_named(column: str, value: object, reason: str) -> None:
    other = GOOD | {"thing_id": "b"}
    assert found(other, GOOD | {column: value}) == [(1, column, reason)]


def test_the_later_of_two_rows_with_one_key_is_at_fault() -> None:
    reason = "same thing_id, year as an earlier row"
    assert found(GOOD, GOOD | {"year": 2}, GOOD, GOOD | {"weight": 7}) == [
        (2, "thing_id", reason),
        (3, "thing_id", reason),
    ]


def test_every_fault_of_a_row_is_found() -> None:
    bad = {"thing_id": None, "year": -1, "kind": "?", "owner": "?", "weight": math.inf}
    assert [column for _, column, _ in found(bad)] == list(bad)


def test_missing_is_not_an_unknown_code() -> None:
    codes = pd.Series(["x", None, math.nan], index=[7, 8, 9], name="code", dtype=object)
    assert unknown_codes(codes, frozenset({"xx"})) == [
        (7, "code", "'x' is not a known code; the nearest is 'xx'")
    ]


def test_conform_orders_columns_and_fills_absent_ones() -> None:
    frame = conform(TABLE, pd.DataFrame({"year": [1], "thing_id": ["a"]}))
    assert list(frame.columns) == [column.name for column in TABLE.columns]
    assert frame["weight"].isna().all()
    assert frame.loc[0, "year"] == 1


def test_a_column_the_contract_does_not_know_is_an_error() -> None:
    with pytest.raises(ValueError, match="table things has no column colour"):
        conform(TABLE, pd.DataFrame({"colour": ["red"]}))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "?"),
        ("year", -1),
        ("weight", math.inf),
        ("share", -2.0),
        ("angle", 91),
        ("thing_id", None),
    ],
)
def test_the_database_refuses_what_validation_refuses(column: str, value: object) -> None:
    row = GOOD | {column: value}
    assert found(row)
    with duckdb.connect() as con:
        for statement in ddl.create(TABLE):
            con.execute(statement)
        holes = ", ".join("?" for _ in row)
        with pytest.raises(duckdb.ConstraintException):
            con.execute(
                f"insert into things ({', '.join(row)}) values ({holes})", list(row.values())
            )


def test_every_key_is_of_required_columns() -> None:
    for table in contract.TABLES:
        assert all(table.column(name).required for name in table.key), table.name


def test_a_fraction_in_a_count_is_a_fault() -> None:
    table = contract.BY_NAME["cell"]
    frame = conform(table, pd.DataFrame([{"cell": 1, "nuts_2024": "X", "residents": 2.5}]))
    assert list(faults(table, frame, {})["column_name"]) == ["residents"]


@pytest.mark.parametrize("period", ["2024/25", "24", "<b>", "2024-1-1"])
def test_a_period_that_is_not_iso_is_a_fault(period: str) -> None:
    table = contract.Table("t", "", (PERIOD,), ("period",))
    frame = pd.DataFrame({"period": [period]})
    assert list(faults(table, frame, {})["column_name"]) == ["period"]
