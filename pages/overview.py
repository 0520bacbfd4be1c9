"""Overview: the state of capacity in Europe, what is known and what is not, and where to go."""

import streamlit as st

from ui import (
    chosen,
    doors,
    gap_territory,
    gap_words,
    known_matrix,
    legend,
    mapping,
    overview_figures,
    overview_words,
    tour,
    words,
)
from ui.address import link
from ui.language import _
from ui.opened import opened
from ui.overview import state_of
from ui.palette import palette

dataset = opened()
colours = palette()

# Compute: this page has nothing to choose but a country
state = state_of(dataset)

# Draw
st.title(overview_words.title(state), anchor=False)
with st.container(key="finding"):
    st.markdown(overview_words.lead(state))
tour.tour()

wide, narrow = st.columns([1.9, 1], gap="large")
with wide:
    st.markdown(_("##### Is there a reception place for every applicant?"))
    with st.container(key="map"):
        mapping.draw(state.picture(), colours)
    legend.legend(state.picture(), colours)
    chosen.search(state.ledger.rows, state.countries_named())
    at = chosen.territory(state.ledger.rows)
    if at is None:
        st.caption(_("A click on a country says what is known of it."))
    else:
        row = state.ledger.rows.loc[[at]].iloc[0].to_dict()
        st.markdown(
            f"{words.escaped(str(row['place']))}: {gap_territory.explained(state.ledger, row)[0]} "
            f"[{_('More on it')}]({link(f'gaps?at={at}&level=0')})"
        )

with narrow, st.container(key="state"):
    for figure in overview_figures.figures(state):
        st.metric(figure.label, figure.shown)
        st.markdown(figure.detail)
        st.caption(overview_figures.origin(state, figure))

st.divider()
left, right = st.columns([1.9, 1], gap="large")
with left:
    st.markdown(f"##### {known_matrix.title(state.known)}")
    known_matrix.matrix(state.known, colours)
    st.caption(known_matrix.origin(state.known))
with right:
    if asks := gap_words.most_worth_asking(state.ledger, 3):
        st.markdown(_("##### What to ask for first"))
        st.markdown(_("The missing figures that leave most open, at a place for every applicant:"))
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))
        st.caption(
            f"[{_('Every country and region')}]({link('gaps')}) · "
            f"[{_('who could publish it')}]({link('sources?kind=capacity')})"
        )

# Take away and go on
st.divider()
with st.container(key="doors"):
    doors.doors(state)
st.caption(_(words.BOUNDARIES))
