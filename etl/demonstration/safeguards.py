"""Generated protection of vulnerable groups: services, places, guardians, staff, what lasts."""

from collections.abc import Iterator

import h3
import numpy as np
import pandas as pd

from analysis.funnel_inputs import CHILDREN, FINEST, REACH_MEASURE
from etl.demonstration.anchors import FACT, YEARS, Anchors
from etl.demonstration.series import capacity, rows_of

_LATEST = YEARS[-2:]
# measure, share of the group's people it is around
_LASTING = (("residence_granted_persons", 0.5),)
_CHILDRENS = (("guardian_appointed_persons", 0.75), ("after_care_persons", 0.25))
_CHILDREN_PER_GUARDIAN = 26
# measure, staff for one of the group's people
_STAFF = (("social_workers_count", 0.02), ("psychologists_count", 0.012))
_PERIOD = f"{YEARS[-1]}-12-31"


def safeguards(anchors: Anchors, people: dict[str, pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Figures of each group around its people (region x year), of the last two years."""
    for group, wide in people.items():
        here = _at_level(wide, FINEST[group])[list(_LATEST)]
        yield _around(anchors, here * 1.1, "protection_places", group)
        for measure, share in (*_LASTING, *(_CHILDRENS if group == CHILDREN else ())):
            yield _at_most(_around(anchors, here * share, measure, group), here)
        for measure, share in _STAFF:
            yield _around(anchors, here * share + 0.5, measure, group)
        yield _in_reach(anchors, wide[[YEARS[-1]]], group)
        if group == CHILDREN:
            wanted = here / _CHILDREN_PER_GUARDIAN + 0.5
            yield _around(anchors, wanted, "guardians_count", group)


def _at_level(wide: pd.DataFrame, level: int) -> pd.DataFrame:
    """Regions summed to the level their group may be told of at."""
    codes = wide.index.str[: level + 2]
    return wide.groupby(codes).sum().rename_axis("territory_id")


def _around(anchors: Anchors, wanted: pd.DataFrame, measure: str, group: str) -> pd.DataFrame:
    """Figures spread around what is wanted; some estimated, some not reported."""
    every = wanted.reindex(columns=list(YEARS)).bfill(axis=1)
    named = anchors.for_regions(every.index)
    rows = capacity(named, every, measure, group, spread=0.35)
    return rows[rows["period"].str[:4].isin([str(year) for year in _LATEST])]


def _in_reach(anchors: Anchors, wide: pd.DataFrame, group: str) -> pd.DataFrame:
    """The share of the people within reach, by level; three countries in ten do not report it."""
    random = anchors.random(f"reach {group}")
    countries = wide.index.str[:2].unique()
    silent = random.choice(countries, len(countries) * 3 // 10, replace=False)
    people = wide[~wide.index.str[:2].isin(silent)]
    near = people.mul(random.beta(6, 2, len(people)), axis=0)
    frames = []
    for size in range(2, FINEST[group] + 3):
        codes = people.index.str[:size]
        share = near.groupby(codes).sum() / people.groupby(codes).sum() * 100
        share = share[(share.index.str.len() == size) & share.notna().all(axis=1)]
        frames.append(rows_of(share.round(), REACH_MEASURE, group))
    return pd.concat(frames, ignore_index=True)


def _at_most(rows: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """No more people than there are."""
    limits = rows_of(people, "people", "people").set_index(["territory_id", "period"])["value"]
    limit = limits.reindex(pd.MultiIndex.from_frame(rows[["territory_id", "period"]])).to_numpy()
    made = rows.copy()
    for column in ("value", "lower", "upper"):
        made[column] = np.minimum(made[column], limit).where(made[column].notna())
    return made


def services(anchors: Anchors, facilities: pd.DataFrame) -> pd.DataFrame:
    """How many generated services each territory has for a group, counted where it may be told.

    One region in a hundred does not report, and then nothing around it can add up.
    """
    region_of = dict(zip(anchors.cells["cell"], anchors.cells["territory_id"], strict=True))
    cells = [
        h3.str_to_int(h3.latlng_to_cell(lat, lon, 6))
        for lat, lon in zip(facilities["lat"], facilities["lon"], strict=True)
    ]
    regions = pd.Series([region_of.get(cell) for cell in cells], index=facilities.index)
    groups = facilities["groups"].fillna("").str.split()
    frames = []
    for group, finest in FINEST.items():
        here = regions[[group in open_to for open_to in groups]].dropna()
        count = here.value_counts().reindex(anchors.regions.index, fill_value=0).astype(float)
        random = anchors.random(f"services {group}")
        # In two countries of three some services are counted whose address nobody gives.
        countries = count.index.str[:2]
        open_lists = random.choice(countries.unique(), countries.nunique() // 3, replace=False)
        hidden = ~countries.isin(open_lists) & (anchors.regions["residents"] > 0)
        count = count + ((random.random(len(count)) < 0.7) & hidden)
        draw = random.random(len(count))
        count = count.mask(draw < 0.01)
        for size in range(2, finest + 3):
            parts = count.groupby(count.index.str[:size])
            sums = parts.sum().where(parts.count() == parts.size())
            frames.append(_rows(sums[sums.index.str.len() == size], group))
    return pd.concat(frames, ignore_index=True)


def _rows(count: pd.Series, group: str) -> pd.DataFrame:
    rows = pd.DataFrame({"territory_id": count.index, "value": count.to_numpy()})
    rows = rows.assign(
        period=_PERIOD, measure_id="protection_services", group_id=group, nuts_version="2024",
        note="generated", **FACT,
    )  # fmt: skip
    missing = rows["value"].isna()
    rows["obs_status"] = np.where(missing, "L", "A")
    rows["note"] = np.where(missing, "generated: not reported", "generated")
    return rows
