"""Numbers and counts as readers meet them."""

import math

import pandas as pd

from ui.language import _, current, later, n_, plural
from ui.language.numbers import THIN, grouped, with_point
from ui.language.spoken import ENGLISH

_SPELLED = "no one two three four five six seven eight nine ten eleven twelve".split()
# Nouns that are counted in lists and in short answers; in sentences, the sentence has a plural.
_NOUNS = {
    "amount": plural("{count} amount", "{count} amounts"),
    "body": plural("{count} body", "{count} bodies"),
    "cell": plural("{count} cell", "{count} cells"),
    "column": plural("{count} column", "{count} columns"),
    "consultation": plural("{count} consultation", "{count} consultations"),
    "country": plural("{count} country", "{count} countries"),
    "day": plural("{count} day", "{count} days"),
    "group": plural("{count} group", "{count} groups"),
    "type": plural("{count} type", "{count} types"),
    "local edition": plural("{count} local edition", "{count} local editions"),
    "kind": plural("{count} kind", "{count} kinds"),
    "line": plural("{count} line", "{count} lines"),
    "list": plural("{count} list", "{count} lists"),
    "measure": plural("{count} measure", "{count} measures"),
    "organisation": plural("{count} organisation", "{count} organisations"),
    "place": plural("{count} place", "{count} places"),
    "plan": plural("{count} plan", "{count} plans"),
    "proposal": plural("{count} proposal", "{count} proposals"),
    "region": plural("{count} region", "{count} regions"),
    "row": plural("{count} row", "{count} rows"),
    "scheme": plural("{count} scheme", "{count} schemes"),
    "service": plural("{count} service", "{count} services"),
    "state": plural("{count} state", "{count} states"),
    "territory": plural("{count} territory", "{count} territories"),
    "week": plural("{count} week", "{count} weeks"),
    "year": plural("{count} year", "{count} years"),
}


def number(value: float) -> str:
    """A count with its thousands apart, as the reader's language writes it.

    >>> number(1234567.0).replace(THIN, " ")
    '1 234 567'
    """
    return grouped(value)


def short(value: float) -> str:
    """A large count in words: three significant digits at most.

    >>> short(25_160_000).replace(THIN, " "), short(1_072_300).replace(THIN, " ")
    ('25.2 million', '1.07 million')
    """
    for size, name in ((1e9, later("{count} billion")), (1e6, later("{count} million"))):
        if float(f"{value:.3g}") >= size:
            return _(name, count=_digits(value / size)).replace(" ", THIN)
    return number(value if value < 1e4 else float(f"{value:.3g}"))


def _digits(value: float) -> str:
    """Three significant digits, no trailing zeros, never an exponent."""
    decimals = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{float(f'{value:.3g}'):.{decimals}f}"
    return with_point(text.rstrip("0").rstrip(".") if "." in text else text)


def rate(value: float) -> str:
    """A rate or percentage: one decimal under 10, whole above, with its thousands apart.

    >>> rate(0.34), rate(9.96), rate(33.4), rate(0.0), rate(4073.2).replace(THIN, " ")
    ('0.3', '10', '33', '0', '4 073')
    """
    if value and value < 0.05:
        return with_point("<0.1")
    if value >= 9.95:
        return grouped(value)
    return with_point(f"{value:.1f}".removesuffix(".0"))


def share_of(percent: float) -> str:
    """A share of people as a percentage, never all of them where some are left out.

    >>> share_of(99.88), share_of(99.99), share_of(99.4), share_of(100.0)
    ('99.8', '99.9', '99', '100')
    """
    if 99.5 <= percent < 100 - 1e-9:
        return with_point(f"{math.floor(percent * 10) / 10:.1f}")
    return rate(percent)


def with_unit(value: float, unit: str) -> str:
    """A rate with its unit: '33 %' or '3.4 per 1,000'."""
    if unit.startswith("%"):
        return f"{rate(value)}{THIN}%"
    return _("{rate} per 1,000", rate=rate(value))


def is_known(value: object) -> bool:
    """Whether a value of a row is there: not None, not NaN."""
    return bool(pd.notna(value))  # type: ignore[call-overload]


def count_of(number_of: int, noun: str) -> str:
    """A small count with its noun, spelled out up to twelve in English.

    >>> count_of(1, "region"), count_of(12, "country"), count_of(90, "day")
    ('one region', 'twelve countries', '90 days')
    """
    ends_in_ies = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    many = noun[:-1] + "ies" if ends_in_ies else noun + "s"
    one, more = _NOUNS.get(noun, (f"{{count}} {noun}", f"{{count}} {many}"))
    return n_(one, more, number_of, count=counted(number_of))


def counted(number_of: int) -> str:
    """A small count: in English spelled out up to twelve, elsewhere in figures.

    Numerals of other languages follow the gender and case of their noun.
    """
    is_spelled = current() == ENGLISH and 0 <= number_of < len(_SPELLED)
    return _SPELLED[number_of] if is_spelled else number(number_of)
