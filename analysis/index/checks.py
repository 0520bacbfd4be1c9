"""What the Handbook asks to check before an index is believed.

Coverage, correlations between indicators (OECD/JRC 2008, step 4) and what each indicator in fact
contributes to the result, which is seldom its weight: the correlation ratio of Paruolo, Saisana
and Saltelli (2013, doi:10.1111/j.1467-985X.2012.01059.x).
"""

import numpy as np
import pandas as pd

from analysis.index.table import Floats, Table

# Fewer territories in common say nothing of two indicators.
LEAST = 10
SAME, CONTRARY = 0.9, -0.4


def coverage(table: Table) -> pd.DataFrame:
    """How much is known: one row per indicator with `area`, `known` (territories) and `share`."""
    return pd.DataFrame(
        {
            "area": list(table.areas),
            "known": table.known.sum(axis=0),
            "share": table.known.mean(axis=0),
        },
        index=pd.Index(table.indicators, name="indicator"),
    )


def correlations(table: Table) -> pd.DataFrame:
    """Rank correlation of each pair of indicators, turned so that more is better (Spearman).

    Shape   : one row per pair: `one`, `other`, `territories` that have both, `correlation`, and
              `says`: "the same" from 0.9, "the contrary" to -0.4, else "".
    Missing : `correlation` is NaN where fewer than ten have both, or one of them does not vary.
    """
    middles = table.middles
    rows = []
    for at, one in enumerate(table.indicators):
        for to in range(at + 1, len(table.indicators)):
            both = ~np.isnan(middles[at]) & ~np.isnan(middles[to])
            found = _spearman(middles[at][both], middles[to][both])
            says = "the same" if found >= SAME else "the contrary" if found <= CONTRARY else ""
            rows.append((one, table.indicators[to], int(both.sum()), found, says))
    columns = ["one", "other", "territories", "correlation", "says"]
    return pd.DataFrame(rows, columns=columns)


def _spearman(one: Floats, other: Floats) -> float:
    if len(one) < LEAST or np.ptp(one) == 0 or np.ptp(other) == 0:
        return float("nan")
    return float(pd.Series(one).corr(pd.Series(other), method="spearman"))


def importance(table: Table, result: Floats) -> pd.DataFrame:
    """What share of the result's variance each indicator accounts for by itself.

    Shape   : `result` has one value per territory, such as its median position. One row per
              indicator with `ratio`: the correlation ratio, variance of the result's mean given
              the indicator over its variance, in classes of equal size, corrected for their
              number (Kelley 1935).
    Missing : NaN where fewer than ten territories have both, or nothing varies.
    """
    found = [correlation_ratio(values, result) for values in table.middles]
    return pd.DataFrame({"ratio": found}, index=pd.Index(table.indicators, name="indicator"))


def correlation_ratio(values: Floats, result: Floats) -> float:
    """The correlation ratio of a result on a value, from 0 to 1; see `importance`.

    >>> correlation_ratio(np.arange(20.0), np.repeat([1.0, 2.0], 10))
    1.0
    """
    both = ~np.isnan(values) & ~np.isnan(result)
    x, y = values[both], result[both]
    if len(x) < LEAST or np.ptp(x) == 0 or np.ptp(y) == 0:
        return float("nan")
    classes = min(10, len(x) // 5)
    # Equal values stay in one class, so that their order says nothing.
    share = (pd.Series(x).rank(method="average") - 0.5) / len(x)
    groups = pd.Series(y).groupby((share * classes).astype(int).to_numpy())
    within = float(((pd.Series(y) - groups.transform("mean")) ** 2).sum())
    whole = float(((y - y.mean()) ** 2).sum())
    freedom = len(y) - groups.ngroups
    if freedom <= 0:
        return float("nan")
    return max(0.0, 1 - within / whole * (len(y) - 1) / freedom)
