"""Periods in filters: their beginnings, and spans of time that they touch."""

import re
from collections.abc import Mapping

from ui.out.asking import BETWEEN, Asked
from ui.out.taken import NotOfferedError

MOMENT = r"[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
PERIOD = rf"{MOMENT}(/{MOMENT})?"
IN_WORDS = "a year, quarter, month or day: 2024, 2024-Q3, 2024-07, 2024-07-31"
# As a period stands in a table; a few sources write a span with two dots.
_SPAN = "replace({period}, '..', '/')"
_END = f"split_part({_SPAN}, '/', -1)"
# The first and last day a period may have, as text that sorts like days do.
_FIRST = (
    f"replace(replace(replace(replace(split_part({_SPAN}, '/', 1), '-Q1', '-01'), '-Q2', '-04'),"
    " '-Q3', '-07'), '-Q4', '-10')"
)
_LAST = (
    f"case when length({_END}) = 4 then {_END} || '-12-31' else replace(replace(replace(replace("
    f"{_END}, '-Q1', '-03'), '-Q2', '-06'), '-Q3', '-09'), '-Q4', '-12') || '-31' end"
)


def add(asked: Asked, column: str, given: Mapping[str, str]) -> None:
    """Add `period` (beginnings, several), `from` and `until` (periods that touch the span).

    Rows without a period pass none of them. Raises NotOfferedError for what is no period.
    """
    if "period" in given:
        _beginning(asked, column, sorted(set(given["period"].split(BETWEEN))))
    for name, edge, sign in (("from", _LAST, ">="), ("until", _FIRST, "<=")):
        if (text := given.get(name)) is not None:
            if not re.fullmatch(MOMENT, text):
                raise NotOfferedError(name, text, (IN_WORDS,))
            asked.conditions.append(f"{edge.format(period=column)} {sign} ${name}")
            asked.values[name] = first_day(text) if name == "from" else last_day(text)
            asked.filters[name] = text


def _beginning(asked: Asked, column: str, chosen: list[str]) -> None:
    """Add periods that begin with one of those chosen."""
    for each in chosen:
        if not re.fullmatch(PERIOD, each):
            raise NotOfferedError("period", each, (IN_WORDS,))
    names = [f"period_{place}" for place in range(len(chosen))]
    asked.conditions.append(
        "(" + " or ".join(f"starts_with({column}, ${name})" for name in names) + ")"
    )
    asked.values |= dict(zip(names, chosen, strict=True))
    asked.filters["period"] = BETWEEN.join(chosen)


def first_day(moment: str) -> str:
    """The first day of a period, as text.

    >>> first_day("2024"), first_day("2024-Q3"), first_day("2024-02")
    ('2024-01-01', '2024-07-01', '2024-02-01')
    """
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", moment):
        moment = f"{quarter[1]}-{int(quarter[2]) * 3 - 2:02}"
    return moment + {4: "-01-01", 7: "-01", 10: ""}[len(moment)]


def last_day(moment: str) -> str:
    """A day no day of the period comes after, as text that sorts like days do.

    >>> last_day("2024"), last_day("2024-Q3"), last_day("2024-02")
    ('2024-12-31', '2024-09-31', '2024-02-31')
    """
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", moment):
        moment = f"{quarter[1]}-{int(quarter[2]) * 3:02}"
    return moment + {4: "-12-31", 7: "-31", 10: ""}[len(moment)]
