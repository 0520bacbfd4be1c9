"""The table twins: of the new places, of the territories, of the points of the frontier."""

import streamlit as st

from ui.area import records
from ui.language import _
from ui.sites import rows
from ui.sites.asked import SitesChoice
from ui.store import Dataset

_NUMBER = st.column_config.NumberColumn


def of_sites(dataset: Dataset, choice: SitesChoice) -> None:
    """The new places in their order."""
    shown = rows.with_words(dataset, choice, rows.sites_of(dataset, choice))
    columns = {
        "site": _NUMBER(_("Place"), pinned=True), "place": _("In"),
        "newly_reached": _NUMBER(_("newly reached"), format="localized"),
        "reached_so_far": _NUMBER(_("together so far"), format="localized"),
        "of_which": st.column_config.TextColumn(_("of which in"), width="large"),
        "worst_added_points": _NUMBER(_("points for where fewest reach one"), format="%.1f"),
        "lon": _NUMBER(_("Longitude"), format="%.2f"), "lat": _NUMBER(_("Latitude"), format="%.2f"),
    }  # fmt: skip
    records.twin(dataset, shown.round({"newly_reached": 0, "reached_so_far": 0}), columns,
                 title=_("Show the new places as a table"))  # fmt: skip


def of_territories(dataset: Dataset, choice: SitesChoice) -> None:
    """The territories, those whose people reach least first."""
    shown = rows.with_words(dataset, choice, rows.territories_of(dataset, choice))
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "before_percent": _NUMBER(_("in reach today, %"), format="%.1f"),
        "after_percent": _NUMBER(_("then, %"), format="%.1f"),
        "newly_reached": _NUMBER(_("newly reached"), format="localized"),
        "counted_people": _NUMBER(_("who is counted"), format="localized"),
        "residents": _NUMBER(_("Residents"), format="localized"),
        "unknown_people_percent": _NUMBER(_("residents unknown, %"), format="%.1f"),
    }
    whole = shown.round({"newly_reached": 0, "counted_people": 0})
    records.twin(dataset, whole, columns, "territories", _("Show the territories as a table"))


def of_frontier(dataset: Dataset, choice: SitesChoice) -> None:
    """The points between most people and most equal."""
    shown = rows.frontier_of(dataset, choice)
    columns = {
        "plan": _NUMBER(_("Plan"), pinned=True),
        "chosen": _("on the map"),
        "reached": _NUMBER(_("newly reached"), format="localized"),
        "gini": _NUMBER(_("inequality (Gini)"), format="%.4f"),
        "least_percent": _NUMBER(_("in reach where fewest are, %"), format="%.1f"),
        "least_place": _("that is in"),
    }
    records.twin(dataset, shown.round({"reached": 0}), columns, "frontier",
                 _("Show the points between as a table"))  # fmt: skip
