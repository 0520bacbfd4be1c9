"""Controls whose value is in the address: short codes, so that a view can be sent as a link.

Streamlit's own binding writes the words of an option, which a new wording or another
language would break. Here an option's code is written, and nothing where it is the usual one.
A code that is not on offer is passed over.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

_BETWEEN = "."
T = TypeVar("T", str, int)


def one(key: str, options: Sequence[T], usual: T) -> dict[str, Any]:
    """Arguments that tie a control with one choice to `?key=`."""
    codes = {str(option): option for option in options}
    written = codes.get(st.query_params.get(key, ""), usual)
    if st.session_state.get(key) not in options:
        st.session_state[key] = written
    return {"key": key, "on_change": _keep(key, lambda value: "" if value == usual else str(value))}


def several(key: str, options: Sequence[str]) -> dict[str, Any]:
    """Arguments that tie a control with several choices to `?key=A.B`; usually none."""
    if key not in st.session_state:
        asked = st.query_params.get(key, "").split(_BETWEEN)
        st.session_state[key] = [option for option in asked if option in options]
    return {"key": key, "on_change": _keep(key, _BETWEEN.join)}


def switch(key: str) -> dict[str, Any]:
    """Arguments that tie an on-off control to `?key=1`; usually off."""
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(key) == "1"
    return {"key": key, "on_change": _keep(key, lambda value: "1" if value else "")}


def _keep(key: str, code: Callable[[Any], str]) -> Callable[[], None]:
    """Write a control's code into the address when it changes."""

    def keep() -> None:
        text = code(st.session_state[key])
        if text:
            st.query_params[key] = text
        else:
            st.query_params.pop(key, None)

    return keep
