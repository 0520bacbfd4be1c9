"""Groundwork: territorial integration capacity in Europe. The frame of every page."""

import streamlit as st

from ui import address, faults, frame, tidy
from ui.reach.ways.upload import still_here

st.set_page_config(page_title="Groundwork", page_icon="static/icon.png", layout="wide")
frame.style()
tidy.address()
dataset = frame.dataset_or_build()
PAGES = {
    "": [
        st.Page("pages/overview.py", title="Overview", default=True),
        st.Page("pages/gaps.py", title="Gaps"),
        st.Page("pages/figures.py", title="Figures"),
        st.Page("pages/reach.py", title="Reach"),
        st.Page("pages/sources.py", title="Sources"),
    ],
    "Compare": [
        st.Page("pages/territory.py", title="Territory"),
        st.Page("pages/compare.py", title="Compare"),
        st.Page("pages/equality.py", title="Equality"),
        st.Page("pages/vision.py", title="Vision"),
        st.Page("pages/alliances.py", title="Alliances"),
    ],
    "What would help": [
        st.Page("pages/scenario.py", title="Scenario"),
        st.Page("pages/sites.py", title="Sites"),
        st.Page("pages/stress.py", title="Stress"),
    ],
    "Areas": [
        st.Page("pages/protection.py", title="Protection"),
        st.Page("pages/sponsorship.py", title="Sponsorship"),
        st.Page("pages/partnership.py", title="Partnership"),
        st.Page("pages/funds.py", title="Funds"),
        st.Page("pages/digital.py", title="Digital"),
        st.Page("pages/plan.py", title="Action Plan"),
    ],
    "Data": [
        st.Page("pages/data.py", title="Take data away"),
        st.Page("pages/add.py", title="Add data"),
        st.Page("pages/corrections.py", title="Corrections"),
        st.Page("pages/dictionary.py", title="Dictionary"),
    ],
}
page = st.navigation(PAGES, position="top")
frame.name(dataset)
with address.to_the_end():
    with faults.told(dataset), still_here():
        page.run()
    frame.footer(dataset)
