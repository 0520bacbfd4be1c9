"""Persons, territories and places of the stress test, counted as readers read them."""

import math

from ui.language import _, later, n_, plural
from ui.words import THIN, is_known, rate, short

NOT_ENOUGH = later("no percentage is enough where no place is left")
_AT_WORST = plural(
    "At worst, {count} person is without a place", "At worst, {count} people are without a place"
)
_UP_TO = plural(
    "Up to {count} person is without a place", "Up to {count} people are without a place"
)


def span(low: float, high: float) -> str:
    """Persons between two ends, whole.

    >>> span(12.2, 15.7), span(12.2, 12.4), span(0.0, 7.0)
    ('12 to 16', '12', 'up to 7')
    """
    if not is_known(high):
        return _("an unknown number of")
    least, most = (
        short(round(float(each)) + 0.0) if is_known(each) else "0" for each in (low, high)
    )
    if least == most:
        return most
    return (
        _("up to {most}", most=most) if least == "0" else _("{low} to {high}", low=least, high=most)
    )


def people(pair: tuple[str, str], low: float, high: float, **parts: object) -> str:
    """What people between two ends do, in the words of a pair; their number is its `{count}`.

    >>> people(("{count} person comes", "{count} people come"), 1.2, 0.8)
    '1 person comes'
    >>> people(("{count} person comes", "{count} people come"), 0.0, 7.0)
    'up to 7 people come'
    """
    return n_(*pair, how_many(low, high), count=span(low, high), **parts)


def how_many(low: float, high: float) -> int:
    """The number that decides on the plural of what is said of people between two ends."""
    if not is_known(high):
        return 0
    most = round(float(high))
    is_one = most == 1 and (not is_known(low) or round(float(low)) in (0, 1))
    return 1 if is_one else max(most, 2) if most == 1 else most


def at_worst(low: float, high: float) -> str:
    """How many people are without a place, as a sentence begins.

    >>> at_worst(0.0, 7.0), at_worst(3.0, 7.0)
    ('Up to 7 people are without a place', 'At worst, 3 to 7 people are without a place')
    >>> at_worst(0.0, 0.3), at_worst(0.9, 1.1)
    ('Nobody is without a place', 'At worst, 1 person is without a place')
    """
    if nobody(high):
        return _("Nobody is without a place")
    return worst_of(_AT_WORST, _UP_TO, low, high)


def worst_of(
    at_worst: tuple[str, str], up_to: tuple[str, str], low: float, high: float, **parts: object
) -> str:
    """What is said of people between two ends; `up_to` where there may be none of them."""
    if is_known(high) and (not is_known(low) or nobody(low)) and not nobody(high):
        most = short(round(float(high)) + 0.0)
        return n_(*up_to, how_many(low, high), count=most, **parts)
    return people(at_worst, low, high, **parts)


def nobody(persons: float) -> bool:
    """Whether so many persons read as none."""
    return round(float(persons)) == 0


def buffer(percent: float) -> str:
    """So many per cent more places, as a multiple where that is easier to grasp.

    >>> buffer(20.0).replace(THIN, " "), buffer(1900.0)
    ('20 % more places', '20 times the places')
    """
    if percent >= 900:
        return _("{times} times the places", times=short(percent / 100 + 1))
    return _("{percent} more places", percent=f"{rate(percent)}{THIN}%")


def enough(percent: float) -> str:
    """The least buffer that is enough, rounded up to what is shown: a little less is too little.

    >>> enough(9.02).replace(THIN, " "), enough(20.27).replace(THIN, " ")
    ('9.1 % more places', '21 % more places')
    >>> enough(float("inf"))
    'no percentage is enough where no place is left'
    """
    return buffer(rounded_up(percent)) if math.isfinite(percent) else _(NOT_ENOUGH)


def rounded_up(percent: float) -> float:
    """A percentage rounded up to the digits that `rate` or a multiple shows.

    >>> rounded_up(9.0), rounded_up(9.02), rounded_up(9.92), rounded_up(33.23), rounded_up(930.0)
    (9.0, 9.1, 10.0, 34.0, 1000.0)
    """
    if percent >= 900:
        times = percent / 100 + 1
        step = 1.0 if times < 1e4 else 10.0 ** (math.floor(math.log10(times)) - 2)
        return 100 * (_up(times, step) - 1)
    return _up(percent, 0.1 if percent <= 9.9 else 1.0)


def _up(value: float, step: float) -> float:
    # What is over by less than a millionth is rounding.
    return round(math.ceil(round(value / step, 6)) * step, 6)
