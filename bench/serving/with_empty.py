"""The product's own server with one page more, which is empty: the same process, the same frame.

`python -m bench.serving.with_empty --server.port=N` is `streamlit run asgi.py` but for that page.
"""

import sys
from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.web import cli

_navigation = st.navigation


def empty() -> None:
    """A page with nothing on it but one control to change."""
    st.selectbox("Territories", ["a", "b", "c", "d"])


def _with_one_more(pages: Mapping[str, list[Any]], **how: Any) -> Any:
    more = [st.Page(empty, url_path="empty", title="Empty")]
    return _navigation({**pages, "Bench": more}, **how)  # type: ignore[arg-type]


if __name__ == "__main__":
    st.navigation = _with_one_more  # type: ignore[assignment]
    sys.argv = ["streamlit", "run", "asgi.py", *sys.argv[1:]]
    cli.main()
