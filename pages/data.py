"""Data: choose a view or table, filter it, take it away in any form, with how to cite it."""

import streamlit as st

from ui.data import choice, columns, forms, programmes
from ui.language import _
from ui.opened import opened

dataset = opened()

# Choose
st.title(_("Take the data away"), anchor=False)
choice_made = choice.choose(dataset)

# Compute
taken = choice.taken(dataset, choice_made)

# Draw
with st.container(key="finding"):
    st.markdown(columns.finding(choice_made, taken))
    st.caption(columns.grain(choice_made, taken))
choice.back(choice_made)
columns.preview(taken)

# Take away
left, right = st.columns(2, gap="large")
with left:
    st.markdown(f"##### {_('As a file')}")
    forms.download(dataset, choice_made, taken)
    forms.parcel(dataset, choice_made)
with right:
    st.markdown(f"##### {_('From a programme')}")
    programmes.lines(dataset, choice_made)

# Cite
st.markdown(f"##### {_('Cite this view')}")
columns.cite(taken)
with st.expander(_("What the columns hold"), on_change="rerun", key="columns") as about:
    if about.open:
        columns.about(taken)
