"""How equally capacity is spread over need, before a plan and after, for the same territories."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.equality.held import Floats, Held, Integers, held, is_counted, numbered
from analysis.equality.measures import gini, theil
from analysis.equality.open_figures import Ends, cases, found_range, is_open


@dataclass(frozen=True)
class Measured:
    """A measure and the range found for it: equal to it where every figure is exact."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Fairness:
    """Gini's index and Theil's T at one time."""

    gini: Measured
    theil: Measured


@dataclass(frozen=True)
class Fairer:
    """Equality before and after, of the territories whose figures are known at both times.

    `counted` of them; `left_out` are unknown, or need nothing, at one time at least.
    """

    before: Fairness
    after: Fairness
    counted: int
    left_out: int


def fairer(rows: pd.DataFrame) -> Fairer:
    """Equality of capacity over need before and after a plan.

    Shape   : `rows` as `applied` gives them.
    Units   : 0 where everybody in need has the same. Best guesses; a *found range* where some
              figure is an interval (`analysis.equality.open_figures`), never called a bound.
    Missing : NaN where no territory counts, or there is no capacity.
    Source  : Gini 1912; Theil 1967, weighted by need.
    """
    first, then = _ends(rows, ""), _ends(rows, "after_")
    counted = is_counted(*first[:2]) & is_counted(*then[:2])
    group = numbered(rows["country"][counted])
    before, after = (
        _measured(capacity[counted], need[counted], Ends(*(each[counted] for each in ends)), group)
        for capacity, need, ends in (first, then)
    )
    return Fairer(before, after, int(counted.sum()), int((~counted).sum()))


def _ends(rows: pd.DataFrame, prefix: str) -> tuple[Floats, Floats, Ends]:
    """Best guesses of capacity and need, and their ends: the guess where no end is known."""
    best: dict[str, Floats] = {}
    ends: dict[str, Floats] = {}
    for name in ("capacity", "need"):
        lower, upper = (rows[f"{prefix}{name}_{end}"].astype(float) for end in ("lower", "upper"))
        guess = rows[f"{prefix}{name}"].astype(float).fillna((lower + upper) / 2)
        best[name] = np.asarray(guess, dtype=np.float64)
        ends[f"{name}_lower"] = np.fmin(
            np.asarray(lower.fillna(guess), dtype=np.float64), best[name]
        )
        ends[f"{name}_upper"] = np.fmax(
            np.asarray(upper.fillna(guess), dtype=np.float64), best[name]
        )
    return best["capacity"], best["need"], Ends(**ends)


def _measured(capacity: Floats, need: Floats, ends: Ends, group: Integers) -> Fairness:
    best = held(capacity, need, group)
    among = cases(ends, best, best.group) if is_open(ends) else [best]
    return Fairness(_one(among, gini), _one(among, _theil))


def _one(among: list[Held], of: Callable[[Held], float]) -> Measured:
    """The best guess, which is the first of the cases, and the range among all."""
    return Measured(of(among[0]), *found_range(among, of))


def _theil(each: Held) -> float:
    return theil(each).total
