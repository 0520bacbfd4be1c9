"""Fill table `need`: who needs a place, as published, as summed, and as shared out.

Below what is published a figure is shared out by the keys of `analysis.need`, and is an
interval with status E. What is published keeps its status.
"""

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from analysis import need as needs
from analysis.need import COMBINED, KEY_WORDS, KEYS, NEEDS, Need
from etl.derive import insert

# Enough to see where things go; earlier years are in the figures.
FIRST_YEAR = "2019"
_LEAST_KEY_SUM, _MOST_KEY_SUM = 98.0, 102.0
_COLUMNS = (
    "territory_id", "need_id", "group_id", "period", "bucket", "value", "lower", "upper",
    "exact", "method", "obs_status", "evidence", "note", "source_id", "source_file",
    "source_line",
)  # fmt: skip


def fill(con: DuckDBPyConnection) -> None:
    """Fill `need` for every definition of need, the combined ones last."""
    parents, regions = _geography(con)
    parts = {}
    for each in NEEDS:
        weights = _weights(con, each, parents, regions)
        parts[each.need_id] = _filled(_stated(con, each), each, parents, weights)
    for need_id, members in COMBINED.items():
        parts[need_id] = _combined(need_id, [parts[member] for member in members], members)
    found = [part for part in parts.values() if not part.empty]
    if not found:
        return
    frame = pd.concat(found, ignore_index=True)
    frame = frame.sort_values(["need_id", "territory_id", "period"], ignore_index=True)
    insert(con, "need", frame)


def _geography(con: DuckDBPyConnection) -> tuple[pd.Series, pd.DataFrame]:
    """Parent of every single territory, countries first; and the finest ones' context."""
    rows = con.execute(
        "select territory_id, coalesce(parent_id, '') as parent_id from region"
        " where members is null order by level, territory_id"
    ).df()
    regions = con.execute(
        """
        select distinct membership.region_id as territory_id, region.country,
            region.residents_persons as residents, arg_max(figure.value, figure.period) as gdp
        from membership
        inner join region on region.territory_id = membership.region_id
        left join figure on figure.territory_id = membership.region_id
            and figure.measure_id = 'gdp_meur' and figure.value is not null
        group by all
        order by 1
        """
    ).df()
    return rows.set_index("territory_id")["parent_id"], regions.set_index("territory_id")


def _weights(
    con: DuckDBPyConnection, each: Need, parents: pd.Series, regions: pd.DataFrame
) -> pd.DataFrame:
    """What every territory weighs within its country, by the keys this need is shared by."""
    own = pd.Series(float("nan"), index=regions.index)
    for measure_id in each.key_measure:
        own = own.fillna(_own_key(con, measure_id, regions))
    finest = needs.key_weights(regions.assign(national=own))
    finest = finest[[key for key in KEYS if key in each.keys]]
    whole = finest.reindex(parents.index)
    for territory_id in reversed(parents.index):
        if territory_id not in finest.index:
            children = parents.index[parents == territory_id]
            whole.loc[territory_id] = whole.loc[children].sum(skipna=False)
    return whole


def _own_key(con: DuckDBPyConnection, measure_id: str, regions: pd.DataFrame) -> pd.Series:
    """A country's own key at its finest regions: below its level, by residents.

    Only a key whose regions cover the country and sum to 100 is used.
    """
    rows = con.execute(
        """
        select figure.territory_id, region.country, region.level,
            arg_max(figure.value, figure.period) as share
        from figure inner join region on region.territory_id = figure.territory_id
        where measure_id = $measure_id and value is not null and region.members is null
        group by all
        """,
        {"measure_id": measure_id},
    ).df()
    found = pd.Series(float("nan"), index=regions.index)
    for (country, level), part in rows.groupby(["country", "level"]):
        total = part["share"].sum()
        if int(str(level)) == 0 or not _LEAST_KEY_SUM <= total <= _MOST_KEY_SUM:
            continue
        inside = regions[regions["country"] == country]
        above = inside.index.str[: int(str(level)) + 2].to_series(index=inside.index)
        share = above.map(part.set_index("territory_id")["share"])
        weight = inside["residents"] / inside["residents"].groupby(above).transform("sum")
        found.loc[inside.index] = share * weight
    return found


def _stated(con: DuckDBPyConnection, each: Need) -> pd.DataFrame:
    """What is published of a need: the last figure of each territory in each bucket of time."""
    rows = con.execute(
        """
        select figure.territory_id, period, value, lower, upper, obs_status, evidence, note,
            source_id, source_file, source_line, parts
        from figure
        where measure_id = $measure_id and group_id = $group_id and period >= $first
            and (value is not null or lower is not null) and period not like '%/%'
        """,
        {"measure_id": each.measures[0], "group_id": each.group_id, "first": FIRST_YEAR},
    ).df()
    rows["bucket"] = [needs.bucket(each.need_id, str(period)) for period in rows["period"]]
    # Of two figures of the same day the dataset's comes before one read off a page.
    rows["day"] = [_last_day(str(period)) for period in rows["period"]]
    rows["dataset"] = ~rows["source_id"].astype(str).str.startswith("page_")
    rows = rows.sort_values(["territory_id", "bucket", "day", "dataset"])
    return rows.drop_duplicates(["territory_id", "bucket"], keep="last")


