"""Dates that readers type: reference periods, or nothing."""

from analysis.spans import span_of

_LONGEST_PERIOD = 21


def is_period(text: str) -> bool:
    """Whether a text is a reference period as the figures have them.

    >>> is_period("2024-Q3"), is_period("2021/2027"), is_period("July 2024"), is_period("2024-13")
    (True, True, False, False)
    """
    plain = text.isascii() and len(text) <= _LONGEST_PERIOD
    if not plain or set(text) - set("0123456789-/Q"):
        return False
    parts = text.split("/")
    if len(parts) > 2 or any(not _moment(each) for each in parts):
        return False
    span = span_of(text)
    return span.start <= span.end


def _moment(text: str) -> bool:
    if len(text) not in (4, 7, 10) or not text[:4].isdigit():
        return False
    try:
        end = span_of(text).end.isoformat()
    except (ValueError, IndexError):
        return False
    return text[:4] == end[:4] and (len(text) == 4 or text[4] == "-") and "/" not in text[4:]
