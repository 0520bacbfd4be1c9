"""Who gains and who loses against the mean between two moments."""

import numpy as np
import pandas as pd

from analysis.equality.held import Floats
from analysis.equality.over_time import Figures

GAINS, LOSES, KEEPS, CANNOT_TELL = "gains", "loses", "keeps", "cannot tell"


def standing(figures: Figures) -> pd.DataFrame:
    """Where each territory stands against the mean of all.

    Shape   : one row per territory: `capacity_share`, `need_share` (0 to 1), `relative` (rate as
              a percentage of the mean), `relative_lower`, `relative_upper` (by the ends of its own
              figures, all others at their best guess).
    Missing : NaN where capacity or need is unknown or nothing is needed.
    """
    capacity, need = figures.capacity.copy(), figures.need.copy()
    counted = np.isfinite(capacity) & (need > 0)
    capacity[~counted], need[~counted] = np.nan, np.nan
    mean = np.nansum(capacity) / total if (total := np.nansum(need)) else np.nan
    ends = figures.ends
    out = pd.DataFrame(
        {
            "capacity_share": capacity / (np.nansum(capacity) or np.nan),
            "need_share": need / (np.nansum(need) or np.nan),
            "relative": _percent(capacity, need, mean),
            "relative_lower": _percent(ends.capacity_lower, ends.need_upper, mean),
            "relative_upper": _percent(ends.capacity_upper, ends.need_lower, mean),
        }
    )
    out.loc[~counted] = np.nan
    return out


def gains(then: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """What each gained against the mean, in percentage points of it.

    Shape   : `then` and `now` as `standing` gives them, row by row; adds `gain`, `gain_lower`,
              `gain_upper`, `direction`: gains, loses, keeps (less than half a point) or cannot
              tell (its figures are intervals that allow both).
    Missing : NaN and '' where it is unknown at either moment.
    """
    out = pd.DataFrame({"gain": now["relative"] - then["relative"]})
    out["gain_lower"] = now["relative_lower"] - then["relative_upper"]
    out["gain_upper"] = now["relative_upper"] - then["relative_lower"]
    said = pd.Series(CANNOT_TELL, index=out.index)
    exact = np.isclose(out["gain_lower"], out["gain_upper"])
    said[out["gain_lower"] > 0] = GAINS
    said[out["gain_upper"] < 0] = LOSES
    said[exact & (out["gain"].abs() < 0.5)] = KEEPS
    out["direction"] = said.where(out["gain"].notna(), "")
    return out


def _percent(capacity: Floats, need: Floats, mean: float) -> Floats:
    """A rate as a percentage of the mean; NaN where nothing is needed or the mean is 0."""
    asked = np.where(need > 0, need, np.nan)
    return capacity / asked / (mean or np.nan) * 100
