"""One statement in the words of both engines."""

import pytest

from etl.engine.spark_sql import parsed, statement


def test_steps_of_the_query_are_no_tables_that_it_reads() -> None:
    found = statement(
        "create table c as with a as (select x from b) select a.x from a join d on 1=1"
    )
    assert (found.table, found.adds, found.reads) == ("c", False, {"b", "d"})


def test_a_table_is_added_to_from_itself() -> None:
    found = statement(
        "insert into a with b as (select x from a) select x from b where x = $n", {"n": 3}
    )
    assert (found.table, found.adds, found.reads) == ("a", True, {"a"})
    assert found.spark.endswith("WHERE x = 3")
    assert found.duckdb.endswith("WHERE x = 3")


def test_a_parameter_without_a_value_is_said() -> None:
    with pytest.raises(ValueError, match="'level' has no value"):
        statement("create table b as select x from a where y = $level")


def test_the_latest_known_value_is_the_latest_on_spark_too() -> None:
    """Spark's max_by would give NULL where the last row has no value."""
    found = statement("create table b as select arg_max(x, y) as x from a")
    assert "FILTER" not in found.duckdb
    assert "MAX_BY(x, y) FILTER(WHERE NOT x IS NULL)" in found.spark


def test_rows_that_were_chosen_stay_chosen() -> None:
    found = statement("create table b as select arg_max(x, y) filter (z > 1) as x from a")
    assert "MAX_BY(x, y) FILTER(WHERE z > 1 AND NOT x IS NULL)" in found.spark


def test_nothing_known_comes_last_on_spark_too() -> None:
    found = statement("create table b as select x from a order by x")
    assert found.spark.endswith("ORDER BY x NULLS LAST")


def test_text_that_is_no_query_is_refused() -> None:
    with pytest.raises(ValueError, match="a query is one"):
        parsed("drop table a")
    with pytest.raises(ValueError, match="this is not SQL: line 1"):
        parsed("select ((")
