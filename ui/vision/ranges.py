"""Ranks as ranges, and the assumptions that make them so wide."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import chosen, words
from ui.language import _, later
from ui.palette import Palette
from ui.partnership.mark import title
from ui.plot import PLAIN, plot
from ui.vision.matrix import NAMED
from ui.vision.seen import Vision, range_of
from ui.vision.words import AXES

_KEY = "rank_ranges"
_ROW_PX, _THIN_PX, _AXIS_PX = 17, 3, 34
HOW_TO_READ = later(
    "Line: the places a territory takes in 9 of 10 draws that rank it; dot: its median place. 1 is "
    "best. Dashed: the middle. A sensitivity range: it says how far assumptions move it, not how "
    "likely they are."
)


def draw(vision: Vision, at: str | None, palette: Palette) -> None:
    """A line and a dot a territory, best median first; a click chooses it."""
    if vision.ranked.empty:
        st.caption(
            _("Nothing is known to rank territories by.")
            if vision.ranking is None
            else _("Too little is known to rank territories by.")
        )
        return
    plot(
        _table(vision.ranked),
        {**_spec(vision.ranked, at, palette), "title": title(vision.dataset.watermark, palette)},
        f"{_('Ranks of the territories as ranges.')} {_(HOW_TO_READ)}",
        key=_KEY,
        on_select=_clicked,
        selection_mode="pick",
    )
    st.caption(_(HOW_TO_READ))


def _table(ranked: pd.DataFrame) -> pa.Table:
    records = ranked.to_dict("records")
    return pa.table(
        {
            "id": [str(each) for each in ranked.index],
            "rank": list(range(len(ranked))),
            "place": [str(row["place"]) for row in records],
            "lower": [float(row["lower"]) for row in records],
            "median": [float(row["median"]) for row in records],
            "upper": [float(row["upper"]) for row in records],
            "said": [range_of(row) for row in records],
            "apart": [bool(row["from_the_middle"]) for row in records],
        }
    )


def _spec(ranked: pd.DataFrame, at: str | None, palette: Palette) -> dict[str, Any]:
    many, of = len(ranked), int(ranked["of"].iloc[0])
    named = many <= NAMED
    names = json.dumps(ranked["short"].tolist())
    y = {
        "field": "rank", "type": "ordinal",
        "axis": {"title": None, "domain": False, "ticks": False, "labelColor": palette.text,
                 "labelFontSize": 12, "labelLimit": 118,
                 "labelExpr": f"{names}[datum.value]"} if named else None,
    }  # fmt: skip
    x = {
        "type": "quantitative", "scale": {"domain": [1, max(of, 2)], "nice": False},
        "axis": {"title": _("Place among those ranked"), "orient": "top", "grid": False,
                 "labelColor": palette.quiet_text, "titleColor": palette.quiet_text,
                 "titleFontWeight": "normal", "tickMinStep": 1, "tickCount": 6,
                 "domainColor": palette.hatch, "tickColor": palette.hatch},
    }  # fmt: skip
    colour = {
        "condition": [
            {"test": f"datum.id=={json.dumps(at)}", "value": palette.selected},
            {"test": "datum.apart", "value": palette.bar},
        ],
        "value": palette.dots,
    }
    tooltip = [
        {"field": "place", "title": _("Territory")},
        {"field": "said", "title": _("Place")},
        {"field": "median", "title": _("Median"), "format": ".3~g"},
    ]
    line = {
        "mark": {"type": "rule", "strokeWidth": 2.5 if named else 1.6, "cursor": "pointer"},
        "params": [{"name": "pick", "select": {"type": "point", "fields": ["id"]}}],
        "encoding": {
            "x": {"field": "lower", **x}, "x2": {"field": "upper"}, "color": colour,
            "tooltip": tooltip,
        },
    }  # fmt: skip
    dot = {
        "mark": {"type": "point", "filled": True, "size": 45 if named else 8, "opacity": 1},
        "encoding": {"x": {"field": "median", **x}, "color": colour, "tooltip": tooltip},
    }
    middle = {
        "mark": {"type": "rule", "strokeDash": [3, 3], "color": palette.quiet_text},
        "encoding": {"x": {"datum": (of + 1) / 2, **x}, "y": None},
    }
    return {
        "height": many * (_ROW_PX if named else _THIN_PX) + _AXIS_PX,
        "background": None,
        "encoding": {"y": y},
        "layer": [middle, line, dot],
        "config": PLAIN,
    }


def _clicked() -> None:
    """Choose the territory whose line was clicked."""
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["id"]) if found else None)


def drivers(vision: Vision, at: str | None, palette: Palette) -> None:
    """A bar an assumption: its share of the variance alone, and with the others.

    Of the place of the territory chosen, where every draw gives it one; else of all.
    """
    if vision.ranking is None:
        return
    one = at if at is not None and vision.rows.loc[at, "ranked"] == 1 else None
    of = _("how far all territories move")
    if one is not None:
        of = _("the place of {place}", place=str(vision.rows["place"][one]))
    found = vision.ranking.drivers(one)
    still = vision.ranking.is_still(one)
    rows = [_driver(str(axis), row, still) for axis, row in found.iterrows()]
    rows = sorted(rows, key=lambda row: -row["total"])
    table = pa.Table.from_pylist([{**row, "rank": rank} for rank, row in enumerate(rows)])
    y = {"field": "rank", "type": "ordinal", "axis": None}
    scale = {"domain": [0, 1.02], "nice": False}

    def bar(field: str, colour: str) -> dict[str, Any]:
        return {
            "mark": {"type": "bar", "height": 6, "yOffset": 8, "color": colour},
            "encoding": {
                "x": {"field": field, "type": "quantitative", "axis": None, "scale": scale},
                "tooltip": [
                    {"field": "name", "title": _("Assumption")},
                    {"field": "alone", "title": _("By itself")},
                    {"field": "together", "title": _("With the others")},
                ],
            },
        }

    def text(field: str, align: str, x: Any) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "fontSize": 13}
        colour = {"value": palette.text}
        return {"mark": mark, "encoding": {"x": {"value": x}, "text": {"field": field},
                                           "color": colour}}  # fmt: skip

    layers = [bar("total", palette.hatch), bar("first", palette.bar)]
    spec = {
        "title": title(vision.dataset.watermark, palette),
        "height": 34 * len(rows),
        "background": None,
        "encoding": {"y": y},
        "layer": [*layers, text("name", "left", 0), text("said", "right", "width")],
        "config": PLAIN,
    }
    plot(table, spec, _("How much each assumption moves the rank, a bar each."))
    st.caption(
        _(
            "Shares of the variance of {of}. Coloured: what an assumption explains by itself "
            "(first-order index). Grey: with what it does together with others (total index); "
            "these may add up to more than all.",
            of=words.escaped(of),
        )
    )


def _driver(axis: str, row: Mapping[str, float] | pd.Series, still: bool) -> dict[str, Any]:
    """A bar and its words; an index that is not known is said so, unless nothing varies."""
    first, total = (_share(row[each]) for each in ("first", "total"))
    total = max(first, total)
    alone, together = (f"{100 * each:.0f}" for each in (first, total))
    said = _("{first} to {last}", first=alone, last=f"{together}{words.THIN}%")
    if pd.isna(row["total"]) and not still:
        alone = together = said = _("unknown")
    return {
        "name": AXES[axis], "first": first, "total": total, "said": said,
        "alone": alone, "together": together,
    }  # fmt: skip


def _share(value: float) -> float:
    """An estimate of a share, kept from 0 to 1, as long as its bar."""
    return 0.0 if pd.isna(value) else min(1.0, max(0.0, float(value)))
