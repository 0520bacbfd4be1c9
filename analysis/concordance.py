"""Whether two rankings agree: does money follow need?

Kendall's tau-b: the share of pairs of territories in the same order in both rankings, less the
share in opposite order, ties corrected. 1 is the same order, 0 none, -1 the reverse.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import kendalltau, spearmanr

Values = npt.NDArray[np.float64]
FOLLOWS, AGAINST, CANNOT_TELL, TOO_FEW = "follows", "against", "cannot tell", "too few"
# Of fewer territories there are too few different samples for an interval of their order.
LEAST = 8
_RESAMPLES = 999
# So many territories have few enough pairs to hold those of every sample at once.
_FEW = 60
_CONFIDENCE = 0.95
SEED = 20211124


@dataclass(frozen=True)
class Concordance:
    """How far two rankings agree.

    `tau` and `rho` (Spearman) at the central values; `lower` and `upper` the 95 % interval of
    tau; `same_order` the share of untied pairs in the same order. `left_out` are those with a
    side unknown. NaN where there are too few territories, or one side does not vary.
    """

    n: int
    left_out: tuple[str, ...]
    tau: float
    lower: float
    upper: float
    rho: float
    same_order: float

    @property
    def answer(self) -> str:
        """Whether one follows the other: only where the whole interval says so."""
        if np.isnan(self.tau) or np.isnan(self.lower):
            return TOO_FEW
        if self.lower > 0:
            return FOLLOWS
        return AGAINST if self.upper < 0 else CANNOT_TELL


def tau_b(first: Values, second: Values) -> float:
    """Kendall's tau-b of two rankings; NaN where one of them does not vary.

    >>> tau_b(np.array([1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0])).__round__(3)
    0.333
    """
    if len(first) < 2 or np.ptp(first) == 0 or np.ptp(second) == 0:
        return float("nan")
    return float(kendalltau(first, second, variant="b", method="asymptotic").statistic)


def same_order(first: Values, second: Values) -> float:
    """Of the pairs that differ on both sides, the share in the same order; NaN without any."""
    pairs = np.triu_indices(len(first), 1)
    sign = np.sign(first[pairs[0]] - first[pairs[1]]) * np.sign(second[pairs[0]] - second[pairs[1]])
    differ = sign != 0
    return float((sign[differ] > 0).mean()) if differ.any() else float("nan")


def concordance(rows: pd.DataFrame, seed: int = SEED) -> Concordance:
    """How far the order of `money` agrees with the order of `need`.

    Shape   : `rows` is indexed by territory with `money`, `need`, and may have `money_lower`,
              `money_upper`, `need_lower`, `need_upper`.
    Units   : any; only the order counts.
    Missing : a territory with a side unknown, its interval included, is left out and named in
              `left_out`; it never counts as 0.
    Errors  : ValueError where an index repeats or a lower end is above its upper end.
    Source  : Kendall (1945); percentile bootstrap over territories, 999 times, in which every
              figure known as an interval is drawn anew, evenly between its ends. Seeded.
    """
    if rows.index.has_duplicates:
        raise ValueError("a territory is there twice")
    sides = [_side(rows, name) for name in ("money", "need")]
    known = sides[0]["value"].notna() & sides[1]["value"].notna()
    left_out = tuple(str(each) for each in rows.index[~known])
    money, need = (side[known].to_numpy(dtype=float) for side in sides)
    n = int(known.sum())
    nothing = float("nan")
    tau = tau_b(money[:, 0], need[:, 0]) if n >= LEAST else nothing
    if np.isnan(tau):
        return Concordance(n, left_out, nothing, nothing, nothing, nothing, nothing)
    lower, upper = _interval(money, need, seed)
    rho = float(spearmanr(money[:, 0], need[:, 0]).statistic)
    return Concordance(
        n, left_out, tau, lower, upper, rho, same_order(money[:, 0], need[:, 0])
    )  # fmt: skip


def _side(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Value and ends of one ranking; an exact figure has itself as both ends."""
    value = rows[name].astype(float)
    ends = rows.reindex(columns=[f"{name}_lower", f"{name}_upper"]).astype(float)
    side = pd.DataFrame({"value": value, "lower": ends.iloc[:, 0], "upper": ends.iloc[:, 1]})
    if (side["lower"] > side["upper"]).any():
        raise ValueError(f"{name}: a lower end is above its upper end")
    return side.assign(lower=side["lower"].fillna(value), upper=side["upper"].fillna(value))


def _interval(money: Values, need: Values, seed: int) -> tuple[float, float]:
    """The 95 % interval of tau-b over samples of territories and draws of their intervals."""
    random = np.random.default_rng(seed)
    drawn = np.empty((2, _RESAMPLES, len(money)))
    for i in range(_RESAMPLES):
        chosen = random.integers(0, len(money), len(money))
        # A territory that is there twice has one figure: drawn first, then chosen.
        drawn[:, i] = _drawn(money, random)[chosen], _drawn(need, random)[chosen]
    found = _taus(drawn[0], drawn[1])
    tail = (1 - _CONFIDENCE) / 2
    low, high = np.nanquantile(found, [tail, 1 - tail])
    return float(low), float(high)


def _taus(first: Values, second: Values) -> Values:
    """tau-b of each row of two tables: of all pairs at once where they are few."""
    size = first.shape[1]
    if size > _FEW:
        return np.array([tau_b(one, two) for one, two in zip(first, second, strict=True)])
    a, b = np.triu_indices(size, 1)
    left, right = np.sign(first[:, a] - first[:, b]), np.sign(second[:, a] - second[:, b])
    untied = np.abs(left).sum(axis=1) * np.abs(right).sum(axis=1)
    untied[untied == 0] = np.nan
    return np.asarray((left * right).sum(axis=1) / np.sqrt(untied))


def _drawn(side: Values, random: np.random.Generator) -> Values:
    """A figure of every territory, evenly between its ends."""
    lower, upper = side[:, 1], side[:, 2]
    if (lower == upper).all():
        return side[:, 0]
    return np.asarray(lower + (upper - lower) * random.random(len(side)))
