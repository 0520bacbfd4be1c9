"""How alliances are worked out, what they would need in law, and from whose figures."""

import pandas as pd
import streamlit as st

from analysis.spans import span_of
from ui import gap_cite
from ui.alliances.known import Alliances
from ui.alliances.rows import used
from ui.area import records
from ui.language import _, later
from ui.words import day, number

_EVIDENCE_FOR = {
    "published": later("published for {count}"),
    "declared": later("declared for {count}"),
    "estimated": later("estimated for {count}"),
    "synthetic": later("synthetic for {count}"),
}
_METHOD = later(
    "**What is shared** is the lesser of one neighbour's surplus and the other's shortage, from "
    "the least to the most that their intervals allow; who is unknown gives and takes nothing. "
    "Where no year is chosen, a surplus that a newer need of the same territory is above is not "
    "sure: it may be nothing. "
    "Only what one benchmark counts for one group is shared. **Best overall** is the largest sum "
    "in which each surplus is used once (maximum flow, Ford and Fulkerson 1956). Its least is "
    "exact; its most may not be reached, as a territory that may be short or have enough is taken "
    "as both. The way shown is one of several that reach the sum. **Small alliances** come from "
    "every connected set of two to four: those that cover at least half of what their members "
    "lack, in which each member is needed; of two that overlap the one that shares more is kept."
)
_NEIGHBOURS = later(
    "**Neighbours** share a border in the outlines the map draws, or have shores up to 100 km "
    "apart with no land between. Outlines are simplified to about 5 km: borders are shorter than "
    "surveyed ones, and a strait of a few kilometres may be drawn as land. Whether a ferry or a "
    "road is there is not known here. Land outside the map has no neighbours on it."
)
_LAW = later(
    "**What it would take.** A surplus on paper is not a right to use it. Inside a country it "
    "needs the consent of both authorities and of whoever pays. Across a border nothing here says "
    "that places may be used: which state is responsible for an applicant follows Regulation (EU) "
    "2024/1351, applicants may have to stay in one place or area (Directive (EU) 2024/1346), and "
    "moving people to another state is for the states to agree. What regions can set up "
    "themselves is a cross-border agreement or a European grouping of territorial cooperation "
    "(EGTC, Regulation (EC) No 1082/2006), within the powers each has at home: for staff, courses, "
    "care and planning sooner than for beds. Places also have to suit the people, by age, sex, "
    "family, health and language, which no figure here says."
)


def method(view: Alliances) -> None:
    """Method, what it would take, benchmark and sources."""
    for text in (_METHOD, _NEIGHBOURS, _LAW):
        st.markdown(_(text))
    gap_cite.cite(view.ledger)


def quiet_line(view: Alliances) -> str:
    """When the figures are of and where they are from."""
    known = view.ledger.rows[view.found["surplus_lower"].notna()]
    status = "" if view.dataset.watermark or known.empty else _evidence(known)
    parts = (_when(known), status, records.origin(view.dataset, used(view)))
    return " · ".join(each for each in parts if each)


def _when(known: pd.DataFrame) -> str:
    """When need and supply are of."""
    need, supply = (
        _from_to(known[column]) if known[column].notna().any() else ""
        for column in ("period", "capacity_period")
    )
    if need and supply:
        return _("Need of {need}, supply of {supply}", need=need, supply=supply)
    if need:
        return _("Need of {need}", need=need)
    return _("Supply of {supply}", supply=supply) if supply else ""


def _evidence(known: pd.DataFrame) -> str:
    """What the gaps rest on, counted: published, estimated, provisional, shared out."""
    said = []
    for side in ("need", "capacity"):
        counts = known[f"{side}_evidence"].value_counts()
        parts = [
            _(_EVIDENCE_FOR.get(str(each), "{evidence} for {count}"),
              evidence=each, count=number(int(many)))
            for each, many in counts.items()
        ]  # fmt: skip
        if provisional := int(known[f"{side}_status"].eq("P").sum()):
            parts.append(_("provisional for {count}", count=number(provisional)))
        if side == "need" and (shared := int(known["need_method"].eq("shared").sum())):
            parts.append(_("from a national figure shared out for {count}", count=number(shared)))
        if parts and side == "need":
            said.append(_("need {how}", how=", ".join(parts)))
        elif parts:
            said.append(_("supply {how}", how=", ".join(parts)))
    return "; ".join(said)


def _from_to(periods: pd.Series) -> str:
    """The first and the last of some periods, in words."""
    found = sorted((str(each) for each in periods.dropna()), key=lambda each: span_of(each).end)
    first, last = day(found[0]), day(found[-1])
    return first if first == last else _("{first} to {last}", first=first, last=last)
