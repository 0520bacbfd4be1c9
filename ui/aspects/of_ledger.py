"""Aspects of the ledger of Gaps: all it has an answer for, also where its map draws larger."""

import numpy as np
import pandas as pd

from analysis.dissimilarity import dissimilarity
from ui import shortage_choice
from ui.aspects.reasons import LACKING
from ui.language import later
from ui.ledger import answers
from ui.store import Dataset
from ui.words import is_known

LARGER = later("known only for a larger territory")
# From the firmest to the weakest: a figure made of two is as weak as the weaker.
_FIRMNESS = ("published", "declared", "estimated", "synthetic")


def covered(dataset: Dataset) -> pd.DataFrame:
    """Coverage in per cent: each territory of the level, and larger ones that tell more.

    The page draws a country at one level; here a region's own figure stands whatever is drawn.
    A larger territory has a row where some region of it is unknown. Its figure is never theirs.
    """
    choice = shortage_choice.choose(dataset)
    every = answers(dataset, choice)
    ends = {end: every[f"coverage_percent{end}"] for end in ("", "_lower", "_upper")}
    missing = every["missing"].fillna("").astype(str)
    why = pd.Series([LACKING.get(each, "") for each in missing])
    # Nothing over nothing is no per cent, though nothing is missing.
    why = why.mask(every["demand_upper"].le(0) & why.eq(""), later("nothing is asked for"))
    rows = _of_ledger(every).assign(
        value=ends[""], lower=ends["_lower"], upper=ends["_upper"], why=why
    )
    return _told(rows, choice.level)


def to_move(dataset: Dataset) -> pd.DataFrame:
    """How unequally places lie among the parts of each territory, its regions one level down."""
    choice = shortage_choice.choose(dataset)
    every = answers(dataset, choice)
    parts = _of_ledger(every).assign(**every[["demand_lower", "demand_upper", "capacity"]])
    is_single = ~parts["territory_id"].str.contains("+", regex=False)
    parts = parts[parts["level"].eq(choice.level + 1) & is_single]
    found = [
        _moved(part, str(whole), choice.level)
        for whole, part in parts.groupby(parts["territory_id"].str[:-1])
    ]
    return pd.DataFrame(found)


def _told(rows: pd.DataFrame, level: int) -> pd.DataFrame:
    """Own rows of the level first; larger ones known where a region, or every one, is not."""
    known = rows[["lower", "upper"]].notna().any(axis=1)
    is_joint = rows["territory_id"].str.contains("+", regex=False)
    own = rows[rows["level"].eq(level) & (known | ~is_joint)]
    silent = own[~known.loc[own.index]]
    larger = rows[rows["level"].lt(level) & known]
    parted = [
        own["territory_id"].str.startswith(codes).any()
        for codes in map(_codes, larger.territory_id)
    ]
    lacking = [
        silent["territory_id"].str.startswith(codes).any()
        for codes in map(_codes, larger.territory_id)
    ]
    larger = larger[np.array(lacking, bool) | ~np.array(parted, bool)]
    around = [*larger["territory_id"], *own.loc[known.loc[own.index] & is_joint, "territory_id"]]
    inside = silent["territory_id"].str.startswith(
        tuple(c for each in around for c in _codes(each))
    )
    own = own.assign(why=own["why"].mask(inside.reindex(own.index, fill_value=False), LARGER))
    return pd.concat([own, larger], ignore_index=True)


def _codes(territory_id: str) -> tuple[str, ...]:
    """The codes of a territory, several where it is joint."""
    return tuple(territory_id.split("+"))


def _moved(part: pd.DataFrame, whole: str, level: int) -> dict[str, object]:
    """The share of places in the wrong part of one territory."""
    lower, upper = dissimilarity(part["capacity"], part["demand_lower"], part["demand_upper"])
    known = part[["capacity", "demand_lower"]].notna().all(axis=1)
    return {
        "territory_id": whole, "level": level,
        "value": lower if lower == upper else np.nan, "lower": lower, "upper": upper,
        "why": _parts_unknown(len(part), int((~known).sum())),
        "obs_status": "E", "evidence": _weakest(part["evidence"]),
        "period": max((each for each in part["period"].dropna() if each), default=""),
        "newer_need_period": max(part["newer_need_period"]),
        "source_ids": " ".join(sorted(set(" ".join(part["source_ids"]).split()))),
    }  # fmt: skip


def _parts_unknown(parts: int, unknown: int) -> str:
    if parts < 2:
        return later("it has only one part")
    return f"{unknown} of its {parts} parts unknown" if unknown else ""


def _of_ledger(rows: pd.DataFrame) -> pd.DataFrame:
    """What every aspect of the ledger says of its figures."""
    both = rows[["need_evidence", "capacity_evidence"]]
    status = rows["need_status"].eq("E") | rows["capacity_status"].eq("E")
    ids = rows[["need_source_id", "capacity_source_id"]].to_numpy()
    return pd.DataFrame(
        {
            "territory_id": rows["territory_id"],
            "level": rows["level"],
            "obs_status": np.where(status, "E", "A"),
            "evidence": [_weakest(pd.Series(each)) for each in both.to_numpy()],
            "period": rows["capacity_period"].where(rows["capacity"].notna(), rows["period"]),
            "newer_need_period": rows["newer_need_period"],
            "source_ids": [" ".join(str(i) for i in each if is_known(i)) for each in ids],
        }
    )


def _weakest(evidence: pd.Series) -> str:
    known = [_FIRMNESS.index(each) for each in evidence if each in _FIRMNESS]
    return _FIRMNESS[max(known)] if known else ""
