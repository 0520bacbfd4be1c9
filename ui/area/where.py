"""Where to look: the level of the territories and the countries, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui import address
from ui.store import Dataset, ask
from ui.words import LEVELS, country


@dataclass(frozen=True)
class Where:
    """The level asked for and the countries looked at; no country means all of Europe."""

    level: int
    countries: tuple[str, ...] = ()


def where(dataset: Dataset, usual_level: int = 2, levels: Sequence[int] = tuple(LEVELS)) -> Where:
    """Draw the two controls where the caller stands, usually the sidebar, and read them."""
    level = st.selectbox(
        "Territories",
        list(levels),
        format_func=LEVELS.__getitem__,
        help="NUTS levels of the EU's territorial statistics. A country whose figures are known "
        "only for larger territories is drawn with those.",
        **address.one("level", list(levels), usual_level),
    )
    codes = sorted(ask(dataset, "region")["country"].unique(), key=country)
    chosen = st.multiselect(
        "Countries",
        codes,
        format_func=country,
        placeholder="All of Europe",
        **address.several("in", codes),
    )
    return Where(level, tuple(chosen))
