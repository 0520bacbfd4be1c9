"""Money against need, a mark for each territory; estimates look different from counts."""

import json
import math
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import chosen, words
from ui.cased import begins
from ui.funds.needs import GAP
from ui.funds.view import View
from ui.language import _, current, later
from ui.language.spoken import ENGLISH
from ui.palette import Palette
from ui.plot import GROUND, plot

_KEY = "money_against_need"
_HEIGHT = 430
_MOST_NAMED = 40
_SHORT = (
    ("k", "k", later("{count} k")),
    ("M", " million", later("{count} M")),
    ("G", " billion", later("{count} bn")),
)


def draw(view: View, palette: Palette, selected: str | None) -> None:
    """The chart with a sentence on how to read it; a click on a mark chooses the territory."""
    rows = view.both
    if rows.empty:
        st.caption(_("No territory has both figures: there is nothing to draw."))
        return
    plot(
        _values(view, rows), _spec(view, rows, palette, selected),
        f"{_title(view)} {how_to_read(view)}",
        key=_KEY, on_select=_clicked, selection_mode="pick",
    )  # fmt: skip
    st.caption(how_to_read(view))


def how_to_read(view: View) -> str:
    """One sentence: what a mark's place says."""
    against = view.choice.against
    said = [_("To the right more {many}, higher up more money", many=_(against.many))]
    if view.choice.against_key != GAP:
        said.append(
            _("on the line, money {for_one} is what it is over all together",
              for_one=_(against.for_one))
        )  # fmt: skip
    rows = view.both
    if rows["need_estimated"].any() or rows["money_lower"].notna().any():
        said.append(_("hollow marks are estimates, with a bar from the lowest to the highest"))
    return f"{words.apart(said)}."


def _title(view: View) -> str:
    many = _(view.choice.against.many)
    return _("Money against {many}, a mark a territory.", many=many)


def _values(view: View, rows: pd.DataFrame) -> pa.Table:
    """The marks: an Arrow table, as a frame would carry its index along."""
    guess = rows["need_estimated"].eq(True) | rows["money_lower"].notna()
    ends = {
        f"{side}_{end}": rows[f"{side}_{end}"].astype(float).fillna(rows[side].astype(float))
        for side in ("money", "need")
        for end in ("lower", "upper")
    }
    short = [
        str(code) if level == 0 else str(name)
        for code, name, level in zip(rows.index, rows["name"], rows["level"], strict=True)
    ]
    return pa.table(
        {
            "id": [str(each) for each in rows.index],
            "name": short,
            "place": list(rows["place"]),
            "need": rows["need"].astype(float).to_numpy(),
            "money": rows["money"].astype(float).to_numpy(),
            **{name: column.to_numpy() for name, column in ends.items()},
            "guess": guess.to_numpy(),
            "each": [
                "" if pd.isna(value) else f"{label} EUR"
                for value, label in zip(rows["value"], rows["label"], strict=True)
            ],
        }
    )


def _spec(view: View, rows: pd.DataFrame, palette: Palette, selected: str | None) -> dict[str, Any]:
    x = _axis(rows, "need", _title_of_need(view))
    y = _axis(rows, "money", "EUR")
    is_chosen = {"test": f"datum.id=={json.dumps(selected)}", "value": palette.selected}
    colour = {"condition": is_chosen, "value": palette.bar}
    bar = {"type": "rule", "strokeWidth": 2, "opacity": 0.35}
    mark = {"type": "point", "size": 60 if len(rows) <= _MOST_NAMED else 22, "opacity": 0.9,
            "strokeWidth": 1.6, "cursor": "pointer"}  # fmt: skip
    fill = {"condition": {"test": "datum.guess", "value": "transparent"}, **{"value": palette.bar}}
    hover = [{"field": "place", "title": _("Territory")}, {"field": "each", "title": _("For one")}]
    layers: list[dict[str, Any]] = [
        *_line(view, rows, palette, x, y),
        {"mark": bar, "encoding": {"x": {**x, "field": "need_lower"}, "y": y,
                                   "x2": {"field": "need_upper"}, "color": colour}},
        {"mark": bar, "encoding": {"x": x, "y": {**y, "field": "money_lower"},
                                   "y2": {"field": "money_upper"}, "color": colour}},
        {
            "mark": mark,
            "params": [{"name": "pick", "select": {"type": "point", "fields": ["id"]}}],
            "encoding": {
                "x": x, "y": y, "stroke": colour, "fill": fill, "tooltip": hover,
                "shape": {"condition": {"test": "datum.guess", "value": "diamond"},
                          "value": "circle"},
            },
        },
    ]  # fmt: skip
    named = "true" if len(rows) <= _MOST_NAMED else f"datum.id=={json.dumps(selected)}"
    layers.append(
        {
            "transform": [{"filter": named}],
            "mark": {"type": "text", "dx": 6, "dy": -7, "align": "left", "baseline": "middle",
                     "fontSize": 11},
            "encoding": {"x": x, "y": y, "text": {"field": "name"},
                         "color": {"condition": is_chosen, "value": palette.text}},
        }
    )  # fmt: skip
    quiet = {
        "labelColor": palette.quiet_text, "titleColor": palette.quiet_text,
        "gridColor": palette.unknown, "tickColor": palette.unknown, "domain": False,
        "titleFontWeight": "normal", "labelFontSize": 11, "titleFontSize": 12,
    }  # fmt: skip
    return {
        "height": _HEIGHT,
        "layer": layers,
        "config": {**GROUND, "axis": quiet},
    }


