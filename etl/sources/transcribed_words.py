"""What a transcribed row states: its period, its value or bounds, and how sure they are.

The transcribers wrote periods freely ("c. 2020", "2014-2020", "2022-01..11") and kept the
page's own words for what is approximate ("mehr als", "plus de"). A period is read as ISO 8601
or not at all; "more than" is a lower end without a value; what rests on memory, on a date
that is only about right or on a figure the note doubts has low reliability (status U).
"""

import re
from calendar import month_name
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from etl.sources.transcribed_notes import note_of, status_of, value_of

Record = Mapping[str, str]


class Stated(NamedTuple):
    """What a row says: ISO period or None, figure, and the columns every fact has."""

    period: str | None
    value: float | None
    lower: float | None
    obs_status: str
    evidence: str
    note: str | None


_DATE = r"\d{4}(?:-Q[1-4]|-\d\d(?:-\d\d)?)?"
_PERIOD = re.compile(
    rf"(?P<about>c\. )?(?P<start>{_DATE})"
    rf"(?:(?:\.\.|/|-)(?P<end>{_DATE}|\d\d))?(?P<open>\+)?(?: .*)?"
)
# Words of the page for a figure that is only exceeded, or that a part is missing from.
_MORE = re.compile(r"'(?:mehr als|über|plus de|drygt|over|more than)'|without the Flemish office")
_DOUBT = re.compile(
    r"\bmemory\b|year inferred|page undated|years run one later|measure read as"
    r"|OPERATOR SEAT|opening announced"
)
# The old counties of Norway are not exactly the new ones.
_ABOUT_THE_SAME_AREA = "small border changes since"
_SINCE = re.compile(r"cumulative (?:since |from )?(?:end )?(\d{4})")
_MONTH = "|".join(month_name[1:])
_FROM_MONTH = re.compile(rf"({_MONTH}) (\d{{4}}) to (?:{_MONTH}) \d{{4}}")
_DURING_YEAR = re.compile(r"persons hosted during the year")
# Remarks on the transcription itself, which say nothing of the figure.
_PROCESS = re.compile(
    r"\b(?:excerpt|stored|already held|measure name NOT|as previous|code = NUTS 3|NUTS 2024 code)\b"
    r"|_[a-z]+\.csv|assigned by (?:the )?transcriber|^city point$"
)
_ASIDE = re.compile(r" ?\([^()]*\)")
_OTHER_FILE = re.compile(r" in [a-z_]+\.csv| \([a-z]+/[A-Za-z_]+\)| already in [a-z_]+\.csv")
_WORDS = (
    (re.compile(r"'(?:rund|etwa|omkring|about|around|approximately)'"), "rounded on the page"),
    (re.compile(r"'(?:mehr als|über|plus de|drygt|over|more than)'"), "more than this"),
    (re.compile(r"'up to'"), "up to this"),
)
_SHOUTED = re.compile(
    r"\b(?:FLOW|HISTORY|HISTORIC|MUNICIPAL|SUM|ALL|OLD|NOT|AND|EXPECTED|ESTIMATE|ADDITIONAL"
    r"|OPERATOR SEAT|PLANNED|KEY|DISTRICT)\b"
)


def stated(record: Record) -> Stated:
    """Everything a row says of its figure; raises ValueError when the value is no number."""
    value, lower = value_of(record)
    if _MORE.search(record["note"]):
        value, lower = None, float(record["value"])
    status, evidence = status_of(record, value)
    period = period_of(record["period"])
    if period is not None:
        period = span_of(period, record["note"])
    if is_about(record["period"]) or _DOUBT.search(record["note"]):
        status = "U"
    elif _ABOUT_THE_SAME_AREA in record["note"]:
        status = "E"
    return Stated(period, value, lower, status, evidence, note_for(record))


def period_of(text: str) -> str | None:
    """A free period as ISO 8601: a year, quarter, month, day, or two of them as from/to.

    >>> [period_of(text) for text in ("c. 2020", "2014-2020", "2022-01..11", "opened")]
    ['2020', '2014/2020', '2022-01/2022-11', None]
    >>> period_of("2021-13") is None
    True
    """
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    start, end = found["start"], found["end"]
    if end is not None and len(end) == 2:
        end = f"{start[:4]}-{end}"
    ends = [start] if end is None else [start, end]
    return "/".join(ends) if all(_is_date(moment) for moment in ends) else None


def is_about(text: str) -> bool:
    """Whether a period is only about right ("c. 2020")."""
    found = _PERIOD.fullmatch(text)
    return found is not None and found["about"] is not None


def span_of(period: str, note: str) -> str:
    """The whole span a flow was counted over, where the note tells its beginning.

    >>> span_of("2024-10", "courses, January to October 2024")
    '2024-01/2024-10'
    >>> span_of("2017-12-20", "cumulative since 2016")
    '2016/2017-12-20'
    """
    if "/" in period:
        return period
    since, month = _SINCE.search(note), _FROM_MONTH.search(note)
    if since is not None:
        return f"{since[1]}/{period}"
    if month is not None:
        return f"{month[2]}-{list(month_name).index(month[1]):02d}/{period}"
    if "January to " in note:
        return f"{period[:4]}-01/{period}"
    if _DURING_YEAR.search(note) and len(period) > 4:
        return f"{period[:4]}-01-01/{period}"
    return period


def note_for(record: Record) -> str | None:
    """The row's note in a reader's words: without remarks on how it was transcribed.

    >>> note_for({"measure": "m", "territory_code": "AT", "period": "2024",
    ...           "note": "'rund'; FLOW, not stock; measure name NOT in the brief"})
    'rounded on the page; flow, not stock'
    """
    note = _ASIDE.sub(_unless_process, _OTHER_FILE.sub("", record["note"]))
    for words, plain in _WORDS:
        note = words.sub(plain, note)
    kept = [part for part in note.split("; ") if part and not _PROCESS.search(part)]
    parts = [_SHOUTED.sub(lambda word: word[0].lower(), part) for part in kept]
    if record["period"].endswith("+"):
        parts.insert(0, f"from {record['period'][:-1]} on")
    return note_of(dict(record) | {"note": "; ".join(parts)})


def _unless_process(aside: re.Match[str]) -> str:
    """A remark in brackets, unless it is one on the transcription."""
    return "" if _PROCESS.search(aside[0]) else aside[0]


def _is_date(text: str) -> bool:
    """Whether a year, month or day exists; quarters always do."""
    if "Q" in text:
        return True
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
