"""Generated reception: places, people hosted, tasks, promises, and children's places."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from etl.demonstration.anchors import Anchors
from etl.demonstration.series import capacity, drift, follows, rows_of

_APPLICANTS, _TEMPORARY = "asylum_applicants", "temporary_protection"
_CHILDREN = "unaccompanied_children"
# Places for others than the two groups, out of theirs.
_OTHERS = 0.08
# Nobody's reception hosts more people than this for one place.
MOST_HOSTED = 1.1
_KEYS = ["territory_id", "period"]


def reception(
    anchors: Anchors, pending: pd.DataFrame, temporary: pd.DataFrame
) -> Iterator[pd.DataFrame]:
    """Places and people hosted by group and in all; tasks; promises. Frames region x year."""
    wanted = {_APPLICANTS: pending, _TEMPORARY: temporary * 0.35}
    places = {
        group: capacity(anchors, need, "reception_places", group) for group, need in wanted.items()
    }
    hosted = {group: _hosted(anchors, rows, group) for group, rows in places.items()}
    everyone = _in_all(places, 1 + _OTHERS)
    yield from (*places.values(), everyone, *hosted.values())
    sums = hosted[_APPLICANTS]["value"] + hosted[_TEMPORARY]["value"]
    others = everyone["value"] - places[_APPLICANTS]["value"] - places[_TEMPORARY]["value"]
    yield follows(everyone, sums + np.floor(others * 0.8), "people_hosted_persons")
    yield from _asked(anchors, pending, temporary)


def _hosted(anchors: Anchors, places: pd.DataFrame, group: str) -> pd.DataFrame:
    """People hosted: each region fills its places to a degree of its own that moves slowly."""
    random = anchors.random(f"hosted {group}")
    index = anchors.regions.index
    paths = drift(random, index, 0.05, 0.08).mul(random.uniform(0.5, 1.08, len(index)), axis=0)
    degree = rows_of(paths.clip(upper=MOST_HOSTED), "degree", group).set_index(_KEYS)["value"]
    here = degree.reindex(pd.MultiIndex.from_frame(places[_KEYS])).to_numpy()
    return follows(places, np.floor(places["value"] * here), "people_hosted_persons")


def _in_all(places: dict[str, pd.DataFrame], factor: float) -> pd.DataFrame:
    """Places for everyone: those of both groups and some more; an interval where one is."""
    first, second = places[_APPLICANTS], places[_TEMPORARY]
    total = first.assign(group_id="all")
    rough = first["lower"].notna() | second["lower"].notna()
    for end in ("lower", "upper"):
        ends = first[end].fillna(first["value"]) + second[end].fillna(second["value"])
        total[end] = (ends * factor).round().where(rough)
    total["value"] = ((first["value"] + second["value"]) * factor).round()
    missing = total["value"].isna()
    total[["lower", "upper"]] = total[["lower", "upper"]].mask(missing)
    total["obs_status"] = np.where(missing, "L", np.where(rough, "E", "A"))
    total["note"] = np.where(missing, "generated: not reported for every group", "generated")
    return total


def _asked(
    anchors: Anchors, pending: pd.DataFrame, temporary: pd.DataFrame
) -> Iterator[pd.DataFrame]:
    """What regions are asked to provide, and what they promise."""
    random = anchors.random("tasks")
    for group, wanted in (
        (_APPLICANTS, pending), ("beneficiaries_of_protection", pending * 0.2)
    ):  # fmt: skip
        tilt = random.lognormal(0, 0.1, len(wanted))
        yield rows_of(wanted.mul(tilt, axis=0).round(), "reception_target_places", group)
    yield rows_of((pending * 1.1 + temporary * 0.3).round(), "reception_target_places", "all")
    promised = pending.mul(random.lognormal(-0.15, 0.4, len(pending)), axis=0).round()
    yield rows_of(promised, "committed_places", _APPLICANTS)
    settled = (promised * 0.2).round()
    yield rows_of(settled, "settlement_commitment_persons", "beneficiaries_of_protection")


def children(anchors: Anchors, present: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Places for unaccompanied children, what the law asks, what is left to create."""
    places = capacity(anchors, present, "unaccompanied_children_places", _CHILDREN)
    yield places
    random = anchors.random("what the law asks for children")
    legal = present.mul(random.lognormal(0.1, 0.3, len(present)), axis=0).round()
    asked = rows_of(legal, "unaccompanied_children_legal_places", _CHILDREN)
    yield asked
    left = (asked["value"] - places["value"]).clip(lower=0)
    yield follows(asked, left, "unaccompanied_children_to_create_places")
    cared = present.mul(random.uniform(0.7, 1.0, len(present)), axis=0) // 1
    yield rows_of(cared, "unaccompanied_children_in_care_persons", _CHILDREN)
