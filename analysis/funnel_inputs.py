"""Which figures say how many people a step of the protection funnel lets through."""

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from analysis.funnel import DURABLE, EXISTS, OPEN, PEOPLE, REACH, ROOM, STEPS

Role = Literal["count", "exists", "percent", "floor", "part"]
# count: as many people as the figure; exists: everybody where it is above 0, nobody where it is
# 0; percent: that share of the people; floor: people known to have got as far; part: one of
# several arrangements that the same person may have.
COUNT, IS_THERE, PERCENT, FLOOR, PART = "count", "exists", "percent", "floor", "part"

CHILDREN = "unaccompanied_children"
# The finest NUTS level at which anything that points at a group's services may be shown:
# shelters for victims of trafficking are told of by NUTS 2 region.
FINEST = {
    CHILDREN: 3,
    "victims_of_torture": 3,
    "victims_of_trafficking": 2,
    "women_at_risk": 3,
    "persons_with_disabilities": 3,
}
GROUPS = tuple(FINEST)
MOST_DAYS_APART = 366
REACH_KM = 50.0
REACH_MEASURE = "within_reach_percent"


class Input(NamedTuple):
    """A measure that a step reads for a group; of several with one role the first known counts."""

    group_id: str
    step: str
    measure_id: str
    role: Role
    place: int


_PLACES = {
    CHILDREN: "unaccompanied_children_places",
    "victims_of_torture": "mental_health_places",
    "victims_of_trafficking": "housing_places",
    "women_at_risk": "housing_places",
    "persons_with_disabilities": "social_orientation_places",
}
_MORE: tuple[tuple[str, str, str, Role], ...] = (
    (CHILDREN, PEOPLE, "unaccompanied_children_present_persons", "count"),
    (CHILDREN, PEOPLE, "unaccompanied_children_in_care_persons", "count"),
    # Where an authority looks after children, there is a service.
    (CHILDREN, EXISTS, "unaccompanied_children_in_care_persons", "exists"),
    (CHILDREN, EXISTS, "sai_places", "exists"),
    (CHILDREN, OPEN, "sai_places", "floor"),
    (CHILDREN, DURABLE, "guardian_appointed_persons", "part"),
    (CHILDREN, DURABLE, "after_care_persons", "part"),
    ("victims_of_torture", EXISTS, "rehabilitation_centres", "exists"),
    ("victims_of_torture", OPEN, "rehabilitation_persons", "floor"),
    ("persons_with_disabilities", EXISTS, "sai_places", "exists"),
    ("persons_with_disabilities", OPEN, "sai_places", "floor"),
)


def _inputs() -> tuple[Input, ...]:
    usual: list[tuple[str, str, str, Role]] = []
    for group in GROUPS:
        usual += [
            (group, PEOPLE, "identified_persons", "count"),
            (group, EXISTS, "protection_services", "exists"),
            (group, EXISTS, _PLACES[group], "exists"),
            (group, REACH, REACH_MEASURE, "percent"),
            (group, ROOM, "protection_places", "count"),
            (group, OPEN, _PLACES[group], "count"),
            (group, DURABLE, "residence_granted_persons", "part"),
        ]
    every = [*usual, *_MORE]
    return tuple(Input(*each, place) for place, each in enumerate(every))


INPUTS = _inputs()


def own(rows: pd.DataFrame, group_id: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What each step by itself lets through, from the figures chosen for it.

    Shape   : `rows` has territory_id, step, role, place, value, lower, upper, one row a figure.
              Result: lower, upper and floor, territories x STEPS, for `analysis.funnel.passing`.
    Units   : persons; infinite is everybody.
    Missing : NaN where no figure says so. Arrangements that the same person may have are at
              least the largest and at most the sum, where all are known. Places open to a group
              are places with room: they bound that step from below.
    """
    ends = rows.assign(
        low=rows["lower"].fillna(rows["value"]).astype(float),
        high=rows["upper"].fillna(rows["value"]).astype(float),
    )
    territories = pd.Index(sorted(rows["territory_id"].unique()), name="territory_id")
    lower, upper, floor = (
        pd.DataFrame(np.nan, index=territories, columns=list(STEPS)) for _ in range(3)
    )
    for step in STEPS:
        here = ends[ends["step"] == step]
        _take(lower, upper, step, _first(here[here["role"] == COUNT]))
        _take(lower, upper, step, _everybody(here[here["role"] == IS_THERE]))
        _take(lower, upper, step, _share(here[here["role"] == PERCENT], lower, upper))
        part = _overlapping(here[here["role"] == PART], group_id)
        _take(lower, upper, step, part)
        seen = here[here["role"].isin([FLOOR, PART])].groupby("territory_id")["low"].max()
        floor[step] = seen.reindex(territories)
    lower[ROOM] = lower[ROOM].fillna(lower[OPEN])
    return lower, upper, floor


def _take(lower: pd.DataFrame, upper: pd.DataFrame, step: str, found: pd.DataFrame) -> None:
    """Fill a step's ends where they are still missing."""
    fresh = lower[step].isna() & upper[step].isna()
    lower.loc[fresh, step] = found["low"].reindex(lower.index)[fresh]
    upper.loc[fresh, step] = found["high"].reindex(upper.index)[fresh]


def _first(rows: pd.DataFrame) -> pd.DataFrame:
    """The first figure of each territory of which anything is known."""
    known = rows[rows["low"].notna() | rows["high"].notna()]
    return known.sort_values("place").drop_duplicates("territory_id").set_index("territory_id")


def _everybody(rows: pd.DataFrame) -> pd.DataFrame:
    """Everybody where any service is there, nobody where the first known figure is 0."""
    there = rows[rows["low"] > 0].drop_duplicates("territory_id").set_index("territory_id")
    none = _first(rows[rows["high"] == 0])
    none = none[~none.index.isin(there.index)]
    return pd.concat([there.assign(low=np.inf, high=np.inf), none])


def _share(rows: pd.DataFrame, lower: pd.DataFrame, upper: pd.DataFrame) -> pd.DataFrame:
    """Percentages as people: intervals rounded outwards, and all of them bound nothing."""
    found = _first(rows)
    low = found["low"] / 100 * lower[PEOPLE].reindex(found.index)
    high = found["high"] / 100 * upper[PEOPLE].reindex(found.index)
    exact = low == high
    low, high = (
        low.apply(np.floor).mask(exact, low.round()),
        high.apply(np.ceil).mask(exact, high.round()),
    )
    return found.assign(
        low=low.mask(found["low"] >= 100, np.inf), high=high.mask(found["high"] >= 100, np.inf)
    )


def _overlapping(rows: pd.DataFrame, group_id: str) -> pd.DataFrame:
    """People with at least one of several arrangements."""
    groups = rows.groupby("territory_id")
    # An arrangement that is not counted may be anybody's.
    expected = sum(each.group_id == group_id and each.role == PART for each in INPUTS)
    high = groups["high"].sum(min_count=1).where(groups["high"].count() == expected)
    return pd.DataFrame({"low": groups["low"].max(), "high": high})
