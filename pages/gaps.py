"""Gaps: what is short, for whom, by which benchmark, how sure that is, what would narrow it."""

import streamlit as st

from ui import (
    chosen,
    gap_charts,
    gap_cite,
    gap_finding,
    gap_panel,
    gap_strip,
    gap_table,
    gap_words,
    legend,
    mapping,
)
from ui.language import _
from ui.ledger import ledger_of
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.scenario import way
from ui.shortage_choice import choose
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
ledger = ledger_of(dataset, choice)

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(gap_finding.headline(ledger))
    st.caption(f"{gap_words.measured_by(ledger)} {gap_cite.dates(ledger)}")

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(ledger.picture(), colours)
    legend.legend(ledger.picture(), colours)
    if not ledger.diverging:
        st.caption(_("In {unit}.", unit=ledger.picture().unit))

with narrow:
    chosen.search(ledger.rows, ask(dataset, "region"))
    at = chosen.territory(ledger.rows)
    gone = chosen.lost(ask(dataset, "region"), ledger.rows)
    if gone is not None:
        gap_panel.explain_undrawn(ledger, gone)
    if at is not None:
        gap_panel.explain(ledger, at)
    st.markdown(f"##### {gap_words.ranking_title(ledger)}")
    gap_charts.ranking(ledger, colours, at)
    gap_strip.strip(ledger, colours, at)
    if asks := gap_words.most_worth_asking(ledger, 3):
        st.markdown(f"##### {_('What to ask for first')}")
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))
    way.from_gaps()

# Take away and cite
gap_panel.add_up(ledger)
gap_table.twin(ledger)
button.take_away(dataset, "gaps")
with st.expander(_("Benchmark, method and sources"), on_change="rerun", key="method") as method:
    if method.open:
        gap_cite.cite(ledger)
st.caption(gap_cite.attribution(ledger))
