"""How the Reach page's figures are worked out, and where they are from."""

import streamlit as st

from ui.address import source_link
from ui.language import _, later
from ui.reach.regions import sources_of
from ui.reach.way import COVERED, DISTANCE, ReachChoice
from ui.store import Dataset
from ui.words import escaped

_WAYS = later(
    "People are the residents of each cell of land, about 36 km² (H3, resolution 6); places stand "
    "where their source puts them. A way is the great-circle distance times a stated factor for "
    "detours. A border does not stop anybody: all of Europe is worked out at once, whichever "
    "country is looked at. Digital services and places that have closed do not count, nor do "
    "places whose source is not sure of them. A protected place counts from the middle of the "
    "territory it may be shown in, so no figure tells where it stands.\n\n"
    "Hospitals have a register, checked region by region. Of other services only some places are "
    "known: there nobody is said to be out of reach, and figures are what is sure: served at "
    "least, distance at most.\n\n"
    "A cell is unknown where residents are not, or where its country has no place of the service "
    "on record, or, for hospitals, where the register has holes. Its people are in no sum and "
    "compete for no place."
)
_COVERED = later(
    "People in need fill places by rising distance: whoever is nearest comes first, whoever finds "
    "a place full goes on to the next within reach. The outcome is stable: nobody is turned away "
    "from a place that takes somebody from farther off. Need is a stated share of residents, at "
    "first as many as there are places; or the people of a group, known or shared out by region, "
    "and on the cells of a region by their residents. A place of unknown size takes from nobody to "
    "the median of those that state theirs. All places count, or only those not in use; one that "
    "does not say has between none and all of its places free. One that names no group may or may "
    "not be open to the one asked for.\n\n"
    "Figures are intervals between two ends: the most need and the least room, the least need and "
    "the most room. More need never leaves anybody better off and more room nobody worse (Crawford "
    "1991), so whatever the truth between them, the share served is too. People of other groups "
    "who use the same places are not counted."
)
_PLACES = later(
    "Each place's capacity is divided by the people who reach it, weighted by distance; a cell "
    "has the sum of what it reaches (E2SFCA: Luo and Qi 2009). Balanced (BFCA: Páez, Higgins and "
    "Vivona 2019) counts every person once, shared between the places in reach. Those "
    "who share are the residents, or the people of a group; unknown sizes, and who is let in, make "
    "intervals."
)


def method(choice: ReachChoice) -> None:
    """The method of a view."""
    st.markdown(_(_WAYS))
    if choice.way.show != DISTANCE:
        st.markdown(_(_COVERED if choice.way.show == COVERED else _PLACES))


def sources(dataset: Dataset, choice: ReachChoice) -> None:
    """Each source with its licence and caveats."""
    st.markdown(_("###### Sources"))
    for source_id, row in sources_of(dataset, choice).iterrows():
        st.markdown(
            f"- **[{escaped(str(row['title']))}]({source_link(source_id)})**, "
            f"{escaped(str(row['publisher']))}. "
            f"{_('Licence: {licence}.', licence=escaped(str(row['licence'])))} "
            f"{escaped(str(row['caveats'] or ''))}"
        )
