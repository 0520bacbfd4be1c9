"""The territory somebody is looking at: clicked, ranked or searched for, kept in the address."""

import unicodedata

import pandas as pd
import streamlit as st

from ui.language import _
from ui.store import Dataset, ask
from ui.words import LEVELS, both_names, country, escaped

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


def heading(dataset: Dataset, at: str, place: str, key: str = "clear") -> None:
    """The name of what is chosen, also as it is written there, and a button that lets it go."""
    local = ask(dataset, "region").set_index("territory_id")["local_name"].get(at)
    titled(both_names(place, str(local or "")), key)


def titled(name: str, key: str = "clear") -> None:
    """A heading above what is told of something chosen, with a button that lets it go."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {escaped(name)}", width="content")
        st.button(_("Clear"), key=key, type="tertiary", on_click=choose, args=(None,))


def lost(territories: pd.DataFrame, rows: pd.DataFrame) -> str | None:
    """Say so when the territory in the address is not drawn, and offer the one it lies in.

    Gives the territory that is not drawn, None where there is none.
    """
    at = st.query_params.get(_PARAMETER)
    if at is None or at in rows.index:
        return None
    known = territories.set_index("territory_id")
    if at not in known.index:
        return None
    name = escaped(str(known.loc[at, "name"]))
    st.caption(_("{name} is not drawn in this view.", name=name))
    around = [code for code in rows.index if at.startswith(code)]
    if around:
        _offer(around[-1], str(rows.loc[around[-1], "place"]), None)
    return at


def search(rows: pd.DataFrame, territories: pd.DataFrame) -> None:
    """A field to find a territory by name, local spelling or code, without the map.

    `rows` are those drawn; where none of them fits, `territories` of other levels are offered.
    """
    text = st.text_input(
        _("Find a territory"),
        key="find",
        placeholder=_("Click the map, or type a name or code"),
        label_visibility="collapsed",
        help=_(
            "By name, local spelling or NUTS code; a territory that is found is chosen with a "
            "click or with Enter."
        ),
    )
    if not text.strip():
        return
    found = matches(rows, text)
    for territory_id, place in found["place"].items():
        _offer(str(territory_id), str(place), None)
    if found.empty:
        _offer_other_levels(territories, text)


def _offer_other_levels(territories: pd.DataFrame, text: str) -> None:
    """Territories of levels that are not drawn, each with a button that goes there."""
    others = territories.set_index("territory_id").assign(place=territories["name"].to_numpy())
    others = matches(others, text)
    if others.empty:
        st.caption(_("No territory has this name. Names are as their country writes them."))
    for row in others.reset_index().to_dict("records"):
        level = int(row["level"])
        place = f"{row['name']}, {country(str(row['country']))} ({LEVELS[level]})"
        _offer(str(row["territory_id"]), place, level)


def _offer(territory_id: str, place: str, level: int | None) -> None:
    """A button that chooses a territory, at another level where one is given."""
    st.button(
        escaped(place),
        key=f"found_{territory_id}",
        type="tertiary",
        on_click=_found,
        args=(territory_id, level),
    )


def _found(territory_id: str, level: int | None) -> None:
    choose(territory_id)
    st.session_state["find"] = ""
    if level is not None:
        st.session_state["level"] = level


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
