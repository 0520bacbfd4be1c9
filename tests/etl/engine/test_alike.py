"""A comparison of two engines is worth something only if it finds what differs."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.etl.engine.alike import differences


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Two tables of a thousand rows each, the same in another order."""
    with duckdb.connect() as con:
        con.execute(
            "create table one as select n, 'r' || n % 7 as region, n / 3 as value, n / 10 as upper"
            " from range(1000) as t(n)"
        )
        con.execute("create table other as from one order by region desc, n desc")
        yield con


def test_the_same_in_another_order_is_the_same(con):
    assert differences(con, "one", "other") == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("update other set value = value * (1 + 1e-12)", 0),
        ("update other set value = value * (1 + 1e-8) where n = 500", 1),
        ("update other set value = value + 1 where n = 500", 1),
        ("update other set value = null where n = 500", 2),
        ("update other set region = 'elsewhere' where n = 500", 2),
        ("update other set n = 501 where n = 500", 2),
        ("delete from other where n = 500", 1),
        ("insert into other from one where n = 500", 1),
        ("insert into one from one where n = 500", 1),
        ("update other set value = upper, upper = value where n = 500", 1),
    ],
)
def test_a_single_value_that_differs_is_found(con, change, found):
    con.execute(change)
    assert len(differences(con, "one", "other")) == found


def test_numbers_go_with_their_own_rows(con):
    """Rows alike in all that is exact are held against the nearest, not against any."""
    con.execute("update one set n = 0, region = 'r'")
    con.execute("update other set n = 0, region = 'r', value = value * (1 + 1e-13)")
    assert differences(con, "one", "other") == []
    con.execute("update other set value = value + 1e-6 where upper = 50.0")
    assert len(differences(con, "one", "other")) == 1
