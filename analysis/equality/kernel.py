"""All measures of many resamples in one reading of their counts, compiled."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from analysis.equality.held import Floats, Integers

Counts = npt.NDArray[np.uint16]
# Columns of what `measure` gives.
COLUMNS = ("gini", "theil", "between", "within", "equivalent", "mean")


class Ranked(NamedTuple):
    """Territories from worst to best supplied; `column` is where a count of each is found.

    `surprise` is capacity times the logarithm of its rate, `worth` need times how little its rate
    is worth to who is averse to inequality.
    """

    column: Integers
    capacity: Floats
    need: Floats
    surprise: Floats
    worth: Floats
    group: Integers


def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    settings = {"nogil": True, "error_model": "numpy"}
    try:
        return njit(cache=True, **settings)(function)
    except RuntimeError:  # nowhere to write: compiled anew in every process
        return njit(**settings)(function)


@_compiled
def measure(counts: Counts, ranked: Ranked, groups: int, found: Floats) -> None:
    """Write sums of each resample into a row of `found`.

    Columns: pairs of Gini, capacity, need, surprise, worth, between, within.
    """
    held = np.empty(groups)
    asked = np.empty(groups)
    told = np.empty(groups)
    for draw in range(counts.shape[0]):
        row = counts[draw]
        held[:] = 0.0
        asked[:] = 0.0
        told[:] = 0.0
        capacity = need = pairs = worth = 0.0
        for i in range(ranked.column.size):
            # Without asking whether it is 0: a guess gone wrong costs more than the sums.
            times = np.float64(row[ranked.column[i]])
            has = times * ranked.capacity[i]
            needs = times * ranked.need[i]
            pairs += has * need - needs * capacity
            capacity += has
            need += needs
            worth += times * ranked.worth[i]
            group = ranked.group[i]
            held[group] += has
            asked[group] += needs
            told[group] += times * ranked.surprise[i]
        between = within = surprise = 0.0
        for group in range(groups):
            surprise += told[group]
            if held[group] > 0:
                ratio = np.log(held[group] / asked[group])
                between += held[group] * ratio
                within += told[group] - held[group] * ratio
        found[draw, 0] = pairs
        found[draw, 1] = capacity
        found[draw, 2] = need
        found[draw, 3] = surprise
        found[draw, 4] = worth
        found[draw, 5] = between
        found[draw, 6] = within
