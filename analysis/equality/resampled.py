"""How far measures of equality hang on which territories are counted: the bootstrap.

One set of counts (how often each territory is drawn, with replacement) serves all measures and
all periods, so that two periods differ by what changed, not by the draw (Efron & Tibshirani 1993).
"""

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.equality.held import Floats, Held, Integers
from analysis.equality.kernel import COLUMNS, Counts, Ranked, measure

DRAWS = 1_000
_SEED = 20240101
LOW, HIGH = 0.025, 0.975


@lru_cache(maxsize=16)
def counts_of(territories: int, draws: int = DRAWS, seed: int = _SEED) -> Counts:
    """How often each territory is drawn in each resample: draws x territories, the same each time.

    >>> counts_of(5, 3).sum(axis=1).tolist()
    [5, 5, 5]
    """
    random = np.random.default_rng(seed)
    drawn = random.integers(0, territories, (draws, territories))
    drawn += np.arange(draws)[:, None] * territories
    counts = np.bincount(drawn.ravel(), minlength=draws * territories).astype(np.uint16)
    counts.setflags(write=False)
    return counts.reshape(draws, territories)


def resampled(held: Held, counts: Counts, aversion: float, columns: Integers) -> Floats:
    """Every measure of every resample.

    Shape   : `columns` says which column of `counts` (draws x territories) each territory of
              `held` has; the result is draws x `kernel.COLUMNS`.
    Units   : those of `analysis.equality.measures`.
    Missing : NaN in a resample without capacity, or in `equivalent` without an aversion.
    Errors  : ValueError where there are not as many columns as territories.
    """
    if len(columns) != len(held.need):
        raise ValueError("each territory needs one column of the counts")
    if not len(columns):
        return np.full((counts.shape[0], len(COLUMNS)), np.nan)
    rate = held.rate
    least = float(rate.min())
    sums = np.empty((counts.shape[0], 7))
    measure(counts, _ranked(held, aversion, columns), held.groups, sums)
    pairs, capacity, need, surprise, worth, between, within = sums.T
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = capacity / need
        gini = pairs / (capacity * need)
        total = surprise / capacity - np.log(mean)
        parts = between / capacity - np.log(mean), within / capacity
        equal = least - np.log(worth / need) / aversion if aversion else mean
    return np.column_stack([gini, total, *parts, equal, mean])


def interval(draws: Floats) -> tuple[float, float]:
    """The middle 95 % of resamples; NaN where more than a tenth have no value.

    >>> interval(np.linspace(0, 1, 1001))
    (0.025, 0.975)
    """
    known = draws[np.isfinite(draws)]
    if len(known) < 0.9 * len(draws) or not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, [LOW, HIGH])
    return float(low), float(high)


def intervals(draws: Floats) -> pd.DataFrame:
    """One row per measure: `lower` and `upper` of its resamples."""
    found = [interval(draws[:, i]) for i in range(len(COLUMNS))]
    return pd.DataFrame(found, index=list(COLUMNS), columns=["lower", "upper"])


def _ranked(held: Held, aversion: float, columns: Integers) -> Ranked:
    rate = held.rate
    order = np.argsort(rate, kind="stable")
    rate, capacity, need = rate[order], held.capacity[order], held.need[order]
    logarithm = np.log(rate, out=np.zeros_like(rate), where=rate > 0)
    worth = need * np.exp(-aversion * (rate - rate[0]))
    return Ranked(columns[order], capacity, need, capacity * logarithm, worth, held.group[order])
