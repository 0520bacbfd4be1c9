"""Whether a register of places can speak for a region, or has a hole there."""

import pandas as pd
from scipy.stats import poisson

# A region with under 0.4 of the entries its country's typical region has per resident, when
# chance alone would give so few less than once in a thousand, is a hole in the register.
LEAST_SHARE = 0.4
LEAST_CHANCE = 0.001
# Nor is there any region of so many residents in Europe without one hospital; many a rural
# district relies on the town it surrounds, but then the town's are near.
EMPTY_RESIDENTS = 50_000
# A cell (36 km2) of so many residents is a town; towns of that size have a hospital near.
TOWN_RESIDENTS = 20_000
TOWN_KM = 20.0


def verdicts(regions: pd.DataFrame) -> pd.DataFrame:
    """Judge each region's part of a register against its country's.

    Shape   : `regions` is indexed by region, with `country`, `residents`, `sites` (listed) and
              `entries` (sites whose place is known); the result adds `expected` (entries at
              the country's median density) and `verdict`:
              `covered`, `no register` (the country has no entry), or `too few` (by the test,
              or none at all for 50,000 residents or more, or under half of its sites placed).
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
    few |= out["entries"] * 2 < out["sites"]
    few |= (out["entries"] == 0) & (out["residents"] >= EMPTY_RESIDENTS)
    none = out.groupby("country")["entries"].transform("sum") == 0
    out["verdict"] = "covered"
    out.loc[few, "verdict"] = "too few"
    out.loc[none, "verdict"] = "no register"
    return out


def silent_towns(residents: pd.Series, nearest_km: pd.Series) -> pd.Series:
    """Cells of towns the register lists no hospital near: it seems to lack the town's own.

    Shape   : one truth value per cell, index kept.
    Units   : residents of a cell of about 36 km2; kilometres to the nearest entry.
    Missing : a cell whose residents are unknown is no town.
    Source  : Groundwork's own rule of thumb; it makes distances doubtful, never hospitals.
    """
    return (residents >= TOWN_RESIDENTS).fillna(False).astype(bool) & (nearest_km > TOWN_KM)
