"""The way from a shortage to what would close it."""

import streamlit as st

from ui.address import kept
from ui.language import _
from ui.scenario.document import BASELINE


def from_gaps() -> None:
    """A link to the Scenario page with the baseline in view and the territory chosen."""
    named = (*BASELINE, "at")
    baseline = {name: st.query_params[name] for name in named if name in st.query_params}
    st.page_link(
        "pages/scenario.py", label=f":primary[{_('Try what would close it')}]",
        query_params=kept(baseline),
    )  # fmt: skip
