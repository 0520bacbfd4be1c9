"""One value of a delimited file: from text to the type its column has in the contract.

Nothing is guessed: `1,5`, `1.000,0`, `03/04/2025` and `yes` could mean more than one thing and
are refused. A blank is missing, never 0.
"""

import re
from collections.abc import Collection
from datetime import date
from math import isfinite

from etl.columns import Column
from etl.validate import unknown_code

Value = str | float | int | bool | date | None

_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*", re.ASCII)
_WHOLE = re.compile(r"\s*[-+]?\d+\s*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TRUTH = {"true": True, "false": False}
RANGES = {
    "TINYINT": (-(2**7), 2**7 - 1),
    "BIGINT": (-(2**63), 2**63 - 1),
    "UBIGINT": (0, 2**64 - 1),
}
# What separates words; other scripts' spaces are text.
SPACE = " \t\n\r\f\v"


class ValueFaultError(ValueError):
    """A text that its column cannot hold; the message says why."""


def read_value(column: Column, text: str, keys: Collection[str] | None = None) -> Value:
    """The value a text stands for, None where it is blank.

    `keys` are those the column must refer to. Raises ValueFaultError.

    >>> read_value(Column("lat", "DOUBLE", "", minimum=-90, maximum=90), "48.2")
    48.2
    >>> read_value(Column("places", "BIGINT", ""), "") is None
    True
    """
    if column.required and not text.strip(SPACE):
        raise ValueFaultError("is empty")
    if not text:
        return None
    if column.type == "DOUBLE" or column.type in RANGES:
        return _number(column, text)
    if column.type == "DATE":
        return _day(text)
    if column.type == "BOOLEAN":
        if text.lower() not in _TRUTH:
            raise ValueFaultError(f"{text!r} is neither true nor false")
        return _TRUTH[text.lower()]
    return _text(column, text, keys)


def _number(column: Column, text: str) -> float | int:
    """A finite number within the column's bounds and its type's."""
    whole = column.type in RANGES
    if not (_WHOLE if whole else _NUMBER).fullmatch(text):
        raise ValueFaultError(f"{text!r} is not {column.kind_of_number}")
    number = int(text) if whole else float(text)
    low, high = RANGES.get(column.type, (None, None))
    lows = [bound for bound in (low, column.minimum) if bound is not None]
    highs = [bound for bound in (high, column.maximum) if bound is not None]
    inside = all(number >= bound for bound in lows) and all(number <= bound for bound in highs)
    if not inside or not isfinite(number):
        raise ValueFaultError(f"{text!r} is not {column.kind_of_number}")
    return number


def _day(text: str) -> date:
    """A day as ISO 8601 writes it, year first."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueFaultError(f"{text!r} is not a day written like 2024-07-31")


def _text(column: Column, text: str, keys: Collection[str] | None) -> str:
    """A text the column may hold: one of its codes, a key of another table, or its pattern."""
    if column.pattern is not None and not re.fullmatch(column.pattern, text):
        raise ValueFaultError(f"{text!r} is not written as expected ({column.about})")
    allowed = keys if column.codes is None else column.codes
    if allowed is not None and text not in allowed:
        raise ValueFaultError(unknown_code(text, allowed))
    return text
