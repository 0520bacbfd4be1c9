"""Who is in need where, by a definition: known or shared out by region, and by cell."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.catchment.model import Floats
from analysis.catchment.need import shared_onto_cells
from analysis.disclosure import SENSITIVE, bounds
from analysis.need import BY_ID, COMBINED_LABELS
from ui.reach.way import NEWCOMERS
from ui.store import Dataset, ask

_USUAL = {NEWCOMERS: "all_protection", "asylum_applicants": "asylum_pending"}


class Need(NamedTuple):
    """Persons in need by cell, in the order of the cells; NaN where their region's are unknown."""

    persons: Floats
    lower: Floats
    upper: Floats


@st.cache_data(max_entries=8, show_spinner=False)
def needs_of(dataset: Dataset) -> dict[str, list[str]]:
    """Definitions of need the dataset has figures of, by group, the usual one first."""
    known = ask(dataset, "reach_need_known").set_index("need_id")["group_id"].to_dict()
    found: dict[str, list[str]] = {}
    for need_id in [*COMBINED_LABELS, *BY_ID]:
        if need_id in known:
            found.setdefault(str(known[need_id]), []).append(need_id)
    for group, first in _USUAL.items():
        found.get(group, []).sort(key=lambda each, first=first: each != first)  # type: ignore[misc]
    return found


def regions_in_need(dataset: Dataset, need_id: str) -> pd.DataFrame:
    """Persons, lower, upper, period, source and whether there is an interval, by region.

    Counts of sensitive groups are rounded: each stands for all counts that round to it.
    """
    rows = ask(dataset, "reach_need", need_id=need_id).set_index("region_id")
    group = BY_ID[need_id].group_id if need_id in BY_ID else ""
    if group in SENSITIVE:
        lower, upper = bounds(rows["persons"])
        rows["lower"] = rows["lower"].where(rows["lower"] < lower, lower)
        rows["upper"] = rows["upper"].where(rows["upper"] > upper, upper)
    # An end that lies past the middle is the middle.
    rows["lower"] = rows[["lower", "persons"]].min(axis=1)
    rows["upper"] = rows[["upper", "persons"]].max(axis=1)
    return rows


def on_cells(dataset: Dataset, need_id: str, cells: pd.DataFrame) -> Need:
    """Persons in need of each cell, by its residents; `cells` has region_id and residents."""
    rows = regions_in_need(dataset, need_id)
    where, residents = cells["region_id"].astype(str), cells["residents"].to_numpy(dtype=float)
    return Need(*(shared_onto_cells(rows[each], where, residents) for each in Need._fields))
