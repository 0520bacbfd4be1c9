"""Numbers and dates as a language writes them."""

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from ui.language.spoken import ENGLISH, current

THIN = "\u202f"  # narrow no-break space: between thousands in English, before units everywhere


def grouped(value: float, decimals: int = 0) -> str:
    """A number with its thousands apart and so many decimals.

    English keeps the thin space of the statistical offices: a comma means a decimal to most
    readers in Europe.

    >>> grouped(1234567.5, 1).replace(THIN, " ")
    '1 234 567.5'
    """
    point, between, from_here = _signs(current())
    text = f"{value:,.{decimals}f}"
    if abs(value) < from_here:
        text = text.replace(",", "")
    return text.translate({ord(","): between, ord("."): point})


def with_point(text: str) -> str:
    """A number that is already rounded, `3.4`, with the decimal sign of the language."""
    return text.replace(".", _signs(current())[0])


def calendar(year: int, month: int, day: int | None = None) -> str:
    """A day, or a month, as the language writes it out.

    >>> calendar(2025, 9, 15), calendar(2025, 9)
    ('15 September 2025', 'September 2025')
    """
    return _calendar(current(), year, month, day)


@lru_cache(maxsize=4096)
def _calendar(language: str, year: int, month: int, day: int | None) -> str:
    if day is None:
        return format_skeleton("yMMMM", date(year, month, 1), locale=_locale(language))
    return format_date(date(year, month, day), "long", locale=_locale(language))


def locale() -> Locale:
    """The language's names of countries and months; English is that of Europe."""
    return _locale(current())


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    return Locale("en", "GB") if language == ENGLISH else Locale(language)


@lru_cache(maxsize=8)
def _signs(language: str) -> tuple[str, str, float]:
    """Decimal sign, sign between thousands, and from which number on that stands."""
    if language == ENGLISH:
        return ".", THIN, 1_000
    found = Locale(language)
    signs = found.number_symbols["latn"]
    between = THIN if signs["group"].isspace() else signs["group"]
    return signs["decimal"], between, 10_000 if language in ("es", "pl") else 1_000


def vega() -> dict[str, object]:
    """The same for charts: a locale of d3 with the signs of the language and its months."""
    point, between, _from = _signs(current())
    months, days = locale().months["format"], locale().days["format"]
    week = (6, 0, 1, 2, 3, 4, 5)
    return {
        "number": {"decimal": point, "thousands": between, "grouping": [3], "currency": ["", "€"]},
        "time": {
            "dateTime": "%e %B %Y, %X", "date": "%d.%m.%Y", "time": "%H:%M:%S", "periods": ["", ""],
            "days": [days["wide"][day] for day in week],
            "shortDays": [days["abbreviated"][day] for day in week],
            "months": [months["wide"][month] for month in range(1, 13)],
            "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
        },
    }  # fmt: skip
