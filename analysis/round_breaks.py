"""Breaks a reader can remember: round numbers near the quantiles of what is shown."""

import math

import pandas as pd

_ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)
_USUAL = (1.0, 2.0, 5.0, 10.0, 20.0)


def round_breaks(values: pd.Series, classes: int = 6) -> tuple[float, ...]:
    """Rising round breaks near the quantiles: 1, 1.5, 2, 3, 5 or 7 times a power of ten.

    Shape   : at most `classes` - 1 breaks, at least one.
    Missing : left out; without a positive value the breaks are 1, 2, 5, 10, 20.

    >>> round_breaks(pd.Series([0.11, 0.4, 0.9, 3.0, 18.0, 60.0]), 4)
    (0.5, 2.0, 15.0)
    """
    known = values.dropna()
    known = known[known > 0]
    if known.empty:
        return _USUAL
    edges = [float(known.quantile(i / classes)) for i in range(1, classes)]
    return tuple(sorted({_rounded(edge) for edge in edges}))


def _rounded(value: float) -> float:
    """The nearest of these numbers times a power of ten, on a scale of ratios."""
    power = 10.0 ** math.floor(math.log10(value))
    nearest = min(_ROUND, key=lambda each: abs(math.log(value / (each * power))))
    return float(f"{nearest * power:.6g}")
