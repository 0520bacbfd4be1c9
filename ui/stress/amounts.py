"""Persons, territories and places of the stress test, counted as readers read them."""

import math

from ui import words
from ui.words import THIN, is_known, rate, short

NOT_ENOUGH = "no percentage is enough where no place is left"


def span(low: float, high: float) -> str:
    """Persons between two ends, whole.

    >>> span(12.2, 15.7), span(12.2, 12.4), span(0.0, 7.0)
    ('12 to 16', '12', 'up to 7')
    """
    if not is_known(high):
        return "an unknown number of"
    least, most = (
        short(round(float(each)) + 0.0) if is_known(each) else "0" for each in (low, high)
    )
    if least == most:
        return most
    return f"up to {most}" if least == "0" else f"{least} to {most}"


def people(low: float, high: float, one: str, many: str) -> str:
    """People between two ends with what one of them does and what many do.

    >>> people(1.2, 0.8, "comes", "come"), people(0.0, 7.0, "comes", "come")
    ('1 person comes', 'up to 7 people come')
    """
    said = span(low, high)
    return f"{said} person {one}" if said in ("1", "up to 1") else f"{said} people {many}"


def at_worst(low: float, high: float) -> str:
    """How many people are without a place, as a sentence begins.

    >>> at_worst(0.0, 7.0), at_worst(3.0, 7.0)
    ('Up to 7 people are without a place', 'At worst, 3 to 7 people are without a place')
    >>> at_worst(0.0, 0.3), at_worst(0.9, 1.1)
    ('Nobody is without a place', 'At worst, 1 person is without a place')
    """
    if nobody(high):
        return "Nobody is without a place"
    said = people(low, high, "is", "are")
    said = f"Up{said[2:]}" if said.startswith("up") else f"At worst, {said}"
    return f"{said} without a place"


def nobody(persons: float) -> bool:
    """Whether so many persons read as none."""
    return round(float(persons)) == 0


def many(number_of: int, verb: str, rest: str = "") -> str:
    """A number of territories and what they do.

    >>> many(1, "fill"), many(3, "keep", " room")
    ('1 fills', '3 keep room')
    """
    return f"{words.number(number_of)} {verb}{'s' if number_of == 1 else ''}{rest}"


def buffer(percent: float) -> str:
    """So many per cent more places, as a multiple where that is easier to grasp.

    >>> buffer(20.0).replace(THIN, " "), buffer(1900.0)
    ('20 % more places', '20 times the places')
    """
    if percent >= 900:
        return f"{short(percent / 100 + 1)} times the places"
    return f"{rate(percent)}{THIN}% more places"


def enough(percent: float) -> str:
    """The least buffer that is enough, rounded up to what is shown: a little less is too little.

    >>> enough(9.02).replace(THIN, " "), enough(20.27).replace(THIN, " ")
    ('9.1 % more places', '21 % more places')
    >>> enough(float("inf"))
    'no percentage is enough where no place is left'
    """
    return buffer(rounded_up(percent)) if math.isfinite(percent) else NOT_ENOUGH


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
