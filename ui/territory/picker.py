"""Choosing a territory: by name or code, by country, up and down from the one that is shown."""

import pandas as pd
import streamlit as st

from ui import chosen, words
from ui.language import _, n_
from ui.store import Dataset, ask

_FIELD = "find_territory"
_COLUMNS = 4


def search(dataset: Dataset) -> None:
    """A field that finds territories of every level by name, local spelling or code."""
    text = st.text_input(
        _("Find a territory"),
        key=_FIELD,
        placeholder=_("A name or code: Sicilia, ES61, Gelderland"),
        help=_("By name, local spelling or NUTS code, of any level."),
    )
    if not text.strip():
        return
    found = chosen.matches(_named(dataset), text)
    if found.empty:
        st.caption(_("No territory has this name. Names are as their country writes them."))
    for code, place in found["place"].items():
        _offer(str(code), str(place))


def by_country(dataset: Dataset) -> None:
    """Every country, in the order of the alphabet."""
    regions = ask(dataset, "region")
    codes = sorted(regions.loc[regions["level"] == 0, "territory_id"], key=words.country)
    columns = st.columns(_COLUMNS)
    part = -(-len(codes) // _COLUMNS)
    for i, column in enumerate(columns):
        with column:
            for country in codes[i * part : (i + 1) * part]:
                _offer(str(country), words.country(str(country)))


def around_and_inside(dataset: Dataset, at: str) -> None:
    """The larger territories around the one shown, and those it is made of."""
    rows = _named(dataset)
    rows = rows[rows["members"].isna()]
    above = [str(code) for code in rows.index if at.startswith(str(code)) and str(code) != at]
    names = {str(code): str(name) for code, name in rows["name"].items()}
    level = int(str(rows.loc[at, "level"])) if at in rows.index else 3
    codes = rows.index.astype(str)
    inside = rows[codes.str.startswith(at) & (rows["level"] == level + 1).to_numpy()]
    with st.container(horizontal=True):
        for code in sorted(above, key=len):
            _offer(code, _("Part of {place}", place=names[code]))
        if len(inside):
            label = n_(
                "Inside it: {count} territory", "Inside it: {count} territories",
                len(inside), count=words.counted(len(inside)),
            )  # fmt: skip
            with st.popover(label, type="tertiary"):
                for part, name in inside["name"].items():
                    _offer(str(part), str(name))
        st.button(_("Another territory"), type="tertiary", on_click=_choose, args=(None,),
                  key="another")  # fmt: skip


def _named(dataset: Dataset) -> pd.DataFrame:
    """Every territory by code, with the place as readers know it and its level."""
    rows = ask(dataset, "region")
    own = [words.country(str(code)) if level == 0 else str(name)
           for code, level, name in zip(rows["territory_id"], rows["level"], rows["name"],
                                        strict=True)]  # fmt: skip
    places = [
        f"{place} · {code}" for place, code in zip(words.places(rows), rows["territory_id"],
                                                   strict=True)
    ]  # fmt: skip
    return rows.assign(place=places, name=own).set_index("territory_id")


def _offer(code: str, place: str) -> None:
    st.button(
        words.escaped(place), key=f"go_{code}", type="tertiary", on_click=_choose, args=(code,)
    )


def _choose(code: str | None) -> None:
    chosen.choose(code)
    st.session_state[_FIELD] = ""
