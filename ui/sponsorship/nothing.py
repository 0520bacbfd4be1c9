"""The page where no scheme of sponsorship is known: what is missing, and who could publish it."""

import streamlit as st

from ui.area import own
from ui.language import Words, _
from ui.store import Dataset

# What a reader can add to this page: table -> what a row of it is.
OWN = Words(
    {
        "sponsorship": "A scheme's groups, places pledged and arrivals",
        "scheme": "A scheme: its name, country and pathway",
        "scheme_rule": "A rule of a scheme",
    }
)


def nothing(dataset: Dataset) -> None:
    """What would stand here, who could say it, and how to add one's own."""
    st.title(_("Who sponsors newcomers, and where?"), anchor=False)
    st.markdown(
        _(
            "**Unknown.** This dataset has no scheme of community sponsorship or of another "
            "complementary pathway, and no figure of one. That is not the same as no sponsors."
        )
    )
    st.markdown(
        _(
            "Missing are, by scheme, territory and period: sponsoring groups, places pledged and "
            "persons who arrived. The ministry that approves sponsors, UNHCR's country office and "
            "the umbrella organisations of sponsors could publish them; the United Kingdom's Home "
            "Office does so every quarter, by local authority."
        )
    )
    own.invite(dataset, OWN)
