"""Territory: everything known of one territory, what is missing there, and whom to ask."""

import streamlit as st

from ui import words
from ui.language import _
from ui.opened import opened
from ui.out import button
from ui.palette import palette
from ui.territory import draw, picker
from ui.territory.choice import chosen_at
from ui.territory.plans import with_plans
from ui.territory.profile import profile_of

dataset = opened()
colours = palette()

# Choose
at = chosen_at(dataset)
if at is None:
    st.title(_("Which territory is it about?"), anchor=False)
    with st.container(key="finding"):
        st.markdown(
            _(
                "Everything known of one country or region on one page that prints as a "
                "report: who lives there, what is there and what is short, who works with "
                "whom, and whom to ask for what nobody publishes."
            )
        )
    if st.query_params.get("at"):
        st.info(_("No territory here has the code in the address. Find one by name, or below."))
    picker.search(dataset)
    picker.by_country(dataset)
    st.caption(_(words.BOUNDARIES))
else:
    # Compute
    with st.spinner(_("Putting together what is known")):
        profile = with_plans(profile_of(dataset, at), st.query_params.to_dict())

    # Draw
    with st.container(key="pick"):
        picker.search(dataset)
        picker.around_and_inside(dataset, at)
    st.title(words.escaped(profile.title), anchor=False)
    st.caption(
        _(
            "{place} · {code} · built {day}",
            place=words.escaped(profile.place),
            code=at,
            day=words.day(f"{dataset.built:%Y-%m-%d}"),
        )
    )
    draw.lead(profile, colours)
    for part in profile.sections:
        draw.section(profile, part, colours)

    # Cite
    draw.cite(profile)

    # Take away
    with st.container(key="take"):
        st.markdown(_("Printed, or saved as PDF from the browser, this page is a report on A4."))
        draw.download(profile)
        button.take_away(dataset, "territory")
