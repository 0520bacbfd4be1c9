"""The peers of a territory on the page: who they are, how far, and why."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import words
from ui.area import records
from ui.cased import begins
from ui.compare.choice import WITH, CompareChoice, single
from ui.compare.context import BY_FACT, facts_of
from ui.compare.peers import found_peers, level_of, why
from ui.language import _, n_
from ui.language.numbers import with_point
from ui.palette import Palette
from ui.plot import GROUND, plot
from ui.store import Dataset

_ROW_PX = 38
_MOST = 8


def alike(dataset: Dataset, choice: CompareChoice, palette: Palette) -> None:
    """Peers of the first territory: a bar of what sets each apart, a sentence, a way to add it."""
    of = choice.of
    if not of:
        st.caption(_("A group has no peers: choose a territory in the sidebar to find its peers."))
        return
    found = found_peers(dataset, of, choice.facts, choice.among)
    name = words.escaped(str(single(dataset).loc[of, "name"]))
    level = level_of(dataset, of) or 0
    if found.rows.empty:
        st.caption(_("Nothing is known by which {name} could be compared.", name=name))
        return
    st.markdown(_told(choice, name, found.compared, found.apart, level))
    if found.silent:
        st.caption(
            _(
                "Left out, as unknown for {name} or the same everywhere: {facts}.",
                name=name, facts=words.listed([BY_FACT[each].inside for each in found.silent]),
            )
        )  # fmt: skip
    wide, narrow = st.columns([1, 1.25], gap="large")
    with wide:
        _bars(found.rows, choice.facts, palette)
    own = facts_of(dataset, level).T[of]
    with narrow:
        for code, row in zip(found.rows.index, found.rows.to_dict("records"), strict=True):
            _one(str(code), pd.Series(row), own, choice)
    rows = facts_of(dataset, level).loc[[of, *found.rows.index]]
    used = [s for each in choice.facts for s in BY_FACT[each].sources]
    used += [str(each) for name in ("gdp", "newcomers") if name in choice.facts
             for each in rows[f"{name}_source_id"].dropna()]  # fmt: skip
    st.caption(f"{_dates(own, choice)} {records.origin(dataset, used)}")


def _told(choice: CompareChoice, name: str, compared: int, apart: int, level: int) -> str:
    facts = words.listed([BY_FACT[each].inside for each in choice.facts])
    text = _(
        "The most like {name} in {facts}, of {count} {territories} that can be compared.",
        name=name, facts=facts, count=words.number(compared), territories=words.LEVEL_NOUN[level],
    )  # fmt: skip
    if not apart:
        return text
    too_little = n_(
        "{count} other know too little of themselves.",
        "{count} others know too little of themselves.",
        apart, count=begins(words.counted(apart)),
    )  # fmt: skip
    return f"{text} {too_little}"


def _one(code: str, row: pd.Series, own: pd.Series, choice: CompareChoice) -> None:
    chosen = {each.key for each in choice.columns}
    with st.container(gap=None):
        place = words.escaped(str(row["place"]))
        if code in chosen or len(choice.columns) >= _MOST:
            st.markdown(f"**{place}**", width="content")
        else:
            st.button(
                f"**{place}**", key=f"peer_{code}", type="tertiary", icon=":material/add:",
                help=_("Put it beside the others"), on_click=_add, args=(code, choice),
            )  # fmt: skip
        st.caption(why(row, own, choice.facts))


def _add(code: str, choice: CompareChoice) -> None:
    """Put a peer beside what stands there; an example becomes a choice."""
    codes = [each.key for each in choice.columns if not each.is_group]
    st.session_state[WITH] = [*codes, code]


def _dates(own: pd.Series, choice: CompareChoice) -> str:
    dated = {"residents": "residents_period", "gdp": "gdp_period", "newcomers": "newcomers_period"}
    parts = [
        f"{_(BY_FACT[each].label)} {words.day(str(own[column]))}"
        for each, column in dated.items()
        if each in choice.facts and words.is_known(own[column])
    ]
    return f"{', '.join(parts)} ·" if parts else ""


def _bars(rows: pd.DataFrame, facts: tuple[str, ...], palette: Palette) -> None:
    """The distance of each peer, parted by the share each fact has of its square."""
    colours = dict(zip(facts, _shades(palette, len(facts)), strict=True))
    marks: list[dict[str, Any]] = [
        {
            "rank": rank, "name": row["place"], "fact": _(BY_FACT[each].label),
            "length": row["distance"] * (row[f"part_{each}"] if words.is_known(row[f"part_{each}"])
                                         else 0.0),
            "far": with_point(f"{row['distance']:.2f}"), "order": facts.index(each),
        }
        for rank, row in enumerate(rows.to_dict("records"))
        for each in facts
    ]  # fmt: skip
    st.caption(
        _("How far each is, in spreads of its level (0 is a twin), parted by what sets it apart.")
    )
    plot(
        pa.Table.from_pylist(marks),
        _bar_spec(len(rows), colours, palette),
        _("How far each peer is, parted by the facts that set it apart."),
    )


def _shades(palette: Palette, count: int) -> list[str]:
    """Shades that lie far apart: of the scale around zero, with the neutral one between."""
    return [palette.turn[0], palette.turn[1], palette.hatch, palette.turn[4], palette.turn[5]][
        :count
    ]


def _bar_spec(rows: int, colours: dict[str, str], palette: Palette) -> dict[str, Any]:
    y = {"field": "rank", "type": "ordinal", "axis": None}
    labels = [_(BY_FACT[each].label) for each in colours]
    scale = {"domain": labels, "range": list(colours.values())}

    def text(field: str, align: str, x: Any) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": 0, "fontSize": 13,
                "color": palette.text}  # fmt: skip
        first = {"aggregate": "min", "field": field, "type": "nominal"}
        return {"mark": mark, "encoding": {"y": y, "x": {"value": x}, "text": first}}

    return {
        "height": _ROW_PX * rows + 44,
        "layer": [
            {
                "mark": {"type": "bar", "height": 8, "yOffset": 9},
                "encoding": {
                    "y": y,
                    "x": {"field": "length", "type": "quantitative", "stack": True,
                          "axis": None, "scale": {"nice": False}},
                    "color": {"field": "fact", "type": "nominal", "scale": scale,
                              "legend": {"orient": "bottom", "title": None, "columns": 3,
                                         "labelColor": palette.text, "symbolType": "square",
                                         "labelFontSize": 12}},
                    "order": {"field": "order"},
                    "tooltip": [{"field": "name", "title": " "},
                                {"field": "fact", "title": _("Fact")},
                                {"field": "length", "title": _("Part of the distance"),
                                 "format": ".2f"}],
                },
            },
            text("name", "left", 0),
            text("far", "right", "width"),
        ],
        "config": GROUND,
    }  # fmt: skip
