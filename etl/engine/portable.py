"""The SQL that DuckDB and Spark answer alike: what a mart may say, and what is wrong with one.

What is not known to be the same is refused: a function counts as portable once it stands in
`FUNCTIONS`, and it may stand there once every mart with it was found equal on both engines.
"""

from collections.abc import Iterator

from sqlglot import exp

from etl.engine.spark_sql import parsed

FUNCTIONS = frozenset(
    {
        # of a group
        "COUNT", "SUM", "MIN", "MAX", "AVG", "MEDIAN", "BOOL_AND", "BOOL_OR", "ARG_MAX", "ARG_MIN",
        # of a window
        "ROW_NUMBER",
        # of a value
        "COALESCE", "NULLIF", "CASE", "IF", "CAST", "ABS", "ROUND",
        "LENGTH", "LOWER", "UPPER", "RIGHT", "PAD", "SUBSTRING", "STARTS_WITH", "SPLIT_PART",
        "STRING_SPLIT", "ARRAY_LENGTH", "LIST_CONTAINS", "UNNEST", "ARRAY",
        "DATE_DIFF", "LAST_DAY",
        # words of the language that the parser counts as functions
        "AND", "OR", "EXISTS",
    }
)  # fmt: skip
_NAMES = {
    exp.ArgMax: "ARG_MAX", exp.ArgMin: "ARG_MIN", exp.LogicalAnd: "BOOL_AND",
    exp.LogicalOr: "BOOL_OR", exp.Split: "STRING_SPLIT", exp.ArraySize: "ARRAY_LENGTH",
    exp.ArrayContains: "LIST_CONTAINS", exp.Explode: "UNNEST", exp.DateDiff: "DATE_DIFF",
    exp.PercentileCont: "QUANTILE_CONT", exp.List: "LIST", exp.ArrayAgg: "LIST",
    exp.GroupConcat: "STRING_AGG",
}  # fmt: skip
_INSTEAD = {
    "QUANTILE_CONT": "median",
    "ANY_VALUE": "min or max, which give the same each time",
    "FIRST": "arg_min, with what makes a row the first",
    "LAST": "arg_max, with what makes a row the last",
    "GENERATE_SERIES": "unnest of the values in brackets",
    "RANGE": "unnest of the values in brackets",
    "LIST": "a row per value: the order inside a list is lost on Spark",
    "STRING_AGG": "a row per value: the order inside a text is lost on Spark",
}
_LISTS = (exp.Split, exp.Array, exp.ArrayAgg, exp.List)


def faults(text: str) -> list[str]:
    """What in a query the two engines do not answer alike, in the order of the text.

    >>> faults("create table b as select quantile_cont(x, 0.5) as half from a")
    ['quantile_cont: write median']
    >>> faults("create table b as select median(x) as half from a")
    []
    """
    try:
        tree = parsed(text)
    except ValueError as error:
        return [str(error)]
    return list(dict.fromkeys(_faults(tree)))


def _faults(tree: exp.Expression) -> Iterator[str]:
    for node in tree.walk(bfs=False):
        yield from _of_clause(node)
        if isinstance(node, exp.Func):
            yield from _of_function(node)


def _of_clause(node: exp.Expression) -> Iterator[str]:
    """Clauses that only one engine has, or that each understands in its own way."""
    arguments = node.args
    if isinstance(node, exp.Pivot):
        yield "pivot, unpivot: belongs in staging"
    if isinstance(node, exp.Join) and str(arguments.get("method", "")).upper() in _JOINS:
        yield f"{arguments['method'].lower()} join: belongs in staging"
    if isinstance(node, exp.Table) and not node.name.isidentifier():
        yield f"{node.sql('duckdb')}: a mart reads tables, files belong in staging"
    if isinstance(node, exp.Qualify):
        yield "qualify: number rows in a step of their own and choose in the next"
    if isinstance(node, exp.Distinct) and arguments.get("on"):
        yield "distinct on: number rows in a step of their own and choose in the next"
    if isinstance(node, exp.Star) and any(
        arguments.get(k) for k in ("except_", "replace", "rename")
    ):
        yield "* exclude, * replace: name the columns"
    if isinstance(node, exp.Group) and arguments.get("all"):
        yield "group by all: name the columns"
    if isinstance(node, _ELSEWHERE):
        yield f"{node.key}: belongs in staging"
    if isinstance(node, exp.Sub) and _is_day(node.this) and _is_day(node.expression):
        yield "a day less a day: write date_diff('day', from, to)"
    if isinstance(node, exp.Cast) and node.to.this in _KINDS_OF_ONE:
        yield f"{node.to.sql('duckdb').lower()}: only one engine has the type"


_ELSEWHERE = (
    exp.TableSample, exp.Lambda, exp.Struct, exp.Comprehension, exp.SimilarTo, exp.ILike,
    exp.IntDiv, exp.TemporaryProperty,
)  # fmt: skip
_JOINS = {"ASOF", "POSITIONAL"}
_KINDS_OF_ONE = {
    exp.DataType.Type.INT128, exp.DataType.Type.UINT128, exp.DataType.Type.UBIGINT,
    exp.DataType.Type.UINT, exp.DataType.Type.USMALLINT, exp.DataType.Type.UTINYINT,
    exp.DataType.Type.INTERVAL, exp.DataType.Type.STRUCT, exp.DataType.Type.MAP,
}  # fmt: skip


def _is_day(node: exp.Expression) -> bool:
    """Whether something is a day: columns of days are called so, and there is the cast."""
    if isinstance(node, exp.Cast):
        return bool(node.to.this == exp.DataType.Type.DATE)
    return isinstance(node, exp.Column) and node.name == "day"


def _of_function(node: exp.Func) -> Iterator[str]:
    """Functions that are not known to be the same, or are not with these arguments."""
    name = _name(node)
    if node.args.get("order") or isinstance(node.this, exp.Order):
        said = "the order is lost on Spark; write arg_min or arg_max"
        yield f"{name.lower()}(... order by ...): {said}"
    elif name not in FUNCTIONS:
        instead = _INSTEAD.get(name)
        yield f"{name.lower()}: " + (
            f"write {instead}" if instead else "not known to be the same on both engines"
        )
    elif isinstance(node, exp.Length) and isinstance(node.this, _LISTS):
        yield "len of a list: write array_length"


def _name(node: exp.Func) -> str:
    """A function by the name it has in DuckDB."""
    if isinstance(node, exp.Anonymous):
        return str(node.this).upper()
    return _NAMES.get(type(node)) or node.sql_name()
