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
# Words of the page for a figure that is only exceeded.
_MORE = re.compile(r"'(?:mehr als|über|plus de|drygt|over|more than)'")
_DOUBT = re.compile(r"\bmemory\b|year inferred|page undated|years run one later")
# The old counties of Norway are not exactly the new ones.
_ABOUT_THE_SAME_AREA = "small border changes since"
_SINCE = re.compile(r"cumulative (?:since |from )?(?:end )?(\d{4})")
_MONTH = "|".join(month_name[1:])
_FROM_MONTH = re.compile(rf"({_MONTH}) (\d{{4}}) to (?:{_MONTH}) \d{{4}}")
_DURING_YEAR = re.compile(r"persons hosted during the year")
_PROCESS = re.compile(r"[;,]? ?(?:measure name NOT in the brief|as previous)")
_OTHER_FILE = re.compile(r" in [a-z_]+\.csv| \([a-z]+/[A-Za-z_]+\)")


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
    """Whether a period is only about right, or its end is open ("2019+")."""
    found = _PERIOD.fullmatch(text)
    return found is not None and (found["about"] is not None or found["open"] is not None)


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
    """The row's note in a reader's words: without remarks on how it was transcribed."""
    note = _OTHER_FILE.sub("", _PROCESS.sub("", record["note"]))
    cleaned = dict(record) | {"note": note.strip("; ")}
    if record["period"].endswith("+"):
        cleaned["note"] = "; ".join(
            part for part in (f"from {record['period'][:-1]} on", cleaned["note"]) if part
        )
    return note_of(cleaned)


def _is_date(text: str) -> bool:
    """Whether a year, month or day exists; quarters always do."""
    if "Q" in text:
        return True
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
