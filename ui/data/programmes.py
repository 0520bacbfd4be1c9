"""The address of a view for programmes, and ready lines that read it."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from ui.api.recipes import recipes
from ui.data.choice import TABLE, Choice
from ui.language import _
from ui.store import PUBLISHED, Dataset

_HERE = "http://127.0.0.1:8501"


def route(dataset: Dataset, choice: Choice, form: str) -> str:
    """The address of the rows in a format, on the server this page is from."""
    kind = "views" if choice.is_view else "tables"
    asked = dict(sorted(choice.filters.items()))
    if dataset.kind != PUBLISHED:
        asked["data"] = dataset.kind
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{_server()}/api/v1/{kind}/{choice.name.removeprefix(TABLE)}.{form}{query}"


def _server() -> str:
    """Scheme, host and port of this page."""
    here = urlsplit(st.context.url or _HERE)
    return f"{here.scheme}://{here.netloc}" if here.netloc else _HERE


def lines(dataset: Dataset, choice: Choice) -> None:
    """The address, and how four programmes read it."""
    url = route(dataset, choice, "csv")
    st.caption(
        _(
            "This address always gives the rows of this choice from the dataset that is built "
            "then. It is a data route beside the pages; `/api/v1` describes all of them."
        )
    )
    st.code(url, language=None, wrap_lines=True)
    found = recipes(url, "csv")
    for tab, text in zip(st.tabs(list(found)), found.values(), strict=True):
        with tab:
            st.code(text, language=None, wrap_lines=True)
