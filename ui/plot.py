"""Every chart of the product is drawn here, with a text for whoever cannot see it."""

from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa
import streamlit as st

from ui.language import current
from ui.language.numbers import vega
from ui.language.spoken import ENGLISH
from ui.palette import Palette

# Shapes are passed over by a screen reader, which would read each as an image without a name;
# names and figures written into a chart, and its axes, are read.
_SILENT = (
    "arc", "area", "bar", "circle", "line", "point", "rect", "rule", "square", "tick", "trail",
)  # fmt: skip
# What a chart stands on: without a frame, without a ground of its own, with marks to its edges.
FONT = "Source Sans, sans-serif"
PLAIN: dict[str, Any] = {"font": FONT, "view": {"stroke": None}}
GROUND: dict[str, Any] = {**PLAIN, "background": "transparent"}
EDGED: dict[str, Any] = {**GROUND, "padding": {"left": 0, "right": 2, "top": 4, "bottom": 4}}


def plot(values: pa.Table | None, spec: dict[str, Any], says: str, **more: Any) -> None:
    """Draw a Vega-Lite chart. `says` names what it shows in one sentence, for screen readers.

    The figures themselves stand in a table or in text beside every chart; see WCAG 2.1, 1.1.1.
    """
    st.vega_lite_chart(values, described(spec, says), theme=None, **more)


def plot_rows(
    rows: pd.DataFrame, spec: dict[str, Any], palette: Palette, says: str, watermark: str
) -> None:
    """Draw a chart on its own rows in quiet ink; a watermark above it where they are generated."""
    quiet = {"titleColor": palette.quiet_text, "titleFontWeight": "normal", "labelFontSize": 11}
    axis = quiet | {
        "labelColor": palette.quiet_text, "gridColor": palette.unknown, "gridOpacity": 0.5,
        "tickColor": palette.unknown, "domain": False, "titleFontSize": 12,
    }  # fmt: skip
    config = {
        **GROUND,
        "axis": axis, "legend": quiet | {"labelColor": palette.text},
    }  # fmt: skip
    whole = {**spec, "config": config}
    if watermark:
        whole["title"] = {
            "text": watermark, "anchor": "end", "fontSize": 11, "fontWeight": "normal",
            "color": palette.quiet_text,
        }  # fmt: skip
    plot(pa.Table.from_pandas(rows, preserve_index=False), whole, says)


def plot_built(chart: alt.Chart | alt.LayerChart, says: str) -> None:
    """Draw a chart of Altair's in the same way; it has no names or figures written into it."""
    quiet = chart.properties(description=says).configure_mark(aria=False)
    if current() != ENGLISH:
        quiet = quiet.configure(locale=vega())
    st.altair_chart(quiet, theme=None)


def described(spec: dict[str, Any], says: str) -> dict[str, Any]:
    """The chart with its text, its shapes silent.

    >>> described({"mark": "bar"}, "People by distance.")["description"]
    'People by distance.'
    """
    config = dict(spec.get("config", {}))
    if current() != ENGLISH:
        config["locale"] = vega()
    for mark in _SILENT:
        config[mark] = {**config.get(mark, {}), "aria": False}
    return {**spec, "description": says, "config": config}
