"""What the classes of a map are called, from where one ends and the next begins."""

from collections.abc import Sequence
from itertools import pairwise

from ui.language import _
from ui.language.numbers import grouped, with_point


def labels(breaks: Sequence[float], unit: str) -> list[str]:
    """Names of the classes, from 'under 1 %' to '40 % and more'; `unit` as it is read.

    >>> labels([1, 5], "%")
    ['under 1 %', '1 to 5', '5 % and more']
    """
    tail = f" {unit}" if unit else ""
    middle = [_("{low} to {high}", low=_sign(a), high=_sign(b)) for a, b in pairwise(breaks)]
    return [
        _("under {amount}", amount=f"{_sign(breaks[0])}{tail}"),
        *middle,
        _("{amount} and more", amount=f"{_sign(breaks[-1])}{tail}"),
    ]


def _sign(value: float) -> str:
    return grouped(value) if abs(value) >= 1_000 else with_point(f"{value:g}")
