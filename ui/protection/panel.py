"""One territory explained, or all together: sentences, funnel, ratios against norms."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.funnel import PEOPLE
from ui import chosen, words
from ui.area import records
from ui.language import _, later, n_
from ui.language.numbers import with_point
from ui.palette import Palette
from ui.protection import chart, ratios
from ui.protection import words as said
from ui.protection.choice import NARROWEST
from ui.protection.view import View

_OUTSIDE = {"above it": later("{count} above it"), "below it": later("{count} below it")}
# In the order they are told.
_ANSWERED = {
    "kept": later("{count} within it"),
    "not_kept": "",
    "exceptional": later("{count} within it in exceptional situations only"),
    "cannot_tell": later("{count} cannot tell"),
    "nothing": later("{count} without a service"),
    "unknown": later("{count} unknown"),
}


def territory(view: View, territory_id: str, palette: Palette) -> None:
    """A territory: the figure of the map, the funnel, guardians and staff, sources."""
    row = view.picture().rows.loc[[territory_id]].iloc[0]
    chosen.heading(view.dataset, territory_id, str(row["place"]))
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
        st.markdown(f"##### {_('Guardians, staff and places against their norms')}")
    for ratio in asked:
        st.markdown(ratios.sentence(view.dataset, view.choice.group_id, territory_id, ratio))


def together(view: View, palette: Palette) -> None:
    """All territories drawn: their funnels added up, and how many keep each norm."""
    steps = view.steps_together()
    counted = int(view.narrow.known.shape[0])
    if not counted:
        st.markdown(f"##### {_('No territory counts the people, so no funnel can be drawn')}")
        st.markdown(
            _("Choose a territory to see which step is known there and who could publish the rest.")
        )
    else:
        dates = view.narrow.known["period"].dropna().astype(str).str[:4]
        years = sorted(dates.unique())
        # Countries count differently: only one way of counting in one year adds up.
        alike = view.narrow.known["country"].nunique() == 1 or bool(view.dataset.watermark)
        if alike and len(years) == 1:
            title = n_(
                "The funnel of the {count} territory that counts them",
                "The funnel of the {count} territories that count them",
                counted, count=words.counted(counted),
            )  # fmt: skip
            st.markdown(f"##### {title}")
            chart.funnel(steps, palette, view.dataset.watermark)
        else:
            title = n_(
                "{count} territory counts them, each in its own way",
                "{count} territories count them, each in its own way",
                counted, count=words.counted(counted).capitalize(),
            )  # fmt: skip
            st.markdown(f"##### {title}")
            st.markdown(
                _(
                    "Their counts are of other years and definitions and are not added up. Choose "
                    "a territory to see its own funnel."
                )
            )
        sources = view.inputs[view.inputs["step"] == PEOPLE]["source_id"]
        credit = records.origin(view.dataset, sources)
        st.caption(" ".join([*_counted_in(years), credit]))
    _norms(view)


def _counted_in(years: Sequence[str]) -> list[str]:
    """When the people were counted, where that is told."""
    if len(years) > 1:
        first, last = years[0], years[-1]
        return [_("People counted in {first} to {last}, not on one day.", first=first, last=last)]
    return [_("People counted in {year}.", year=year) for year in years]


def _norms(view: View) -> None:
    """How many territories keep each norm."""
    found = ratios.summary(view.dataset, view.choice.group_id, view.narrow.rows)
    st.markdown(f"##### {_('Guardians, staff and places against their norms')}")
    for row in found.to_dict("records"):
        told = [
            _(name, count=words.number(row[key])) + (row["where"] if key == "not_kept" else "")
            for key, name in {**_ANSWERED, "not_kept": _OUTSIDE[row["outside"]]}.items()
            if row[key]
        ]
        counts = _("Territories: {counts}.", counts=", ".join(told)) if told else _(
            "It holds in other countries than those drawn."
        )  # fmt: skip
        st.markdown(f"**{row['ratio']}**. {row['norm']}. {counts}")


def _figure(view: View, row: pd.Series) -> str:
    """The map's figure of this territory in a sentence."""
    label, unit = view.choice.told("label"), view.choice.of("unit")
    if not words.is_known(row["count"]):
        if words.is_known(row["count_lower"]):
            least = words.number(float(row["count_lower"]))
            return _("{label}: **at least {count}**.", label=label, count=least)
        return _("{label}: **unknown**, not published for this territory.", label=label)
    when = words.day(str(row["period"]))
    value = float(row["count"])
    if unit.startswith("percent"):
        return f"{label}: **{with_point(f'{value:g}')}{words.THIN}%** ({when})."
    rate = ""
    if view.per_resident and words.is_known(row["value"]):
        rate = f", {words.rate(float(row['value']))} {view.choice.per_words}"
    return f"{label}: **{words.number(value)}**{rate} ({when})."


def _from(view: View, row: pd.Series) -> str:
    """Source, line and note of the map's figure."""
    if not words.is_known(row["source_id"]):
        return ""
    parts = [records.origin(view.dataset, [row["source_id"]])]
    if words.is_known(row["source_line"]):
        parts.append(_("line {number}", number=int(row["source_line"])))
    if words.is_known(row["note"]):
        parts.append(words.escaped(str(row["note"])))
    return " · ".join(parts)
