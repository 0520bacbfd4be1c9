"""Charts of the Digital page: languages by what is known of them, criteria by what is stated."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis import languages as spoken
from analysis.practice import CRITERIA, MET, NOT_MET, NOT_STATED
from ui import words
from ui.digital.known import Tongues
from ui.digital.words import STATES, language
from ui.language import Words, _
from ui.palette import Palette
from ui.plot import EDGED, plot

RANKED = 12
_ROW_PX = 36
ANSWERS = Words({MET: "yes", NOT_MET: "no", NOT_STATED: "not stated"})


def ranked(speakers: pd.DataFrame) -> pd.DataFrame:
    """Languages by how many people can use them, each with its persons by state.

    Shape: one row per language, a column a state with the upper ends of its countries, and
    `lower` and `upper` over all; the country's own language alone is no gap and comes last.
    """
    wide = speakers.pivot_table(
        index="language", columns="state", values="upper", aggfunc="sum", fill_value=0.0
    ).reindex(columns=list(STATES), fill_value=0.0)
    ends = speakers.groupby("language")[["lower", "upper"]].sum()
    return wide.join(ends).sort_values("upper", ascending=False)


def state_colours(palette: Palette) -> dict[str, str]:
    """The colour of each state: what is known in the bar's colours, the rest neutral."""
    return {
        spoken.SPOKEN: palette.bar,
        spoken.OWN: palette.stops[2],
        spoken.NOT_KNOWN: palette.turn[4],
        spoken.CANNOT_TELL: palette.dots,
        spoken.NO_SERVICE: palette.hatch,
    }


def languages(tongues: Tongues, at: str | None, palette: Palette) -> None:
    """The languages of newcomers, of one country or of all, under a heading."""
    speakers = tongues.speakers
    if at in tongues.reach.index:
        speakers = speakers[speakers["territory_id"] == at]
    if speakers.empty:
        return
    st.markdown(f"##### {_('Languages of most newcomers')}")
    st.caption(
        _(
            "Each bar: people who can use the language, at most, by what is known of digital "
            "services in their country of asylum. One person may use several."
        )
    )
    by_language(speakers, palette)


def by_language(speakers: pd.DataFrame, palette: Palette) -> None:
    """A bar a language: people who can use it, by what is known in their country."""
    top = ranked(speakers).head(RANKED)
    rows = [
        {"rank": rank, "name": language(str(code)), "state": STATES[state], "persons": part,
         "text": words.short(float(row["upper"]))}
        for rank, (code, row) in enumerate(top.iterrows())
        for state in STATES
        if (part := float(row[state])) > 0
    ]  # fmt: skip
    colours = {STATES[state]: colour for state, colour in state_colours(palette).items()}
    _bars(rows, colours, palette)


def criteria(services: pd.DataFrame, palette: Palette) -> None:
    """What the services state, under a heading."""
    if services.empty:
        return
    st.markdown(f"##### {_('What the known services state')}")
    st.caption(_("Each bar: services that meet a criterion, that do not, and that do not say."))
    by_criterion(services, palette)


def by_criterion(services: pd.DataFrame, palette: Palette) -> None:
    """A bar a criterion: services that meet it, that do not, that do not say."""
    rows = []
    for rank, criterion in enumerate(CRITERIA):
        counted = services[f"is_{criterion.criterion_id}"].value_counts()
        met = int(counted.get(MET, 0))
        rows += [
            {"rank": rank, "name": _(criterion.label), "state": words_,
             "persons": float(counted[key]),
             "text": _("{count} of {total}", count=met, total=len(services))}
            for key, words_ in ANSWERS.items()
            if key in counted
        ]  # fmt: skip
    colours = dict(
        zip(ANSWERS.values(), (palette.bar, palette.turn[4], palette.hatch), strict=True)
    )
    _bars(rows, colours, palette)


def _bars(rows: Sequence[Mapping[str, Any]], colours: Mapping[str, str], palette: Palette) -> None:
    """Stacked bars with a name and a figure above each, and the legend below."""
    order = list(colours)
    table = pa.Table.from_pylist([dict(row) | {"order": order.index(row["state"])} for row in rows])
    y = {"field": "rank", "type": "ordinal", "axis": None}

    def text(field: str, align: str, x: Any, colour: str) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": 0, "fontSize": 13}
        first = {"aggregate": "min", "field": field}
        return {
            "mark": mark | {"color": colour},
            "encoding": {"y": y, "x": {"value": x}, "text": first | {"type": "nominal"}},
        }

    scale = {"domain": order, "range": [colours[each] for each in order]}
    spec = {
        "height": _ROW_PX * len({row["rank"] for row in rows}),
        "layer": [
            {
                "mark": {"type": "bar", "height": 8, "yOffset": 8},
                "encoding": {
                    "y": y,
                    "x": {"field": "persons", "type": "quantitative", "stack": True,
                          "axis": None, "scale": {"nice": False}},
                    "color": {"field": "state", "type": "nominal", "scale": scale, "legend": None},
                    "order": {"field": "order"},
                    "tooltip": [
                        {"field": "name", "title": " "},
                        {"field": "state", "title": _("What is known")},
                        {"field": "persons", "title": _("How many, at most"), "format": ",.0f"},
                    ],
                },
            },
            text("name", "left", 0, palette.text),
            text("text", "right", "width", palette.text),
        ],
        "config": EDGED,
    }  # fmt: skip
    plot(table, spec, _("A bar each, parted by state; the legend below names the states."))
    used = {row["state"] for row in rows}
    swatches = "".join(
        f"<span role='listitem'><i style='background:{colours[each]}'></i>{each}</span>"
        for each in order
        if each in used
    )
    label = escape(_("Colours of the bars"))
    st.html(f"<div class='gw-legend' role='list' aria-label='{label}'>{swatches}</div>")
