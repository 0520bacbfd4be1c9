"""Charts beside the map: the ranking, and a territory's figures over time."""

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from ui import chosen, words
from ui.finding import ranked
from ui.palette import Palette
from ui.view import View

RANKED = 10
_ROW_PX = 34
_KEY = "ranking_of_gaps"
_FONT = "Source Sans, sans-serif"


def ranking(view: View, palette: Palette, selected: str | None) -> None:
    """Bars of the sharpest territories; a click on one chooses it."""
    top = ranked(view, RANKED)
    if top.empty:
        st.caption("No territory has a figure to rank.")
        return
    by = "count" if view.choice.indicator.is_share else "value"
    data = pd.DataFrame(
        {
            "territory_id": top.index,
            "rank": range(1, len(top) + 1),
            "place": [_place(row, by) for row in top.to_dict("records")],
            "length": top[by].astype(float),
            "text": [_figure(row, by) for row in top.to_dict("records")],
            "chosen": top.index == selected,
        }
    )
    # Inline values: for ten rows a quarter of the bytes of a table message.
    values = alt.InlineData(values=data.to_dict("records"))
    picked = alt.selection_point(name="pick", fields=["territory_id"], empty=False)
    rows = alt.Y("rank:O", axis=None)
    base = alt.Chart(values).encode(y=rows)
    names = base.mark_text(align="left", baseline="bottom", dx=0, dy=-1, fontSize=13).encode(
        x=alt.value(0), text="place:N", color=_chosen(palette.selected, palette.text)
    )
    figures = base.mark_text(align="right", baseline="bottom", dy=-1, fontSize=13).encode(
        x=alt.value("width"), text="text:N", color=alt.value(palette.text)
    )
    bars = (
        base.mark_bar(height=5, yOffset=6, cursor="pointer")
        .encode(
            x=alt.X("length:Q", axis=None, scale=alt.Scale(zero=True, nice=False)),
            color=_chosen(palette.selected, palette.bar),
            tooltip=alt.value(None),
        )
        .add_params(picked)
    )
    # A bar over the whole row, so that a name can be clicked as well as its bar.
    hits = base.mark_rect(opacity=0, cursor="pointer").encode(
        x=alt.value(0), x2=alt.value("width"), tooltip=alt.value(None)
    )
    chart = (
        alt.layer(hits, bars, names, figures)
        .properties(height=_ROW_PX * len(top))
        .configure_view(strokeWidth=0)
        .configure(
            background="transparent",
            font=_FONT,
            padding={"left": 0, "right": 2, "top": 4, "bottom": 4},
        )
    )
    st.altair_chart(chart, key=_KEY, on_select=_clicked, selection_mode="pick", theme=None)


def _clicked() -> None:
    """Choose the territory whose row was clicked."""
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["territory_id"]) if found else None)


def _chosen(when: str, otherwise: str) -> alt.Color:
    return alt.condition("datum.chosen", alt.value(when), alt.value(otherwise))


def _place(row: dict[Any, Any], by: str) -> str:
    """A name short enough for its row, its country, and the year where years differ."""
    name = str(row["name"])
    short = name if len(name) <= 24 else f"{name[:23]}…"
    place = words.country(row["country"]) if row["level"] == 0 else f"{short} {row['country']}"
    return place if by == "count" else f"{place} · {str(row['period'])[:4]}"


def _figure(row: dict[Any, Any], by: str) -> str:
    if by == "count":
        return f"{words.short(row['count'])} · {words.rate(row['value'])}{words.THIN}%"
    return words.rate(row["value"])


def over_time(series: pd.DataFrame, palette: Palette, unit: str) -> None:
    """A territory's published figures by date, unknown dates left open."""
    data = series.assign(date=pd.to_datetime(series["period"].map(_date)))
    line = (
        alt.Chart(data)
        .mark_line(color=palette.bar, strokeWidth=1.6, point={"size": 14, "color": palette.bar})
        .encode(
            x=alt.X("date:T", title=None, axis=alt.Axis(grid=False, tickCount=4, format="%Y")),
            y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=3, format=",.0f", domain=False)),
            tooltip=[
                alt.Tooltip("period:N", title="Date"),
                alt.Tooltip("value:Q", title=unit.capitalize(), format=",.0f"),
            ],
        )
        .properties(height=130)
        .configure(background="transparent", font=_FONT)
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=palette.quiet_text, gridColor=palette.unknown, tickColor=palette.unknown
        )
    )
    st.altair_chart(line, theme=None)


def _date(period: str) -> str:
    """The last part of a period that a time axis can place it by."""
    return f"{period}-12-31" if len(period) == 4 else f"{period}-28" if len(period) == 7 else period
