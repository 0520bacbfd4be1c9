"""People and places of today, as a contingency plan begins with them."""

import streamlit as st

from ui.cased import begins
from ui.language import _, n_, plural
from ui.stress import amounts
from ui.stress.answers import stands_in, told_today
from ui.stress.cite import dates
from ui.stress.tested import Stress
from ui.stress.today import SUPPOSED
from ui.words import counted, number, rate, short

_HOSTED = plural("{count} person is hosted", "{count} people are hosted")
_HOSTED_OR_SUPPOSED = plural(
    "{count} person is hosted (known or supposed)", "{count} people are hosted (known or supposed)"
)
_PLACES = plural(
    "and there are {places} places in {count} territory of {all} where both are known",
    "and there are {places} places in {count} territories of {all} where both are known",
)
_PLACES_AT_LEAST = plural(
    "and there are at least {places} places in {count} territory of {all} where both are known",
    "and there are at least {places} places in {count} territories of {all} where both are known",
)


def situation(stress: Stress) -> None:
    """People and places in all territories that can be tested."""
    rows = told_today(stress.rows)
    if rows.empty:
        st.markdown(_("No territory here has people and places that are both known."))
        return
    people, places = float(rows["people"].sum()), float(rows["places"].sum())
    held = int(stands_in(rows).sum())
    supposed = bool(rows["people_known_as"].eq(SUPPOSED).any())
    hosted = amounts.people(_HOSTED_OR_SUPPOSED if supposed else _HOSTED, people, people)
    there = n_(
        *(_PLACES_AT_LEAST if held else _PLACES), len(rows), count=counted(len(rows)),
        places=short(places), all=number(len(stress.rows)),
    )  # fmt: skip
    per_100 = {"rate": rate(100 * people / places) if places else ""}
    of = "."
    if places and held:
        of = f": {_('at most {rate} people per 100 places.', **per_100)}"
    elif places:
        of = f": {_('{rate} people per 100 places.', **per_100)}"
    parts = [f"{hosted} {there}{of}", *(f"{begins(each)}." for each in dates(rows))]
    if held == len(rows):
        parts.append(_("For all of them places are an estimate: the most people hosted at once."))
    elif held:
        parts.append(
            n_(
                "For {count} of them places are an estimate: the most people hosted at once.",
                "For {count} of them places are an estimate: the most people hosted at once.",
                held,
            )
        )
    st.markdown(" ".join(parts))
