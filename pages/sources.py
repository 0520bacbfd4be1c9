"""Sources: what Europe publishes of its own capacity, where each figure is from."""

import streamlit as st

from ui import chosen, known_chart, known_panel, legend, mapping, provenance
from ui.known import choose_known, question, sentence
from ui.language import _
from ui.opened import opened
from ui.palette import palette
from ui.store import ask

dataset = opened()
colours = palette()

# Choose and compute
known = choose_known(dataset)

# Draw
# Who follows a figure to its source finds the source first.
first = st.session_state.setdefault("came_for_source", "source" in st.query_params)
above, below = st.container(), st.container()
with below if first else above:
    st.title(question(known.kind_id), anchor=False)
    with st.container(key="finding"):
        st.markdown(sentence(known))
    wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(known.picture(), colours)
    legend.legend(known.picture(), colours)
with narrow:
    chosen.search(known.rows, ask(dataset, "region"))
    at = chosen.territory(known.rows)
    chosen.lost(ask(dataset, "region"), known.rows)
    if at is not None:
        known_panel.explain(known, at)
    else:
        st.markdown(_("##### Territories with a figure of their own"))
        known_chart.bars(known, colours)

# Cite
with above if first else below:
    st.markdown(_("### Where every figure is from"))
    source_id = provenance.choose_source(dataset)
    if source_id is not None:
        provenance.explain(dataset, source_id)
    provenance.table(dataset)
