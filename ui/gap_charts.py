"""The ranking of the ledger, with intervals."""

import json
from functools import lru_cache
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.gap import CANNOT_TELL, SHORT
from ui import chosen, words
from ui.gap_words import span
from ui.language import _, per_language
from ui.ledger import Ledger
from ui.palette import Palette
from ui.plot import EDGED, plot
from ui.shortage_choice import NEED, STATED

RANKED = 10
_ROW_PX = 38
_KEY = "ranking_of_shortage"


@lru_cache(maxsize=128)
def ranked(ledger: Ledger, most: int) -> pd.DataFrame:
    """The territories with the largest shortage, or need; intervals by their middle."""
    by = ranked_by(ledger)
    rows = ledger.rows
    if by == "gap":
        rows = rows[rows["answer"].isin([SHORT, CANNOT_TELL])]
        # Known from one side only: short by at least that.
        rows = rows.assign(gap=rows["gap"].fillna(rows["gap_lower"]))
    rows = rows[rows[by].notna()]
    least = by == "published_value" and ledger.choice.stated_in_percent
    return rows.sort_values([by, "place"], ascending=[least, True]).head(most)


def ranked_by(ledger: Ledger) -> str:
    """The column the ranking shows."""
    return {NEED: "demand", STATED: "published_value"}.get(ledger.choice.show, "gap")


def ranking(ledger: Ledger, palette: Palette, selected: str | None) -> None:
    """Rows of a name, an interval in figures, and the interval drawn; a click chooses."""
    values = _values(ledger)
    if not len(values):
        st.caption(_("No territory is known to be short."))
        return
    plot(
        values, _spec(len(values), palette, selected),
        _("The sharpest shortages, a row a territory, with the interval of each."),
        key=_KEY, on_select=_clicked, selection_mode="pick",
    )  # fmt: skip


@per_language(64)
def _values(ledger: Ledger) -> pa.Table:
    """The rows of the ranking, worked out once a ledger."""
    top = ranked(ledger, RANKED)
    by = ranked_by(ledger)
    dated = "published_period" if by == "published_value" else "period"
    low, high, open_ended = _ends(top, by)
    return pa.table(
        {
            "id": [str(each) for each in top.index],
            "rank": list(range(len(top))),
            "place": [_short(row, dated) for row in top.to_dict("records")],
            "zero": [0.0] * len(top),
            "at": [float(v) for v in top[by]],
            "low": [float(v) for v in low],
            "high": [float(v) for v in high],
            "text": [
                span(a, float("nan") if over else b)
                for a, b, over in zip(low, high, open_ended, strict=True)
            ],
        }
    )


def _ends(top: pd.DataFrame, by: str) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Both ends of what is ranked, and whether the upper one is open."""
    value = top[by]
    if by == "published_value":
        return value, value, value.isna()
    lower, upper = top[f"{by}_lower"], top[f"{by}_upper"]
    return lower.fillna(value), upper.fillna(value), lower.notna() & upper.isna()


def _spec(rows: int, palette: Palette, selected: str | None) -> dict[str, Any]:
    is_chosen = f"datum.id=={json.dumps(selected)}"

    def tinted(colour: str) -> dict[str, Any]:
        return {"condition": {"test": is_chosen, "value": palette.selected}, "value": colour}

    def text(field: str, align: str, x: Any, colour: dict[str, Any]) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": -1, "fontSize": 13}
        return {
            "mark": mark,
            "encoding": {"x": {"value": x}, "text": {"field": field}, "color": colour},
        }

    axis = {"type": "quantitative", "axis": None, "scale": {"nice": False, "zero": True}}
    return {
        "height": _ROW_PX * rows,
        "encoding": {"y": {"field": "rank", "type": "ordinal", "axis": None}},
        "layer": [
            {
                # Invisible, as wide as the column: a click anywhere in a row chooses it.
                "mark": {"type": "rect", "opacity": 0, "cursor": "pointer"},
                "params": [{"name": "pick", "select": {"type": "point", "fields": ["id"]}}],
                "encoding": {"x": {"value": 0}, "x2": {"value": "width"}},
            },
            {
                # From zero, so that lengths compare; the interval lies on it.
                "mark": {"type": "rule", "strokeWidth": 1.5, "yOffset": 7, "opacity": 0.6},
                "encoding": {
                    "x": {"field": "zero", **axis},
                    "x2": {"field": "at"},
                    "color": tinted(palette.bar),
                },
            },
            {
                "mark": {"type": "rule", "strokeWidth": 6, "yOffset": 7, "opacity": 0.4},
                "encoding": {
                    "x": {"field": "low", **axis},
                    "x2": {"field": "high"},
                    "color": tinted(palette.bar),
                },
            },
            {
                "mark": {"type": "point", "filled": True, "size": 46, "yOffset": 7, "opacity": 1},
                "encoding": {"x": {"field": "at", **axis}, "color": tinted(palette.bar)},
            },
            text("place", "left", 0, tinted(palette.text)),
            text("text", "right", "width", {"value": palette.text}),
        ],
        "config": EDGED,
    }


def _clicked() -> None:
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["id"]) if found else None)


def _short(row: dict[Any, Any], dated: str) -> str:
    """A name short enough for its row, its country, and the date where dates differ."""
    name = str(row["name"])
    short = name if len(name) <= 24 else f"{name[:23]}…"
    place = words.country(row["country"]) if row["level"] == 0 else f"{short} {row['country']}"
    return f"{place} · {str(row[dated])[:4]}"
