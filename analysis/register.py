"""Whether a register of places can speak for a region, or has a hole there."""

import pandas as pd
from scipy.stats import poisson

# A region with under 0.4 of the entries its country's typical region has per resident, when
# chance alone would give so few less than once in a thousand, is a hole in the register.
LEAST_SHARE = 0.4
LEAST_CHANCE = 0.001


def verdicts(regions: pd.DataFrame) -> pd.DataFrame:
    """Judge each region's part of a register against its country's.

    Shape   : `regions` is indexed by region, with `country`, `residents` and `entries`; the
              result adds `expected` (entries at the country's median density) and `verdict`:
              `covered`, `no register` (the country has no entry), or `too few`.
    Units   : entries and residents are counts.
    Missing : residents unknown: `covered` when the country has a register, as nothing
              speaks against it; `expected` is then missing.
    Errors  : ValueError when an index repeats.
    Source  : one-sided Poisson test against the country's median regional density.
    """
    if regions.index.has_duplicates:
        raise ValueError("a region is there twice")
    out = regions.copy()
    density = out["entries"] / out["residents"].where(out["residents"] > 0)
    out["expected"] = density.groupby(out["country"]).transform("median") * out["residents"]
    few = (out["entries"] < LEAST_SHARE * out["expected"]) & (
        poisson.cdf(out["entries"], out["expected"].fillna(0)) < LEAST_CHANCE
    )
    none = out.groupby("country")["entries"].transform("sum") == 0
    out["verdict"] = "covered"
    out.loc[few, "verdict"] = "too few"
    out.loc[none, "verdict"] = "no register"
    return out
