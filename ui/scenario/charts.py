"""The plans as rows: how much more or less is missing than today, from least to most."""

from typing import Any

import pyarrow as pa
import streamlit as st

from ui.cased import begins
from ui.language import _
from ui.palette import Palette
from ui.plot import GROUND, plot
from ui.scenario.compared import Column, against, columns_of
from ui.scenario.found import Scenario
from ui.scenario.units import from_to, lacking_words
from ui.words import is_known

_ROW_PX = 42
_LONGEST = 34


def against_today(scenario: Scenario, palette: Palette) -> None:
    """A row for each plan: what it takes from today's missing (blue) or adds to it (orange).

    Draws nothing where today's is unknown.
    """
    today, *plans = columns_of(scenario)
    if not is_known(today.missing_lower):
        return
    found = [against(each, today) for each in plans]
    ends = [_drawn(*each) for each in found]
    values = pa.table(
        {
            "rank": list(range(len(plans))),
            "name": [_short(each) for each in plans],
            "low": [low for low, _ in ends],
            "high": [high for _, high in ends],
            "near": [_near_zero(low, high) for low, high in ends],
            "zero": [0.0] * len(plans),
            "text": [from_to(low, high) for low, high in found],
        }
    )
    reach = max(1.0, *(abs(end) for pair in ends for end in pair))
    standard = scenario.today.choice.standard
    what = _("{what} against today", what=begins(lacking_words(standard)))
    st.caption(_("{what}: fewer to the left, more to the right.", what=what))
    says = _("{what}, by plan; the table below has them too.", what=what)
    plot(values, _spec(len(plans), reach, palette), says)


def _drawn(low: float, high: float) -> tuple[float, float]:
    """What a bar can show: the part that is certain where there is no most, nothing if unknown."""
    if not is_known(low):
        return 0.0, 0.0
    return low, high if is_known(high) else max(low, 0.0)


def _near_zero(low: float, high: float) -> float:
    """Where the part that is certain ends: the end nearer to zero, zero where it is between."""
    return low if low > 0 else high if high < 0 else 0.0


def _spec(rows: int, reach: float, palette: Palette) -> dict[str, Any]:
    scale = {"domain": [-reach, reach], "nice": False}
    axis = {"type": "quantitative", "axis": None, "scale": scale}

    def bar(first: str, last: str, opacity: float) -> dict[str, Any]:
        side = {"test": "datum.low + datum.high < 0", "value": palette.turn[1]}
        return {
            "mark": {"type": "bar", "height": 7, "yOffset": 8, "opacity": opacity},
            "encoding": {"x": {"field": first, **axis}, "x2": {"field": last},
                         "color": {"condition": side, "value": palette.turn[4]}},
        }  # fmt: skip

    def text(field: str, align: str, x: Any) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": -1, "fontSize": 13}
        return {
            "mark": mark,
            "encoding": {"x": {"value": x}, "text": {"field": field},
                         "color": {"value": palette.text}},
        }  # fmt: skip

    return {
        "height": _ROW_PX * rows,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [
            bar("zero", "near", 1.0), bar("low", "high", 0.45),
            {"mark": {"type": "tick", "thickness": 1.4, "height": 13, "orient": "vertical",
                      "yOffset": 8, "color": palette.text},
             "encoding": {"x": {"field": "zero", **axis}}},
            text("name", "left", 0), text("text", "right", "width"),
        ],
        "config": {
            **GROUND, "padding": {"left": 0, "right": 2, "top": 10, "bottom": 4},
        },
    }  # fmt: skip


def _short(plan: Column) -> str:
    return plan.name if len(plan.name) <= _LONGEST else f"{plan.name[: _LONGEST - 1]}…"
