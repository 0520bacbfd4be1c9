"""Groundwork: territorial integration capacity in Europe. The frame of every page."""

import streamlit as st

from ui import address, faults, frame, login, tidy
from ui.connection import holding
from ui.language import _, begin
from ui.reach.ways.upload import still_here

st.set_page_config(page_title="Groundwork", page_icon="static/icon.png", layout="wide")
frame.style()
begin()
tidy.address()
PAGES = {
    "": [
        st.Page("pages/overview.py", title=_("Overview"), default=True),
        st.Page("pages/gaps.py", title=_("Gaps")),
        st.Page("pages/figures.py", title=_("Figures")),
        st.Page("pages/reach.py", title=_("Reach")),
        st.Page("pages/sources.py", title=_("Sources")),
    ],
    _("Compare"): [
        st.Page("pages/territory.py", title=_("Territory")),
        st.Page("pages/compare.py", title=_("Compare")),
        st.Page("pages/equality.py", title=_("Equality")),
        st.Page("pages/vision.py", title=_("Vision")),
        st.Page("pages/alliances.py", title=_("Alliances")),
    ],
    _("What would help"): [
        st.Page("pages/scenario.py", title=_("Scenario")),
        st.Page("pages/sites.py", title=_("Sites")),
        st.Page("pages/stress.py", title=_("Stress")),
    ],
    _("Areas"): [
        st.Page("pages/protection.py", title=_("Protection")),
        st.Page("pages/sponsorship.py", title=_("Sponsorship")),
        st.Page("pages/partnership.py", title=_("Partnership")),
        st.Page("pages/funds.py", title=_("Funds")),
        st.Page("pages/digital.py", title=_("Digital")),
        st.Page("pages/plan.py", title=_("Action Plan")),
    ],
    _("Data"): [
        st.Page("pages/data.py", title=_("Take data away")),
        st.Page("pages/add.py", title=_("Add data")),
        st.Page("pages/corrections.py", title=_("Corrections")),
        st.Page("pages/dictionary.py", title=_("Dictionary")),
        st.Page("pages/glossary.py", title=_("Glossary")),
    ],
}
page = st.navigation(PAGES, position="top" if login.is_in() else "hidden")
login.let_in()
dataset = frame.dataset_or_build()
frame.name(dataset)
with address.to_the_end():
    with faults.told(dataset), holding(dataset), still_here():
        page.run()
    frame.footer(dataset)
