"""Alliances: whose surplus would cover a neighbour's shortage, also across borders."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.alliances import cite, panel, say
from ui.alliances.choice import choose
from ui.alliances.drawn import picture_of
from ui.alliances.known import alliances_of
from ui.corrections import beside
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
view = alliances_of(dataset, choice)
picture = picture_of(view)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(say.headline(view))
    st.caption(say.measured_by(view))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(picture, colours)
    legend.legend(picture, colours)
    st.caption(say.lines(view))
    st.caption(cite.quiet_line(view))

with narrow:
    chosen.search(picture.rows, ask(dataset, "region"))
    at = chosen.territory(picture.rows)
    gone = chosen.lost(ask(dataset, "region"), picture.rows)
    if gone is not None:
        beside.beside(dataset, gone)
    if at is not None:
        panel.explain(view, at)
    panel.listing(view)

# Take away and cite
panel.twin(view)
button.take_away(dataset, "alliances")
with st.expander(_("Method, law and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method(view)
