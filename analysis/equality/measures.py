"""Measures of how unequally capacity is spread over need; people in need are the weights."""

from typing import NamedTuple

import numpy as np

from analysis.equality.held import Floats, Held


class Theil(NamedTuple):
    """Theil's T and its two parts, which are worked out apart and add up to it."""

    total: float
    between: float
    within: float


def lorenz(held: Held) -> tuple[Floats, Floats]:
    """The Lorenz curve: cumulated shares of need and of capacity, worst supplied first.

    Shape   : two arrays, one longer than `held`, both from 0 to 1.
    Missing : capacity shares are NaN where there is no capacity at all.
    Source  : Lorenz 1905; with need in the place of heads.
    """
    order = np.argsort(held.rate, kind="stable")
    need = np.concatenate([[0.0], np.cumsum(held.need[order])])
    capacity = np.concatenate([[0.0], np.cumsum(held.capacity[order])])
    return need / _total(need[-1]), capacity / _total(capacity[-1])


def gini(held: Held) -> float:
    """Gini's index: half the mean difference between two in need, over the mean.

    Units   : 0 where all have the same for one in need; near 1 where one has everything.
    Missing : NaN where there is no capacity or no territory.
    Source  : Gini 1912, weighted by need.

    >>> gini(Held(np.array([0.0, 10.0]), np.array([5.0, 5.0]), np.array([0, 0])))
    0.5
    """
    order = np.argsort(held.rate, kind="stable")
    capacity, need = held.capacity[order], held.need[order]
    before = np.cumsum(need) - need
    had = np.cumsum(capacity) - capacity
    total = capacity.sum() * need.sum()
    # Each pair counts what the better supplied has beyond the other's rate.
    return float((capacity * before - need * had).sum() / _total(total))


def theil(held: Held) -> Theil:
    """Theil's T of shares of capacity over shares of need, between and within countries.

    Units   : 0 where all have the same for one in need; at most the logarithm of need / least need.
    Missing : 0 log 0 counts 0; NaN where there is no capacity or no territory.
    Source  : Theil 1967, chapter 4.
    """
    capacity, need = _total(held.capacity.sum()), _total(held.need.sum())
    share, asked = held.capacity / capacity, held.need / need
    total = float(_plogp(share, asked).sum()) if np.isfinite(capacity) else np.nan
    shares = np.bincount(held.group, share, held.groups).astype(np.float64)
    asks = np.bincount(held.group, asked, held.groups).astype(np.float64)
    between = float(_plogp(shares, asks).sum()) if np.isfinite(capacity) else np.nan
    inside = _plogp(share, asked * (shares / asks)[held.group]) if held.groups else share
    return Theil(total, between, float(inside.sum()) if np.isfinite(capacity) else np.nan)


def kappa(rates: Floats, need: Floats, epsilon: float) -> float:
    """The aversion of Kolm and Pollak that Atkinson's epsilon comes to for these rates.

    Shape   : one rate and need per territory, and period where several are compared by one kappa.
    Units   : one over the rate's. Above 0: less than others is bad, as for what is wanted.
    Missing : NaN where all rates are 0.
    Source  : Sheriff & Maguire 2020; Logan et al. 2021: epsilon * sum(x) / sum(x^2), weighted.

    >>> kappa(np.array([1.0, 3.0]), np.array([1.0, 1.0]), 1.0)
    0.4
    """
    return float(epsilon * (rates * need).sum() / _total((rates**2 * need).sum()))


def equivalent(held: Held, aversion: float) -> float:
    """Kolm and Pollak's equally distributed equivalent: the rate that, given to all, is as good.

    Units   : those of the rate; never above the mean rate, and equal to it where all are equal or
              `aversion` (kappa) is 0.
    Missing : NaN without a territory, or an aversion that is not known.
    Source  : Kolm 1976; Sheriff & Maguire 2020, for what is wanted.

    >>> both = Held(np.array([1.0, 3.0]), np.array([1.0, 1.0]), np.array([0, 0]))
    >>> round(equivalent(both, 0.4), 6)  # 1 - ln((1 + exp(-0.8)) / 2) / 0.4
    1.805116
    """
    need = held.need.sum()
    if not len(held.need) or not np.isfinite(aversion):
        return float("nan")
    if aversion == 0:
        return float(held.capacity.sum() / need)
    rate = held.rate
    least = float(rate.min())
    worth = (held.need * np.exp(-aversion * (rate - least))).sum() / need
    return least - float(np.log(worth)) / aversion


def _plogp(share: Floats, asked: Floats) -> Floats:
    """Each share times the logarithm of its ratio to what is asked, with 0 log 0 = 0."""
    has = share > 0
    ratio = np.divide(share, asked, out=np.ones_like(share), where=has)
    return share * np.log(ratio)


def _total(value: float) -> float:
    """A divisor that is unknown where there is nothing to divide."""
    return float(value) if value > 0 else float("nan")
