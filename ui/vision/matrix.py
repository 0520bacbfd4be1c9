"""The strategy matrix: territories down, areas across, one of four words in each cell."""

import json
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, STATES, UNKNOWN
from ui import chosen, words
from ui.aspects import AREAS
from ui.language import _
from ui.palette import Palette
from ui.partnership.mark import title
from ui.plot import PLAIN, plot
from ui.vision.seen import Vision
from ui.vision.words import MARKS, NAMES, RULES, SHORT_AREAS, SIGNS

_KEY = "strategy_matrix"
# Up to so many territories have a row with a name; more are a carpet of thin ones.
NAMED = 60
_ROW_PX, _THIN_PX, _MOST_PX = 17, 3, 760


def order(vision: Vision) -> list[str]:
    """Territories by how much is covered, then in part, then known; the rest by name."""
    rows = vision.rows.sort_values(
        [COVERED, PARTLY, NO_ANSWER, "place"], ascending=[False, False, False, True]
    )
    return [str(each) for each in rows.index]


def draw(vision: Vision, at: str | None, palette: Palette) -> None:
    """The matrix; a click on a row chooses its territory."""
    plot(
        _cells(vision),
        {**_spec(vision, at, palette), "title": title(vision.dataset.watermark, palette)},
        _("Areas against territories: covered, partly, no answer or unknown."),
        key=_KEY,
        on_select=_clicked,
        selection_mode="pick",
    )
    _legend(palette)


def _cells(vision: Vision) -> pa.Table:
    """One row per territory and area."""
    rows = []
    for rank, territory_id in enumerate(order(vision)):
        place = str(vision.rows.loc[territory_id, "place"])
        for area in vision.matrix.columns:
            state = str(vision.matrix.loc[territory_id, area])
            rows.append(
                {
                    "id": territory_id, "rank": rank, "place": place, "head": SHORT_AREAS[area],
                    "area": _(AREAS[area]), "state": state, "sign": SIGNS[state],
                    "said": NAMES[state],
                }
            )  # fmt: skip
    return pa.Table.from_pylist(rows)


def fills(palette: Palette) -> dict[str, str]:
    """The colour of each state: unknown is outside the scale, no answer is its empty end."""
    low, middle, deep = palette.scale(3)
    return {COVERED: deep, PARTLY: middle, NO_ANSWER: low, UNKNOWN: palette.unknown}


def _spec(vision: Vision, at: str | None, palette: Palette) -> dict[str, Any]:
    many = len(vision.rows)
    named = many <= NAMED
    row_px = _ROW_PX if named else min(_THIN_PX, _MOST_PX / many)
    colours = fills(palette)
    light = palette.border if palette.name == "light" else palette.ground
    # Names are looked up by the row's number: two territories may bear the same name.
    names = json.dumps(vision.rows.loc[order(vision), "short"].tolist())
    x = {
        "field": "head", "type": "nominal", "sort": None,
        "axis": {"orient": "top", "title": None, "labelAngle": -50, "domain": False,
                 "ticks": False, "labelColor": palette.text, "labelFontSize": 12},
    }  # fmt: skip
    y = {
        "field": "rank", "type": "ordinal",
        "axis": {"title": None, "domain": False, "ticks": False, "labelColor": palette.text,
                 "labelFontSize": 12, "labelLimit": 118, "labelPadding": 4,
                 "labelExpr": f"{names}[datum.value]"} if named else None,
        "scale": {"paddingInner": 0.08 if named else 0, "paddingOuter": 0},
    }  # fmt: skip
    cell = {
        "mark": {"type": "rect", "cursor": "pointer"},
        "params": [{"name": "pick", "select": {"type": "point", "fields": ["id"]}}],
        "encoding": {
            "color": {
                "field": "state", "type": "nominal", "legend": None,
                "scale": {"domain": list(STATES), "range": [colours[each] for each in STATES]},
            },
            "stroke": {
                "condition": {"test": f"datum.id=={json.dumps(at)}", "value": palette.selected},
                "value": None,
            },
            "tooltip": [
                {"field": "place", "title": _("Territory")},
                {"field": "area", "title": _("Area")},
                {"field": "said", "title": _("Answer")},
            ],
        },
    }  # fmt: skip
    sign = {
        "mark": {"type": "text", "fontSize": 11},
        "encoding": {
            "text": {"field": "sign"},
            "color": {
                "condition": {"test": f"datum.state=={json.dumps(COVERED)}", "value": light},
                "value": palette.text,
            },
        },
    }
    return {
        "height": many * row_px,
        "background": None,
        "padding": {"right": 30},
        "config": PLAIN,
        "encoding": {"x": x, "y": y},
        "layer": [cell, sign] if named else [cell],
    }


def _legend(palette: Palette) -> None:
    """Signs with their words; only constants of ours go into the markup."""
    colours = fills(palette)
    items = "".join(
        f"<span role='listitem'><i style='background:{colours[each]}'></i>{SIGNS[each]} "
        f"{escape(NAMES[each])}</span>"
        for each in STATES
    )
    name = escape(_("Answers"))
    st.html(f"<div class='gw-legend' role='list' aria-label='{name}'>{items}</div>")


def rules() -> None:
    """The rule behind each word, and what the marks are."""
    lines = [f"- {SIGNS[state]} **{NAMES[state]}**: {RULES[state]}" for state in STATES]
    st.markdown("\n".join([*lines, "", _(MARKS)]))


def _clicked() -> None:
    """Choose the territory whose row was clicked."""
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["id"]) if found else None)


def heading(vision: Vision) -> str:
    """What the matrix shows, and that a carpet has names only on the pointer."""
    noun = words.LEVEL_NOUN[vision.choice.where.level]
    count = words.number(len(vision.rows))
    if len(vision.rows) <= NAMED:
        return _("What each of {count} {noun} has an answer to", count=count, noun=noun)
    return _("{count} {noun}, a thin row each, the fullest first", count=count, noun=noun)
