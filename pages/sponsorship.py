"""Sponsorship: who arrived through sponsors, who pledged, by which rules, where nobody does."""

import streamlit as st

from ui import chosen, legend, mapping, words
from ui.area import own, records
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.sponsorship import charts, panel, rows, rules, situation_words
from ui.sponsorship import words as said
from ui.sponsorship.choice import SITUATION, choose
from ui.sponsorship.figures import spread_of
from ui.sponsorship.method import METHOD
from ui.sponsorship.nothing import OWN, nothing
from ui.sponsorship.situation import situations_of
from ui.store import ask

dataset = opened()
colours = palette()
if ask(dataset, "scheme").empty:
    nothing(dataset)
    st.stop()

# Choose
choice = choose(dataset)

# Compute
short = choice.show == SITUATION
situations = situations_of(dataset, choice) if short else None
view = None if short else spread_of(dataset, choice)
drawn = situations or view
assert drawn is not None

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    if situations is not None:
        st.markdown(situation_words.headline(situations))
        st.caption(_(situation_words.READING))
    elif view is not None:
        st.markdown(said.headline(view, choice))
        st.caption(said.READING[choice.show])

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    with st.container(key="map"):
        mapping.draw(drawn.picture(), colours)
    legend.legend(drawn.picture(), colours)
    st.caption(said.below_map(drawn))

with narrow:
    chosen.search(drawn.rows, ask(dataset, "region"))
    at = chosen.territory(drawn.rows)
    chosen.lost(ask(dataset, "region"), drawn.rows)
    if at is not None and situations is not None:
        panel.explain_situation(situations, at)
    elif at is not None and view is not None:
        panel.explain(view, choice, at, colours)
    if situations is not None and (begin := situation_words.where_to_begin(situations)):
        st.markdown(f"##### {_('Where to begin: short of reception')}")
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(begin, 1)))
    if view is not None:
        charts.ranking(view, choice, colours, at)

# Take away and cite
if situations is not None:
    rows.twin_of_situations(situations)
elif view is not None:
    rows.twin(view, choice)
button.take_away(dataset, "sponsorship")
if not short:
    button.take_away(dataset, "sponsorship-figures", _("Download the figures behind them"))
rules.show(dataset, choice)
own.invite(dataset, OWN)
with st.expander(_("How the figures are worked out"), on_change="rerun", key="method") as method:
    if method.open:
        st.markdown(_(METHOD))
st.caption(f"{records.origin(dataset, said.sources(drawn))} · {_(words.BOUNDARIES)}")
