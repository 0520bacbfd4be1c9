"""Bars of knowledge: for each kind of data, the share of territories in each state."""

from typing import Any

import pyarrow as pa

from analysis.patchwork import BY_ID
from ui.known import Known, state_words
from ui.language import _
from ui.palette import Palette
from ui.plot import PLAIN, plot

_ORDER = ("recent", "older", "larger", "missing")
_ROW_PX = 40


def bars(known: Known, palette: Palette) -> None:
    """One bar a kind, all of the same length: known here, known for more, missing."""
    states = known.states()
    rows = [
        (rank, _(BY_ID[str(kind_id)].short), state_words(state), order, int(count[state]))
        for rank, (kind_id, count) in enumerate(states.iterrows())
        for order, state in enumerate(_ORDER)
    ]
    names = ("rank", "kind", "state", "order", "territories")
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    plot(
        pa.table(columns),
        _spec(len(states), palette),
        _("How much is known of each kind of data, a bar each."),
        key="known_bars",
    )


def _spec(kinds: int, palette: Palette) -> dict[str, Any]:
    """Labels above bars, so that long names fit a narrow column."""
    low, middle, deep = palette.scale(3)
    colours = [deep, middle, low, palette.unknown]
    rank = {"field": "rank", "type": "ordinal", "axis": None}
    bar = {
        "mark": {"type": "bar", "height": 9, "yOffset": 9, "cornerRadius": 0},
        "encoding": {
            "x": {
                "field": "territories",
                "type": "quantitative",
                "stack": "normalize",
                "axis": None,
            },
            "color": {
                "field": "state",
                "scale": {"domain": [state_words(state) for state in _ORDER], "range": colours},
                "legend": None,
            },
            "order": {"field": "order"},
            "tooltip": [
                {"field": "kind", "title": _("Kind")},
                {"field": "state", "title": _("State")},
                {"field": "territories", "title": _("Territories")},
            ],
        },
    }
    label = {
        "transform": [{"filter": "datum.order==0"}],
        "mark": {"type": "text", "align": "left", "dy": -6, "fontSize": 13},
        "encoding": {
            "x": {"value": 0},
            "text": {"field": "kind"},
            "color": {"value": palette.text},
        },
    }
    count = {
        "transform": [{"filter": "datum.order<2"}, _own()],
        "mark": {"type": "text", "align": "right", "dy": -6, "fontSize": 12},
        "encoding": {
            "x": {"value": "width"},
            "text": {"field": "own", "format": ",.0f"},
            "color": {"value": palette.quiet_text},
        },
    }
    return {
        "height": kinds * _ROW_PX,
        "background": None,
        "config": PLAIN,
        "encoding": {"y": rank},
        "layer": [bar, label, count],
    }


def _own() -> dict[str, Any]:
    """How many territories have a figure of their own, recent or older."""
    total = [{"op": "sum", "field": "territories", "as": "own"}]
    return {"aggregate": total, "groupby": ["rank", "kind"]}
