"""The table twin of a map: the same rows, known and unknown, sorted as the ranking is."""

import pandas as pd
import streamlit as st

from ui import address, words
from ui.address import source_link
from ui.cased import begins
from ui.language import _
from ui.language.tables import dataframe
from ui.view import View


def twin(view: View) -> None:
    """A table of every territory drawn, sent to the browser only when it is asked for."""
    if not st.toggle(
        _("Show as a table"),
        help=_("The same figures as rows, for a screen reader or to copy from."),
        **address.switch("table"),
    ):
        return
    if view.dataset.watermark:
        st.caption(view.dataset.watermark)
    indicator = view.choice.indicator
    by = "count" if indicator.is_share else "value"
    rows = view.rows.sort_values(by, ascending=indicator.ranking == "least", na_position="last")
    shown = rows.reset_index()[
        ["place", "territory_id", "value", "lower", "upper", "count", "residents", "period"]
    ].assign(
        group=rows["group_id"].map(words.GROUPS).fillna("").to_numpy(),
        status=[
            status_of(str(status), str(evidence))
            for status, evidence in zip(rows["obs_status"], rows["evidence"], strict=True)
        ],
        note=[_(str(note)) for note in rows["note"].fillna("")],
        source=[
            source_link(source_id) if pd.notna(source_id) else "" for source_id in rows["source_id"]
        ],
    )
    unit = "%" if indicator.is_share else _(indicator.unit)
    dataframe(
        shown,
        hide_index=True,
        height=420,
        placeholder=_("unknown"),
        column_config={
            "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
            "territory_id": _("Code"),
            "value": st.column_config.NumberColumn(begins(unit), format="%.1f"),
            "lower": st.column_config.NumberColumn(_("from"), format="%.1f"),
            "upper": st.column_config.NumberColumn(_("to"), format="%.1f"),
            "count": st.column_config.NumberColumn(
                begins(view.choice.counted()), format="localized"
            ),
            "residents": st.column_config.NumberColumn(_("Residents"), format="localized"),
            "period": _("Period"),
            "group": _("Whom it counts"),
            "status": _("Status"),
            "source": st.column_config.LinkColumn(
                _("Source"), display_text=_("Source and caveats")
            ),
            "note": st.column_config.TextColumn(_("Note"), width="large"),
        },
    )


def status_of(status: str, evidence: str) -> str:
    """How sure a figure is, in words; a generated one is never called published.

    >>> status_of("A", "published"), status_of("A", "estimated"), status_of("A", "synthetic")
    ('as published', 'worked out', 'demonstration')
    >>> status_of("E", "synthetic")
    'demonstration, estimated'
    """
    if evidence == "synthetic" and status != "L":
        generated = words.EVIDENCE[evidence]
        return generated if status == "A" else f"{generated}, {words.STATUS[status]}"
    if status != "U" and evidence == "estimated":
        return _("worked out")
    if status == "A" and evidence == "declared":
        return words.EVIDENCE[evidence]
    return words.STATUS[status]
