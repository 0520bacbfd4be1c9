"""The address of a page is anybody's text: what is too long or no text is dropped at the door."""

import streamlit as st

from ui.language import _

# What our own pages write is shorter: plans of many changes are longest.
LONGEST, LONGEST_NAME, MOST = 20_000, 60, 80


def address() -> None:
    """Take out of the address what no page of ours ever writes, and say so."""
    names = list(st.query_params)
    odd = [name for name in names if _is_odd(name)] + [n for n in names[MOST:] if not _is_odd(n)]
    for name in odd:
        del st.query_params[name]
    if odd:
        st.caption(
            _(
                "Parts of the address were left out: they are too long, too many, or hold signs "
                "that are no text. What is shown is what the rest of it asks for."
            )
        )


def _is_odd(name: str) -> bool:
    """Whether a parameter is too long, stands there too often, or holds NUL or half a letter."""
    values = st.query_params.get_all(name)
    if len(name) > LONGEST_NAME or sum(map(len, values)) > LONGEST or len(values) > MOST:
        return True
    return any("\0" in text or not _is_text(text) for text in (name, *values))


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
