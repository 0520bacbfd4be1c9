"""People and places at both ends of what is known of them, and the ways between."""

import math

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.ends import Ends
from analysis.catchment.model import Cells, Setting
from analysis.catchment.travel import travel
from ui.language import _
from ui.reach.ground import Known, cells_of, people_of, told_of, ways_of
from ui.reach.offer import offer_of
from ui.reach.way import COVERED, RESIDENTS, Asked, Way
from ui.store import Dataset


@st.cache_resource(max_entries=6, show_spinner=False)
def ends_of(dataset: Dataset, known: Known, detour: float) -> Ends:
    """Everybody counted and all places at the worst and the best, whatever border lies between."""
    offer, here = offer_of(dataset, known.asked), told_of(dataset, known)
    need = people_of(dataset, known.counted)
    most, fewest = need.upper[here], need.lower[here]
    cells = cells_of(dataset)[here]
    lon, lat = (cells[each].to_numpy(dtype=float) for each in ("lon", "lat"))
    people, places = Cells(lon, lat, most), offer.places("least")
    if known.asked.own:
        rows = ways_of(dataset, known.asked)
        rows = rows[rows["origin"].isin(cells["cell"])]
        ids = pd.Index(offer.rows["facility_id"])
        worst = Setting(people, places, travel(rows, pd.Index(cells["cell"]), ids))
    else:
        worst = as_the_crow_flies(people, places, detour)
    if offer.exact and np.array_equal(fewest, most):
        return Ends(worst, worst)
    # The ways are the same: they depend on where places are, not on how large.
    best = Setting(Cells(lon, lat, fewest), offer.places("most"), worst.ways)
    return Ends(worst, best)


def scaled(ends: Ends, share: float) -> Ends:
    """The same with a share of the people at both ends."""
    worst = _share_of(ends.worst, share)
    return Ends(worst, worst if ends.exact else _share_of(ends.best, share))


def _share_of(setting: Setting, share: float) -> Setting:
    cells = setting.cells
    return Setting(Cells(cells.lon, cells.lat, cells.demand * share), setting.places, setting.ways)


def is_assumed(dataset: Dataset, way: Way) -> bool:
    """Whether people in need are only assumed to be as many as there are places."""
    if way.show != COVERED or way.by_need or way.need is None:
        return False
    usual = usual_need(dataset, way.asked)
    return usual is not None and math.isclose(way.need, usual)


def people_words(dataset: Dataset, way: Way) -> str:
    """Who is counted, inside a sentence, and whether that is an assumption."""
    return _("people assumed in need") if is_assumed(dataset, way) else way.people()


def usual_need(dataset: Dataset, asked: Asked) -> float | None:
    """People in need per 1,000 residents if they are as many as there are places; None unknown."""
    offer = offer_of(dataset, asked)
    if offer.typical is None:
        return None
    people = cells_of(dataset)["residents"][told_of(dataset, Known(asked, RESIDENTS))].sum()
    if not people > 0:
        return None
    return float(f"{offer.rows['most'].sum() / people * 1000:.2g}")
