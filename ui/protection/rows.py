"""The rows of a view as tables and files: the map's figures, and the funnels step by step."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.funnel import BOUNDED, CANNOT_TELL, KEEPS_ALL, KNOWN, NARROWS, UNKNOWN, lost
from ui.area import records
from ui.language import Words, _
from ui.protection.choice import NARROWEST
from ui.protection.step_words import STEP_LABELS, WHO_COULD
from ui.protection.view import View
from ui.store import ask

_FIGURE = ("measure_id", "value", "lower", "upper", "period", "obs_status", "evidence", "note",
           "source_id", "source_file", "source_line")  # fmt: skip
_STATES = Words({KNOWN: "known", BOUNDED: "bounded", UNKNOWN: "unknown"})
_ANSWERS = Words(
    {NARROWS: "narrows", KEEPS_ALL: "keeps all", CANNOT_TELL: "cannot tell", UNKNOWN: "unknown"}
)


def funnels(view: View) -> pd.DataFrame:
    """One row per territory drawn and step: the interval, what is lost, the figure behind it.

    A step without a figure says who could publish it.
    """
    drawn = view.narrow.rows
    inside = view.steps.index.get_level_values(0).isin(drawn.index)
    steps = view.steps[inside].join(lost(view.steps[inside]))
    every = pd.MultiIndex.from_product([drawn.index, list(STEP_LABELS)],
                                       names=["territory_id", "step"])  # fmt: skip
    rows = steps.reindex(every).reset_index()
    rows["state"] = rows["state"].fillna("unknown")
    rows = rows.rename(columns={"lower": "people_lower", "upper": "people_upper"})
    figures = view.inputs.sort_values(["territory_id", "step", "place"])
    first = figures.drop_duplicates(["territory_id", "step"])[["territory_id", "step", *_FIGURE]]
    rows = rows.merge(first, on=["territory_id", "step"], how="left", validate="1:1")
    labels = ask(view.dataset, "protection_measures", group_id=view.choice.group_id, finest=3)
    rows["measure"] = rows["measure_id"].map(labels.set_index("measure_id")["label"])
    rows["place"] = rows["territory_id"].map(drawn["place"])
    rows["who_could_publish"] = rows["step"].map(WHO_COULD).where(rows["state"] == "unknown", "")
    rows["group_id"] = view.choice.group_id
    rows["step"] = rows["step"].map(STEP_LABELS)
    return rows.drop(columns=[each for each in ("country",) if each in rows])


def twins(view: View, at: str | None) -> None:
    """Both tables, sent only when asked for."""
    number = st.column_config.NumberColumn
    rows = funnels(view)
    here = rows[rows["territory_id"] == at] if at in set(rows["territory_id"]) else rows
    here = here.assign(
        state=here["state"].map(_STATES), measure=here["measure"].map(_, na_action="ignore")
    )
    title = _("Show the map as a table")
    if view.choice.show == NARROWEST:
        answered = map_rows(view)
        answered["answer"] = answered["answer"].map(_ANSWERS)
        records.twin(view.dataset, answered, _narrow_columns(), title=title)
    else:
        records.twin(view.dataset, _to_read(view), _measure_columns(view), title=title)
    records.twin(
        view.dataset,
        here,
        {
            "place": st.column_config.TextColumn(_("Territory"), pinned=True),
            "step": _("Step"),
            "people_lower": number(_("People, at least"), format="%,.0f"),
            "people_upper": number(_("People, at most"), format="%,.0f"),
            "state": _("Count is"),
            "lost_lower": number(_("Lost here, at least"), format="%,.0f"),
            "lost_upper": number(_("Lost here, at most"), format="%,.0f"),
            "measure": _("Figure behind it"),
            "period": _("Date"),
            "who_could_publish": _("Who could publish it"),
        },
        key="steps",
        title=_("Show the steps as a table"),
    )


def question(view: View) -> str:
    """The question the map answers, or what its measure is."""
    if view.choice.show == NARROWEST:
        return view.choice.question()
    return f"{view.choice.of('label')}: {view.choice.of('definition')}"


def map_rows(view: View) -> pd.DataFrame:
    """The map's rows: where it narrows, or the measure as it is and as it is drawn."""
    rows = view.shown.rows.drop(columns=["local_name", "residents"], errors="ignore")
    if view.choice.show != NARROWEST:
        return rows.assign(unit=view.choice.of("unit"), kind=view.choice.of("kind")).rename(
            columns={"value": _rate_name(view)}
        )
    steps = rows.rename(columns={"value": "certain_lost_percent"})
    for column in ("step", "first_unknown", "certain_by"):
        steps[column] = steps[column].map(STEP_LABELS).fillna("")
    return steps.drop(columns=["certain_percent"], errors="ignore")


def _to_read(view: View) -> pd.DataFrame:
    """The map's rows for a table: a figure without an interval is both of its ends."""
    rows = map_rows(view)
    for end in ("count_lower", "count_upper"):
        rows[end] = rows[end].fillna(rows["count"])
    rows["note"] = rows["note"].fillna("")
    return rows.sort_values(["count", "place"], ascending=[False, True], na_position="last")


def _rate_name(view: View) -> str:
    if not view.per_resident:
        return "percent" if view.choice.of("unit").startswith("percent") else "as_drawn"
    return f"{view.choice.of('unit')}_per_{view.choice.per}"


def _narrow_columns() -> dict[str, Any]:
    number = st.column_config.NumberColumn
    return {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "territory_id": _("NUTS code"),
        "answer": _("Answer"),
        "step": _("Narrows most at"),
        "lost_lower": number(_("Lost there, at least"), format="%,.0f"),
        "lost_upper": number(_("Lost there, at most"), format="%,.0f"),
        "certain_lost": number(_("Surely lost in all"), format="%,.0f"),
        "certain_lost_percent": number(_("of those counted (%)"), format="%.0f"),
        "first_unknown": _("First step unknown"),
        "period": _("People counted on"),
    }


def _measure_columns(view: View) -> dict[str, Any]:
    number = st.column_config.NumberColumn
    rate = _rate_name(view)
    columns: dict[str, Any] = {
        "place": st.column_config.TextColumn(_("Territory"), pinned=True),
        "territory_id": _("NUTS code"),
        "count": number(view.choice.told("label"), format="%,.0f"),
        "count_lower": number(_("at least"), format="%,.0f"),
        "count_upper": number(_("at most"), format="%,.0f"),
        rate: number(view.choice.per_words, format="%.1f"),
        "period": _("Date"),
        "note": _("Note"),
    }
    if rate == "as_drawn":
        columns.pop(rate)
    if rate == "percent":
        columns.pop("count")
        columns[rate] = number(view.choice.told("label") + " (%)", format="%.2f")
    return columns
