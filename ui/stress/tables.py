"""The figures of the Stress page as tables."""

import numpy as np
import streamlit as st

from ui.area import records
from ui.language import _
from ui.stress.tested import Stress
from ui.stress.today import KNOWN_AS
from ui.stress.when import when

_NUMBER = st.column_config.NumberColumn


def of_territories(stress: Stress) -> None:
    """The twin of the map, the first to fill on top, unknown ones last."""
    order = stress.first()
    rest = [at for at in range(len(stress.rows)) if at not in set(order)]
    rest.sort(key=lambda at: not stress.known[at])
    rows = stress.rows.iloc[[*order, *rest]]
    horizon = stress.choice.horizon
    shown = rows.assign(
        full=[when(row, horizon) for row in rows.to_dict("records")],
        missing=rows["missing"].map(lambda each: _(each) or None),
        people_known_as=rows["people_known_as"].map(KNOWN_AS.__getitem__),
        places_known_as=rows["places_known_as"].map(KNOWN_AS.__getitem__),
        least_buffer_percent_upper=np.ceil((rows["least_buffer_percent_upper"] * 10).round(6)) / 10,
    ).drop(columns=["people_status", "places_status"])
    columns = {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "full": _("No place free"),
        "people": _NUMBER(_("People hosted"), format="localized"),
        "people_period": _("on"),
        "people_known_as": _("People: known as"),
        "places": _NUMBER(_("Places"), format="localized"),
        "places_known_as": _("Places: known as"),
        "occupancy_today": _NUMBER(_("People per 100 places today"), format="%.0f"),
        "arrivals_lower": _NUMBER(_("People who come, at least"), format="%.0f"),
        "arrivals_upper": _NUMBER(_("at most"), format="%.0f"),
        "without_peak_lower": _NUMBER(_("Without a place at once, at least"), format="%.0f"),
        "without_peak_upper": _NUMBER(_("at worst"), format="%.0f"),
        "least_buffer_percent_upper": _NUMBER(_("More places that are enough, %"), format="%.1f"),
        "weeks_gained_lower": _NUMBER(_("Weeks the buffer gains, at least"), format="%.0f"),
        "weeks_gained_upper": _NUMBER(_("at most"), format="%.0f"),
        "places_per_week_gained": _NUMBER(_("Places for a week"), format="%.0f"),
        "warning_occupancy_percent": _NUMBER(_("Act from, per 100 places"), format="%.0f"),
        "missing": _("Unknown"),
    }
    shown = shown.rename(columns={"people_source_id": "source_id"})
    records.twin(stress.dataset, shown, columns)
