"""What one more place in a chosen cell would change: who would be newly served."""

import pandas as pd
import streamlit as st

from ui import address, words
from ui.language import _
from ui.reach.ground import cells_of
from ui.reach.offer import is_complete, offer_of
from ui.reach.way import COVERED, ReachChoice
from ui.reach.working import one_more_worked_out
from ui.store import Dataset, ask

_USUAL_PLACES = 50.0
_MOST = 5


def what_if(dataset: Dataset, choice: ReachChoice, row: pd.Series) -> None:
    """One more place here, for as many as the reader says."""
    if choice.way.show != COVERED:
        st.caption(_("Show *Served, full, out of reach* to see what one more place here changes."))
        return
    if choice.way.own:
        st.caption(_("Your table of travel times says nothing of a place that is not there yet."))
        return
    if not words.is_known(row["out"]):
        st.caption(
            _("What one more place here changes cannot be told: nothing is known around it.")
        )
        return
    typical = offer_of(dataset, choice.way.asked).typical
    st.markdown(_("##### What if there were one more here?"))
    capacity = st.number_input(
        _("Places it has"), min_value=0.0, max_value=1e6, step=None, format="%g",
        help=_("How many people the supposed place takes. Nothing is changed for anybody else."),
        **address.number("more", "more", typical or _USUAL_PLACES),
    )  # fmt: skip
    cells = cells_of(dataset)
    (centre,) = cells[cells["cell"] == row["cell"]][["lon", "lat"]].to_numpy()
    at = (float(centre[0]), float(centre[1]))
    gain = one_more_worked_out(dataset, choice.way, at, float(capacity))
    if gain is None:
        return
    if not is_complete(dataset, choice.way.service):
        st.caption(_("If the places on record were all there are:"))
    st.markdown(_gained(dataset, choice, gain, float(capacity)))


def _gained(dataset: Dataset, choice: ReachChoice, gain: pd.DataFrame, capacity: float) -> str:
    """Who would be newly covered."""
    lower, upper = sorted(float(gain[end].sum()) for end in ("worst", "best"))
    reached = gain["reached"].sum()
    who = choice.way.people()
    if upper < 0.5 and reached < 0.5:
        return _("**Nobody would be newly served**: the people in reach find room already.")
    many = _people(lower, upper)
    lines = [
        _("**{many} more {people} would be served**, with {places} places.",
          many=many, people=who, places=words.number(capacity)),
        _("A place would come into reach of {many} {people} who had none.",
          many=words.short(round(reached)), people=who)
        if reached >= 0.5
        else _("All of them are in reach of places that are full."),
    ]  # fmt: skip
    names = ask(dataset, "region").set_index("territory_id")
    top = gain.sort_values("upper", ascending=False).head(_MOST)
    for each in top.to_dict("records"):
        if each["upper"] < 0.5:
            continue
        region = names.loc[each["region_id"]]
        place = f"{region['name']}, {words.country(str(region['country']))}"
        many = _people(each["lower"], each["upper"])
        lines.append(f"- {words.labelled(words.escaped(place), many)}")
    return "\n\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])


def _people(lower: float, upper: float) -> str:
    low, high = words.short(round(lower)), words.short(round(upper))
    return low if low == high else _("{low} to {high}", low=low, high=high)
