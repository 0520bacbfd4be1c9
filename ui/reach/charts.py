"""Charts beside the map: how many live how far off, and where people are farthest."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.catchment.regions import people_by_distance
from ui import chosen, words
from ui.cased import begins
from ui.language import _
from ui.palette import Palette
from ui.plot import GROUND, plot
from ui.reach.found import found_of
from ui.reach.room import people_words
from ui.reach.together import inside
from ui.reach.way import ReachChoice, Way
from ui.store import Dataset

_BOUNDS = [0.0, 5, 10, 20, 30, 50, 75, 100, 200]
_ROW_PX = 26
_FARTHEST = 10
_MOST_UNKNOWN = 50  # percent of residents


def histogram(dataset: Dataset, choice: ReachChoice, palette: Palette) -> None:
    """People by distance to the nearest place; those that cannot be told of are left out."""
    rows = by_distance(dataset, choice)
    if not rows["people"].sum():
        st.caption(_("Nobody's distance is known here."))
        return
    total = rows["people"].sum()
    values = pa.table(
        {
            "rank": list(range(len(rows))),
            "band": [_band(row, choice.way) for row in rows.to_dict("records")],
            "people": rows["people"].to_numpy(),
            "text": [
                f"{words.short(people)} · {words.rate(people / total * 100)}{words.THIN}%"
                for people in rows["people"]
            ],
            "far": (rows["from_km"] >= choice.way.km).to_numpy(),
        }
    )
    st.markdown(f"##### {_title(dataset, choice)}")
    plot(
        values,
        _spec(len(rows), float(rows["people"].max()), palette),
        _("{title}: a bar for each band of distances.", title=_title(dataset, choice)),
        key="reach_distances",
    )


def _title(dataset: Dataset, choice: ReachChoice) -> str:
    people = people_words(dataset, choice.way)
    who = begins(people)
    if choice.way.own:
        return _("{people} your table tells of by minutes to the nearest known place", people=who)
    return _("{people} by distance to the nearest known place", people=who)


def by_distance(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    """Who is counted by kilometres to the nearest place: from_km, to_km, people."""
    cells = inside(found_of(dataset, choice.way), choice).dropna(subset=["km", "people"])
    km, people = (cells[each].to_numpy(dtype=float) for each in ("km", "people"))
    return people_by_distance(km, people, _BOUNDS)


def _band(row: dict[Any, Any], way: Way) -> str:
    if row["to_km"] == float("inf"):
        return _("{amount} and more", amount=way.in_unit(f"{row['from_km']:.0f}"))
    return way.in_unit(f"{row['from_km']:.0f}-{row['to_km']:.0f}")


def _spec(rows: int, most: float, palette: Palette) -> dict[str, Any]:
    """Bars with their band and figure; those beyond the distance asked for in the deep orange."""
    far = {"condition": {"test": "datum.far", "value": palette.three[2]}, "value": palette.bar}
    text = {"type": "text", "align": "left", "dx": 6, "fontSize": 12, "color": palette.text}
    axis = {"title": None, "ticks": False, "domain": False, "labelColor": palette.text,
            "labelFontSize": 12, "labelLimit": 140}  # fmt: skip
    return {
        "height": _ROW_PX * rows,
        "config": GROUND,
        "encoding": {
            "y": {"field": "band", "type": "ordinal", "sort": {"field": "rank"}, "axis": axis},
            "x": {"field": "people", "type": "quantitative", "axis": None,
                  "scale": {"nice": False, "domain": [0, 1.7 * most]}},
        },
        "layer": [
            {"mark": {"type": "bar", "height": 14}, "encoding": {"color": far}},
            {"mark": text, "encoding": {"text": {"field": "text"}}},
        ],
    }  # fmt: skip


def farthest(rows: pd.DataFrame, way: Way) -> None:
    """The ten territories whose residents are farthest on average; a click looks at one.

    Territories where most residents are not known of are left out.
    """
    told = rows[(rows["unknown_people_percent"] <= _MOST_UNKNOWN) & rows["nearest_km"].notna()]
    top = told.sort_values("nearest_km", ascending=False)
    if top.empty:
        return
    st.markdown(_("##### Where people are farthest"))
    with st.container(gap=None):
        for row in top.head(_FARTHEST).reset_index().to_dict("records"):
            st.button(
                words.labelled(
                    words.escaped(str(row["place"])), way.in_unit(words.rate(row["nearest_km"]))
                ),
                type="tertiary", key=f"far_{row['territory_id']}", on_click=chosen.choose,
                args=(row["territory_id"],),
            )  # fmt: skip
