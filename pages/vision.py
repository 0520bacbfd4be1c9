"""Vision: who has a whole strategy, who a patchwork, and how far a ranking can be believed."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import records
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.store import ask
from ui.vision import checks, cite, matrix, panel, ranges, rows
from ui.vision.choice import choose
from ui.vision.finding import apart, drivers, finding, no_answers
from ui.vision.seen import vision_of

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
reading = _("Reading all areas and ranking under every assumption …")
with st.spinner(reading, show_time=False):
    vision = vision_of(dataset, choice)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(finding(vision))
    st.caption(no_answers(vision))

wide, narrow = st.columns([1.35, 1], gap="large")
with narrow:
    chosen.search(vision.rows, ask(dataset, "region"))
    at = chosen.territory(vision.rows)
    chosen.lost(ask(dataset, "region"), vision.rows)
    if at is not None:
        panel.standing(vision, at)
    st.markdown(f"##### {matrix.heading(vision)}")
    matrix.draw(vision, at, colours)

with wide:
    with st.container(key="map"):
        mapping.draw(vision.picture(), colours)
    legend.legend(vision.picture(), colours)
    st.caption(_("Coloured by the third in which a territory's median place lies."))
    st.caption(records.origin(dataset, vision.source_ids))
    matrix.rules()
    if at is not None:
        panel.areas(vision, at)

left, right = st.columns([1.35, 1], gap="large")
with left:
    st.markdown(f"##### {_('Who can be told from the middle?')}")
    ranges.draw(vision, at, colours)
with right:
    st.markdown(f"##### {_('Which assumption drives it?')}")
    st.markdown(drivers(vision))
    ranges.drivers(vision, at, colours)
    st.markdown(apart(vision))

# Take away
rows.twin(vision)
button.take_away(dataset, "vision")
button.take_away(dataset, "vision-matrix", _("Download the matrix"))

# Check and cite
checked = _("Checks: coverage, overlap, importance")
with st.expander(checked, on_change="rerun", key="checks") as open_:
    if open_.open:
        checks.panel(vision)
with st.expander(_("Method, rules and sources"), on_change="rerun", key="method") as open_:
    if open_.open:
        cite.method(vision)
