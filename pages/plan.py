"""Action Plan: what was asked of Europe's plan on integration, and where each point stands."""

import streamlit as st

from analysis.plan import PARTS
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.plan import points
from ui.plan.known import facts_of

dataset = opened()

# Compute: this page has nothing to choose
facts = facts_of(dataset)

# Draw
st.title(_("What was asked of the Action Plan, and what can be known of it?"), anchor=False)
with st.container(key="finding"):
    st.markdown(points.finding(facts))
    st.caption(
        _(
            "A civil-society reading of the EU Action Plan on Integration and Inclusion 2021-27: "
            "asked for in the consultation of 2020 (12 weeks, 864 responses), welcomed in the "
            "plan of 24 November 2020, and still urged. *Region* is a NUTS 2 region."
        )
    )
for part_id in PARTS:
    points.part(part_id, facts)

# Take away
st.divider()
button.take_away(dataset, "plan", _("Download this page as rows"))
