"""The shortage of one territory worked out again with one of its figures replaced.

What a build does for all territories (`etl/needs.py`, `etl/sql/marts/shortage.sql`) is done
here for the rows of one, so that a proposed figure can be tried without a build. Without a
replacement the result is the build's own.
"""

from collections.abc import Sequence

import pandas as pd

from analysis.need import BY_ID, COMBINED, bucket, combined
from analysis.spans import span_of

_ENDS = ["value", "lower", "upper"]
_NAMES = {
    "value": "capacity", "lower": "capacity_lower", "upper": "capacity_upper",
    "period": "capacity_period", "measure_id": "capacity_measure_id",
}  # fmt: skip
_HELD = tuple(_NAMES.values())
# The first year of which a build works out needs.
FIRST_YEAR = "2019"


def replaced_figures(figures: pd.DataFrame, new: pd.Series) -> pd.DataFrame:
    """A territory's figures with `new` in place of the one of its measure, group and period.

    Shape   : `figures` has `measure_id`, `group_id`, `period`, `value`, `lower`, `upper`.
    Missing : a figure that is not there yet is added; a `new` without numbers is unknown.
    """
    keys = ["measure_id", "group_id", "period"]
    same = figures[keys].eq(new[keys]).all(axis=1)
    kept = figures[~same][[*keys, *_ENDS]]
    return _stacked(kept, new[[*keys, *_ENDS]])


def replaced_needs(needs: pd.DataFrame, new: pd.Series) -> pd.DataFrame:
    """A territory's needs with `new` counted, alone and in every need that adds it up.

    Shape   : `needs` has `need_id`, `period`, `value`, `lower`, `upper`, `exact`, `method`;
              `new` as in `replaced_figures`. A need takes the last figure of its year or
              quarter, and a figure of the territory's own before one shared out to it.
    """
    hit = [
        each.need_id for each in BY_ID.values()
        if each.measures[0] == new["measure_id"] and each.group_id == new["group_id"]
    ]  # fmt: skip
    if not hit or new["period"] < FIRST_YEAR or "/" in new["period"]:
        return needs
    found = _with_need(needs, hit[0], new)
    if found is needs:
        return needs
    for need_id, members in COMBINED.items():
        if hit[0] in members:
            found = _with_sum(found, need_id, members)
    return found


def _with_need(needs: pd.DataFrame, need_id: str, new: pd.Series) -> pd.DataFrame:
    period = str(new["period"])
    of_need = needs["need_id"].eq(need_id)
    here = of_need & needs["period"].map(
        lambda each: bucket(need_id, each) == bucket(need_id, period)
    )
    own = needs[here & needs["method"].ne("shared")]
    if any(span_of(each).end > span_of(period).end for each in own["period"]):
        return needs
    exact = pd.notna(new["value"]) and pd.isna(new["lower"])
    about = pd.Series({"need_id": need_id, "exact": exact, "method": "proposed"})
    return _stacked(needs[~here], pd.concat([new[["period", *_ENDS]], about]))


def _with_sum(needs: pd.DataFrame, need_id: str, members: Sequence[str]) -> pd.DataFrame:
    """The combined need of each year, from the last figure of each of its members."""
    yearly = []
    for member in members:
        rows = needs[needs["need_id"].eq(member)].sort_values("period")
        rows = rows.assign(year=rows["period"].str[:4]).drop_duplicates("year", keep="last")
        rows = rows.set_index("year")
        for end in ("lower", "upper"):
            rows[end] = (
                rows[end]
                .astype(float)
                .fillna(rows["value"].astype(float).where(rows["exact"].astype(bool)))
            )
        yearly.append(rows)
    total = combined(yearly, members)
    exact = pd.concat([rows["exact"].reindex(total.index).eq(True) for rows in yearly], axis=1)
    total["exact"] = exact.all(axis=1)
    total[["lower", "upper"]] = total[["lower", "upper"]].mask(total["exact"], axis=0)
    total = total[total["value"].notna() | total["lower"].notna()]
    total = total.rename_axis("period").reset_index().assign(need_id=need_id, method="combined")
    return pd.concat([needs[needs["need_id"].ne(need_id)], total], ignore_index=True)


def paired(
    wanted: pd.DataFrame, figures: pd.DataFrame, supply: Sequence[tuple[str, str]], days: int
) -> pd.DataFrame:
    """Each need with the supply nearest to it in time, as the ledger has them.

    Shape   : `wanted` has `period`, `value`, `lower`, `upper`, `exact`; `figures` as in
              `replaced_figures`; `supply` lists measures and groups, the first known counts.
              Result: a row per need: `period`, `day`, `need*`, `capacity*`.
    Missing : no figure within `days` of the need is an unknown capacity.
    """
    needs = wanted[["period", *_ENDS, "exact", "method"]].reset_index(drop=True)
    needs = needs.rename(columns={each: f"need_{each}" for each in (*_ENDS, "exact", "method")})
    needs = needs.rename(columns={"need_value": "need"})
    needs["day"] = _last_days(needs["period"])
    both = needs.reset_index(names="row").merge(_held(figures, supply), how="cross")
    both["apart"] = (both["capacity_day"] - both["day"]).abs().dt.days
    both = both[both["apart"] <= days].sort_values("capacity_period", ascending=False)
    both = both.sort_values(["row", "unknown", "place", "apart"], kind="stable")
    found = both.drop_duplicates("row").set_index("row")[list(_HELD)]
    rows = needs.join(found)
    rows["capacity_exact"] = (
        rows["capacity"].notna() & rows["capacity_lower"].isna() & rows["capacity_upper"].isna()
    )
    return rows


def _held(figures: pd.DataFrame, supply: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """The figures that count as supply, with how they are preferred."""
    place = {pair: i for i, pair in enumerate(supply)}
    pairs = zip(figures["measure_id"], figures["group_id"], strict=True)
    held = figures.assign(place=[place.get(pair, -1) for pair in pairs])
    held = held[(held["place"] >= 0) & (held["value"].notna() | held["lower"].notna())]
    held = held.assign(unknown=held["value"].isna(), capacity_day=_last_days(held["period"]))
    return held.rename(columns=_NAMES)[[*_HELD, "place", "unknown", "capacity_day"]]


def _last_days(periods: pd.Series) -> pd.Series:
    ends = [pd.Timestamp(span_of(str(each)).end) for each in periods]
    return pd.Series(ends, index=periods.index, dtype="datetime64[s]")


def latest_known(rows: pd.DataFrame, period: str = "") -> pd.Series | None:
    """The row the ledger shows: the latest of which both sides are known, else one, else any."""
    inside = rows[rows["period"].astype(str).str.startswith(period)]
    if inside.empty:
        return None
    need, have = inside["need"].notna(), inside["capacity"].notna()
    some = have | inside["capacity_lower"].notna()
    known = need.astype(int).mask(some, 2).mask(need & have, 3)
    order = inside.assign(known=known).sort_values(["known", "day", "period"])
    return order.iloc[-1].drop("known")


def _stacked(rows: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    """The rows and one more, numbers staying numbers."""
    found = pd.concat([rows.astype(object), row.to_frame().T], ignore_index=True)
    found[_ENDS] = found[_ENDS].astype(float)
    return found
