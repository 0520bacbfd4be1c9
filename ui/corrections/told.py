"""Numbers in texts about people in sensitive groups: none may tell the count that is blurred.

Only the blurred number itself, years and whole dates may stand in such a text. What is written
as a riddle cannot be found: the form asks for the exact number to be left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from analysis.corrections import Statement
from analysis.disclosure import REACH
from analysis.names import mixed
from ui.corrections.numerals import word_in
from ui.language import _, later

LEAVE_OUT = later(
    "Leave the exact number out of the reason: it would give away who these people are. Years "
    "are fine."
)
WITHHELD = later(
    "This reason is not shown: it has a number in it that could give away who these people are."
)
_MONTHS = (
    "january february march april may june july august september october november december "
    "januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet "
    "aout septembre octobre novembre decembre gennaio febbraio marzo aprile maggio giugno luglio "
    "agosto settembre ottobre dicembre enero febrero abril mayo junio julio septiembre octubre "
    "noviembre diciembre januari februari maart mei augustus"
).replace(" ", "|")
_YEAR, _DAY = r"(?:199\d|20\d\d|2100)", r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE, _AFTER = r"(?<!\w)(?<!\d[.,:/'-])", r"(?!\w|[.,:/'-]\d)"
_DATE = re.compile(
    rf"{_BEFORE}(?:{_YEAR}-(?:0[1-9]|1[0-2])(?:-{_DAY})?|{_YEAR}-q[1-4]|q[1-4] {_YEAR}"
    rf"|{_DAY}([./-])(?:0?[1-9]|1[0-2])\1{_YEAR}"
    rf"|{_DAY}(?:\.|st|nd|rd|th)?(?: of| de)? (?:{_MONTHS})(?:,| de| del)? {_YEAR}"
    rf"|(?:{_MONTHS}) {_DAY}(?:st|nd|rd|th)?,? {_YEAR}){_AFTER}"
)
_YEARS = re.compile(rf"{_BEFORE}({_YEAR})(?:[/-]({_YEAR}))?{_AFTER}")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LONGEST = 12


def number_in(text: str, kept: Statement) -> str:
    """The first number in a text that could tell the count behind a blurred one; '' for none.

    `kept` is the statement as it is kept: blurred. It may be repeated; a year may be named that
    could not be the count itself, and a date that has a year.

    >>> number_in("In 2024, 17 children were here, not 15.", Statement(15.0))
    '17'
    """
    values = _values(kept)
    plain = _DATE.sub(" ~ ", _plain(text))
    plain = _YEARS.sub(lambda year: year[0] if _tells(year.groups(), values) else " ~ ", plain)
    for value in values:
        plain = _written(value).sub(" ~ ", plain)
    digits = re.search(r"\w*\d\w*", plain)
    return (digits[0] if digits else word_in(plain)) or _roman(text, values) or mixed(text)


def readable(reason: str, guard: str, kept: Statement) -> str:
    """A kept reason as readers may see it: an old one could tell what new ones must not.

    >>> readable("We met 17.", "", Statement(15.0))
    'We met 17.'
    """
    return _(WITHHELD) if guard and number_in(reason, kept) else reason


def exact_in(text: str, says: Statement, kept: Statement) -> bool:
    """Whether a link or a name has the digits of a count in it that is kept blurred.

    >>> says, kept = Statement(17.0), Statement(15.0)
    >>> [exact_in(each, says, kept) for each in ("https://x.org/%2017", "https://x.org/2017")]
    [True, False]
    """
    exact = {re.sub(r"\D", "", f"{each:.12g}") for each in {*_values(says)} - {*_values(kept)}}
    return bool(exact & set(_joined(_plain(unquote(unquote(text))))))


def near_in(text: str, kept: Statement) -> bool:
    """Whether a name has digits that the count behind a blurred one could have."""
    told = [int(each) for each in _joined(_plain(text)) if 0 < len(each) < _LONGEST]
    return any(_near(each, value) for each in told for value in _values(kept))


def _values(says: Statement) -> list[float]:
    return [each for each in (says.value, says.lower, says.upper) if each is not None]


def _near(number: float, value: float) -> bool:
    """Whether a number is another one than the blurred one, and blurs to it."""
    return 0 < abs(number - value) <= REACH


def _tells(years: tuple[str | None, ...], values: list[float]) -> bool:
    return any(_near(int(each), value) for each in years if each for value in values)


def _joined(plain: str) -> Iterator[str]:
    """Digits of a text, alone and joined over few signs: '1,213' is 1, 213 and 1213."""
    for run in re.findall(r"\d+(?:[^\w]{1,3}\d+)*", plain.replace("_", " ")):
        parts = re.findall(r"\d+", run)
        for start in range(len(parts)):
            for end in range(start + 1, min(len(parts), start + 4) + 1):
                yield "".join(parts[start:end]).lstrip("0")


@lru_cache(maxsize=64)
def _written(value: float) -> re.Pattern[str]:
    """A whole number as people write it: 1215, 1,215, 1.215, 1 215 or 1'215."""
    digits = f"{value:,.0f}".replace(",", "[., '_]?")
    return re.compile(rf"(?<!\w)(?<!\d[.,']){digits}(?!\w|[.,']\d)")


def _roman(text: str, values: list[float]) -> str:
    """A number in Roman letters that the blurred count could stand for."""
    for word in re.findall(r"\b[IVXLCDM]{2,15}\b", unicodedata.normalize("NFKC", text)):
        each = [_ROMAN[letter] for letter in word]
        signed = [-a if a < b else a for a, b in zip(each, [*each[1:], 0], strict=True)]
        if any(_near(sum(signed), value) for value in values):
            return str(word)
    return ""


def _plain(text: str) -> str:
    """A text without case, accents and forms of letters; every number sign in ASCII digits."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(_ascii(each) for each in apart if not unicodedata.combining(each))
    spelled = re.sub("[\u2010-\u2015\u2212]", "-", kept.replace("\u2019", "'"))
    return re.sub(r"\s", " ", spelled)


def _ascii(letter: str) -> str:
    """A digit or number of any writing in ASCII digits; any other letter as it is."""
    number = None if letter.isascii() else unicodedata.numeric(letter, None)
    # The Chinese sign for one is in every other sentence.
    if number is None or letter == "\u4e00":
        return letter
    return f"{number:.12g}"
