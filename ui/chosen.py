"""The territory somebody is looking at: clicked, ranked or searched for, kept in the address."""

import unicodedata

import pandas as pd
import streamlit as st

from ui.words import escaped

_PARAMETER = "at"
_MOST_FOUND = 6
# Letters that Unicode does not take apart into a letter and an accent.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
)


def choose(territory_id: str | None) -> None:
    """Keep a territory in the address; None lets it go."""
    if territory_id is None:
        st.query_params.pop(_PARAMETER, None)
    else:
        st.query_params[_PARAMETER] = territory_id


def territory(rows: pd.DataFrame) -> str | None:
    """The territory chosen, if the view draws it."""
    at = st.query_params.get(_PARAMETER)
    return at if at in rows.index else None


def search(rows: pd.DataFrame) -> None:
    """A field to find a territory by name, local spelling or code, without the map."""
    text = st.text_input(
        "Find a territory",
        key="find",
        placeholder="Click the map, or type a name or code",
        label_visibility="collapsed",
    )
    if not text.strip():
        return
    found = matches(rows, text)
    if found.empty:
        st.caption("No territory drawn here has this name. Another level may have it.")
        return
    for territory_id, place in found["place"].items():
        st.button(
            escaped(str(place)),
            key=f"found_{territory_id}",
            type="tertiary",
            on_click=_found,
            args=(str(territory_id),),
        )


def _found(territory_id: str) -> None:
    choose(territory_id)
    st.session_state["find"] = ""


def matches(rows: pd.DataFrame, text: str) -> pd.DataFrame:
    """Rows whose code starts with `text`, or whose name, here or locally, contains it.

    Accents and case do not matter; codes come first.
    """
    wanted = plain(text)
    if not wanted:
        return rows.head(0)
    codes = rows.index.astype(str).str.casefold().str.startswith(wanted)
    names = rows["place"].map(plain).str.contains(wanted, regex=False)
    if "local_name" in rows:
        names |= rows["local_name"].fillna("").map(plain).str.contains(wanted, regex=False)
    return pd.concat([rows[codes], rows[names & ~codes]]).head(_MOST_FOUND)


def plain(text: str) -> str:
    """Lower case without accents.

    >>> plain(" Śląskie")
    'slaskie'
    """
    apart = unicodedata.normalize("NFKD", text.strip().casefold().translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).strip()
