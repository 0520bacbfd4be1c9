"""Charts beside the map: the ranking, and a territory's figures over time."""

import json
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import chosen, words
from ui.cased import begins
from ui.finding import ranked
from ui.language import _
from ui.palette import Palette
from ui.plot import EDGED, FONT, plot, plot_built
from ui.view import View

RANKED = 10
_ROW_PX = 34
_KEY = "ranking_of_gaps"


def ranking(view: View, palette: Palette, selected: str | None) -> None:
    """Bars of the sharpest territories; a click on a row chooses it."""
    top = ranked(view, RANKED)
    if top.empty:
        st.caption(_("No territory has a figure to rank."))
        return
    by = "count" if view.choice.indicator.is_share else "value"
    records = top.to_dict("records")
    # An Arrow table, as a frame would carry its index and types along on every rerun.
    values = pa.table(
        {
            "id": [str(territory_id) for territory_id in top.index],
            "rank": list(range(len(top))),
            "place": [_place(row, by) for row in records],
            "length": [float(row[by]) for row in records],
            "text": [_figure(row, by) for row in records],
        }
    )
    plot(
        values,
        _ranking_spec(len(top), palette, selected),
        _("The sharpest gaps, a row a territory."),
        key=_KEY,
        on_select=_clicked,
        selection_mode="pick",
    )


def _ranking_spec(rows: int, palette: Palette, selected: str | None) -> dict[str, Any]:
    """Rows of a name, a figure and a bar; written out, as it is sent on every rerun."""
    is_chosen = f"datum.id=={json.dumps(selected)}"

    def chosen_or(colour: str) -> dict[str, Any]:
        return {"condition": {"test": is_chosen, "value": palette.selected}, "value": colour}

    def text(field: str, align: str, x: Any, colour: dict[str, Any]) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": -1, "fontSize": 13}
        return {
            "mark": mark,
            "encoding": {"x": {"value": x}, "text": {"field": field}, "color": colour},
        }

    row = {
        # Invisible, as wide as the column: a click anywhere in a row chooses it.
        "mark": {"type": "rect", "opacity": 0, "cursor": "pointer"},
        "params": [{"name": "pick", "select": {"type": "point", "fields": ["id"]}}],
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}},
    }
    bar = {
        "mark": {"type": "bar", "height": 5, "yOffset": 6, "cursor": "pointer"},
        "encoding": {
            "x": {
                "field": "length",
                "type": "quantitative",
                "axis": None,
                "scale": {"nice": False},
            },
            "color": chosen_or(palette.bar),
        },
    }
    return {
        "height": _ROW_PX * rows,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [
            row,
            bar,
            text("place", "left", 0, chosen_or(palette.text)),
            text("text", "right", "width", {"value": palette.text}),
        ],
        "config": EDGED,
    }


def _clicked() -> None:
    """Choose the territory whose row was clicked."""
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["id"]) if found else None)


def _place(row: dict[Any, Any], by: str) -> str:
    """A name short enough for its row, its country, and the year where years differ."""
    name = str(row["name"])
    short = name if len(name) <= 27 else f"{name[:26]}…"
    place = words.country(row["country"]) if row["level"] == 0 else f"{short} {row['country']}"
    return place if by == "count" else f"{place} · {str(row['period'])[:4]}"


def _figure(row: dict[Any, Any], by: str) -> str:
    if by == "count":
        low, high = words.rate(row["lower"]), words.rate(row["upper"])
        share = high if low == high else f"{low}–{high}"
        count = words.short(row["count"])
        shown = count if low == high else _("up to {count}", count=count)
        return f"{shown} · {share}{words.THIN}%"
    return words.rate(row["value"])


def over_time(series: pd.DataFrame, palette: Palette, unit: str) -> None:
    """A territory's published figures by date, unknown dates left open."""
    doubt = series["obs_status"].map({"U": _("hard to believe"), "B": _("break in the series")})
    data = series.assign(
        date=pd.to_datetime(series["period"].map(_date)), doubt=doubt.fillna(_("none"))
    )
    line = (
        alt.Chart(data)
        .mark_line(color=palette.bar, strokeWidth=1.6, point={"size": 14, "color": palette.bar})
        .encode(
            x=alt.X(
                "date:T",
                title=None,
                axis=alt.Axis(grid=False, tickCount=4, format=_ticks(data["date"])),
            ),
            y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=3, format=",.0f", domain=False)),
            tooltip=[
                alt.Tooltip("period:N", title=_("Date")),
                alt.Tooltip("value:Q", title=begins(unit), format=",.0f"),
                alt.Tooltip("doubt:N", title=_("Doubt")),
            ],
        )
    )
    # A ring around figures in doubt: drawn, never left out.
    ring = (
        alt.Chart(data[doubt.notna()])
        .mark_point(size=70, color=palette.selected, strokeWidth=1.4)
        .encode(x="date:T", y="value:Q")
    )
    chart = (
        (line + ring)
        .properties(height=130)
        .configure(background="transparent", font=FONT)
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=palette.quiet_text, gridColor=palette.unknown, tickColor=palette.unknown
        )
    )
    plot_built(chart, _("{figures} of the territory by date.", figures=begins(unit)))


def _ticks(dates: pd.Series) -> str:
    """Years on a long axis, months on a short one."""
    return "%Y" if (dates.max() - dates.min()).days > 3 * 365 else "%b %Y"


def _date(period: str) -> str:
    """The last part of a period that a time axis can place it by."""
    last = period.rsplit("/", 1)[-1]
    if "-Q" in last:
        year, quarter = last.split("-Q")
        return f"{year}-{3 * int(quarter):02d}-28"
    return f"{last}-12-31" if len(last) == 4 else f"{last}-28" if len(last) == 7 else last
