"""What Spark works out is what is worked out here: marts to 1e-9, reach to 1e-12.

One file, so that one process starts one Spark for all of it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build import STEPS
from etl.engine.query import Query
from etl.engine.reach import on_spark
from etl.engine.spark import Spark
from etl.engine.spark_sql import statement
from tests.etl.engine.alike import differences
from tests.etl.engine.test_folder import assert_in_order
from tests.etl.engine.test_reach import assert_whole

QUERIES = [step for _, step in STEPS if isinstance(step, Query)]
MADE = list(dict.fromkeys(statement(q.text, q.each[0]).table for q in QUERIES))


@pytest.fixture(scope="module")
def both(
    spark: Any, published: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The dataset as built, attached, and its marts as Spark makes them from what is staged."""
    with duckdb.connect() as con:
        con.execute(f"attach '{published}' as built (read_only)")
        names = con.execute(
            "select table_name from duckdb_tables() where database_name = 'built'"
        ).fetchall()
        for (name,) in names:
            if name not in MADE:
                con.execute(f'create view "{name}" as from built."{name}"')
        engine = Spark(spark, tmp_path_factory.mktemp("spark"))
        for query in QUERIES:
            engine.run(con, query)
        engine.settled(con)
        yield con


@pytest.mark.parametrize("name", MADE)
def test_a_mart_is_the_same_on_both_engines(both, name):
    ours = both.execute(f"describe built.{name}").fetchall()
    theirs = both.execute(f"describe {name}").fetchall()
    assert [row[:2] for row in theirs] == [row[:2] for row in ours]
    assert differences(both, f"built.{name}", name)[:10] == []


def test_marts_of_the_dataset_have_rows(both):
    """Else equality would say nothing."""
    assert [n for n in MADE if not both.execute(f"select count(*) from {n}").fetchone()[0]] == []


def test_reach_by_coarser_cells_is_as_a_whole(spark):
    assert_whole(on_spark(spark))


def test_a_mart_keeps_its_order_in_files_and_groups(spark, tmp_path):
    with duckdb.connect() as con:
        con.execute("create table a as select 7 * n % 300_007 as x from range(300_007) as t(n)")
        engine = Spark(spark, tmp_path)
        engine.run(con, Made("create table b as select x from a order by x"))
        assert_in_order(con, engine.made["b"], 300_007)


class Made(Query):
    """A query that stands in no file."""

    text = property(lambda self: self.file)
