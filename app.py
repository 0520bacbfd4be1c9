"""Groundwork: territorial integration capacity in Europe. The frame of every page."""

import streamlit as st

from ui import frame

st.set_page_config(page_title="Groundwork", page_icon="static/icon.png", layout="wide")
frame.style()
dataset = frame.dataset_or_build()
page = st.navigation([st.Page("pages/gaps.py", title="Gaps", default=True)], position="hidden")
frame.name(dataset)
page.run()
frame.footer(dataset)
