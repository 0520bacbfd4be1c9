"""The rows of the page as a table and as a file."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.sponsorship import lying_in
from ui.area import records
from ui.area.spread import Spread
from ui.language import Words, _
from ui.sponsorship.choice import ARRIVALS, GROUPS, PLEDGED, RATIO, SponsorshipChoice
from ui.sponsorship.situation import SITUATION_WORDS, Situations
from ui.store import Dataset, ask

_LEDGER = (
    "place", "name", "country", "level", "situation", "answer", "sponsors", "need", "need_lower",
    "need_upper", "need_source_id", "capacity", "capacity_period", "capacity_source_id", "gap",
    "gap_lower", "gap_upper", "period",
)  # fmt: skip
_COUNTED = Words({ARRIVALS: "Persons", GROUPS: "Groups", PLEDGED: "Places", RATIO: "Persons"})


def columns(choice: SponsorshipChoice) -> Mapping[str, Any]:
    """The columns of the table with their labels."""
    number = st.column_config.NumberColumn
    rate = _("Per 100 pledged") if choice.show == RATIO else _("Per 100,000 residents")
    pledged = {"pledged_places": number(_("Places pledged"), format="%,.0f")}
    return {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "territory_id": _("Code"),
        "count": number(_COUNTED[choice.show], format="%,.0f"),
        "lower_count": number(_("at least"), format="%,.0f"),
        "upper_count": number(_("at most"), format="%,.0f"),
        **(pledged if choice.show == RATIO else {}),
        "value": number(rate, format="%.2f"),
        "period": _("Period"),
        "schemes": _("Schemes"),
        "note": st.column_config.TextColumn(_("Note"), width="large"),
    }


def twin(view: Spread, choice: SponsorshipChoice) -> None:
    """The table twin of a view, known rows first."""
    records.twin(view.dataset, file_rows(view), columns(choice))


def file_rows(view: Spread) -> pd.DataFrame:
    """The rows of a view with schemes by name, known ones first."""
    rows = view.rows.sort_values(["value", "place"], ascending=[False, True])
    names = ask(view.dataset, "scheme").set_index("scheme_id")["name"]
    return rows.assign(schemes=rows["schemes"].map(lambda ids: _named(ids, names)))


def rows_behind(dataset: Dataset, choice: SponsorshipChoice) -> pd.DataFrame:
    """The published figures of the schemes and territories looked at, before anything is added
    up: one row per scheme, territory, period and source.
    """
    rows = lying_in(ask(dataset, "sponsorship"), choice.within)
    rows = rows[rows["scheme_id"].isin(choice.schemes)]
    if choice.where.countries:
        rows = rows[rows["territory_id"].str[:2].isin(choice.where.countries)]
    schemes = ask(dataset, "scheme")[["scheme_id", "name", "pathway"]]
    return rows.merge(schemes, on="scheme_id", how="left", validate="m:1")


def _named(ids: object, names: pd.Series) -> str | None:
    """Schemes by name, from their keys."""
    return "; ".join(str(names[each]) for each in ids.split()) if isinstance(ids, str) else None


def twin_of_situations(found: Situations) -> None:
    """The table twin of reception and sponsors."""
    number = st.column_config.NumberColumn
    shown = {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "territory_id": _("Code"),
        "situation": _("Reception and sponsors"),
        "answer": _("Reception is"),
        "sponsors": _("Sponsors are"),
        "gap": number(_("Places short"), format="%,.0f", help=_("Below zero is more than enough.")),
        "gap_lower": number(_("from"), format="%,.0f"),
        "gap_upper": number(_("to"), format="%,.0f"),
    }
    rows = situation_rows(found).drop(columns="source_id")
    for column in ("situation", "answer", "sponsors"):
        rows[column] = rows[column].map(SITUATION_WORDS, na_action="ignore")
    records.twin(found.dataset, rows, shown)


def situation_rows(found: Situations) -> pd.DataFrame:
    """The rows of reception beside sponsors; the source is that of the places."""
    rows = found.rows.sort_values(["situation", "place"], ascending=[False, True])
    rows = rows.reindex(columns=list(_LEDGER)).rename_axis("territory_id")
    return rows.assign(source_id=rows["capacity_source_id"])
