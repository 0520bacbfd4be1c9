"""Scenario: what would close the gap? Plans tried on today's shortage, and compared with it."""

import streamlit as st

from ui import chosen, gap_cite, gap_words, legend, mapping
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.scenario import charts, cite, editor, panel, saved, tables
from ui.scenario.choice import choose
from ui.scenario.drawn import note, picture_of
from ui.scenario.finding import finding
from ui.scenario.story import story
from ui.scenario.working import worked_out
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
st.title(choice.question(), anchor=False)
scenario = worked_out(dataset, choice)
if scenario is None:
    st.stop()
today, looked = scenario.today, scenario.looked

# Draw
with st.container(key="finding"):
    st.markdown(finding(scenario))
    st.caption(f"{gap_words.measured_by(today)} {gap_cite.dates(today)}")
cite.too_little(scenario)
st.markdown(_("##### Plans") if choice.plans else _("##### What could change?"))
editor.edit(choice, today)
saved.reopen(dataset)

if looked is not None:
    st.markdown(_("##### Compared with today"))
    charts.against_today(scenario, colours)
    tables.compared(scenario)

wide, narrow = st.columns([1.75, 1], gap="large")
picture = picture_of(dataset, choice)
with wide:
    editor.map_shows(choice)
    with st.container(key="map"):
        mapping.draw(picture, colours)
    legend.legend(picture, colours)
    if looked is not None:
        st.caption(note(scenario))
    st.caption(gap_cite.attribution(today))

with narrow:
    chosen.search(today.rows, ask(dataset, "region"))
    at = chosen.territory(today.rows)
    chosen.lost(ask(dataset, "region"), today.rows)
    if at is not None:
        panel.explain(scenario, at)
    if looked is not None:
        st.markdown(_("##### What became of each change"))
        st.markdown("\n".join(f"{turn}. {each}" for turn, each in enumerate(story(looked), 1)))

if looked is not None:
    st.markdown(_("##### Every move of this plan"))
    tables.moves(looked)

# Take away and cite
saved.keep(dataset, choice)
button.take_away(dataset, "scenario", _("Download the territories"))
button.take_away(dataset, "scenario-ledger", _("Download the moves"))
button.take_away(dataset, "scenario-compared", _("Download the comparison"))
with st.expander(_("Method, prices and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.cite(scenario)
