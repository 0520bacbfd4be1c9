"""Funds: does money follow need, who gets little, what was paid, what is due next."""

from datetime import date

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own
from ui.funds import (
    calendar,
    coherence,
    empty,
    formula,
    panel,
    rows,
    scatter,
    spenders,
    spending,
    words,
)
from ui.funds.choice import choose
from ui.funds.needs import MORE, kind
from ui.funds.view import view_of
from ui.language import Words, _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.store import ask
from ui.words import escaped

dataset = opened()
colours = palette()
OWN = Words({"funding": "An amount of a fund for a territory and period"})

# Choose
choice = choose(dataset)
if choice is None:
    empty.explain()
    calendar.draw(empty.ANY, date.today())
    own.invite(dataset, OWN)
    st.stop()

# Compute
view = view_of(dataset, choice)

# Draw
st.title(escaped(choice.question()), anchor=False)
with st.container(key="finding"):
    st.markdown(words.headline(view))
    st.caption(
        f"{words.spread_of_money(view)} {kind(view.need, choice.series, choice.against_key)} "
        f"{words.unlike_years(view)}"
    )

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(view.spread.picture(), colours)
    legend.legend(view.spread.picture(), colours)
    st.caption(f"{words.map_caption(view)} {rows.origin(view)}")
    st.markdown(f"##### {MORE[choice.against_key]}")
    scatter.draw(view, colours, chosen.territory(view.spread.rows))

with narrow:
    chosen.search(view.spread.rows, ask(dataset, "region"))
    at = chosen.territory(view.spread.rows)
    chosen.lost(ask(dataset, "region"), view.spread.rows)
    if at is not None:
        panel.explain(view, at)
    if least := words.least_money(view, 5):
        st.markdown(f"##### {_('Least money {for_one}', for_one=_(choice.against.for_one))}")
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(least, 1)))
    spending.little_money(view)

left, right = st.columns(2, gap="large")
with left:
    spending.absorption(view)
    spenders.access(view)
with right:
    coherence.draw(view)
if words.is_amif_2021(choice.series):
    formula.draw(dataset)
calendar.draw(choice.series, date.today())

# Take away and cite
rows.twin(view)
button.take_away(dataset, "funds")
spending.kept_out(view)
own.invite(dataset, OWN)
with st.expander(
    _("What is compared, method and sources"), on_change="rerun", key="method"
) as method:
    if method.open:
        rows.method(view)
