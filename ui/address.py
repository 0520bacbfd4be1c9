"""Controls whose value is in the address: short codes, so that a view can be sent as a link.

Streamlit's own binding writes the words of an option, which a new wording or another
language would break. Here an option's code is written, and nothing where it is the usual one.
A code that is not on offer is passed over, and the address follows what is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.language import current
from ui.language.spoken import ENGLISH, KEY
from ui.store import PUBLISHED, is_kind

_BETWEEN = "."
_MOST = 1e6
# Kept in the session: the page on which a control was last told its value; those told in this run.
_TOLD, _TELLING = "controls told", "controls being told"
T = TypeVar("T", str, int)


def one(key: str, options: Sequence[T], usual: T) -> dict[str, Any]:
    """Arguments that tie a control with one choice to `?key=`."""
    codes = {str(option): option for option in options}
    value = st.session_state.get(key)
    if value not in options:
        value = codes.get(st.query_params.get(key, ""), usual)
    _hand_over(key, value)
    _write(key, "" if value == usual else str(value))
    return {"key": key}


def several(key: str, options: Sequence[str]) -> dict[str, Any]:
    """Arguments that tie a control with several choices to `?key=A.B`; usually none."""
    asked = st.session_state.get(key, apart(st.query_params.get(key, "")))
    if key not in st.session_state:
        asked = [option for option in asked if option in options]
    _hand_over(key, asked)
    _write(key, joined(asked))
    return {"key": key}


def switch(key: str) -> dict[str, Any]:
    """Arguments that tie an on-off control to `?key=1`; usually off."""
    value = st.session_state.get(key, st.query_params.get(key) == "1")
    _hand_over(key, value)
    _write(key, "1" if value else "")
    return {"key": key}


def text(key: str) -> dict[str, Any]:
    """Arguments that tie a text field to `?key=`; usually empty."""
    value = st.session_state.get(key, st.query_params.get(key, ""))
    _hand_over(key, value)
    _write(key, str(value).strip())
    return {"key": key}


def number(key: str, name: str, usual: float | None) -> dict[str, Any]:
    """Arguments that tie a number field to `?name=`; what is no number is passed over.

    Several fields may take turns at one name: what was written for one is not another's.
    """
    if key not in st.session_state:
        turn = st.session_state.get(f"turn of {name}", key)
        text = st.query_params.get(name, "") if turn == key else ""
        st.session_state[key] = read(text, usual)
    st.session_state[f"turn of {name}"] = key
    value = st.session_state[key]
    _hand_over(key, value)
    _write(name, "" if value == usual else written(value))
    return {"key": key}


def apart(text: str) -> list[str]:
    """Codes that an address joins.

    >>> apart("IT.ES"), apart("")
    (['IT', 'ES'], [])
    """
    return text.split(_BETWEEN) if text else []


def joined(codes: Sequence[str]) -> str:
    """Codes as an address joins them."""
    return _BETWEEN.join(codes)


def written(value: float | None) -> str:
    """A number as it stands in an address, so that the same is read again.

    >>> written(0.1), written(12.0), written(None)
    ('0.1', '12', 'none')
    """
    return "none" if value is None else repr(value).removesuffix(".0")


def is_number(text: str) -> bool:
    """Whether an address says a number that is read, or none."""
    return text == "none" or read(text, None) is not None


def read(text: str, usual: float | None) -> float | None:
    """The number an address says; 'none' is none, and what makes no sense the usual one."""
    if text == "none":
        return None
    try:
        asked = float(text)
    except ValueError:
        return usual
    return asked if 0 <= asked <= _MOST else usual


def absent(key: str) -> None:
    """Take a control that this view does not have out of the address."""
    _write(key, "")


def _hand_over(key: str, value: Any) -> None:
    """Give a control its value, where it does not have it yet.

    A control of the same name on another page, or with its label in another language, is another
    control to Streamlit: it shows its first option until it is told what the one before it said.
    """
    told: dict[str, str] = st.session_state.get(_TOLD, {})
    page = _page()
    is_told = told.get(key) == page and _is_drawn(key)
    if not is_told or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
        told.pop(key, None)
        st.session_state.setdefault(_TELLING, set()).add(key)


@contextmanager
def to_the_end() -> Iterator[None]:
    """A run of a page: its controls know their values once it has come to its end.

    Where the reader does something before that, the browser may have drawn nothing of it: the
    next run has to tell them again, or they would show, and then mean, their first options.
    """
    st.session_state[_TELLING] = set()
    yield
    told: dict[str, str] = st.session_state.setdefault(_TOLD, {})
    told.update(dict.fromkeys(st.session_state[_TELLING], _page()))


def _is_drawn(key: str) -> bool:
    """Whether the browser has drawn a control: it then says its value with all it asks for.

    A run may end, and the reader act, before a slow browser drew any of it.
    """
    context = get_script_run_ctx()
    if context is None:
        return False
    said = context.session_state._state._new_widget_state.states  # no other way to know
    return any(widget.endswith(f"-{key}") for widget in said)


def _page() -> str:
    """The page that runs, and in which language: a control in another one is another control."""
    context = get_script_run_ctx()
    return f"{context.page_script_hash} {current()}" if context else ""


def _write(key: str, text: str) -> None:
    """Make the address say what is shown, touching it only where it differs."""
    if text and st.query_params.get(key) != text:
        st.query_params[key] = text
    elif not text and key in st.query_params:
        del st.query_params[key]


def link(page: str) -> str:
    """The address of a page, `page?key=value`, in the dataset and language that are looked at.

    A link opens a new session, which knows both from its address alone. The switch goes
    before this session's own address, which a change of page has just emptied.
    """
    asked = "&".join(f"{key}={value}" for key, value in kept({}).items())
    return f"{page}{'&' if '?' in page else '?'}{asked}" if asked else page


def kept(query: Mapping[str, str]) -> dict[str, str]:
    """What a link asks for, with the dataset and the language that are looked at.

    >>> kept({"level": "0"})
    {'level': '0'}
    """
    language = current()
    also = {"data": dataset_asked(), KEY: "" if language == ENGLISH else language}
    return {**{key: value for key, value in also.items() if value}, **query}


def dataset_asked() -> str:
    """The dataset that is looked at, where it is not the usual one."""
    data = st.session_state.get("data", st.query_params.get("data"))
    return str(data) if data != PUBLISHED and is_kind(data) else ""


def source_link(source_id: object) -> str:
    """The address of a source on the page Sources."""
    return link(f"sources?source={source_id}")
