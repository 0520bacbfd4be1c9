"""What stands beside and below the map of alliances: the list, one territory, the table."""

from urllib.parse import urlencode

import streamlit as st

from ui import chosen
from ui.address import link
from ui.alliances import beside, say
from ui.alliances.known import Alliances
from ui.alliances.rows import file_rows
from ui.area import records
from ui.language import Words, _

_JOINED = Words({"land": "land", "water": "water"})
_OF_GAPS = ("service", "whom", "by", "basis", "norm", "level", "in", "when")


def explain(view: Alliances, at: str) -> None:
    """One territory and its neighbours, with the way to the figures behind its gap."""
    chosen.heading(view.dataset, at, str(view.place(at)), key="clear_pairs")
    for sentence in beside.of_territory(view, at):
        st.markdown(sentence)
    asked = {key: st.query_params[key] for key in _OF_GAPS if key in st.query_params}
    where = link(f"gaps?{urlencode({**asked, 'at': at})}")
    st.caption(f"[{_('Need, supply and sources behind its gap')}]({where})")


def listing(view: Alliances) -> None:
    """The best of the view as sentences, and whom to ask."""
    st.markdown(f"##### {say.title(view)}")
    st.caption(say.READ[view.choice.show])
    lines = say.listing(view)
    if lines:
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(lines, 1)))
    else:
        st.markdown(_("None is known here."))
    if asks := beside.asking(view):
        st.markdown(f"##### {_('Whom to ask first')}")
        st.markdown("\n".join(f"{i}. {line}" for i, line in enumerate(asks, 1)))


def twin(view: Alliances) -> None:
    """Every pair as a table, sent to the browser only when it is asked for."""
    unit, number = view.unit(), st.column_config.NumberColumn
    columns = {
        "helper": st.column_config.TextColumn(_("Has a surplus"), pinned=True),
        "short": _("Is short"),
        "shared_lower": number(_("Could share, at least ({unit})", unit=unit), format="%,.0f"),
        "shared_upper": number(_("at most"), format="%,.0f"),
        "surplus_lower": number(_("To spare, at least"), format="%,.0f"),
        "surplus_upper": number(f"{_('at most')} ", format="%,.0f"),
        "shortage_lower": number(_("Lacking, at least"), format="%,.0f"),
        "shortage_upper": number(f"{_('at most')}  ", format="%,.0f"),
        "shared_overall": number(_("In the best overall"), format="%,.0f"),
        "alliance": _("Small alliance"),
        "across_border": st.column_config.CheckboxColumn(_("Across a border")),
        "connection": _("Joined by"),
        "border_km": number(_("Border as drawn (km)"), format="%,.0f"),
        "water_km": number(_("Water between (km)"), format="%,.0f"),
        "helper_period": _("Need of"),
        "helper_supply_period": _("Supply of"),
        "short_period": _("The other's need of"),
        "short_supply_period": _("Its supply of"),
    }
    rows = file_rows(view)
    rows["connection"] = [_JOINED.get(each, each) for each in rows["connection"]]
    records.twin(view.dataset, rows, columns)
