"""A measure over time: a small chart for each column, all on the same scales."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import address, words
from ui.area import records
from ui.compare.choice import CompareChoice
from ui.compare.series import Series, offered, series_of
from ui.language import _
from ui.palette import Palette
from ui.plot import GROUND, plot
from ui.store import Dataset

_IN_A_ROW = 4


def over_time(dataset: Dataset, choice: CompareChoice, palette: Palette) -> None:
    """Choose a measure and see it for each column; what has no series is said."""
    labels = offered(dataset, choice.columns)
    if not labels:
        st.caption(_("No measure is known at two dates for any of them."))
        return
    measure = st.selectbox(
        _("Measure over time"), list(labels), format_func=lambda key: _(labels[key]),
        help=_("Only measures of which more than one date is known."),
        **address.one("over", list(labels), next(iter(labels))),
    )  # fmt: skip
    series = series_of(dataset, choice.columns, measure)
    known = series.rows[series.rows[["lower", "upper"]].notna().any(axis=1)]
    dates = known["period"].map(_date)
    scale = (dates.min(), dates.max(), float(known[["value", "lower", "upper"]].max().max()))
    for start in range(0, len(choice.columns), _IN_A_ROW):
        row = choice.columns[start : start + _IN_A_ROW]
        for place, column in zip(st.columns(_IN_A_ROW, gap="medium"), row, strict=False):
            with place:
                st.markdown(f"**{words.escaped(column.name)}**")
                _small(known, column.key, scale, palette)
    ids = " ".join(known["source_ids"].fillna("")).split()
    st.caption(f"{_said(series)} {records.origin(dataset, ids)}")


def _said(series: Series) -> str:
    return _(
        "{measure}, {unit}. The other lines are those beside it; a band is an interval, a date "
        "without a figure is left open.",
        measure=_(series.label),
        unit=_(series.unit),
    )


def _small(rows: pd.DataFrame, key: str, scale: tuple[str, str, float], palette: Palette) -> None:
    own = rows["column"] == key
    if not own.any():
        st.caption(_("Not known at any date."))
        return
    table = pa.table(
        {
            "date": list(rows["period"].map(_date)),
            "period": [words.day(str(each)) for each in rows["period"]],
            "column": list(rows["column"]),
            "own": [bool(each) for each in own],
            "value": _floats(rows["value"].fillna((rows["lower"] + rows["upper"]) / 2)),
            "lower": _floats(rows["lower"]),
            "upper": _floats(rows["upper"]),
        }
    )
    plot(table, _spec(scale, palette), _("One of the territories by date, the others behind it."))


def _floats(values: pd.Series) -> list[float]:
    return [float(each) for each in values]


def _spec(scale: tuple[str, str, float], palette: Palette) -> dict[str, Any]:
    first, last, highest = scale
    years = int(last[:4]) - int(first[:4])
    axis = {"title": None, "grid": False, "labelColor": palette.quiet_text, "tickCount": 3,
            "domainColor": palette.unknown, "tickColor": palette.unknown}  # fmt: skip
    x = {
        "field": "date", "type": "temporal",
        "scale": {"domain": [first, last], "type": "utc"},
        "axis": axis | {"format": "%Y" if years > 1 else "%b %Y", "labelOverlap": True},
    }  # fmt: skip
    y = {
        "type": "quantitative",
        "scale": {"domain": [0, highest], "nice": True},
        "axis": axis | {"domain": False, "gridColor": palette.unknown, "grid": True},
    }
    own, others = {"filter": "datum.own"}, {"filter": "!datum.own && isValid(datum.value)"}
    hover = [{"field": "period", "title": _("Date")},
             {"field": "value", "title": _("Figure, or middle"), "format": ",.1f"},
             {"field": "lower", "title": _("From"), "format": ",.1f"},
             {"field": "upper", "title": _("To"), "format": ",.1f"}]  # fmt: skip
    return {
        "height": 130,
        "layer": [
            {
                "transform": [others],
                "mark": {"type": "line", "color": palette.hatch, "strokeWidth": 1},
                "encoding": {"x": x, "y": {"field": "value", **y},
                             "detail": {"field": "column", "type": "nominal"}},
            },
            {
                "transform": [own],
                "mark": {"type": "area", "color": palette.bar, "opacity": 0.3},
                "encoding": {"x": x, "y": {"field": "lower", **y}, "y2": {"field": "upper"}},
            },
            {
                "transform": [own],
                "mark": {"type": "line", "color": palette.bar, "strokeWidth": 1.8,
                         "point": {"size": 14, "color": palette.bar}},
                "encoding": {"x": x, "y": {"field": "value", **y}, "tooltip": hover},
            },
        ],
        "config": GROUND,
    }  # fmt: skip


def _date(period: object) -> str:
    """The last part of a period that a time axis can place it by."""
    last = str(period).rsplit("/", 1)[-1]
    if "-Q" in last:
        year, quarter = last.split("-Q")
        return f"{year}-{3 * int(quarter):02d}-28"
    return f"{last}-12-31" if len(last) == 4 else f"{last}-28" if len(last) == 7 else last
