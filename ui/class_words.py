"""What the classes of a map are called."""

from collections.abc import Sequence
from itertools import pairwise

from ui.language import _
from ui.language.numbers import with_point


def labels(breaks: Sequence[float], unit: str) -> list[str]:
    """Names of the classes, from 'under 1 %' to '40 % and more'.

    >>> labels([1, 5], "%")
    ['under 1 %', '1 to 5', '5 % and more']
    """
    tail = f" {unit}" if unit else ""
    middle = [
        _("{low} to {high}", low=_number(low), high=_number(high)) for low, high in pairwise(breaks)
    ]
    return [
        _("under {limit}", limit=f"{_number(breaks[0])}{tail}"),
        *middle,
        _("{limit} and more", limit=f"{_number(breaks[-1])}{tail}"),
    ]


def _number(value: float) -> str:
    return with_point(f"{value:g}")
