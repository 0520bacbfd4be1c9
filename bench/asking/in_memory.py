"""The same question in pandas, of the raw tables already in memory as frames.

Vectorised throughout; the arithmetic of keys is the one of `analysis.need`, which is pandas.
"""

from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd

from analysis import need as needs
from analysis.need import BY_ID, COMBINED, KEYS, Need
from bench.asking.views import ANSWER, View


@dataclass(frozen=True)
class Frames:
    """The tables a view is made of, in memory."""

    figure: pd.DataFrame
    region: pd.DataFrame
    membership: pd.DataFrame
    day: pd.Series


def load(con: duckdb.DuckDBPyConnection) -> Frames:
    """Read them all; not part of what is timed."""
    names = ("figure", "region", "membership", "period_day")
    figure, region, membership, day = (con.execute(f"from dataset.{name}").df() for name in names)
    return Frames(figure, region, membership, day.set_index("period")["day"])


def answer(frames: Frames, view: View) -> pd.DataFrame:
    """The answer from the frames."""
    asked = _asked(frames, view)
    countries = view.standard.countries
    if countries:
        asked = asked[asked["territory_id"].str[:2].isin(countries)]
    asked = asked[asked["period"].str.startswith(view.period)]
    asked = asked.assign(day=asked["period"].map(frames.day))
    supply = _supply(frames, view)
    paired = asked.merge(supply, on="territory_id", how="left")
    apart = (paired["supply_day"] - paired["day"]).abs().dt.days
    far = ~(apart <= view.standard.max_days_apart)
    paired = paired.assign(apart=apart.mask(far), unknown=paired["capacity"].isna())
    of_supply = ["capacity", "capacity_lower", "capacity_upper", "capacity_period", "place"]
    paired[of_supply] = paired[of_supply].mask(far)
    paired["unknown"] = paired["capacity"].isna()
    paired = paired.sort_values("capacity_period", ascending=False, kind="stable")
    paired = paired.sort_values(["unknown", "place", "apart"], kind="stable")
    paired = paired.drop_duplicates(["territory_id", "period"])
    needed, there = paired["need"].notna(), ~paired["unknown"]
    some = there | paired["capacity_lower"].notna()
    paired["choice"] = np.select([needed & there, some, needed], [0, 1, 2], 3)
    paired = paired.sort_values(["choice", "day", "period"], ascending=[True, False, False])
    paired = paired.drop_duplicates("territory_id").sort_values("territory_id")
    return paired.reset_index(drop=True)[list(ANSWER)]


def _supply(frames: Frames, view: View) -> pd.DataFrame:
    figure = frames.figure
    parts = []
    for place, (measure, group) in enumerate(view.standard.supply):
        rows = figure[(figure["measure_id"] == measure) & (figure["group_id"] == group)]
        rows = rows[rows["value"].notna() | rows["lower"].notna()]
        parts.append(rows.assign(place=place, supply_day=rows["period"].map(frames.day)))
    names = {"value": "capacity", "lower": "capacity_lower", "upper": "capacity_upper",
             "period": "capacity_period"}  # fmt: skip
    rows = pd.concat(parts, ignore_index=True).rename(columns=names)
    return rows[["territory_id", *names.values(), "place", "supply_day"]]


def _asked(frames: Frames, view: View) -> pd.DataFrame:
    """What is asked for: residents, a figure, a need, or a sum of needs."""
    basis = view.basis
    names = {"value": "need", "lower": "need_lower", "upper": "need_upper"}
    columns = ["territory_id", "period", *names.values()]
    if basis.reads == "residents":
        rows = frames.region[frames.region["residents_persons"].notna()].rename(
            columns={"residents_persons": "need", "residents_period": "period"}
        )
        return rows.assign(need_lower=np.nan, need_upper=np.nan)[columns]
    if basis.reads == "figure":
        rows = frames.figure
        rows = rows[(rows["measure_id"] == basis.key) & (rows["group_id"] == basis.group_id)]
        return rows[rows["period"] >= "2019"].rename(columns=names)[columns]
    if basis.key in COMBINED:
        return _combined(frames, view).rename(columns=names)[columns]
    return _need(frames, BY_ID[basis.key], view.period).rename(columns=names)[columns]


