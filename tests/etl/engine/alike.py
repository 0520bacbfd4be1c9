"""What differs between two tables that ought to be the same, whatever order their rows are in."""

import math
from collections.abc import Iterator

import duckdb

Row = tuple[object, ...]


def differences(con: duckdb.DuckDBPyConnection, one: str, other: str) -> list[tuple[Row, Row]]:
    """Rows of two tables that differ, beside each other; () where one has none left.

    Numbers with a point are the same to 1e-9, everything else is so only exactly.
    """
    left, right = (_only_in(con, *pair) for pair in ((one, other), (other, one)))
    return [pair for pair in _paired(left, right) if not _same(*pair)]


def _only_in(con: duckdb.DuckDBPyConnection, one: str, other: str) -> list[Row]:
    """Rows of a table that the other has not to the last bit: a few of very many."""
    return con.execute(f"from {one} except all from {other}").fetchall()


def _paired(left: list[Row], right: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Rows beside each other that are alike in all that is exact, nearest numbers first."""
    left, right = sorted(left, key=_in_order), sorted(right, key=_in_order)
    while left or right:
        mine, theirs = (_exact(rows[-1]) if rows else () for rows in (left, right))
        yield (
            left.pop() if mine >= theirs else (),
            right.pop() if theirs >= mine else (),
        )


def _in_order(row: Row) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Rows by what is exact in them, then by their numbers."""
    return _exact(row), tuple(v for v in row if isinstance(v, float))


def _exact(row: Row) -> tuple[str, ...]:
    return tuple("a number" if isinstance(v, float) else repr(v) for v in row)


def _same(one: Row, other: Row) -> bool:
    return len(one) == len(other) and all(map(_equal, one, other))


def _equal(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other
