"""Charts of the Equality page: Lorenz then and now, measures over time, their two parts."""

import json
from typing import Any

import pandas as pd
import streamlit as st

from analysis.equality.held import held
from analysis.equality.measures import lorenz
from ui.equality.choice import EQUIVALENT
from ui.equality.figures import Equality
from ui.equality.words import NAMES, per, rate_unit, regions
from ui.language import _
from ui.palette import Palette
from ui.plot import plot_rows
from ui.words import day

_MANY = 30
_HEIGHT = 340
_ENDS = ("lower", "upper")


def lorenz_rows(view: Equality) -> pd.DataFrame:
    """The points of both curves: `date`, `need` and `capacity`, cumulated in %."""
    choice, parts = view.choice, []
    for moment in dict.fromkeys((choice.then, choice.now)):
        figures = view.panel.at(moment)
        need, capacity = lorenz(held(figures.capacity, figures.need, view.panel.group))
        points = {"date": day(moment), "need": need * 100, "capacity": capacity * 100}
        parts.append(pd.DataFrame(points))
    return pd.concat(parts, ignore_index=True)


def curve(view: Equality, palette: Palette) -> None:
    """The Lorenz curve before and now; the straight line is equality."""
    rows, choice = lorenz_rows(view), view.choice
    dates = list(dict.fromkeys(rows["date"]))
    colours = [palette.turn[4], palette.bar] if len(dates) > 1 else [palette.bar]
    x = _axis("need", _("% of {over}, worst supplied first", over=choice.over), [0, 100])
    y = _axis("capacity", _("% of {what}", what=choice.subject.many), [0, 100])
    equal = {
        "data": {"values": [{"need": 0, "capacity": 0}, {"need": 100, "capacity": 100}]},
        "mark": {"type": "line", "strokeDash": [4, 4], "strokeWidth": 1,
                 "color": palette.quiet_text},
        "encoding": {"x": x, "y": y},
    }  # fmt: skip
    lines = {
        "mark": {"type": "line", "opacity": 0.85,
                 "point": {"size": 14} if len(rows) < 160 else False},
        "encoding": {
            "x": x, "y": y, "order": {"field": "need"},
            # The earlier one is broad, so that it is seen below a later one that equals it.
            "strokeWidth": {"condition": {"test": f"datum.date==={json.dumps(dates[-1])}",
                                          "value": 2}, "value": 5},
            "color": {"field": "date", "type": "nominal",
                      "scale": {"domain": dates, "range": colours},
                      "legend": {"title": None, "orient": "top-left", "labelFontSize": 12}},
            "tooltip": [
                {"field": "date", "title": _("Date")},
                {"field": "need", "title": _("% of {what}", what=choice.over), "format": ".1f"},
                {"field": "capacity", "title": _("% of {what}", what=choice.subject.many),
                 "format": ".1f"},
            ],
        },
    }  # fmt: skip
    says = _("Lorenz curve: shares of {many} over shares of {over}.",
             many=choice.subject.many, over=choice.over)  # fmt: skip
    plot_rows(rows, _layered([equal, lines]), palette, says, view.dataset.watermark)


def over_time(view: Equality, palette: Palette) -> None:
    """The chosen measure at every moment, with its resampled band and its found range."""
    choice = view.choice
    rows = series_rows(view)
    title = rate_unit(choice) if choice.measure == EQUIVALENT else NAMES[choice.measure]
    x = _dates(len(rows))
    y: dict[str, Any] = {**_axis("value", title, None), "scale": {"zero": True}}
    hover = [
        {"field": "date", "title": _("Date")}, {"field": "value", "title": title, "format": ".3~f"},
        {"field": "lower", "title": _("Resampled from"), "format": ".3~f"},
        {"field": "upper", "title": _("to"), "format": ".3~f"},
        {"field": "territories", "title": _("Territories")},
        {"field": "doubted", "title": _("Figures hard to believe")},
    ]  # fmt: skip
    band = {"type": "area", "opacity": 0.22, "color": palette.bar, "line": False}
    open_ends = {"type": "rule", "strokeWidth": 5, "opacity": 0.35, "color": palette.turn[4]}
    few = len(rows) <= _MANY
    point = {"type": "point", "size": 42 if few else 14, "strokeWidth": 1.5, "filled": False}
    layers: list[dict[str, Any]] = [
        {"mark": band, "encoding": {"x": x, "y": {**y, "field": "low"},
                                    "y2": {"field": "high"}}},
        {"transform": [{"filter": "isValid(datum.least)"}], "mark": open_ends,
         "encoding": {"x": x, "y": {**y, "field": "least"}, "y2": {"field": "most"}}},
        {"mark": {"type": "line", "color": palette.bar, "strokeWidth": 2},
         "encoding": {"x": x, "y": {**y, "field": "line"}}},
        {"mark": point, "encoding": {
            "x": x, "y": y, "tooltip": hover, "stroke": {"value": palette.bar},
            "fill": {"condition": {"test": "datum.lacking > 0", "value": palette.border},
                     "value": palette.bar}}},
    ]  # fmt: skip
    ring = {"type": "point", "size": 130, "strokeWidth": 1.5, "color": palette.selected}
    layers.append(
        {"transform": [{"filter": "datum.doubted > 0"}], "mark": ring, "encoding": {"x": x, "y": y}}
    )
    if choice.measure == EQUIVALENT:
        mean = {"type": "line", "strokeDash": [5, 3], "strokeWidth": 1.4,
                "color": palette.quiet_text}  # fmt: skip
        layers.append({"mark": mean, "encoding": {"x": x, "y": {**y, "field": "mean"}}})
    says = _("{measure} date by date.", measure=title)
    plot_rows(rows, _layered(layers), palette, says, view.dataset.watermark)
    if rows["lacking"].any():
        whom = regions(choice, len(view.codes))
        st.caption(_("Hollow: some of the {regions} are unknown then.", regions=whom))
    if rows["doubted"].any():
        st.caption(_("Ringed: dates with figures that are hard to believe; see Sources."))


