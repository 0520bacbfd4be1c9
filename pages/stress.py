"""Stress: who overflows first when many people come, when, and what more places buy."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.store import ask
from ui.stress import charts, cite, panel, plan, tables
from ui.stress.choice import choose
from ui.stress.drawn import drawn_of, picture_of
from ui.stress.finding import finding
from ui.stress.supposed import supposed
from ui.stress.tested import stress_of

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
stress = stress_of(dataset, choice)
rows = drawn_of(dataset, choice)
picture = picture_of(dataset, choice)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(finding(stress))
    st.caption(supposed(stress))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(picture, colours)
    legend.legend(picture, colours)
    st.caption(cite.quiet(stress))

with narrow:
    chosen.search(rows, ask(dataset, "region"))
    at = chosen.territory(rows)
    chosen.lost(ask(dataset, "region"), rows)
    if at is not None:
        panel.explain(stress, at)
    if stress.known.any():
        st.markdown(_("##### How full, week by week"))
        charts.strip(stress, colours)

# Take away
tables.of_territories(stress)
button.take_away(dataset, "stress")
button.take_away(dataset, "stress-weeks", _("Download the weeks"))

# As a contingency plan
plan.plan(stress, colours)

# Cite
own.invite(dataset, {"observation": _("A figure of a territory")})
with st.expander(_("Model, method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method(stress)
        cite.sources(stress)