def _axis(rows: pd.DataFrame, field: str, title: str) -> dict[str, Any]:
    """One axis: by ratios where all is above zero, else by ratios on both sides of it."""
    low, high = _range(rows, field)
    axis = {"title": title, "labelExpr": _label(), "gridOpacity": 0.5, "labelOverlap": True}
    scale: dict[str, Any] = {"type": "log", "nice": False, "domain": [low / 1.3, high * 1.3]}
    if low > 0:
        axis["values"] = _ticks(low / 1.3, high * 1.3)
    else:
        scale = {"type": "symlog", "constant": 10, "nice": False}
        powers = [10.0**power for power in range(1, 12)]
        both = [-each for each in powers if -each >= low] + [0.0, *powers]
        axis["values"] = sorted(each for each in both if each <= high)
    return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}


def _label() -> str:
    """Large numbers of an axis with short words, as an expression of Vega's."""
    expression = "format(datum.value, '.2~s')"
    # Billions last: the word for them may have an M.
    for sign, english, short in _SHORT:
        said = english if current() == ENGLISH else _(short, count="")
        expression = f"replace({expression}, '{sign}', {json.dumps(said, ensure_ascii=False)})"
    return expression


def _range(rows: pd.DataFrame, side: str) -> tuple[float, float]:
    """From the lowest to the highest end of any mark."""
    value = rows[side].astype(float)
    low = rows[f"{side}_lower"].astype(float).fillna(value).min()
    return float(low), float(rows[f"{side}_upper"].astype(float).fillna(value).max())


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers between two ends on a scale of ratios: powers of ten, more on short ones.

    >>> _ticks(80, 30_000)
    [100.0, 1000.0, 10000.0]
    >>> _ticks(30, 400)
    [50.0, 100.0, 200.0]
    """
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    steps = (1,) if high / low > 100 else (1, 2, 5)
    ticks = [float(step * 10**power) for power in powers for step in steps]
    return [each for each in ticks if low <= each <= high]


def _title_of_need(view: View) -> str:
    many = _(view.choice.against.many)
    return f"{begins(many)}, {view.need.when()}"


def _line(
    view: View, rows: pd.DataFrame, palette: Palette, x: dict[str, Any], y: dict[str, Any]
) -> list[dict[str, Any]]:
    """Where money for one in need is what it is over all together."""
    known = rows.loc[rows["need"] > 0, "need"].astype(float)
    if view.choice.against_key == GAP or known.empty or pd.isna(view.overall):
        return []
    # As far as the marks go, or the line would stretch the chart.
    low, high = _range(rows, "money")
    least, most = max(known.min(), low / view.overall), min(known.max(), high / view.overall)
    ends = [{"need": end, "money": end * view.overall} for end in (least, most)]
    return [
        {
            "data": {"values": ends},
            "mark": {"type": "line", "strokeDash": [4, 4], "strokeWidth": 1.2,
                     "color": palette.quiet_text, "clip": True},
            "encoding": {"x": x, "y": y},
        }
    ]  # fmt: skip


def _clicked() -> None:
    event: Any = st.session_state[_KEY]
    picked = event["selection"]["pick"]
    chosen.choose(str(picked[0]["id"]) if picked else None)


def noun(view: View) -> str:
    """What the marks are: 'countries', 'NUTS 3 regions'."""
    levels = view.compared["level"].unique()
    return words.LEVEL_NOUN[int(levels[0])] if len(levels) == 1 else _("territories")
