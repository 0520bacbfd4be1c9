"""One territory explained, and the organisations known to work in it."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.partnership import NOT_STATED
from ui import chosen
from ui.area import records
from ui.language import _
from ui.partnership import sentences
from ui.partnership.choice import MISSING, NETWORK, SEATS, WHO, Choice
from ui.partnership.here import Here
from ui.partnership.words import ACTOR_ONE, LEVEL_HEADS, SERVICE_HEADS
from ui.store import Dataset
from ui.words import day, escaped

# What each view is about comes first; the rest of what is known follows.
_FIRST = {
    WHO: ("work", "levels", "missing", "sharing", "bodies"),
    MISSING: ("missing", "levels", "work", "sharing", "bodies"),
    NETWORK: ("sharing", "work", "levels", "missing", "bodies"),
    SEATS: ("bodies", "work", "levels", "sharing"),
}


def explain(dataset: Dataset, here: Here, choice: Choice) -> None:
    """Everything known of one territory: sentences first, lists and sources last."""
    chosen.heading(dataset, here.territory_id, str(here.place))
    said = {
        "work": [sentences.at_work(here)],
        "levels": [sentences.levels(here), sentences.above(here)],
        "missing": sentences.missing(here),
        "sharing": [sentences.sharing(here)],
        "bodies": sentences.bodies(here),
    }
    for part in _FIRST[choice.view]:
        st.markdown("\n\n".join(each for each in said[part] if each))
    st.caption(sentences.what_lists_say(here))
    st.caption(records.origin(dataset, _sources(here)))


def _sources(here: Here) -> pd.Series:
    """Every source behind what is said of the territory."""
    frames = (here.work, here.above, here.lists, here.agreements, here.bodies)
    return pd.concat([frame["source_id"] for frame in frames])


def organisations(dataset: Dataset, here: Here) -> None:
    """The organisations known to work in a territory: a table when asked for, and a file."""
    rows = here.work
    if rows.empty:
        return
    shown = rows.assign(
        type=rows["actor"].map(ACTOR_ONE),
        level_shown=rows["level"].map(LEVEL_HEADS),
        service_shown=rows["service"].fillna(NOT_STATED).map(SERVICE_HEADS),
        when=[_span(row) for row in rows.to_dict("records")],
    )
    title = _("List the organisations: {place}", place=escaped(here.place))
    records.twin(dataset, shown, _columns(), key="who", title=title)
    records.download(
        dataset, rows.drop(columns="own"), f"organisations_{here.territory_id}",
        f"Who is known to work in {here.place}?", _("Download the organisations"),
    )  # fmt: skip


def _columns() -> dict[str, Any]:
    """The columns of the table of organisations."""
    return {
        "name": st.column_config.TextColumn(_("Organisation"), width="large", pinned=True),
        "type": _("Type of actor"),
        "level_shown": _("Level"),
        "service_shown": _("Works on"),
        "contracts": st.column_config.NumberColumn(_("Contracts put out"), format="localized"),
        "when": _("When"),
    }


def _span(row: dict[object, object]) -> str:
    """When an organisation is known to have worked there; nothing where no list says."""
    ends = {str(row[each]) for each in ("first_period", "last_period") if pd.notna(row[each])}  # type: ignore[call-overload]
    return day("/".join(sorted(ends))) if ends else ""
