"""Sites: where new places of a service would reach most people who have none, and how surely."""

import streamlit as st

from ui import chosen, legend
from ui.area import own, records
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.reach.regions import sources_of
from ui.reach.way import ReachChoice
from ui.sites import charts, cite, drawn, listed, rows, scenario, tables
from ui.sites.choice import choose
from ui.sites.say import finding, plainly
from ui.sites.working import worked_out
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
st.title(choice.question(), anchor=False)
if not worked_out(dataset, choice.task):
    st.stop()
picture = drawn.picture_of(dataset, choice)
territories = rows.territories_of(dataset, choice)

# Draw
with st.container(key="finding"):
    st.markdown(finding(dataset, choice))
    st.caption(plainly(dataset, choice))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        drawn.draw(dataset, choice, picture, colours)
    legend.legend(picture, colours)
    st.caption(drawn.note(dataset, choice, picture))
    used = sources_of(dataset, ReachChoice(choice.task.way, choice.task.where))
    st.caption(records.origin(dataset, list(used.index)))
    charts.beside(dataset, choice, colours)

with narrow:
    chosen.search(territories, ask(dataset, "region"))
    listed.looked_at(choice, picture, territories)
    listed.listed(dataset, choice)
    scenario.offer(dataset, choice)

# Take away and cite
tables.of_sites(dataset, choice)
tables.of_territories(dataset, choice)
tables.of_frontier(dataset, choice)
button.take_away(dataset, "sites", _("Download the new places"))
button.take_away(dataset, "sites-territories", _("Download the territories"))
with st.expander(_("Method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method()
        cite.sources(dataset, choice)
own.invite(dataset, {"facility": _("A place people can go to")})
