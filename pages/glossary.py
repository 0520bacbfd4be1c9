"""Glossary: what the field's words mean here, where they are from, where they are used."""

import streamlit as st

from ui.glossary import BY_ID, listed, lookup
from ui.language import _
from ui.opened import opened

opened()

# Choose
st.title(_("What do the words mean?"), anchor=False)
st.caption(listed.count())
asked, looked_for = listed.choose()

# Compute
found = lookup.matching(looked_for)

# Draw
if asked:
    listed.one(BY_ID[asked])
if found:
    listed.listed(found, sought=bool(looked_for.strip()))
else:
    st.info(_("No word has this in its meaning. Try a shorter one, or empty the search."))
