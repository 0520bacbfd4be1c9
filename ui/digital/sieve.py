"""The catalogue's search and filters, kept in the address."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.practice import CRITERIA, MET, started
from ui import address, chosen, words
from ui.digital.words import language, languages
from ui.language import Words, _
from ui.words import country

_STARTED = Words(
    {
        "any": "At any time",
        "before": "Before COVID-19 (to 2019)",
        "during": "With COVID-19 (2020 to 2022)",
        "after": "After COVID-19 (from 2023)",
        "unknown": "Not stated",
    }
)
_ANY = "any"


def filtered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that the reader's search and filters leave."""
    spoken = sorted(set(" ".join(rows["languages"].dropna()).split()), key=language)
    first, second, third, fourth = st.columns([1.3, 1, 1.2, 1.2])
    text = first.text_input(
        _("Search"), key="search", placeholder=_("Name, place or who runs it"),
        help=_("Looks into names, places and who runs a service."),
    )  # fmt: skip
    tongue = second.selectbox(
        _("Speaks"),
        [_ANY, *spoken],
        format_func=lambda code: _("Any language") if code == _ANY else language(code),
        help=_("Only services that state this language; one that states none is left out."),
        **address.one("speaks", [_ANY, *spoken], _ANY),
    )
    ids = [each.criterion_id for each in CRITERIA]
    labels = {each.criterion_id: _(each.label) for each in CRITERIA}
    meets = third.multiselect(
        _("Meets"), ids, format_func=labels.__getitem__, placeholder=_("Any criteria"),
        help=_("Only services known to meet every criterion chosen; not stated is not met."),
        **address.several("meets", ids),
    )  # fmt: skip
    since = fourth.selectbox(
        _("Started"), list(_STARTED), format_func=_STARTED.__getitem__,
        help=_("When the service began, as it states itself."),
        **address.one("since", list(_STARTED), _ANY),
    )  # fmt: skip
    fits = [_fits(row, chosen.plain(text), tongue, meets, since) for row in rows.to_dict("records")]
    return rows[pd.Series(fits, index=rows.index, dtype=bool)]


def _fits(row: dict[Hashable, Any], text: str, tongue: str, meets: list[str], since: str) -> bool:
    """Whether a service passes every filter; one that does not state it does not."""
    return (
        text in chosen.plain(_searched(row))
        and (tongue == _ANY or tongue in str(row["languages"]).split())
        and all(row[f"is_{each}"] == MET for each in meets)
        and (since == _ANY or since == (started(row["started"]) or "unknown"))
    )


def _searched(row: dict[Hashable, Any]) -> str:
    """What a search looks into."""
    names = [row["name"], row["provider"], row["territory_name"], country(str(row["country"]))]
    names.append(
        languages(str(row["languages"]).split()) if words.is_known(row["languages"]) else ""
    )
    return " ".join(str(each) for each in names if words.is_known(each))
