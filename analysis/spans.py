"""Reference periods as spans of days: which lies in which, which overlap, which are as long."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """First and last day of a period, both in it."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies in it whole."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether a day is in both."""
        return self.start <= other.end and other.start <= self.end


@lru_cache(maxsize=4096)
def span_of(period: str) -> Span:
    """The days of an ISO 8601 period: a year, quarter, month, day, or two of them as from/to.

    Raises ValueError for what is none.

    >>> [str(day) for day in span_of("2024-Q3")]
    ['2024-07-01', '2024-09-30']
    >>> [str(day) for day in span_of("2018-12/2019")]
    ['2018-12-01', '2019-12-31']
    """
    first, _, last = period.partition("/")
    return Span(_moment(first).start, _moment(last or first).end)


def _moment(text: str) -> Span:
    """The days of a period that is not from/to."""
    year, month, day = text[:4], text[5:7], text[8:]
    if month.startswith("Q"):
        first = 3 * int(month[1]) - 2
        return Span(date(int(year), first, 1), _last(int(year), first + 2))
    if day:
        whole = date(int(year), int(month), int(day))
        return Span(whole, whole)
    if month:
        return Span(date(int(year), int(month), 1), _last(int(year), int(month)))
    return Span(date(int(year), 1, 1), date(int(year), 12, 31))


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def apart(periods: Iterable[str], within: Span | None = None) -> tuple[str, ...]:
    """The longest of `periods` that lie in `within` and do not overlap, in the order of time.

    A year is taken before its quarters, so that nobody is counted twice when they are summed.

    >>> apart(["2021", "2021-Q1", "2021-Q4", "2022-Q1"])
    ('2021', '2022-Q1')
    """
    return _apart(tuple(sorted(set(periods))), within)


@lru_cache(maxsize=4096)
def _apart(periods: tuple[str, ...], within: Span | None) -> tuple[str, ...]:
    """`apart` of periods in their order; many territories have the same ones."""
    taken: dict[str, Span] = {}
    spans = {period: span_of(period) for period in periods}
    for period, span in sorted(spans.items(), key=lambda each: (-each[1].days, each[1].start)):
        inside = within is None or within.holds(span)
        if inside and not any(span.meets(other) for other in taken.values()):
            taken[period] = span
    return tuple(sorted(taken, key=lambda period: taken[period].start))


def joined(periods: Iterable[str]) -> str:
    """One period from the first day of `periods` to the last, as short as it can be written.

    >>> joined(["2022-Q1"]), joined(["2021-Q1", "2024-Q3"]), joined(["2021", "2019/2020"])
    ('2022-Q1', '2021-Q1/2024-Q3', '2019/2021')
    """
    return _joined(tuple(sorted(set(periods))))


@lru_cache(maxsize=4096)
def _joined(periods: tuple[str, ...]) -> str:
    spans = {period: span_of(period) for period in periods}
    if not spans:
        return ""
    first = min(spans, key=lambda period: (spans[period].start, -spans[period].days))
    last = max(spans, key=lambda period: (spans[period].end, spans[period].days))
    start, end = first.split("/")[0], last.split("/")[-1]
    return start if start == end else f"{start}/{end}"
