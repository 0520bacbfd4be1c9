"""Charts of the Sponsorship page: the ranking, and a territory's arrivals by quarter."""

import json
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.spans import span_of
from ui import chosen, words
from ui.area.spread import Spread
from ui.language import _, n_, plural
from ui.palette import Palette
from ui.plot import EDGED, FONT, plot, plot_built
from ui.sponsorship.choice import ARRIVALS, GROUPS, PLEDGED, RATIO, SponsorshipChoice
from ui.sponsorship.words import ranking_title

RANKED = 10
_FEWEST = 3
_ROW_PX = 34
_KEY = "ranking_of_sponsorship"
_PERSONS = plural("{count} person · {rate}", "{count} persons · {rate}")
_COUNTED = {
    ARRIVALS: _PERSONS,
    GROUPS: plural("{count} group · {rate}", "{count} groups · {rate}"),
    PLEDGED: plural("{count} place · {rate}", "{count} places · {rate}"),
    RATIO: _PERSONS,
}


def ranking(
    view: Spread, choice: SponsorshipChoice, palette: Palette, selected: str | None
) -> None:
    """Bars of the highest figures with the count beside the rate; a click chooses a territory.

    Fewer than three figures are no ranking.
    """
    top = view.known[view.known["value"] > 0].nlargest(RANKED, "value")
    if len(top) < _FEWEST:
        return
    st.markdown(f"##### {ranking_title(choice)}")
    records = top.reset_index().to_dict("records")
    values = pa.table(
        {
            "id": [str(row["territory_id"]) for row in records],
            "rank": list(range(len(records))),
            "place": [_place(row) for row in records],
            "length": [float(row["value"]) for row in records],
            "text": [
                n_(*_COUNTED[choice.show], int(row["count"]), rate=words.rate(row["value"]))
                for row in records
            ],
        }
    )
    plot(
        values, _spec(len(top), palette, selected),
        f"{ranking_title(choice)} {_('A bar a territory.')}",
        key=_KEY, on_select=_clicked, selection_mode="pick",
    )  # fmt: skip
    if view.dataset.watermark:
        st.caption(_(view.dataset.watermark))


def _place(row: dict[Any, Any]) -> str:
    name = str(row["name"])
    short = name if len(name) <= 26 else f"{name[:25]}…"
    return words.country(row["country"]) if row["level"] == 0 else f"{short} {row['country']}"


def _spec(rows: int, palette: Palette, selected: str | None) -> dict[str, Any]:
    """Rows of a name, a figure and a bar from zero."""
    is_chosen = f"datum.id=={json.dumps(selected)}"

    def tinted(colour: str) -> dict[str, Any]:
        return {"condition": {"test": is_chosen, "value": palette.selected}, "value": colour}

    def text(field: str, align: str, x: Any, colour: dict[str, Any]) -> dict[str, Any]:
        mark = {"type": "text", "align": align, "baseline": "bottom", "dy": -1, "fontSize": 13}
        encoding = {"x": {"value": x}, "text": {"field": field}, "color": colour}
        return {"mark": mark, "encoding": encoding}

    length = {"field": "length", "type": "quantitative", "axis": None, "scale": {"nice": False}}
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
                "mark": {"type": "bar", "height": 5, "yOffset": 6, "cursor": "pointer"},
                "encoding": {"x": length, "color": tinted(palette.bar)},
            },
            text("place", "left", 0, tinted(palette.text)),
            text("text", "right", "width", {"value": palette.text}),
        ],
        "config": EDGED,
    }


def _clicked() -> None:
    """Choose the territory whose row was clicked."""
    event: Any = st.session_state[_KEY]
    found = event["selection"].get("pick", [])
    chosen.choose(str(found[0]["id"]) if found else None)


def by_quarter(series: pd.DataFrame, palette: Palette, watermark: str) -> None:
    """Bars of arrivals by quarter; `series` has `period` and `arrivals_persons`."""
    spans = [span_of(period) for period in series["period"]]
    data = pd.DataFrame(
        {
            "from": pd.to_datetime([span.start for span in spans]),
            "to": pd.to_datetime([span.end for span in spans]),
            "period": [words.day(period) for period in series["period"]],
            "persons": series["arrivals_persons"].astype(float).to_numpy(),
        }
    )
    axis = alt.Axis(grid=False, tickCount="year", format="%Y")
    chart = (
        alt.Chart(data)
        .mark_rect(color=palette.bar, stroke=palette.border, strokeWidth=0.5)
        .encode(
            x=alt.X("from:T", title=None, axis=axis),
            x2="to:T",
            y=alt.Y(
                "persons:Q", title=None, axis=alt.Axis(tickCount=3, tickMinStep=1, domain=False)
            ),
            y2=alt.datum(0),
            tooltip=[
                alt.Tooltip("period:N", title=_("Quarter")),
                alt.Tooltip("persons:Q", title=_("persons")),
            ],
        )
        .properties(height=120)
        .configure(background="transparent", font=FONT)
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelColor=palette.quiet_text, gridColor=palette.unknown, tickColor=palette.unknown
        )
    )
    plot_built(chart, _("Persons who arrived, by quarter."))
    note = _(
        "Persons who arrived, by quarter. A quarter without a bar lists nobody, which is not a "
        "published zero."
    )
    st.caption(f"{_(watermark)}. {note}" if watermark else note)
