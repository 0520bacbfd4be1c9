"""Figures: what is published, for whom, where, and where nobody knows."""

import streamlit as st

from ui import charts, chosen, cite, finding, headlines, legend, mapping, panel, table
from ui.caveats import caveats
from ui.choice import choose
from ui.corrections import beside
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.store import ask
from ui.view import view_of

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
view = view_of(dataset, choice)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(finding.sentence(view))
    if notes := caveats(view):
        st.caption(" ".join(notes))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="headlines", horizontal=True, gap="large"):
        for headline in headlines.headlines(view):
            st.metric(headline.counts, headline.figure)
    with st.container(key="map"):
        mapping.draw(view.picture(), colours)
    legend.legend(view.picture(), colours)

with narrow:
    chosen.search(view.rows, ask(dataset, "region"))
    at = chosen.territory(view.rows)
    gone = chosen.lost(ask(dataset, "region"), view.rows)
    if gone is not None:
        beside.beside(dataset, gone)
    if at is not None:
        panel.explain(view, at, colours)
    st.markdown(f"##### {finding.ranking_title(view)}")
    charts.ranking(view, colours, at)

# Cite
table.twin(view)
button.take_away(dataset, "figures")
with st.expander(_("Definition, method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.cite(view)
st.caption(cite.attribution(view))
