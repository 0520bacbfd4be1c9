"""What the map says of a territory when somebody points at it.

The map's file knows names, not values, and a hover template can only insert properties of the
file. So the template holds every label, one a line, in a window one line high that is moved
to line `i`. `{place}` is escaped by the map; the labels are our own words.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from ui.language import _
from ui.palette import Palette
from ui.shapes import Shapes
from ui.view import UNKNOWN_LABEL

# Whole pixels: a fraction would add up over a thousand lines.
_LINE_PX = 18
# From so many lines on, a gap that says "unknown" on each is shorter than the lines.
_GAP_LINES = 8
# A line of the column may break at neither: no-break space, non-breaking hyphen.
_UNBROKEN = str.maketrans({" ": "\u00a0", "-": "\u2011"})
_NOT_DRAWN = "."


def tooltip(
    rows: pd.DataFrame, files: Sequence[Shapes], unit: str, palette: Palette
) -> dict[str, Any]:
    """The hover of a map: place, value, unit.

    `rows` is indexed by territory_id and has `file_level` and `label`; `files` are the shapes
    drawn from.
    """
    first = min((shapes.first for shapes in files), default=0)
    labels: list[str] = []
    for shapes in sorted(files, key=lambda each: each.first):
        labels += [""] * (shapes.first - first - len(labels))
        at_level = rows[rows["file_level"] == shapes.level]["label"]
        labels += list(at_level.reindex(shapes.territory_ids).fillna(""))
    strip = _strip(labels)
    return {
        "html": (
            # Written before the name, shown after it: a name that reads "{i}" changes nothing.
            "<div style='display:flex;flex-direction:column'>"
            f"<div style='order:2;height:{_LINE_PX}px;overflow:hidden'>"
            f"<div style='width:0;line-height:{_LINE_PX}px;"
            f"margin-top:calc(({first} - {{i}})*{_LINE_PX}px)'>{strip}</div></div>"
            "<b style='order:1'>{place}</b>"
            f"<span style='order:3;color:{palette.quiet_text}'>{unit}</span></div>"
        ),
        "style": {
            "backgroundColor": palette.border,
            "color": palette.text,
            "border": f"1px solid {palette.quiet_text}",
            "borderRadius": "3px",
            "font": "13px/18px 'Source Sans', sans-serif",
            "padding": "6px 10px",
        },
    }


def _strip(labels: Sequence[str]) -> str:
    """The labels as lines; long runs without a figure as one box as high as its lines.

    A line is a word of its own in a column without width: a space takes half the bytes a line
    break does. The box's word stays in sight wherever the window is (see the style sheet).
    """
    unknown = _(UNKNOWN_LABEL)
    said = [unknown if label == UNKNOWN_LABEL else label for label in labels]
    text, after_line = "", False
    for silent, run in groupby(said, key=lambda label: label in ("", unknown)):
        lines = [label.translate(_UNBROKEN) or _NOT_DRAWN for label in run]
        if silent and len(lines) >= _GAP_LINES:
            height = len(lines) * _LINE_PX
            text += f"<p class=gw-gap style=height:{height}px><b>{unknown}</b></p>"
            after_line = False
        else:
            text += (" " if after_line else "") + " ".join(lines)
            after_line = True
    return text
