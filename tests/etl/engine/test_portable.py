"""What the two engines do not answer alike is refused, each with what to write instead."""

import pytest

from etl.engine.portable import faults


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select quantile_cont(x, 0.5) as half from a", "write median"),
        ("select list(x order by y) as all_x from a", "the order is lost"),
        ("select string_agg(x, ', ' order by y) as all_x from a", "the order is lost"),
        ("select first(x order by y) as x from a", "the order is lost"),
        ("select any_value(x) as x from a", "write min or max"),
        ("select * from (unpivot a on x, y into name n value v)", "pivot"),
        ("from (pivot a on x using sum(y))", "pivot"),
        ("select * from read_csv('x.csv')", "files belong in staging"),
        ("select * from 'x.parquet'", "files belong in staging"),
        ("select * from a asof join b on a.day >= b.day", "asof join"),
        ("select * from a positional join b", "positional join"),
        ("select * from generate_series(1, 10)", "unnest of the values"),
        ("select unnest(range(1, 5)) as n from a", "unnest of the values"),
        ("select x from a qualify row_number() over (order by x) = 1", "qualify"),
        ("select distinct on (x) x, y from a", "distinct on"),
        ("select * exclude (x) from a", "name the columns"),
        ("select * replace (1 as x) from a", "name the columns"),
        ("select x, sum(y) as y from a group by all", "name the columns"),
        ("select b.day - a.day as days from a cross join b", "write date_diff"),
        ("select len(string_split(x, '+')) as parts from a", "write array_length"),
        ("select [v for v in x] as y from a", "comprehension"),
        ("select {'a': x} as y from a", "struct"),
        ("select regexp_matches(x, 'a') as y from a", "not known to be the same"),
        ("select never_heard_of(x) as y from a", "not known to be the same"),
        ("select cast(x as hugeint) as y from a", "only one engine"),
        ("select x // 2 as y from a", "intdiv"),
    ],
)
def test_what_is_not_portable_is_refused_with_what_to_do(query: str, told: str) -> None:
    assert told in "; ".join(faults(f"create table b as {query}"))


@pytest.mark.parametrize(
    "statement",
    [
        "update a set x = 1",
        "delete from a",
        "create table a (x integer)",
        "create macro twice(x) as 2 * x",
        "create table b as select 1 as x; drop table a",
        "create temp table b as select x from a",
        "nothing ((",
    ],
)
def test_only_a_query_that_makes_rows_is_portable(statement: str) -> None:
    assert faults(statement)


def test_each_fault_is_told_once_and_all_are() -> None:
    found = faults("create table b as select md5(x) as p, md5(y) as q, list(z) as r from a")
    assert [each.split(":")[0] for each in found] == ["md5", "list"]
