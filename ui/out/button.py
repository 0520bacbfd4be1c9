"""At the foot of a page: its rows as a file, and the way to every other form of them."""

from urllib.parse import urlencode

import streamlit as st

from ui.address import link
from ui.language import _, later
from ui.out import views
from ui.out.formats import FORMATS
from ui.out.naming import file_name
from ui.store import Dataset


def take_away(dataset: Dataset, view: str, label: str = later("Download these rows")) -> None:
    """Exactly the rows of the page as CSV; other forms are a page away.

    The file is made from the page's address when it is asked for: the same as a data route or
    the command line gives for it.
    """
    address = dict(st.query_params)
    filters = views.filters_of(dataset, view, address)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            _(label),
            data=lambda: b"".join(FORMATS["csv"].stream(views.VIEWS[view].take(dataset, filters))),
            file_name=file_name(dataset, view, filters, FORMATS["csv"].suffix),
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key=f"take_{view}",
            help=_(
                "Rows of this view with their sources (CSV). *Take data away* has other formats."
            ),
        )
        query = urlencode({"take": view, **filters})
        other = _("Other formats, web address, how to cite")
        st.markdown(f"[{other}]({link(f'data?{query}')})")
