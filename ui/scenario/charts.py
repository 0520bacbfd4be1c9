"""Today and the plans as rows: how much is missing, from least to most."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui.gap_words import span
from ui.palette import Palette
from ui.scenario.compared import Column, columns_of
from ui.scenario.found import Scenario
from ui.words import is_known

_ROW_PX = 40
_LONGEST = 34


def missing(scenario: Scenario, palette: Palette) -> None:
    """A row for today and for each plan: the interval of what is missing; the one looked at told
    apart. Draws nothing where today's is unknown.
    """
    columns, unit = columns_of(scenario), scenario.today.unit()
    looked = min(scenario.choice.look, len(scenario.outcomes))
    known = [each for each in columns if is_known(each.missing_lower)]
    if not known or not is_known(columns[0].missing_lower):
        return
    rows = pd.DataFrame(
        {
            "rank": range(len(known)),
            "name": [_short(each.name) for each in known],
            "low": [each.missing_lower for each in known],
            "high": [_end(each) for each in known],
            "text": [f"{span(each.missing_lower, each.missing_upper)} {unit}" for each in known],
            "looked": [columns.index(each) == looked for each in known],
            "zero": 0.0,
            "today": columns[0].missing_lower,
        }
    )
    st.vega_lite_chart(pa.Table.from_pandas(rows), _spec(len(rows), palette), theme=None)


def _end(column: Column) -> float:
    return column.missing_upper if is_known(column.missing_upper) else column.missing_lower


def _spec(rows: int, palette: Palette) -> dict[str, Any]:
    axis = {"type": "quantitative", "axis": None, "scale": {"nice": False, "zero": True}}
    tinted = {
        "condition": {"test": "datum.looked", "value": palette.selected}, "value": palette.bar
    }  # fmt: skip

    def text(field: str, align: str, x: Any) -> dict[str, Any]:
        return {
            "mark": {"type": "text", "align": align, "baseline": "bottom", "dy": -2,
                     "fontSize": 13},
            "encoding": {"x": {"value": x}, "text": {"field": field},
                         "color": {"value": palette.text}},
        }  # fmt: skip

    return {
        "height": _ROW_PX * rows,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [
            {"mark": {"type": "bar", "height": 7, "yOffset": 7},
             "encoding": {"x": {"field": "zero", **axis}, "x2": {"field": "low"},
                          "color": tinted}},
            {"mark": {"type": "bar", "height": 7, "yOffset": 7, "opacity": 0.4},
             "encoding": {"x": {"field": "low", **axis}, "x2": {"field": "high"},
                          "color": tinted}},
            {"mark": {"type": "rule", "strokeDash": [3, 3], "color": palette.quiet_text},
             "encoding": {"x": {"field": "today", **axis, "aggregate": "max"}, "y": None}},
            text("name", "left", 0),
            text("text", "right", "width"),
        ],
        "config": {
            "background": "transparent", "font": "Source Sans, sans-serif",
            "view": {"stroke": None}, "padding": {"left": 0, "right": 2, "top": 4, "bottom": 4},
        },
    }  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
