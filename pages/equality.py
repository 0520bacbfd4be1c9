"""Equality: is capacity spread more equally over need than before, and what would parity take?"""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own
from ui.equality import charts, cite, panel, tables
from ui.equality.choice import choose
from ui.equality.drawn import picture_of, spread_of
from ui.equality.figures import equality_of
from ui.equality.finding import caution, finding
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
view = equality_of(dataset, choice)
spread = spread_of(dataset, choice)
picture = picture_of(dataset, choice)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(finding(view, choice))
    if view is not None:
        st.caption(caution(view))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(picture, colours)
    legend.legend(picture, colours)
    st.caption(cite.quiet(dataset, view, choice))

with narrow:
    chosen.search(spread.rows, ask(dataset, "region"))
    at = chosen.territory(spread.rows)
    chosen.lost(ask(dataset, "region"), spread.rows)
    if at is not None:
        panel.explain(view, spread, choice, at)
    if view is not None:
        panel.winners(view)

if view is not None:
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"##### {_('How far the spread is from equal')}")
        charts.curve(view, colours)
        tables.of_curve(view)
    with right:
        st.markdown(f"##### {_('More equal or less, date by date')}")
        charts.over_time(view, colours)
        tables.of_series(view)
    if view.several_countries:
        st.markdown(f"##### {_('Between countries or within them?')}")
        charts.parts(view, colours)
        tables.of_countries(view)
    tables.of_parity(view)

# Take away
tables.of_territories(dataset, choice)
button.take_away(dataset, "equality")
button.take_away(dataset, "equality-series", _("Download the dates"))

# Where enough is known, and how it is worked out
enough = _("Where enough is published, and where not")
with st.expander(enough, on_change="rerun", key="enough") as it:
    if it.open:
        tables.of_known(dataset, choice)
own.invite(dataset, {"observation": _("A figure of a territory")})
with st.expander(_("Measures, method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method(choice)
        cite.sources(dataset, view)
