"""Who decides: the power of the bodies newcomers sit in, and the record of consultations."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui.area import records
from ui.area.spread import Spread
from ui.language import _, later
from ui.palette import Palette
from ui.partnership import sentences
from ui.partnership.figures import bodies_of
from ui.partnership.mark import title
from ui.partnership.words import LEVEL_HEADS, POWER
from ui.plot import PLAIN, plot
from ui.store import Dataset
from ui.words import day

_ROW_PX = 40
HOW_TO_READ = later(
    "Bodies of the territories drawn and of the EU, by what their newcomers can do; each step is "
    "a right that a body's statutes grant or do not."
)
_FEW = 2
# The row after the five steps.
_UNKNOWN = 5


def _columns() -> dict[str, Any]:
    """The columns of the record of consultations."""
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "name": text(_("About"), width="medium", pinned=True),
        "organiser": _("Asked by"),
        "when": _("When"),
        "replies": number(_("Replies"), format="localized"),
        "newcomer_replies": number(_("of newcomers"), format="localized"),
        "outcome": text(_("What became of it"), width="medium"),
        "asked": text(_("Who was asked"), width="medium"),
        "level_shown": _("Level"),
        "note": text(_("Note"), width="large"),
    }


def bodies_drawn(dataset: Dataset, spread: Spread) -> pd.DataFrame:
    """The bodies of the territories drawn, and of the EU."""
    bodies = bodies_of(dataset)
    return bodies[bodies["territory_id"].isin([*spread.rows.index, "EU27_2020"])]


def powers(dataset: Dataset, spread: Spread, palette: Palette, told: bool) -> None:
    """What newcomers can do in the bodies of the territories drawn, and the EU's own bodies
    unless a territory's panel has told of them.
    """
    st.markdown(f"##### {_('What can newcomers do there?')}")
    bodies = bodies_drawn(dataset, spread)
    ladder(dataset, bodies, palette)
    if not told:
        st.markdown("\n\n".join(of_the_union(bodies)))


def ladder(dataset: Dataset, bodies: pd.DataFrame, palette: Palette) -> None:
    """Bodies by step of the scale, from the highest; those whose power is not told last."""
    steps = bodies["decision_power"]
    rows = [
        {"rank": rank, "step": f"{step} {POWER[step]}", "bodies": int((steps == step).sum())}
        for rank, step in enumerate(sorted(POWER, reverse=True))
    ]
    rows.append({"rank": _UNKNOWN, "step": _("unknown"), "bodies": int(steps.isna().sum())})
    plot(
        pa.Table.from_pylist(rows),
        {**_spec(palette), "title": title(dataset.watermark, palette)},
        _("How many bodies give newcomers which power, from the highest step down."),
        key="ladder",
    )
    st.caption(_(HOW_TO_READ))


def of_the_union(bodies: pd.DataFrame) -> list[str]:
    """The EU's own bodies in sentences: they are on no map."""
    rows = bodies[bodies["level"] == "eu"]
    return [sentences.body(row) for row in rows.to_dict("records")]


def _spec(palette: Palette) -> dict[str, Any]:
    """A label above each bar, its count at the end of the row."""
    bar = {
        "mark": {"type": "bar", "height": 7, "yOffset": 8},
        "encoding": {
            "x": {"field": "bodies", "type": "quantitative", "axis": None},
            "color": {
                "condition": {"test": f"datum.rank == {_UNKNOWN}", "value": palette.hatch},
                "value": palette.bar,
            },
        },
    }
    label = {
        "mark": {"type": "text", "align": "left", "dy": -6, "fontSize": 13, "limit": 330},
        "encoding": {"x": {"value": 0}, "text": {"field": "step"},
                     "color": {"value": palette.text}},
    }  # fmt: skip
    count = {
        "mark": {"type": "text", "align": "right", "dy": -6, "fontSize": 12},
        "encoding": {"x": {"value": "width"}, "text": {"field": "bodies", "format": ",.0f"},
                     "color": {"value": palette.quiet_text}},
    }  # fmt: skip
    return {
        "height": 6 * _ROW_PX,
        "background": None,
        "config": PLAIN,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [bar, label, count],
    }


def consultations(dataset: Dataset, rows: pd.DataFrame) -> None:
    """The record: who asked whom, how many replied, what became of it."""
    st.markdown(f"##### {_('Who was asked, and what became of it?')}")
    if rows.empty:
        st.markdown(
            _(
                "No consultation is on record here. Whoever held one can publish who was asked, "
                "how many replied, how many of them newcomers, and what became of it."
            )
        )
        return
    if len(rows) <= _FEW:
        st.markdown("\n\n".join(sentences.asked(row) for row in rows.to_dict("records")))
    shown = rows.assign(
        when=[day(str(each)) for each in rows["period"]],
        level_shown=rows["level"].map(LEVEL_HEADS),
    )
    records.table(dataset, shown, _columns())
    records.download(
        dataset, rows, "consultations", "Who was asked, and what became of it?",
        _("Download the consultations"),
    )  # fmt: skip
    st.caption(records.origin(dataset, rows["source_id"]))
