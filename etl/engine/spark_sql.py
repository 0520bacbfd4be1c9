"""A portable query in the words of Spark SQL, by sqlglot; nothing is written twice."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlglot
from sqlglot import exp

DUCKDB, SPARK = "duckdb", "spark"


@dataclass(frozen=True)
class Statement:
    """What a query makes or adds to, the tables it reads, and its SELECT for either engine."""

    table: str
    adds: bool
    reads: frozenset[str]
    duckdb: str
    spark: str


def statement(text: str, values: Mapping[str, int] | None = None) -> Statement:
    """A query as Spark runs it, with `values` in place of its parameters.

    ValueError where the text is not one CREATE TABLE ... AS or INSERT ... SELECT, or names a
    parameter that has no value.

    >>> found = statement("create table b as select len(a.x) as n from a where a.y = $y", {"y": 2})
    >>> found.table, sorted(found.reads), found.spark
    ('b', ['a'], 'SELECT LENGTH(a.x) AS n FROM a WHERE a.y = 2')
    """
    tree = parsed(text)
    select = tree.expression.transform(_valued, dict(values or {}))
    own = {each.alias for each in select.find_all(exp.CTE)}
    reads = {each.name for each in select.find_all(exp.Table)} - own
    return Statement(
        table=tree.this.find(exp.Table).name,
        adds=isinstance(tree, exp.Insert),
        reads=frozenset(reads),
        duckdb=select.sql(DUCKDB, comments=False),
        spark=select.transform(_known_values_only).sql(SPARK, comments=False),
    )


def parsed(text: str) -> exp.Create | exp.Insert:
    """The one statement of a query; ValueError where it is another kind, or not SQL."""
    try:
        trees = [each for each in sqlglot.parse(text, read=DUCKDB) if each is not None]
    except sqlglot.ParseError as error:
        first = error.errors[0]
        where = f"line {first['line']}, column {first['col']}"
        raise ValueError(f"this is not SQL: {where}: {first['description']}") from None
    if len(trees) == 1:
        tree = trees[0]
        if isinstance(tree, exp.Create | exp.Insert) and isinstance(tree.expression, exp.Query):
            return tree
    raise ValueError("a query is one CREATE TABLE ... AS SELECT or one INSERT ... SELECT")


def _valued(node: exp.Expression, values: dict[str, int]) -> exp.Expression:
    """The value of a parameter in its place."""
    if not isinstance(node, exp.Parameter | exp.Placeholder):
        return node
    if node.name not in values:
        raise ValueError(f"the parameter {node.name!r} has no value")
    return exp.Literal.number(values[node.name])


def _known_values_only(node: exp.Expression) -> exp.Expression:
    """DuckDB's arg_max passes over rows whose value is NULL, Spark's max_by does not."""
    if isinstance(node, exp.Filter) and isinstance(node.this, exp.ArgMax | exp.ArgMin):
        chosen = exp.and_(node.expression.this.copy(), _is_known(node.this))
        return exp.Filter(this=node.this.copy(), expression=exp.Where(this=chosen))
    if isinstance(node, exp.ArgMax | exp.ArgMin) and not isinstance(node.parent, exp.Filter):
        return exp.Filter(this=node.copy(), expression=exp.Where(this=_is_known(node)))
    return node


def _is_known(node: exp.Expression) -> exp.Expression:
    return exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null()))