def _need(frames: Frames, need: Need, period: str) -> pd.DataFrame:
    """Published rows, and those shared out below them."""
    rows = frames.figure
    rows = rows[(rows["measure_id"] == need.measures[0]) & (rows["group_id"] == need.group_id)]
    rows = rows[(rows["period"] >= "2019") & ~rows["period"].str.contains("/")]
    rows = rows[rows["period"].str.startswith(period[:4])]
    rows = rows[rows["value"].notna() | rows["lower"].notna()]
    year = rows["period"].str[:4]
    if need.need_id == "temporary_protection":
        month = pd.to_numeric(rows["period"].str[5:7], errors="coerce").fillna(12).astype(int)
        year = year + "-Q" + ((month + 2) // 3).astype(str)
    own = rows.assign(bucket=year).sort_values("period")
    own = own.drop_duplicates(["territory_id", "bucket"], keep="last")
    own = own[["territory_id", "bucket", "period", "value", "lower", "upper"]]
    own["exact"] = own["value"].notna() & own["lower"].isna()
    parents = frames.region[frames.region["members"].isna()].set_index("territory_id")
    parents = parents["parent_id"].fillna("")
    weights = _weights(frames, need, parents)
    parts = [own]
    for bucket, part in own[own["value"].notna()].groupby("bucket"):
        known = part.set_index("territory_id")
        found = needs.interval(needs.shared_down(known["value"], parents, weights))
        period_of = known["period"].reindex(parents.index)
        for _level in range(3):
            period_of = period_of.fillna(parents.map(period_of))
        found = found[found["value"].notna() & ~found.index.isin(known.index)]
        found = found.assign(period=period_of, bucket=bucket, exact=False)
        parts.append(found.rename_axis("territory_id").reset_index())
    every = pd.concat(parts, ignore_index=True).sort_values("value", kind="stable")
    return every.drop_duplicates(["territory_id", "bucket"])


def _weights(frames: Frames, need: Need, parents: pd.Series) -> pd.DataFrame:
    region = frames.region.set_index("territory_id")
    finest = region.loc[frames.membership["region_id"].unique(), ["country", "residents_persons"]]
    finest = finest.rename(columns={"residents_persons": "residents"})
    finest["gdp"] = _latest(frames, "gdp_meur").reindex(finest.index)
    own = pd.Series(np.nan, finest.index)
    for measure in need.key_measure:
        own = own.fillna(_own_key(_latest(frames, measure), region, finest))
    keys = needs.key_weights(finest.assign(national=own))
    keys = keys[[key for key in KEYS if key in need.keys]]
    inside = frames.membership.merge(keys, left_on="region_id", right_index=True)
    groups = inside.groupby("territory_id")[list(keys.columns)]
    whole = groups.sum().where(groups.count().eq(groups.size(), axis=0))
    return whole.reindex(parents.index)


def _latest(frames: Frames, measure: str) -> pd.Series:
    rows = frames.figure[(frames.figure["measure_id"] == measure) & frames.figure["value"].notna()]
    rows = rows.sort_values("period").drop_duplicates("territory_id", keep="last")
    return rows.set_index("territory_id")["value"]


def _own_key(share: pd.Series, region: pd.DataFrame, finest: pd.DataFrame) -> pd.Series:
    rows = region.loc[share.index, ["country", "level"]].assign(share=share)
    rows = rows[region.loc[share.index, "members"].isna() & (rows["level"] > 0)]
    total = rows.groupby(["country", "level"])["share"].transform("sum")
    rows = rows[total.between(98, 102)]
    found = pd.Series(np.nan, finest.index)
    for level in sorted(rows["level"].unique()):
        mine = finest[finest["country"].isin(rows.loc[rows["level"] == level, "country"])]
        above = mine.index.str[: level + 2].to_series(index=mine.index)
        within = mine["residents"] / mine["residents"].groupby(above).transform("sum")
        found[mine.index] = above.map(rows["share"]) * within
    return found


def _combined(frames: Frames, view: View) -> pd.DataFrame:
    """The sum of two needs by year, each with its last figure of the year."""
    members = COMBINED[view.basis.key]
    yearly = []
    for each in members:
        rows = _need(frames, BY_ID[each], view.period)
        rows = rows.assign(year=rows["bucket"].str[:4]).sort_values("period")
        rows = rows.drop_duplicates(["territory_id", "year"], keep="last")
        rows = rows.set_index(["territory_id", "year"])
        for end in ("lower", "upper"):
            rows[end] = rows[end].fillna(rows["value"].where(rows["exact"].astype(bool)))
        yearly.append(rows)
    found = needs.combined(yearly, members)
    exact = pd.concat([rows["exact"].reindex(found.index).eq(True) for rows in yearly], axis=1)
    both = exact.all(axis=1)
    found[["lower", "upper"]] = found[["lower", "upper"]].mask(both, axis=0)
    found = found[found["value"].notna() | found["lower"].notna()]
    return found.reset_index().rename(columns={"year": "period"})
