"""Reach: who can get to a service that still has room, whatever border lies between."""

import streamlit as st

from ui import chosen, legend
from ui.area import own, records
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.reach import charts, cite, drawn, panel, table
from ui.reach.choice import choose
from ui.reach.hexagons import picture_of
from ui.reach.offer import is_complete
from ui.reach.plainly import plainly
from ui.reach.regions import regions_of, sources_of
from ui.reach.together import finding
from ui.reach.whole import chosen_at
from ui.reach.working import worked_out
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
st.title(choice.question(), anchor=False)
if not worked_out(dataset, choice.way):
    st.stop()
picture = picture_of(dataset, choice)
territories = regions_of(dataset, choice.way, choice.where)
at = chosen_at(dataset, choice, picture)

# Draw
with st.container(key="finding"):
    st.markdown(finding(dataset, choice))
    st.caption(plainly(dataset, choice))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        drawn.draw(dataset, choice, picture, at, colours)
    legend.legend(picture, colours)
    st.caption(drawn.note(dataset, choice, picture))
    st.caption(records.origin(dataset, list(sources_of(dataset, choice).index)))

with narrow:
    chosen.search(territories, ask(dataset, "region"))
    if at is not None:
        panel.cell(dataset, choice, picture, at)
    panel.own_groups(dataset, choice)
    charts.histogram(dataset, choice, colours)
    if is_complete(dataset, choice.way.service):
        charts.farthest(territories, choice.way)

# Take away and cite
table.twin(dataset, choice)
button.take_away(dataset, "reach", _("Download the territories"))
button.take_away(dataset, "reach-cells", _("Download the cells"))
with st.expander(_("Method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method(choice)
        cite.sources(dataset, choice)
own.invite(dataset, {"facility": _("A place people can go to")})
