"""The start of every page: inside its frame, with the dataset open."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from ui.connection import held
from ui.store import Dataset, current


def opened() -> Dataset:
    """The dataset to show, that of the frame; ends the run where there is none.

    A server that has shown nothing yet takes the folder `pages` for its own kind of pages and
    runs a linked one without app.py. That page then starts again, inside the frame.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
    dataset = held() or current()
    if dataset is None:
        st.stop()
    return dataset
