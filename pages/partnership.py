"""Partnership and participation: who does what where, who is missing, who decides."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own, records
from ui.language import _, later
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.partnership import absent, decisions, matrix, network, panel, summary, tables
from ui.partnership.choice import MISSING, NETWORK, SEATS, WHO, choose
from ui.partnership.figures import spread_of
from ui.partnership.here import here
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
spread = spread_of(dataset, choice)
regions = ask(dataset, "region")
at = chosen.territory(spread.rows)
place = str(spread.rows.loc[at, "place"]) if at else ""
shared = network.network_of(dataset, choice, at) if choice.view == NETWORK else network.NOTHING
chosen_place = here(dataset, at, place, choice.service) if at else None

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(summary.finding(spread, choice))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(spread.picture(), colours)
    legend.legend(spread.picture(), colours)
    st.caption(tables.how_to_read(choice))
    st.caption(records.origin(dataset, spread.known["source_id"], summary.years(spread)))
with narrow:
    chosen.search(spread.rows, regions)
    chosen.lost(regions, spread.rows)
    if chosen_place is not None:
        panel.explain(dataset, chosen_place, choice)
    elif choice.view == WHO:
        summary.most_known(spread)

# A chosen place takes the column beside the map; what is drawn of all comes below it then.
with narrow if chosen_place is None else st.container():
    if choice.view == MISSING:
        st.markdown(
            f"##### {tables.heading(later('Which types of actor are known: {place}?'), choice, '')}"
        )
        absent.draw(absent.states_of(dataset, choice, spread), dataset, colours)
    if choice.view == NETWORK and chosen_place is None:
        network.connectors(shared)
    if choice.view == SEATS:
        decisions.powers(dataset, spread, colours, told=chosen_place is not None)
if choice.view == WHO:
    st.markdown(f"##### {tables.heading(later('Who does what: {place}?'), choice, place)}")
    matrix.draw(dataset, choice, at, colours)
if choice.view == NETWORK:
    st.markdown(
        f"##### {tables.heading(later('Who shares work with whom: {place}?'), choice, place)}"
    )
    network.draw(shared, dataset, colours)
    if chosen_place is not None:
        network.connectors(shared)
if choice.view == SEATS:
    asked = chosen_place.consultations if chosen_place else tables.asked(dataset, choice)
    decisions.consultations(dataset, asked)

# Take away and cite
tables.agreements(dataset, shared.agreements)
if chosen_place is not None:
    panel.organisations(dataset, chosen_place)
tables.twin(dataset, choice, spread)
button.take_away(dataset, "partnership")
own.invite(dataset, tables.OWN)
with st.expander(_("What the lists cover, method and sources")):
    tables.method(dataset)
