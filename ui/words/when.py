"""Reference periods in words."""

from collections.abc import Sequence

from ui.language import _, later
from ui.language.numbers import calendar

_QUARTERS = {
    "Q1": later("first quarter of {year}"),
    "Q2": later("second quarter of {year}"),
    "Q3": later("third quarter of {year}"),
    "Q4": later("fourth quarter of {year}"),
}


def day(period: str) -> str:
    """A reference period in words: '2025-09-15' is '15 September 2025'.

    >>> day("2025-09-15"), day("2024-07"), day("2024")
    ('15 September 2025', 'July 2024', '2024')
    >>> day("2024-Q3"), day("2021/2027")
    ('third quarter of 2024', '2021 to 2027')
    """
    if "/" in period:
        return _between([day(part) for part in period.split("/")])
    parts = period.split("-")
    if len(parts) > 1 and parts[1] in _QUARTERS:
        return _(_QUARTERS[parts[1]], year=parts[0])
    if len(parts) == 1 or not parts[1].isdigit():
        return period
    try:
        return calendar(*(int(part) for part in parts))
    except (ValueError, TypeError):
        return period  # no day of the calendar: as it is written


def _between(ends: Sequence[str]) -> str:
    return ends[0] if len(ends) == 1 else _("{first} to {last}", first=ends[0], last=ends[-1])


def span(vintage: str) -> str:
    """The periods of a page in words: '2021..2024' is '2021 to 2024'.

    >>> span("2022-12-31..2025-07"), span("2024")
    ('31 December 2022 to July 2025', '2024')
    """
    return _between([day(part) for part in vintage.split("..")])
