"""Days and periods as people write them; day or month first is decided by the column, or asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_month_names

from etl.intake.plain import plain
from etl.intake.said import Words

LANGUAGES = ("en", "de", "it", "es", "fr", "nl")
ORDERS = Words({"dmy": "day, month, year", "mdy": "month, day, year"})
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_PARTED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_MONTH = re.compile(r"(\d{4})[-/.M ]{1,2}(\d{1,2})|(\d{1,2})[/.-](\d{4})")
_QUARTER = re.compile(
    r"(\d{4})[-\s]?[qtk]([1-4])|[qtk]\s?([1-4])[\s/-]*(\d{4})|"
    r"([1-4])\s?(?:st|nd|rd|th|o|a|e|er|eme|[.])?\s*(?:quarter|quartal|trimestre|trim|kwartaal)"
    r"\.?\s*(?:of|de|del|di)?\s*(\d{4})",
)
_SPAN = re.compile(r"(\d{4})\s*(?:/|-|–|to|bis|a|au|al|t/m)\s*(\d{4})", re.I)
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[/-]\s*(\d{2})")
_YEAR = re.compile(r"(?:(?:year|jahr|anno|ano|annee|jaar)\s*)?((?:19|20)\d{2})(?:\.0)?")
_EITHER = "may be a month or two years"
_MEND_EITHER = "Write 2023-09 for a month, 2023/2024 for two years."
_NO_DAY = "not a day"
_CANON = re.compile(r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?(/\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?)?")


class DateFaultError(ValueError):
    """A text that is no day or period that can be read one way: the reason, and how to mend it."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.mend = mend


@dataclass(frozen=True)
class Ordered:
    """Whether a column's days begin with the day; `order` is '' where nothing needs it."""

    order: str | None
    by: str = ""
    open: str = ""


def decide(texts: Iterable[str]) -> Ordered:
    """The order of day and month in a column; None where its values leave it open.

    Points part day, month and year in that order everywhere; other signs do not say.

    >>> decide(["03/04/2025", "31/04/2025", "13/02/2025"]).order
    'dmy'
    >>> decide(["03/04/2025"]).order is None, decide(["03.04.2025"]).order
    (True, '')
    """
    by: dict[str, str] = {}
    first_open = ""
    for text in texts:
        found = _PARTED.fullmatch(text.strip())
        if not found or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            by.setdefault("dmy", text)
        elif second > 12 >= first:
            by.setdefault("mdy", text)
        elif first != second:
            first_open = first_open or text
    if len(by) == 1:
        order, text = next(iter(by.items()))
        return Ordered(order, text)
    if by:
        return Ordered(None, open=first_open or by["dmy"])
    return Ordered(None, open=first_open) if first_open else Ordered("")


def is_pointed(text: str) -> bool:
    """Whether a day is written with points, whose order is the same everywhere.

    >>> is_pointed("31.12.2024"), is_pointed("31/12/2024")
    (True, False)
    """
    found = _PARTED.fullmatch(text.strip())
    return found is not None and found[2] == "."


def day(text: str, order: str) -> str:
    """A day as ISO 8601 writes it; DateFaultError when it is none.

    >>> day("31.12.2024", ""), day("3/4/2025", "dmy"), day("1 March 2024", "")
    ('2024-12-31', '2025-04-03', '2024-03-01')
    """
    bare = text.strip()
    if found := _ISO.fullmatch(bare) or _YEAR_FIRST.fullmatch(bare):
        return _checked(bare, int(found[1]), int(found[2]), int(found[3]))
    if found := _PARTED.fullmatch(bare):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] != "." and not order and first <= 12 and second <= 12 and first != second:
            raise DateFaultError("can be read as two days", "Answer whether the day is first.")
        if found[2] != "." and order == "mdy":
            first, second = second, first
        return _checked(bare, year, second, first)
    if _SHORT_YEAR.fullmatch(bare):
        raise DateFaultError("its year has two digits", "Write the year with four digits.")
    words = plain(bare).split()
    if len(words) == 3 and (month := months().get(words[1])) and words[2].isdigit():
        number = re.sub(r"\D", "", words[0])
        if number:
            return _checked(bare, int(words[2]), month, int(number))
    raise DateFaultError(_NO_DAY, "Write it like 2024-07-31.")


def _checked(text: str, year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        reason = f"there is no such day as {text}"
        raise DateFaultError(reason, "Write it like 2024-07-31.") from None


def period(text: str, order: str) -> str:
    """A period as ISO 8601 writes it: a year, quarter, month, day or span of years.

    >>> period("2024", ""), period("3. Quartal 2024", ""), period("07/2024", "")
    ('2024', '2024-Q3', '2024-07')
    >>> period("luglio 2024", ""), period("31.12.2024", ""), period("2021-2027", "")
    ('2024-07', '2024-12-31', '2021/2027')
    """
    bare = text.strip()
    words = plain(bare)
    if _CANON.fullmatch(bare) and not _SCHOOL_YEAR.fullmatch(bare):
        return day(bare, order) if _ISO.fullmatch(bare) else bare
    if _is_two_years(bare):
        raise DateFaultError(_EITHER, _MEND_EITHER)
    if found := _period_in_words(bare, words):
        return found
    if _SCHOOL_YEAR.fullmatch(bare):
        raise DateFaultError(_EITHER, _MEND_EITHER)
    try:
        return day(bare, order)
    except DateFaultError as fault:
        if str(fault) != _NO_DAY:
            raise
        mend = "Write 2024, 2024-Q3, 2024-07, 2024-07-31 or 2021/2027."
        raise DateFaultError("not a year, quarter, month or day", mend) from None


def _is_two_years(text: str) -> bool:
    """Whether a text may be a school year: 2010/11 is no November.

    >>> _is_two_years("2010/11"), _is_two_years("2010/12"), _is_two_years("2010-11")
    (True, False, False)
    """
    found = _SCHOOL_YEAR.fullmatch(text)
    return found is not None and "/" in text and int(found[2]) == (int(found[1]) + 1) % 100


def _period_in_words(bare: str, words: str) -> str:
    """A year, quarter, span of years or month however written; '' where it is none of these."""
    if found := _YEAR.fullmatch(words) or _YEAR.fullmatch(bare):
        return found[1]
    if found := _QUARTER.fullmatch(words):
        return f"{found[1] or found[4] or found[6]}-Q{found[2] or found[3] or found[5]}"
    if found := _SPAN.fullmatch(bare):
        return f"{found[1]}/{found[2]}"
    if found := _MONTH.fullmatch(bare):
        month = int(found[2] or found[3])
        return f"{found[1] or found[4]}-{month:02}" if 1 <= month <= 12 else ""
    named = words.split()
    if len(named) == 2 and (number := months().get(named[0])) and re.fullmatch(r"\d{4}", named[1]):
        return f"{named[1]}-{number:02}"
    return ""


@cache
def months() -> dict[str, int]:
    """The months by their names, whole and short, in the languages that are read."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context, language)
                found |= {plain(name): number for number, name in names.items()}
    return found
