"""What stands beside and below the map of alliances: the list, one territory, the table."""

from urllib.parse import urlencode

import streamlit as st

from ui import chosen, words
from ui.address import link
from ui.alliances import beside, say
from ui.alliances.known import Alliances
from ui.alliances.rows import file_rows
from ui.area import records

_OF_GAPS = ("service", "whom", "by", "basis", "norm", "level", "in", "when")


def explain(view: Alliances, at: str) -> None:
    """One territory and its neighbours, with the way to the figures behind its gap."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(view.place(at))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    for sentence in beside.of_territory(view, at):
        st.markdown(sentence)
    asked = {key: st.query_params[key] for key in _OF_GAPS if key in st.query_params}
    where = link(f"gaps?{urlencode({**asked, 'at': at})}")
    st.caption(f"[Need, supply and sources behind its gap]({where})")


def listing(view: Alliances) -> None:
    """The best of the view as sentences, and whom to ask."""
    st.markdown(f"##### {say.title(view)}")
    st.caption(say.READ[view.choice.show])
    lines = say.listing(view)
    if lines:
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(lines, 1)))
    else:
        st.markdown("None is known here.")
    if asks := beside.asking(view):
        st.markdown("##### Whom to ask first")
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))


def twin(view: Alliances) -> None:
    """Every pair as a table, sent to the browser only when it is asked for."""
    unit, number = view.ledger.unit(), st.column_config.NumberColumn
    columns = {
        "helper": st.column_config.TextColumn("Has a surplus", pinned=True),
        "short": "Is short",
        "shared_lower": number(f"Could share, at least ({unit})", format="%,.0f"),
        "shared_upper": number("at most", format="%,.0f"),
        "surplus_lower": number("To spare, at least", format="%,.0f"),
        "surplus_upper": number("at most ", format="%,.0f"),
        "shortage_lower": number("Lacking, at least", format="%,.0f"),
        "shortage_upper": number("at most  ", format="%,.0f"),
        "shared_overall": number("In the best overall", format="%,.0f"),
        "alliance": "Small alliance",
        "across_border": st.column_config.CheckboxColumn("Across a border"),
        "connection": "Joined by",
        "border_km": number("Border as drawn (km)", format="%,.0f"),
        "water_km": number("Water between (km)", format="%,.0f"),
        "helper_period": "Need of",
        "helper_supply_period": "Supply of",
        "short_period": "The other's need of",
        "short_supply_period": "Its supply of",
    }
    records.twin(view.dataset, file_rows(view), columns)
