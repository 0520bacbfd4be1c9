"""Where a series breaks: figures at which it leaves the level its history supports.

The thresholds are set so that what a series has shown it can do is not doubted: a year of many
arrivals after years of swings is history, a fall of a fifth amid months that move by a
hundredth is not. For stocks only: a flow has no level to keep.

Every function takes figures, one row each and in any order, with the columns of `COLUMNS`
(`value` NaN is missing and never doubted), and gives findings, one row each, with the columns
of `FOUND`; `figure` is the index of the row that is doubted.
"""

import numpy as np
import pandas as pd

SERIES = ["territory_id", "measure_id", "group_id", "source_id"]
COLUMNS = (*SERIES, "period", "value", "obs_status")
FOUND = ("figure", "check_id", "expected_lower", "expected_upper", "obs_status", "reason")

# A change this many times the typical one of the series is beyond its history...
_TYPICAL_CHANGES = 6.0
# ... and so many times the greater of the two changes beside it (a surge builds up and ebbs),
_BESIDE = 4.0
# ... and no small matter: at least a tenth, and far beyond chance in a count.
_LEAST_FACTOR = 1.10
_CHANCE = 5.0
# Changes before and after that say what is typical; a series that has just begun has no level.
_WINDOW, _LEAST_CHANGES, _LEAST_BEFORE = 12, 5, 3


def level_breaks(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures at which a series leaves its level and stays away (status B).

    A figure its publisher has marked as a break is explained and not doubted.
    """
    steps = _changes(figures)
    jump = (steps["size"] > steps["allowed"]) & (steps["size"] > _BESIDE * steps["beside"])
    return _found(steps[jump & (steps["obs_status"] != "B")], "level_break", "B")


def spikes(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures that leave the level of both their neighbours, which agree (status U)."""
    steps = _changes(figures)
    there, back = steps["change"], -steps["change_after"]
    away = np.minimum(there.abs(), back.abs())
    across = (there - back).abs()
    spike = (
        (np.sign(there) == np.sign(back)) & (away > steps["allowed"]) & (across < away / _BESIDE)
    )
    return _found(steps[spike], "level_break", "U")


def _changes(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures with the log change that led to each, and how large a change would be ordinary.

    `allowed` is the largest change that the series' own window of changes supports, `beside`
    the greater of the changes before and after; NaN where the series is too short to say.
    """
    known = figures[figures["value"] > 0].sort_values([*SERIES, "period"])
    series = known.groupby(SERIES, sort=False, dropna=False)["value"]
    before = series.shift()
    change = pd.Series(np.log(known["value"] / before), index=known.index)
    by_series = change.groupby([known[name] for name in SERIES], sort=False, dropna=False)
    size = change.abs()
    earlier = np.column_stack([by_series.shift(k).abs() for k in range(1, _WINDOW + 1)])
    later = np.column_stack([by_series.shift(-k).abs() for k in range(1, _WINDOW + 1)])
    around = np.column_stack([earlier, later])
    enough = (np.isfinite(around).sum(axis=1) >= _LEAST_CHANGES) & (
        np.isfinite(earlier).sum(axis=1) >= _LEAST_BEFORE
    )
    typical = np.full(len(known), np.nan)
    typical[enough] = np.nanmedian(around[enough], axis=1)
    beside = np.fmax(by_series.shift(1).abs(), by_series.shift(-1).abs())
    chance = _CHANCE * np.sqrt(known["value"] + before) / before
    allowed = np.maximum.reduce(
        [
            _TYPICAL_CHANGES * typical,
            np.full(len(known), np.log(_LEAST_FACTOR)),
            np.log1p(np.minimum(chance, 1e6)),
        ]
    )
    return known.assign(
        before=before,
        change=change,
        change_after=by_series.shift(-1),
        size=size,
        beside=beside,
        allowed=np.where(np.isfinite(typical), allowed, np.nan),
    )


def _found(steps: pd.DataFrame, check_id: str, status: str) -> pd.DataFrame:
    """Findings from changes: expected is what the allowed change would have led to."""
    factor = np.exp(steps["allowed"])
    texts = [
        f"{_number(value)} after {_number(before)}: a change of {100 * (value / before - 1):+.0f} %"
        f" where the series usually changes by up to {100 * (top - 1):.0f} %"
        + (", and back" if status == "U" else "")
        for value, before, top in zip(steps["value"], steps["before"], factor, strict=True)
    ]
    return pd.DataFrame(
        {
            "figure": steps.index,
            "check_id": check_id,
            "expected_lower": steps["before"] / factor,
            "expected_upper": steps["before"] * factor,
            "obs_status": status,
            "reason": texts,
        },
        columns=list(FOUND),
    )


def _number(value: float) -> str:
    """A figure in a sentence: thousands apart, no decimals that say nothing."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
