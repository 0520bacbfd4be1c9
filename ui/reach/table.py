"""The table twin of the map: its territories, farthest first."""

import streamlit as st

from ui.area import records
from ui.cased import begins
from ui.language import _
from ui.reach.regions import table_of
from ui.reach.way import COVERED, PER_1000, ReachChoice, group_words
from ui.store import Dataset

_NUMBER = st.column_config.NumberColumn


def twin(dataset: Dataset, choice: ReachChoice) -> None:
    """Territories with the means of their residents, and how much is not known."""
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "nearest_minutes" if choice.way.own else "nearest_km": _NUMBER(
            _("minutes to the nearest") if choice.way.own else _("km to the nearest"), format="%.1f"
        ),
        "abroad_percent": _NUMBER(_("nearest is abroad, %"), format="%.1f"),
    }
    if choice.way.show == COVERED:
        columns |= {
            "served_lower_percent": _NUMBER(_("served, at least %"), format="%.1f"),
            "served_upper_percent": _NUMBER(_("at most %"), format="%.1f"),
            "full_lower_percent": _NUMBER(_("full, at least %"), format="%.1f"),
            "full_upper_percent": _NUMBER(_("at most %"), format="%.1f"),
            "out_percent": _NUMBER(_("out of reach, %"), format="%.1f"),
        }
    if choice.way.show == PER_1000:
        columns |= {
            "places_lower": _NUMBER(_("places per 1,000, at least"), format="%.2f"),
            "places_upper": _NUMBER(_("at most"), format="%.2f"),
        }
    if choice.way.by_need:
        who = group_words(choice.way.group)
        columns["counted_people"] = _NUMBER(begins(who), format="localized")
    columns |= {
        "residents": _NUMBER(_("Residents"), format="localized"),
        "unknown_people_percent": _NUMBER(_("residents unknown, %"), format="%.1f"),
        "unknown_cells_percent": _NUMBER(_("cells unknown, %"), format="%.1f"),
    }
    records.twin(dataset, table_of(dataset, choice), columns)
