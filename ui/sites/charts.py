"""Charts: who is reached by so many new places, and efficiency against equity."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import words
from ui.language import _
from ui.language.numbers import with_point
from ui.palette import Palette
from ui.plot import GROUND, plot
from ui.sites.asked import SitesChoice
from ui.sites.plans import answer_of, plan_of
from ui.sites.problem import problem_of
from ui.sites.rows import frontier_of
from ui.sites.say import PC
from ui.store import Dataset

_HEIGHT = 190


def beside(dataset: Dataset, choice: SitesChoice, palette: Palette) -> None:
    """The two charts side by side, where there is anybody to reach."""
    if not answer_of(dataset, choice.task).most.reached:
        return
    left, right = st.columns(2, gap="medium")
    with left:
        by_number(dataset, choice, palette)
    with right:
        frontier(dataset, choice, palette)


def by_number(dataset: Dataset, choice: SitesChoice, palette: Palette) -> None:
    """People newly reached by the first places, the number chosen marked."""
    rows = numbers_of(dataset, choice)
    if len(rows) < 2:
        return
    plan = plan_of(dataset, choice)
    many = len(plan.picks.sites)
    st.markdown(f"##### {_title(rows, many)}")
    values = pa.table(
        {"x": [*rows["sites"], many], "y": [*rows["reached"], plan.reached],
         "line": [True] * len(rows) + [False], "here": [False] * len(rows) + [True],
         "text": [""] * len(rows) + [words.short(round(plan.reached))]}
    )  # fmt: skip
    spec = _curve(_("new places"), _("newly reached"), palette, left=2 * many > len(rows))
    plot(values, spec, _("People newly reached by the number of places."), key="sites_by_number")
    st.caption(
        _(
            "The line adds one place after the other, each where it then reaches most. The dot is "
            "the plan on the map, whose places were chosen together."
        )
    )


def _title(rows: pd.DataFrame, many: int) -> str:
    """What the next places would add, as a finding."""
    reached = rows.set_index("sites")["reached"]
    last = int(rows["sites"].max())
    if many >= last or many < 2:
        return _("Who is reached by how many new places?")
    first = reached[1]
    extra = reached[min(many + 1, last)] - reached[many]
    return _(
        "The first reaches {first}, one more {more}",
        first=words.short(round(first)), more=words.short(round(extra)),
    )  # fmt: skip


def numbers_of(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """Who is newly reached by so many places, from none to the most on offer."""
    reached = answer_of(dataset, choice.task).by_number
    return pd.DataFrame({"sites": range(len(reached)), "reached": reached})


def frontier(dataset: Dataset, choice: SitesChoice, palette: Palette) -> None:
    """Each aim as a point: people reached against how unequal shares then are."""
    rows = frontier_of(dataset, choice)
    if rows["gini"].isna().any() or len(problem_of(dataset, choice.task).territories) < 2:
        return
    today = answer_of(dataset, choice.task).unequal
    gini = _(
        "Gini's index of the shares of territories' people who have one in reach, {index} today",
        index=_index(today),
    )
    st.markdown(f"##### {_trade(rows)}")
    if len(rows) == 1:
        st.caption(
            _(
                "None was found that leaves shares less unequal than {index} ({gini}).",
                index=_index(rows["gini"].iloc[0]),
                gini=gini,
            )
        )
        return
    values = pa.table(
        {"x": rows["reached"].to_list(), "y": rows["gini"].to_list(),
         "line": [True] * len(rows), "here": rows["chosen"].to_list(),
         "text": [words.short(round(each)) for each in rows["reached"]]}
    )  # fmt: skip
    spec = _curve(_("newly reached"), _("inequality (Gini)"), palette, False, _is_right(rows))
    plot(values, spec, _("Plans between most people and most equal."), key="sites_frontier")
    st.caption(
        _("Lower is more equal: {gini}. The slider in the sidebar goes along the line.", gini=gini)
    )


def _index(gini: float) -> str:
    """Gini's index to three decimals.

    >>> _index(0.0004), _index(0.0), _index(0.1234)
    ('<0.001', '0', '0.123')
    """
    return with_point("0" if gini == 0 else "<0.001" if gini < 0.0005 else f"{gini:.3f}")


def _is_right(rows: pd.DataFrame) -> bool:
    """Whether the plan chosen lies in the right half."""
    (at,) = rows.loc[rows["chosen"], "reached"]
    return bool(2 * at > rows["reached"].min() + rows["reached"].max())


def _trade(rows: pd.DataFrame) -> str:
    """What most equal costs, as a finding."""
    most, equal = rows.iloc[0], rows.iloc[-1]
    if np.isclose(most["gini"], equal["gini"], atol=5e-4):
        return _("The plan for most people is also the most equal")
    cost = 100 * (1 - equal["reached"] / most["reached"])
    share = f"{words.rate(max(cost, 0.0))}{PC}"
    return _("The most equal plan reaches {share} fewer people", share=share)


def _curve(
    across: str, up: str, palette: Palette, zero: bool = True, left: bool = False
) -> dict[str, Any]:
    """A line with its points; the one chosen is filled and says its number, to its left or right.

    Lines bend away from above left and from below right.
    """
    place = (
        {"dy": -12, "dx": -4, "align": "right"} if left else {"dy": 14, "dx": 5, "align": "left"}
    )
    axis = {"labelColor": palette.text, "titleColor": palette.quiet_text, "titleFontWeight": 400,
            "gridColor": palette.ground, "domainColor": palette.country_border, "ticks": False,
            "labelFontSize": 12, "titleFontSize": 12, "tickCount": 4, "format": "~s"}  # fmt: skip
    ink = {"condition": {"test": "datum.here", "value": palette.selected}, "value": palette.bar}
    size = {"condition": {"test": "datum.here", "value": 110}, "value": 18 if zero else 60}
    y = {"field": "y", "type": "quantitative", "scale": {"zero": zero}}
    return {
        "height": _HEIGHT,
        "config": GROUND,
        "encoding": {
            "x": {"field": "x", "type": "quantitative", "scale": {"zero": zero},
                  "axis": axis | {"title": across}},
            "y": y | {"axis": axis | {"title": up, "format": "~s" if zero else ".4f"}},
            "order": {"field": "x"},
        },
        "layer": [
            {"transform": [{"filter": "datum.line"}],
             "mark": {"type": "line", "color": palette.bar, "strokeWidth": 1.5}},
            {"mark": {"type": "point", "filled": True, "opacity": 1},
             "encoding": {"color": ink, "size": size}},
            {"transform": [{"filter": "datum.here"}],
             "mark": {"type": "text", "fontSize": 12, "color": palette.text, **place},
             "encoding": {"text": {"field": "text"}}},
        ],
    }  # fmt: skip
