"""How dot plots are drawn: bands of a level, intervals, dots, names and figures, line by line.

The scale goes from 0 to 1, so that it keeps its part of any width.
"""

from typing import Any

from ui.language import _
from ui.palette import Palette
from ui.plot import GROUND

_ROW_PX = 25
# Left of the scale stand the names, right of it the figures; in lengths of the scale.
_LEFT, _RIGHT = -0.62, 1.42
_CONFIG: dict[str, Any] = {
    **GROUND,
    "padding": {"left": 0, "right": 2, "top": 2, "bottom": 2},
}


def spec(rows: int, palette: Palette) -> dict[str, Any]:
    """What Vega-Lite draws of so many lines; their fields are those `ui.compare.dots` makes."""
    x = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [_LEFT, _RIGHT], "nice": False, "zero": False},
    }
    layers = [
        _band("p05", "p95", 0.35, palette, x),
        _band("p25", "p75", 0.8, palette, x),
        {
            "transform": [_only("row")],
            "mark": {"type": "tick", "orient": "vertical", "color": palette.quiet_text,
                     "thickness": 1.2, "size": _ROW_PX},
            "encoding": {"x": {"field": "p50", **x}},
        },
        {
            "transform": [_only("row")],
            "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.55},
            "encoding": {
                "x": {"field": "low", **x}, "x2": {"field": "high"}, "color": _tinted(palette),
            },
        },
        {
            "transform": [_only("row")],
            "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
            "encoding": {
                "x": {"field": "at", **x}, "color": _tinted(palette),
                "shape": {"condition": {"test": "datum.is_group", "value": "diamond"},
                          "value": "circle"},
            },
        },
        *_texts(palette, x),
        _hover(x),
    ]  # fmt: skip
    return {
        "height": _ROW_PX * rows,
        "encoding": {
            "y": {
                "field": "row",
                "type": "ordinal",
                "axis": None,
                # Written out, as lines between two measures have no mark.
                "scale": {"padding": 0, "domain": list(range(rows))},
            }
        },
        "layer": layers,
        "config": _CONFIG,
    }


def _texts(palette: Palette, x: dict[str, Any]) -> list[dict[str, Any]]:
    """Labels, units, the ends of scales, names, figures, and why there is none."""
    quiet, full = palette.quiet_text, palette.text
    name = {"expr": f"width * {(-_LEFT - 0.05) / (_RIGHT - _LEFT):.3f}"}
    unit = {"expr": f"width * {(0.8 - _LEFT) / (_RIGHT - _LEFT):.3f}"}
    wide = {"expr": f"width * {1.4 / (_RIGHT - _LEFT):.3f}"}
    return [
        _text("label", "text", {"value": 0}, "left", full, fontWeight=600),
        _text("scale", "text", {"value": 0}, "left", quiet, fontSize=12, limit=unit),
        _text("scale", "end", {"datum": 1, **x}, "right", quiet, fontSize=11),
        _text("row", "text", {"value": 0}, "left", full, limit=name),
        _text("row", "figure", {"value": "width"}, "right", full),
        _text(
            "row", "why", {"datum": 0.02, **x}, "left", quiet, fontStyle="italic", fontSize=12,
            limit=wide,
        ),
    ]  # fmt: skip


def _text(
    kind: str, field: str, x: dict[str, Any], align: str, colour: str, **mark: Any
) -> dict[str, Any]:
    style = {"type": "text", "align": align, "baseline": "middle", "fontSize": 13, "color": colour}
    return {
        "transform": [_only(kind)],
        "mark": style | mark,
        "encoding": {"x": x, "text": {"field": field, "type": "nominal"}},
    }


def _band(low: str, high: str, opacity: float, palette: Palette, x: dict[str, Any]) -> Any:
    """All of the level between two of its quantiles."""
    return {
        "transform": [_only("row")],
        "mark": {"type": "bar", "color": palette.unknown, "opacity": opacity, "height": _ROW_PX},
        "encoding": {"x": {"field": low, **x}, "x2": {"field": high}},
    }


def _hover(x: dict[str, Any]) -> dict[str, Any]:
    """Invisible, over the whole line: what a figure is, when touched."""
    titles = {"text": " ", "figure": _("Figure"), "dated": _("Period"), "status": _("It is"),
              "why": _("Note"), "level": _("Shaded")}  # fmt: skip
    return {
        "transform": [_only("row")],
        "mark": {"type": "rect", "opacity": 0},
        "encoding": {
            "x": {"datum": _LEFT, **x},
            "x2": {"datum": _RIGHT},
            "tooltip": [
                {"field": field, "type": "nominal", "title": title}
                for field, title in titles.items()
            ],
        },
    }


def _only(kind: str) -> dict[str, str]:
    return {"filter": f"datum.kind == '{kind}'"}


def _tinted(palette: Palette) -> dict[str, Any]:
    """The first column stands out."""
    return {
        "condition": {"test": "datum.is_first", "value": palette.selected},
        "value": palette.bar,
    }
