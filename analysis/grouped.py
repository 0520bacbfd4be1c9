"""A rate of several territories together: from their sums, never from the mean of their rates."""

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Together:
    """What is known of a rate of several territories.

    `value` is there where both parts of all are known exactly. The ends bound it otherwise: an
    unknown count is at least 0 and has no upper end, so the rate is 'at least' what is known
    over all it is divided by. NaN is unknown. `known` of `members` have both parts.
    """

    value: float
    lower: float
    upper: float
    known: int
    members: int


def together(top: pd.DataFrame, bottom: pd.DataFrame, per: float = 1.0) -> Together:
    """The rate of territories together.

    Shape   : `top` and `bottom` have one row a territory in the same order, with `value`,
              `lower` and `upper`.
    Units   : `per` times those of top over bottom.
    Missing : NaN. A value without ends is its own interval; a row without any is unknown and
              lies between 0 and any number. Where nothing is known of the top, nothing is said.
    Errors  : ValueError where the indexes differ or a count lies below 0.
    Source  : interval arithmetic (Moore 1966).

    >>> def exact(*values):
    ...     return pd.DataFrame({name: values for name in ("value", "lower", "upper")})
    >>> together(exact(10.0, 30.0), exact(100.0, 100.0), 1000)
    Together(value=200.0, lower=200.0, upper=200.0, known=2, members=2)
    >>> together(exact(10.0, np.nan), exact(100.0, 100.0), 1000)
    Together(value=nan, lower=50.0, upper=nan, known=1, members=2)
    """
    if not top.index.equals(bottom.index):
        raise ValueError("the two parts are not of the same territories")
    (low, high, value), (under_low, under_high, under) = _sums(top), _sums(bottom)
    known = int((_is_known(top) & _is_known(bottom)).sum())
    if not _is_known(top).any():
        return Together(np.nan, np.nan, np.nan, 0, len(top))
    rate = _over(value, under, per)
    at_least = _over(low, under_high, per)
    return Together(
        rate,
        at_least if at_least > 0 or rate == 0 else np.nan,
        _over(high, under_low, per),
        known,
        len(top),
    )


def _is_known(part: pd.DataFrame) -> pd.Series:
    return part[["value", "lower"]].notna().any(axis=1)


def _sums(part: pd.DataFrame) -> tuple[float, float, float]:
    """The least, the most and the exact sum; the latter two NaN where a row has none."""
    lower, upper = part["lower"].fillna(part["value"]), part["upper"].fillna(part["value"])
    if (lower < 0).any() or (upper < 0).any():
        raise ValueError("a count lies below zero")
    low, high = float(lower.fillna(0.0).sum()), float(upper.sum(skipna=False))
    exact = part["value"].where(lower.eq(upper)).sum(skipna=False)
    return low, high, float(exact)


def _over(top: float, bottom: float, per: float) -> float:
    return top / bottom * per if bottom > 0 else np.nan
