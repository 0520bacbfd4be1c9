"""Who is missing: for each type of actor, in how many territories it is known, none, unknown."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.partnership import ACTORS, KNOWN, NO_LIST, NONE, NONE_FOUND, states
from ui.area.spread import Spread
from ui.cased import begins
from ui.language import _, later
from ui.palette import Palette
from ui.partnership.choice import Choice
from ui.partnership.figures import lists_of, work_of
from ui.partnership.mark import title
from ui.partnership.words import ACTOR_WORDS, STATE_HEADS
from ui.plot import PLAIN, plot
from ui.store import Dataset
from ui.words import number

_ORDER = (KNOWN, NONE, NONE_FOUND, NO_LIST)
_ROW_PX = 40
# The legend stands inside the height.
_LEGEND_PX = 90
HOW_TO_READ = later(
    "Each bar is all territories drawn, by what can be said of one type of actor there; only a "
    "complete list can show that there is none."
)


def states_of(dataset: Dataset, choice: Choice, spread: Spread) -> pd.DataFrame:
    """State of each type of actor in each territory drawn."""
    codes = [str(code) for code in spread.rows.index]
    return states(codes, work_of(dataset, choice.service), lists_of(dataset), choice.service)


def draw(found: pd.DataFrame, dataset: Dataset, palette: Palette) -> None:
    """One bar a type of actor, all of the same length."""
    rows = [
        {
            "rank": rank,
            "actor": begins(ACTOR_WORDS[actor]),
            "state": STATE_HEADS[state],
            "order": order,
            "territories": int((found[actor] == state).sum()),
            "known": _known(int((found[actor] == KNOWN).sum())),
        }
        for rank, actor in enumerate(ACTORS)
        for order, state in enumerate(_ORDER)
    ]
    plot(
        pa.Table.from_pylist(rows),
        {**_spec(palette), "title": title(dataset.watermark, palette)},
        _("Types of actors: known, absent or unknown, a bar each."),
        key="absent",
    )
    st.caption(_(HOW_TO_READ))


def _known(count: int) -> str:
    """Where a type is known, in words: none known is not none."""
    return _("known in {count}", count=number(count)) if count else _("known nowhere")


def _spec(palette: Palette) -> dict[str, Any]:
    """Labels above bars, so that long names fit a narrow column."""
    colours = [palette.bar, palette.selected, palette.dots, palette.unknown]
    bar = {
        "mark": {"type": "bar", "height": 9, "yOffset": 9, "stroke": palette.border},
        "encoding": {
            "x": {"field": "territories", "type": "quantitative", "stack": "normalize",
                  "axis": None},
            "color": {
                "field": "state",
                "scale": {"domain": [STATE_HEADS[state] for state in _ORDER], "range": colours},
                "legend": {"orient": "bottom", "columns": 1, "title": None, "labelLimit": 400,
                           "labelColor": palette.text, "symbolType": "square"},
            },
            "order": {"field": "order"},
            "tooltip": [
                {"field": "actor", "title": _("Type of actor")},
                {"field": "state", "title": _("State")},
                {"field": "territories", "title": _("Territories")},
            ],
        },
    }  # fmt: skip
    label = {
        "transform": [{"filter": "datum.order == 0"}],
        "mark": {"type": "text", "align": "left", "dy": -6, "fontSize": 13},
        "encoding": {"x": {"value": 0}, "text": {"field": "actor"},
                     "color": {"value": palette.text}},
    }  # fmt: skip
    count = {
        "transform": [{"filter": "datum.order == 0"}],
        "mark": {"type": "text", "align": "right", "dy": -6, "fontSize": 12},
        "encoding": {"x": {"value": "width"}, "text": {"field": "known"},
                     "color": {"value": palette.quiet_text}},
    }  # fmt: skip
    return {
        "height": len(ACTORS) * _ROW_PX + _LEGEND_PX,
        "background": None,
        "config": PLAIN,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [bar, label, count],
    }
