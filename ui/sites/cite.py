"""How the Sites page's answers are worked out, and where its figures are from."""

import streamlit as st

from ui.language import _, later
from ui.reach import cite as reach_cite
from ui.reach.way import ReachChoice
from ui.sites.asked import SitesChoice
from ui.store import Dataset

_WHO = later(
    "Who has none are the people of each cell of land, about 36 km² (H3, resolution 6), without a "
    "place of the service within the distance chosen: the great-circle distance times a stated "
    "factor for detours, whatever border lies between. Places there are stay where they are and "
    "count as in reach, whatever room they have. A protected place counts from the middle of the "
    "territory it may be shown in, so no answer tells where it stands.\n\n"
    "A cell is unknown where its residents are, or where its country has no place of the service "
    "on record, or, for hospitals, where the register has holes. Its people are in no sum, and no "
    "new place is put there."
)
_HOW = later(
    "A new place may stand in the middle of any cell with people. Places are chosen one after the "
    "other, each the one that reaches most of those still without, then exchanged while that helps "
    "(Nemhauser, Wolsey and Fisher 1978; Teitz and Bart 1968). A Lagrangian relaxation gives a "
    "number that no choice of as many places among the cells on offer can exceed (Galvão and "
    "ReVelle 1996); where both meet, the choice is proven best. The proof is about the cells on "
    "offer and the distances used, not about roads, sites that can be built on, or staff."
)
_EQUAL = later(
    "Equality is about the shares of territories' people who have a place in reach, before and "
    "after, each territory weighing as many as its people: Gini's index, 0 where all are the same. "
    "Between *most people* and *most equal* stand plans that give up some of the one for the other."
)


def method() -> None:
    """The method of the page."""
    st.markdown("\n\n".join(_(each) for each in (_WHO, _HOW, _EQUAL)))


def sources(dataset: Dataset, choice: SitesChoice) -> None:
    """Each source with its licence and caveats."""
    reach_cite.sources(dataset, ReachChoice(choice.task.way, choice.task.where))
