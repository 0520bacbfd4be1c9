"""Which territory is asked for, by the address or without a page."""

import streamlit as st

from ui import address
from ui.asked import without_a_page
from ui.language import _, later
from ui.out.taken import Parameter
from ui.store import Dataset, ask

_ABOUT = later(
    "A code of NUTS 2024, of the UK NUTS 2021; countries are listed, their regions go too."
)


def choose(dataset: Dataset) -> str:
    """The territory to take away: a field where a page is drawn, else what is asked for."""
    codes = ask(dataset, "region")["territory_id"]
    countries = [str(each) for each in codes if len(str(each)) == 2]
    usual = countries[0] if countries else ""
    if found := without_a_page():
        text = found.values.get("at", "")
        offered = dict.fromkeys([*countries, *([text] if text in set(codes) else [])])
        return found.one(Parameter("at", "Territory", usual, tuple(offered), about=_ABOUT))
    with st.sidebar:
        code = st.text_input(_("Territory (NUTS code)"), help=_(_ABOUT), placeholder=usual,
                             **address.text("at")).strip()  # fmt: skip
    return code if code in set(codes) else usual


def chosen_at(dataset: Dataset) -> str | None:
    """The territory in the address of the page; None where there is none, or no such one."""
    at = st.query_params.get("at", "")
    return at if at in set(ask(dataset, "region")["territory_id"]) else None
