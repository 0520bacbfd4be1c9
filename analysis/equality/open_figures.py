"""How far a measure hangs on figures that are known as intervals: a search among their ends.

The least and the greatest that the search found. Each is reached by figures inside their
intervals, so the true range is at least as wide: a *found range*, never called a bound.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from analysis.equality.held import Floats, Held, Integers

_STEPS = 48


class Ends(NamedTuple):
    """Both ends of what territories have and need; equal where a figure is exact."""

    capacity_lower: Floats
    capacity_upper: Floats
    need_lower: Floats
    need_upper: Floats


def is_open(ends: Ends) -> bool:
    """Whether any figure is an interval.

    >>> one = np.array([1.0])
    >>> is_open(Ends(one, one, one, one)), is_open(Ends(one, one, one, one + 1))
    (False, True)
    """
    return bool(
        (ends.capacity_upper > ends.capacity_lower).any()
        or (ends.need_upper > ends.need_lower).any()
    )


def cases(ends: Ends, best: Held, group: Integers) -> list[Held]:
    """Figures inside their intervals that make inequality great or small.

    Greatest: the better supplied at their highest rate, the others at their lowest, cut at each of
    up to 48 places, the order being that of the best guess, of the highest and the lowest rates.
    Least: every rate as near to a common one as its interval allows, for up to 48 common rates.

    Shape   : all arrays are of the same territories; the best guess comes first.
    """
    need_lower = np.maximum(ends.need_lower, np.minimum(1e-9, ends.need_upper))
    low, high = ends.capacity_lower / ends.need_upper, ends.capacity_upper / need_lower
    found = [best]
    for rate in (best.rate, low, high):
        order = np.argsort(rate, kind="stable")
        place = np.empty(len(rate), dtype=np.int64)
        place[order] = np.arange(len(rate))
        for cut in np.unique(np.linspace(0, len(rate), _STEPS).astype(np.int64)):
            up = place >= cut
            capacity = np.where(up, ends.capacity_upper, ends.capacity_lower)
            need = np.where(up, need_lower, ends.need_upper)
            found.append(Held(capacity, need, group))
    common = np.unique(np.concatenate([low, high, best.rate]))
    for rate in np.quantile(common, np.linspace(0, 1, _STEPS)):
        found.append(_near(rate, ends._replace(need_lower=need_lower), best, group))
    return found


def found_range(among: list[Held], of: Callable[[Held], float]) -> tuple[float, float]:
    """The least and the greatest value of a measure among cases; NaN where it has none."""
    values = np.array([of(each) for each in among])
    values = values[np.isfinite(values)]
    if not len(values):
        return float("nan"), float("nan")
    return float(values.min()), float(values.max())


def _near(rate: float, ends: Ends, best: Held, group: Integers) -> Held:
    """Need, then capacity, moved from the best guess until the rate is met, or their ends are."""
    wanted = np.divide(best.capacity, rate, out=ends.need_upper.copy(), where=rate > 0)
    need = np.clip(wanted, ends.need_lower, ends.need_upper)
    return Held(np.clip(rate * need, ends.capacity_lower, ends.capacity_upper), need, group)
