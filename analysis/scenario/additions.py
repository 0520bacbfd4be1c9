"""Places that are added where a rule says, in number or as many as a budget pays."""

from dataclasses import dataclass

import numpy as np

from analysis.allocation.filling import Reals, fill
from analysis.allocation.limits import Counts, Limits
from analysis.allocation.objectives import by_key, least_unequal
from analysis.scenario.plan import Add
from analysis.scenario.prices import Price


def spread(places: int, gap: Reals, weight: Reals, change: Add) -> Counts:
    """Places by territory, whole, as the rule puts them.

    Shape   : one entry a territory that is known; `gap` in the benchmark's unit.
    Source  : filling from above: a place is a person who leaves. See `allocation.objectives`.

    >>> spread(6, np.array([4.0, 0.0, 8.0]), np.ones(3), Add(6, rule="worst"))
    array([1, 0, 5])
    """
    limits = Limits.up_to(np.full(len(gap), places))
    if change.rule == "key":
        return by_key(places, weight, limits)
    if change.rule == "unequal":
        return least_unequal(places, -gap, weight, limits)
    if change.rule == "worst":
        # The next place goes where the gap for its size is then the largest.
        return fill(places, -gap, weight, limits)
    return _where_missing(places, gap, weight)


def _where_missing(places: int, gap: Reals, weight: Reals) -> Counts:
    """The fewest missing: whole gaps by the key, then parts of a place, then the rest by the key.

    >>> _where_missing(5, np.array([2.5, 1.9, -3.0]), np.ones(3)).tolist()
    [3, 2, 0]
    """
    half = np.full_like(weight, 0.5)
    short = np.clip(gap, 0, None)
    whole = np.floor(short).astype(np.int64)
    first = fill(min(places, int(whole.sum())), half, weight, Limits.up_to(whole))
    left = places - int(first.sum())
    parts = np.flatnonzero(short > whole)
    worth = parts[np.argsort(-(short - whole)[parts], kind="stable")][:left]
    first[worth] += 1
    return fill(places, half, weight, Limits(first, np.maximum(first, places)))


@dataclass(frozen=True)
class Affordable:
    """How many places a budget pays for: `sure` at the dearest price, `most` at the cheapest."""

    sure: int
    most: int


def affordable(budget_eur: int, days: int, price: Price) -> Affordable:
    """Whole places that a budget keeps for so many days.

    Units   : EUR; EUR per place and day.

    >>> affordable(1_000_000, 100, Price(20.0, 50.0))
    Affordable(sure=200, most=500)
    """
    sure, most = (
        int(np.floor(budget_eur / (each * days) + 1e-9)) for each in (price.upper, price.lower)
    )
    return Affordable(sure, most)
