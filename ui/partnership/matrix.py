"""Who does what, as a quiet table: services down, types of actor or levels across."""

from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from analysis.partnership import around, by_level, three_w
from ui import address
from ui.language import Words, _, later
from ui.palette import Palette
from ui.partnership.choice import Choice
from ui.partnership.figures import lists_of
from ui.partnership.mark import title
from ui.partnership.words import ACTOR_HEADS, LEVEL_HEADS, SERVICE_HEADS
from ui.plot import PLAIN, plot
from ui.store import Dataset, ask
from ui.words import SERVICES, number

_ROW_PX = 30
_COLUMNS = Words({"actor": "Type of actor", "level": "Level"})
HOW_TO_READ = later(
    "Each cell counts organisations known to work on that service; a question mark is unknown, 0 "
    "is known to be none. An organisation with two services counts in both rows."
)


def matrix_of(dataset: Dataset, territories: list[str], by: str) -> pd.DataFrame:
    """Organisations by service and type of actor, or level, in some territories together."""
    work = ask(dataset, "work_in", territories=" ".join(territories), service="all")
    if by == "level":
        return by_level(work, list(SERVICES))
    lists = lists_of(dataset)
    # Of several territories a list would have to be complete for each.
    holding = around(territories[0]) if len(territories) == 1 else []
    return three_w(work, lists[lists["territory_id"].isin(holding)], list(SERVICES))


def draw(dataset: Dataset, choice: Choice, at: str | None, palette: Palette) -> pd.DataFrame:
    """The table of the territory chosen, else of the countries looked at; returns its figures."""
    by = st.segmented_control(
        _("Columns"),
        list(_COLUMNS),
        format_func=_COLUMNS.__getitem__,
        required=True,
        label_visibility="collapsed",
        help=_("What stands across the table."),
        **address.one("by", list(_COLUMNS), "actor"),
    )
    regions = ask(dataset, "region")
    every = list(regions.loc[regions["level"] == 0, "territory_id"])
    territories = [at] if at else list(choice.where.countries) or every
    matrix = matrix_of(dataset, territories, str(by))
    heads = ACTOR_HEADS if by == "actor" else LEVEL_HEADS
    plot(
        _cells(matrix, heads),
        {**_spec(len(matrix), palette), "title": title(dataset.watermark, palette)},
        _("Who does what: services against actors, with how many are known."),
        key="w3",
    )
    st.caption(_(HOW_TO_READ))
    return matrix


def _cells(matrix: pd.DataFrame, heads: dict[str, str]) -> pa.Table:
    """One row per cell, as it is drawn."""
    most = max(float(matrix.max().max()), 1.0) if matrix.notna().to_numpy().any() else 1.0
    rows = [
        {
            "service": SERVICE_HEADS[str(service)],
            "head": heads[str(column)],
            "text": "?" if pd.isna(count) else number(count),
            "shade": -1.0 if pd.isna(count) else (float(count) / most) ** 0.5,
            "said": _("unknown") if pd.isna(count) else _("{count} known", count=number(count)),
        }
        for service, row in matrix.iterrows()
        for column, count in row.items()
    ]
    return pa.Table.from_pylist(rows)


def _spec(rows: int, palette: Palette) -> dict[str, Any]:
    """Cells in one hue by the root of their count, so that few are seen beside many."""
    stops = palette.scale(5)
    x = {
        "field": "head", "type": "nominal", "sort": None,
        "axis": {"orient": "top", "title": None, "labelAngle": -50, "domain": False,
                 "ticks": False, "labelColor": palette.text, "labelFontSize": 12,
                 "labelLimit": 110},
    }  # fmt: skip
    y = {
        "field": "service", "type": "nominal", "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "labelColor": palette.text,
                 "labelFontSize": 12, "labelLimit": 190},
    }  # fmt: skip
    cell = {
        "mark": {"type": "rect", "stroke": palette.border, "strokeWidth": 2},
        "encoding": {
            "color": {
                "condition": {"test": "datum.shade < 0", "value": palette.unknown},
                "field": "shade", "type": "quantitative", "legend": None,
                "scale": {"domain": [0, 1], "range": stops[:4]},
            },
            "tooltip": [
                {"field": "service", "title": _("Service")},
                {"field": "head", "title": _("Who")},
                {"field": "said", "title": _("Organisations")},
            ],
        },
    }  # fmt: skip
    text = {
        "mark": {"type": "text", "fontSize": 12},
        "encoding": {
            "text": {"field": "text"},
            "color": {
                "condition": [
                    {"test": "datum.shade < 0", "value": palette.quiet_text},
                    {"test": "datum.shade > 0.72", "value": palette.border},
                ],
                "value": palette.text,
            },
        },
    }
    return {
        "height": rows * _ROW_PX,
        "background": None,
        "padding": {"right": 34},
        "config": PLAIN,
        "encoding": {"x": x, "y": y},
        "layer": [cell, text],
    }
