"""Compare: territories and own groups side by side, what sets them apart, who is like them."""

import streamlit as st

from ui import words
from ui.area import records
from ui.compare import alike, difference, dots, over_time, table
from ui.compare.choice import choose
from ui.compare.figures import figures_of
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette

dataset = opened()
colours = palette()

# Choose
choice = choose(dataset)

# Compute
with st.spinner(_("Reading every measure of these territories"), show_time=False):
    rows = figures_of(dataset, choice)

# Draw
st.title(words.escaped(choice.question()), anchor=False)
with st.container(key="finding"):
    st.markdown(difference.headline(rows, [each.name for each in choice.columns]))
    if choice.is_start:
        st.caption(
            _(
                "An example: {name} and its nearest peers abroad. Choose your own "
                "territories, or name groups of them, in the sidebar.",
                name=words.escaped(choice.columns[0].name),
            )
        )
if found := difference.differences(rows):
    st.markdown(_("##### What sets them apart"))
    st.markdown("\n".join(f"- {each.sentence}" for each in found[: difference.MOST]))

st.caption(_(dots.READ))
dots.areas(rows, colours)
dots.context(rows, colours)
used = " ".join(rows["source_ids"].fillna("")).split()
st.caption(records.origin(dataset, used))

# Take away
table.twin(dataset, choice, rows)
button.take_away(dataset, "compare")

st.markdown(_("##### Over time"))
over_time.over_time(dataset, choice, colours)

st.markdown(_("##### Peers"))
alike.alike(dataset, choice, colours)
button.take_away(dataset, "peers", _("Download these peers"))

# Cite
with st.expander(_("Method and meaning"), on_change="rerun", key="method") as method:
    if method.open:
        table.method(choice)
