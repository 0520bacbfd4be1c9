"""How all known territories are spread: by how much of what is asked for is there."""

import json
from functools import lru_cache

import pyarrow as pa
import streamlit as st

from analysis.gap import CANNOT_TELL, MET, SHORT
from ui.language import _
from ui.ledger import Ledger
from ui.palette import Palette
from ui.plot import EDGED, plot
from ui.shortage_choice import GAP


@lru_cache(maxsize=64)
def _covered(ledger: Ledger) -> dict[str, float]:
    """How many per cent of what is asked for is there, by territory, where that is known."""
    rows = ledger.answered(SHORT, MET, CANNOT_TELL)
    known = rows["coverage_percent"].dropna()
    return dict(zip(known.index.astype(str), known.astype(float), strict=True))


def strip(ledger: Ledger, palette: Palette, selected: str | None) -> None:
    """Every known territory as a tick by how much of what is asked for is there."""
    covered = _covered(ledger)
    if len(covered) < 3 or ledger.choice.show != GAP:
        return
    most, most_words = 200.0, json.dumps(_("200 % or more"))
    values = pa.table(
        {
            "covered": [min(each, most) for each in covered.values()],
            "chosen": [each == selected for each in covered],
        }
    )
    spec = {
        "height": 46,
        "encoding": {
            "x": {
                "field": "covered",
                "type": "quantitative",
                "scale": {"domain": [0, most], "nice": False},
                "axis": {
                    "title": None,
                    "values": [0, 50, 100, 150, 200],
                    "labelExpr": f"datum.value == 200 ? {most_words} : datum.value + ' %'",
                    "labelColor": palette.quiet_text,
                    "grid": False,
                    "domainColor": palette.unknown,
                    "tickColor": palette.unknown,
                },
            }
        },
        "layer": [
            {
                "mark": {"type": "rule", "color": palette.quiet_text, "strokeDash": [3, 3]},
                "encoding": {"x": {"datum": 100}},
            },
            {
                "mark": {"type": "tick", "thickness": 1.6, "opacity": 0.75},
                "encoding": {
                    "color": {
                        "condition": {"test": "datum.chosen", "value": palette.selected},
                        "value": palette.bar,
                    }
                },
            },
        ],
        "config": EDGED,
    }
    said = _("Share of what is asked for that is there; each line is a territory.")
    st.caption(said)
    plot(values, spec, said)
