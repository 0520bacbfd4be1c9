"""Charts of the stress test: occupancy week by week, people without a place, what a buffer buys."""

import numpy as np
import pandas as pd
import streamlit as st

from ui.class_names import labels
from ui.language import _, later, n_
from ui.palette import Palette
from ui.plot import plot_rows
from ui.stress.tested import Stress

MOST_ROWS = 24
# Persons per 100 places: blue while there is room, orange once there is none.
BREAKS = (70, 90, 100, 115, 140)
_WEEKS, _MORE = later("Weeks from today"), later("More places, per cent")
_BUFFERS = tuple(range(0, 105, 5))
_ROW_PX = 21


def strip_rows(stress: Stress) -> pd.DataFrame:
    """One row per territory shown and week: the highest occupancy, and its class."""
    order = stress.first()
    known = np.flatnonzero(stress.known)
    rest = [int(at) for at in known if at not in set(order)]
    fullest = sorted(rest, key=lambda at: -np.nan_to_num(stress.course.occupancy[:, at].max()))
    shown = [*order, *fullest][:MOST_ROWS]
    worst = stress.course.occupancy.max(axis=0)[shown]
    names = [str(each) for each in stress.rows["place"].iloc[shown]]
    weeks = np.arange(worst.shape[1])
    frame = pd.DataFrame(
        {
            "place": np.repeat([_short(name) for name in names], len(weeks)),
            "rank": np.repeat(np.arange(len(shown)), len(weeks)),
            "week": np.tile(weeks, len(shown)),
            "occupancy": worst.ravel(),
        }
    )
    # A place full to the last is full: 100 belongs to the classes above.
    names = labels(BREAKS, "")
    found = np.searchsorted(BREAKS, frame["occupancy"] + 1e-9, side="right")
    return frame.assign(band=[names[at] for at in found], occupancy=frame["occupancy"].round(1))


def _short(name: str) -> str:
    first = name.rsplit(", ", 1)[0]
    return first if len(first) <= 24 else f"{first[:23]}…"


def strip(stress: Stress, palette: Palette) -> None:
    """A row of weeks per territory, the first to fill on top."""
    rows = strip_rows(stress)
    if rows.empty:
        return
    many = rows["rank"].nunique()
    spec = {
        "mark": {"type": "rect", "stroke": palette.border, "strokeWidth": 0.5},
        "encoding": {
            "x": {
                "field": "week", "type": "ordinal",
                "axis": {"title": _("Weeks from today"), "labelAngle": 0, "labelOverlap": True},
            },
            "y": {
                "field": "place", "type": "nominal", "sort": {"field": "rank"},
                "axis": {"title": None, "labelLimit": 150, "labelColor": palette.text},
            },
            "color": {
                "field": "band", "type": "nominal",
                "scale": {"domain": labels(BREAKS, ""), "range": palette.colours(6, "diverging")},
                "legend": {
                    "title": _("People per 100 places, at worst"), "orient": "top", "columns": 3,
                    "symbolType": "square", "columnPadding": 5, "symbolSize": 70,
                },
            },
            "tooltip": [
                {"field": "place", "title": _("Territory")}, {"field": "week", "title": _("Week")},
                {"field": "occupancy", "title": _("People per 100 places"), "format": ",.0f"},
            ],
        },
    }  # fmt: skip
    spec["height"] = max(many * _ROW_PX, 60)
    says = _("How full each territory is week by week, the first to fill on top.")
    plot_rows(rows, spec, palette, says, stress.dataset.watermark)
    left_out = int(stress.known.sum()) - many
    if left_out > 0:
        st.caption(
            n_(
                "The {first} first of {count} territory; all are in the table.",
                "The {first} first of {count} territories; all are in the table.",
                many + left_out, first=many, count=many + left_out,
            )
        )  # fmt: skip


def without_rows(stress: Stress) -> pd.DataFrame:
    """People without a place, least and most, by week."""
    low, high = stress.without()
    return pd.DataFrame({"x": np.arange(len(low)), "low": low.round(1), "high": high.round(1)})


def without(stress: Stress, palette: Palette) -> None:
    """People without a place, week by week, as a band between the best and the worst case."""
    _band(without_rows(stress), palette, _WEEKS, stress)


def buffer_rows(stress: Stress) -> pd.DataFrame:
    """For each buffer in per cent: people without a place at once, least and most."""
    found = []
    for percent in _BUFFERS:
        course = stress.run(stress.given.with_more(percent))
        low, high = stress.without(course)
        found.append((percent, round(float(low.max()), 1), round(float(high.max()), 1)))
    return pd.DataFrame(found, columns=["x", "low", "high"])


def buffer(stress: Stress, palette: Palette) -> None:
    """People without a place at once, by how many more places there are."""
    _band(buffer_rows(stress), palette, _MORE, stress)


def _band(rows: pd.DataFrame, palette: Palette, x: str, stress: Stress) -> None:
    across = {
        "field": "x", "type": "quantitative",
        "axis": {"title": _(x), "grid": False, "tickMinStep": 1},
        "scale": {"nice": False},
    }  # fmt: skip
    up = {
        "field": "high", "type": "quantitative",
        "axis": {"title": None, "tickCount": 4, "format": ",.0f"},
    }  # fmt: skip
    tips = [
        {"field": "x", "title": _(x)},
        {"field": "low", "title": _("at least"), "format": ",.0f"},
        {"field": "high", "title": _("at worst"), "format": ",.0f"},
    ]
    spec = {
        "layer": [
            {
                "mark": {"type": "area", "color": palette.bar, "opacity": 0.22},
                "encoding": {"x": across, "y": up, "y2": {"field": "low"}},
            },
            {
                "mark": {"type": "line", "color": palette.bar, "point": {"size": 26}},
                "encoding": {"x": across, "y": up, "tooltip": tips},
            },
        ]
    }
    says = (
        _("People without a place, from least to most, by weeks from today.")
        if x == _WEEKS
        else _("People without a place, from least to most, by more places, per cent.")
    )
    plot_rows(rows, {**spec, "height": 210}, palette, says, stress.dataset.watermark)
