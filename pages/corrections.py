"""Corrections: what people who know better would change, reviewed, beside what is published."""

import streamlit as st

from ui.corrections import export, finding, form, say, store
from ui.corrections.cards import cards
from ui.corrections.choice import choose
from ui.language import _
from ui.opened import opened

dataset = opened()

# Choose
above, whose = st.container(), st.container()
choice = choose(dataset, whose)

# Compute
book = store.book()
standings = book.of(dataset.kind)

# Draw
with above:
    st.title(_("Do you know better than a published figure?"), anchor=False)
    with st.container(key="finding"):
        st.markdown(finding.sentence(standings))
        st.caption(_(finding.RULES))
    finding.problems(book)

if choice.target is None:
    st.markdown(finding.to_choose(choice.territory_id))
else:
    st.caption(_(finding.WHERE_REST))
    wide, narrow = st.columns([1.4, 1], gap="large")
    with wide:
        form.published(dataset, choice.target, standings)
        instead = form.propose(dataset, choice.target)
    with narrow:
        st.markdown(f"##### {_('What an acceptance would move')}")
        if instead is None:
            st.caption(_("Write what you would say instead: gaps, answers and ranks follow here."))
        else:
            for line in say.moved(dataset, choice.target, instead):
                st.markdown(line)

st.markdown(f"### {_('What is proposed')}")
where, state = finding.listed_where(choice.territory_id)
listed = finding.filtered(standings, choice.territory_id, where, state)
cards(dataset, listed)

# Take away
st.download_button(
    _("Download all proposals"),
    data=lambda: export.as_csv(dataset, standings),
    file_name=f"{dataset.prefix}groundwork_corrections.csv",
    mime="text/csv",
    on_click="ignore",
    icon=":material/download:",
    help=_("Every proposal with its reviews as a table (CSV), contacts left out."),
)
st.caption(
    _(
        "The file leaves contacts out. Entries are kept for good, in the order they came: each "
        "carries the checksum of the one before."
    )
)
