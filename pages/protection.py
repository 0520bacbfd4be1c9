"""Protection: where vulnerable people are lost on the way to protection that lasts."""

import streamlit as st

from ui import chosen, legend, mapping
from ui.area import own
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.protection import cite, map_words, panel, rows, words
from ui.protection.choice import choose
from ui.protection.view import view_of
from ui.store import ask

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
view = view_of(dataset, choice)
picture = view.picture()

# Draw
st.title(choice.question(), anchor=False)
with st.container(key="finding"):
    st.markdown(words.headline(view))
    st.caption(map_words.plainly(view))

wide, narrow = st.columns([1.75, 1], gap="large")
with wide:
    st.markdown(f"##### {map_words.map_title(view)}")
    with st.container(key="map"):
        mapping.draw(picture, colours)
    legend.legend(picture, colours)
    st.caption(map_words.map_note(view))

with narrow:
    chosen.search(picture.rows, ask(dataset, "region"))
    at = chosen.territory(picture.rows)
    chosen.lost(ask(dataset, "region"), picture.rows)
    if at is not None:
        panel.territory(view, at, colours)
    else:
        panel.together(view, colours)

# Take away and cite
rows.twins(view, at)
button.take_away(dataset, "protection", _("Download the map's rows"))
button.take_away(dataset, "protection-steps", _("Download the steps"))
with st.expander(_("Method, norms and sources"), on_change="rerun", key="method") as method:
    if method.open:
        cite.cite(view)
own.invite(dataset, {"observation": _("A figure of people, services, places, guardians or staff")})
st.caption(cite.attribution(view))
