"""How a generated figure moves over the years, and how sure a generated reporter is of it."""

import numpy as np
import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

_MISSING, _ESTIMATED = 0.06, 0.06
# One missing figure in three is known to its publisher and withheld.
_WITHHELD = 1 / 3
# From -1 in the first year to 0 in the last one, which is the anchor.
_TIME = {year: (year - YEARS[-1]) / (YEARS[-1] - YEARS[0]) for year in YEARS}


def drift(random: np.random.Generator, index: pd.Index, mean: float, spread: float) -> pd.DataFrame:
    """Smooth paths that end at 1: one row per entry of `index`, one column per year.

    Each rises by about `mean` (a log ratio) from the first year to the last and bends a little.
    """
    slope = random.normal(mean, spread, len(index))
    bend = random.normal(0, spread / 2, len(index))
    paths = {
        year: np.exp(slope * time + 4 * bend * time * (1 + time)) for year, time in _TIME.items()
    }
    return pd.DataFrame(paths, index=index)


def rows_of(wide: pd.DataFrame, measure: str, group: str, *, flow: bool = False) -> pd.DataFrame:
    """Region x year as rows of table `observation`; a year's stock is of its last day."""
    rows = wide.rename_axis("territory_id").reset_index().melt("territory_id", var_name="year")
    rows["period"] = rows["year"].astype(str) + ("" if flow else "-12-31")
    rows = rows.drop(columns="year").assign(measure_id=measure, group_id=group, **FACT)
    return rows.assign(note="generated")


def capacity(
    anchors: Anchors, wanted: pd.DataFrame, measure: str, group: str, spread: float = 0.55
) -> pd.DataFrame:
    """Places spread unevenly around what is wanted; some estimated, some not reported.

    Places follow what is wanted half way: they are built for more than one year.
    """
    random = anchors.random(f"{measure} {group}")
    country = anchors.regions["country"]
    by_country = dict(
        zip(sorted(country.unique()), random.lognormal(-0.08, 0.3, country.nunique()), strict=True)
    )
    tilt = country.map(by_country) * random.lognormal(0, spread, len(country))
    some = wanted.where(wanted > 0)
    lasting = wanted.add(some.mean(axis=1).fillna(0), axis=0).where(wanted > 0, 0) / 2
    paths = drift(random, wanted.index, 0.1, 0.15)
    places = (lasting.mul(tilt, axis=0) * paths).round()
    return _doubted(rows_of(places, measure, group), random)


def _doubted(rows: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """Some figures become estimates with an interval, some are missing: never zero."""
    codes = pd.Index(sorted(rows["territory_id"].unique()))
    countries = codes.str[:2].unique()
    # Two countries in three report everything, so that their totals are known.
    lacking = set(random.choice(countries, len(countries) // 3, replace=False))
    draw = pd.Series(random.random(len(codes)), index=codes)
    chance = rows["territory_id"].map(draw)
    gaps = rows["territory_id"].str[:2].isin(lacking)
    missing = (chance < 3 * _MISSING) & gaps
    withheld = (chance < 3 * _MISSING * _WITHHELD) & gaps
    rough = chance > 1 - _ESTIMATED
    rows["lower"] = (rows["value"] * 0.8).round().where(rough)
    rows["upper"] = (rows["value"] * 1.25).round().where(rough)
    rows["value"] = rows["value"].mask(missing)
    status = rows["obs_status"].mask(rough, "E").mask(missing, "L")
    rows["obs_status"] = status.mask(withheld, "Q")
    note = rows["note"].mask(missing, "generated: not reported")
    rows["note"] = note.mask(withheld, "generated: withheld")
    return rows


def follows(rows: pd.DataFrame, value: pd.Series, measure: str) -> pd.DataFrame:
    """Rows of another measure with `value`, missing (status L) where that is missing."""
    made = rows.assign(measure_id=measure, value=value, lower=np.nan, upper=np.nan)
    made["obs_status"] = made["value"].isna().map({True: "L", False: "A"})
    made["note"] = made["value"].isna().map(
        {True: "generated: not reported", False: "generated"}
    )  # fmt: skip
    return made