def series_rows(view: Equality) -> pd.DataFrame:
    """The chosen measure over time as drawn: `value`, `lower`, `upper`, `least`, `most`."""
    name = view.choice.measure
    times = per(view.choice) if name == EQUIVALENT else 1
    series = view.series
    rows = pd.DataFrame(
        {
            "moment": series["moment"],
            "date": series["moment"].map(day),
            "day": series["day"].dt.strftime("%Y-%m-%d"),
            "value": series[name] * times,
            "mean": series["mean"] * per(view.choice),
        }
    )
    # A date at which some territories are unknown stands alone: no line leads there.
    whole = series["lacking"].eq(0)
    rows["line"] = rows["value"].where(whole)
    rows["low"], rows["high"] = (series[f"{name}_{end}"].where(whole) * times for end in _ENDS)
    for end in ("lower", "upper", "least", "most"):
        rows[end] = series[f"{name}_{end}"] * times
    return rows.assign(
        territories=series["territories"], lacking=series["lacking"], doubted=series["doubted"]
    )


def parts(view: Equality, palette: Palette) -> None:
    """Theil's index over time in its two parts, stacked."""
    series = view.series
    names = {"between": _("between countries"), "within": _("within countries")}
    index = _("Theil's index")
    rows = pd.concat(
        pd.DataFrame(
            {"date": series["moment"].map(day), "day": series["day"].dt.strftime("%Y-%m-%d"),
             "part": label, "value": series[part].clip(lower=0)}
        )
        for part, label in names.items()
    )  # fmt: skip
    few = len(series) <= _MANY
    x = _dates(len(series))
    colour = {
        "field": "part", "type": "nominal",
        "scale": {"domain": list(names.values()), "range": [palette.turn[4], palette.bar]},
        "legend": {"title": None, "orient": "top", "labelFontSize": 12},
    }  # fmt: skip
    layer: dict[str, Any] = {
        "mark": {"type": "bar", "size": 26} if few else {"type": "area"},
        "encoding": {
            "x": x, "y": {**_axis("value", index, None), "stack": True},
            "color": colour,
            "tooltip": [{"field": "date", "title": _("Date")},
                        {"field": "part", "title": _("Part")},
                        {"field": "value", "title": index, "format": ".3~f"}],
        },
    }  # fmt: skip
    says = _("Theil's index date by date, between countries and within them.")
    plot_rows(rows, _layered([layer]), palette, says, view.dataset.watermark)


def _layered(layers: list[dict[str, Any]]) -> dict[str, Any]:
    return {"height": _HEIGHT, "layer": layers}


def _dates(many: int) -> dict[str, Any]:
    """The axis of dates: each by its name where they are few, else by time."""
    axis: dict[str, Any] = {"title": None, "grid": False, "labelOverlap": True}
    if many <= _MANY:
        return {"field": "date", "type": "ordinal", "sort": None, "axis": axis | {"labelAngle": 0}}
    return {"field": "day", "type": "temporal", "axis": axis | {"tickCount": 7, "format": "%Y"}}


def _axis(field: str, title: str, domain: list[int] | None) -> dict[str, Any]:
    axis: dict[str, Any] = {"title": title, "tickCount": 5}
    found: dict[str, Any] = {"field": field, "type": "quantitative", "axis": axis}
    return found if domain is None else {**found, "scale": {"domain": domain, "nice": False}}
