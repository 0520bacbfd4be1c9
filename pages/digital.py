"""Digital: which services are known, whom their languages leave out, what good practice is."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own, records
from ui.digital import catalogue, charts, cite, panel, table
from ui.digital.choice import LANGUAGES, choose
from ui.digital.drawn import spread_of
from ui.digital.finding import READ, finding
from ui.digital.known import catalogued, services_of, tongues_of
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
services = services_of(dataset)
tongues = tongues_of(dataset, choice)
spread = spread_of(dataset, choice)
rows = services.of(choice.where)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(finding(spread, services, choice.view, choice.term))
    st.caption(READ[choice.view])

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(spread.picture(), colours)
    legend.legend(spread.picture(), colours)
    used = table.used(choice, tongues, rows)
    st.caption(records.origin(dataset, used, choice.period if choice.view == LANGUAGES else ""))

with narrow:
    chosen.search(spread.rows, ask(dataset, "region"))
    at = chosen.territory(spread.rows)
    chosen.lost(ask(dataset, "region"), spread.rows)
    if at is not None:
        panel.explain(spread, choice, services, tongues, at)
        rows = services.at(at)
    if choice.view == LANGUAGES:
        charts.languages(tongues, at, colours)
    else:
        charts.criteria(catalogued(rows), colours)

# Take away
table.of_territories(spread, choice)
button.take_away(dataset, "digital")
if choice.view == LANGUAGES:
    table.of_languages(dataset, choice, tongues, services)
    button.take_away(dataset, "digital-languages", _("Download all languages"))

# The catalogue
left = catalogue.catalogue(dataset, services, rows)
table.of_services(dataset, left)

# Cite
own.invite(dataset, {"digital_service": _("A digital service")})
with st.expander(_("Method, criteria and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.method(choice)
        cite.sources(dataset, [str(each) for each in used])