def _last_day(period: str) -> str:
    """The end of a period as text that sorts: '2024-12' ends with '2024-12-31'."""
    if "-Q" in period:
        period = f"{period[:4]}-{3 * int(period[-1]):02d}"
    return {4: f"{period}-12-31", 7: f"{period}-31"}.get(len(period), period)


def _filled(
    stated: pd.DataFrame, each: Need, parents: pd.Series, weights: pd.DataFrame
) -> pd.DataFrame:
    """Published rows, and rows shared out below them where the need is shared."""
    own = stated.assign(exact=stated["value"].notna() & stated["lower"].isna())
    worked_out = own["evidence"].eq("estimated")
    own["method"] = worked_out.map({True: "derived", False: "published"})
    own["method"] = own["method"].mask(own["parts"] > 1, "summed")
    pieces = [own]
    if each.keys:
        for bucket, part in stated.groupby("bucket"):
            known = part[part["value"].notna()].set_index("territory_id")
            pieces.append(_shared(known, parents, weights).assign(bucket=bucket))
    frame = pd.concat([piece for piece in pieces if not piece.empty] or [own], ignore_index=True)
    # A sum of the parts that are known steps back where the whole is shared out to it.
    frame = frame.sort_values("value", na_position="last", kind="stable")
    frame = frame.drop_duplicates(["territory_id", "bucket"], keep="first")
    frame = frame.assign(need_id=each.need_id, group_id=each.group_id)
    return frame.reindex(columns=list(_COLUMNS))


def _shared(known: pd.DataFrame, parents: pd.Series, weights: pd.DataFrame) -> pd.DataFrame:
    """Rows of the territories that publish nothing, from what their parents do."""
    by_key = needs.shared_down(known["value"], parents, weights)
    frame = needs.interval(by_key)
    frame = frame[frame["value"].notna() & ~frame.index.isin(known.index)]
    top = _origin(parents, set(known.index)).reindex(frame.index)
    used = by_key.loc[frame.index].notna()
    keys = [", ".join(KEY_WORDS[key] for key in KEYS if row.get(key))
            for row in used.to_dict("records")]  # fmt: skip
    for name in ("period", "source_id", "source_file", "source_line"):
        frame[name] = top.map(known[name])
    frame["note"] = [f"shared out from {of} by: {by}" for of, by in zip(top, keys, strict=True)]
    frame["exact"], frame["method"] = False, "shared"
    # What is shared out or added up of generated figures is generated too.
    frame["obs_status"] = "E"
    frame["evidence"] = top.map(known["evidence"]).where(
        lambda each: each == "synthetic", "estimated"
    )
    return frame.rename_axis("territory_id").reset_index()


def _origin(parents: pd.Series, known: set[str]) -> pd.Series:
    """The nearest territory above with a figure of its own."""
    found: dict[str, str | None] = {}
    for territory_id, parent in parents.items():
        above = parent if parent in known else found.get(parent)
        found[str(territory_id)] = above
    return pd.Series(found, dtype=object)


def _combined(need_id: str, parts: list[pd.DataFrame], members: tuple[str, ...]) -> pd.DataFrame:
    """The sum of needs that are counted apart, by year: the last figure of each in the year."""
    yearly = []
    for part in parts:
        rows = part.assign(bucket=part["bucket"].astype(str).str[:4]).sort_values("period")
        rows = rows.drop_duplicates(["territory_id", "bucket"], keep="last")
        rows = rows.set_index(["territory_id", "bucket"])
        for end in ("lower", "upper"):
            rows[end] = rows[end].fillna(rows["value"].where(rows["exact"].astype(bool)))
        yearly.append(rows)
    frame = needs.combined(yearly, members)
    first = yearly[0].reindex(frame.index)
    frame["exact"] = pd.concat(
        [rows["exact"].reindex(frame.index).eq(True) for rows in yearly], axis=1
    ).all(axis=1)
    frame[["lower", "upper"]] = frame[["lower", "upper"]].mask(frame["exact"], axis=0)
    for name in ("source_id", "source_file"):
        frame[name] = first[name].fillna(yearly[-1].reindex(frame.index)[name])
    frame = frame.reset_index().assign(need_id=need_id, group_id="all", method="combined")
    frame["period"] = frame["bucket"]
    frame["obs_status"] = frame["value"].notna().map({True: "E", False: "L"})
    made = first["evidence"].eq("synthetic").to_numpy()
    frame["evidence"] = np.where(made, "synthetic", "estimated")
    frame["note"] = f"sum of {' and '.join(members)}"
    # One part unknown and the other an estimate without ends: nothing is known of the sum.
    frame = frame[frame["value"].notna() | frame["lower"].notna()]
    return frame.reindex(columns=list(_COLUMNS))
