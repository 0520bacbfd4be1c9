"""One territory explained, or all together: sentences, funnel, ratios against norms."""

import pandas as pd
import streamlit as st

from analysis.funnel import PEOPLE
from ui import chosen, words
from ui.area import records
from ui.palette import Palette
from ui.protection import chart, ratios
from ui.protection import words as said
from ui.protection.choice import NARROWEST
from ui.protection.view import View


def territory(view: View, territory_id: str, palette: Palette) -> None:
    """A territory: the figure of the map, the funnel, guardians and staff, sources."""
    row = view.picture().rows.loc[[territory_id]].iloc[0]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {words.escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    if view.choice.show != NARROWEST:
        st.markdown(_figure(view, row))
        st.caption(_from(view, row))
    for sentence in said.territory(view, territory_id):
        st.markdown(sentence)
    chart.funnel(view.steps_of(territory_id), palette, view.dataset.watermark)
    inputs = view.inputs[view.inputs["territory_id"] == territory_id]
    st.caption(records.origin(view.dataset, inputs["source_id"]))
    asked = ratios.asked_of(view.choice.group_id, str(row["country"]))
    if asked:
        st.markdown("##### Guardians, staff and places against their norms")
    for ratio in asked:
        st.markdown(ratios.sentence(view.dataset, view.choice.group_id, territory_id, ratio))


def together(view: View, palette: Palette) -> None:
    """All territories drawn: their funnels added up, and how many keep each norm."""
    steps = view.steps_together()
    counted = int(view.narrow.known.shape[0])
    if not counted:
        st.markdown("##### No territory counts the people, so no funnel can be drawn")
        st.markdown(
            "Choose a territory to see which step is known there and who could publish the rest."
        )
    else:
        noun = words.count_of(counted, "territory")
        verb = "counts" if counted == 1 else "count"
        dates = view.narrow.known["period"].dropna().astype(str).str[:4]
        years = sorted(dates.unique())
        span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else ""
        # Countries count differently: only one way of counting in one year adds up.
        alike = view.narrow.known["country"].nunique() == 1 or bool(view.dataset.watermark)
        if alike and len(years) == 1:
            st.markdown(f"##### The funnel of the {noun} that {verb} them")
            chart.funnel(steps, palette, view.dataset.watermark)
        else:
            st.markdown(f"##### {noun.capitalize()} {verb} them, each in its own way")
            st.markdown(
                "Their counts are of other years and definitions and are not added up. Choose a "
                "territory to see its own funnel."
            )
        sources = view.inputs[view.inputs["step"] == PEOPLE]["source_id"]
        credit = records.origin(view.dataset, sources)
        several = ", not on one day" if len(years) > 1 else ""
        st.caption(f"People counted in {span}{several}. {credit}" if span else credit)
    _norms(view)


def _norms(view: View) -> None:
    """How many territories keep each norm."""
    found = ratios.summary(view.dataset, view.choice.group_id, view.narrow.rows)
    st.markdown("##### Guardians, staff and places against their norms")
    for row in found.to_dict("records"):
        told = [
            f"{words.number(row[key])} {name}"
            for key, name in (
                ("kept", "within it"), ("not_kept", f"{row['outside']}{row['where']}"),
                ("exceptional", "within it in exceptional situations only"),
                ("cannot_tell", "cannot tell"), ("nothing", "without a service"),
                ("unknown", "unknown"),
            )
            if row[key]
        ]  # fmt: skip
        st.markdown(f"**{row['ratio']}**. {row['norm']}. Territories: {', '.join(told)}.")


def _figure(view: View, row: pd.Series) -> str:
    """The map's figure of this territory in a sentence."""
    label, unit = view.choice.of("label"), view.choice.of("unit")
    if not words.is_known(row["count"]):
        if words.is_known(row["count_lower"]):
            return f"{label}: **at least {words.number(float(row['count_lower']))}**."
        return f"{label}: **unknown**, not published for this territory."
    when = words.day(str(row["period"]))
    value = float(row["count"])
    if unit.startswith("percent"):
        return f"{label}: **{value:g}{words.THIN}%** ({when})."
    rate = ""
    if view.per_resident and words.is_known(row["value"]):
        rate = f", {words.rate(float(row['value']))} per {view.choice.per_words} residents"
    return f"{label}: **{words.number(value)}**{rate} ({when})."


def _from(view: View, row: pd.Series) -> str:
    """Source, line and note of the map's figure."""
    if not words.is_known(row["source_id"]):
        return ""
    parts = [records.origin(view.dataset, [row["source_id"]])]
    if words.is_known(row["source_line"]):
        parts.append(f"line {int(row['source_line'])}")
    if words.is_known(row["note"]):
        parts.append(words.escaped(str(row["note"])))
    return " · ".join(parts)
