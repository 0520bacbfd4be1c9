"""The table twins: of the new places, of the territories, of the points of the frontier."""

import streamlit as st

from ui.area import records
from ui.sites import rows
from ui.sites.asked import SitesChoice
from ui.store import Dataset

_NUMBER = st.column_config.NumberColumn


def of_sites(dataset: Dataset, choice: SitesChoice) -> None:
    """The new places in their order."""
    shown = rows.with_words(dataset, choice, rows.sites_of(dataset, choice))
    columns = {
        "site": _NUMBER("Place", pinned=True), "place": "In",
        "newly_reached": _NUMBER("newly reached", format="localized"),
        "reached_so_far": _NUMBER("together so far", format="localized"),
        "of_which": st.column_config.TextColumn("of which in", width="large"),
        "worst_added_points": _NUMBER("points for where fewest reach one", format="%.1f"),
        "lon": _NUMBER("Longitude", format="%.2f"), "lat": _NUMBER("Latitude", format="%.2f"),
    }  # fmt: skip
    records.twin(dataset, shown.round({"newly_reached": 0, "reached_so_far": 0}), columns,
                 title="Show the new places as a table")  # fmt: skip


def of_territories(dataset: Dataset, choice: SitesChoice) -> None:
    """The territories, those whose people reach least first."""
    shown = rows.with_words(dataset, choice, rows.territories_of(dataset, choice))
    columns = {
        "place": st.column_config.TextColumn("Territory", pinned=True),
        "before_percent": _NUMBER("in reach today, %", format="%.1f"),
        "after_percent": _NUMBER("then, %", format="%.1f"),
        "newly_reached": _NUMBER("newly reached", format="localized"),
        "counted_people": _NUMBER("who is counted", format="localized"),
        "residents": _NUMBER("Residents", format="localized"),
        "unknown_people_percent": _NUMBER("residents unknown, %", format="%.1f"),
    }
    whole = shown.round({"newly_reached": 0, "counted_people": 0})
    records.twin(dataset, whole, columns, "territories", "Show the territories as a table")


def of_frontier(dataset: Dataset, choice: SitesChoice) -> None:
    """The points between most people and most equal."""
    shown = rows.frontier_of(dataset, choice)
    columns = {
        "plan": _NUMBER("Plan", pinned=True),
        "chosen": "on the map",
        "reached": _NUMBER("newly reached", format="localized"),
        "gini": _NUMBER("inequality (Gini)", format="%.4f"),
        "least_percent": _NUMBER("in reach where fewest are, %", format="%.1f"),
        "least_place": "that is in",
    }
    records.twin(dataset, shown.round({"reached": 0}), columns, "frontier",
                 "Show the points between as a table")  # fmt: skip
