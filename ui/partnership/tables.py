"""The rows behind the page: the map's twin, agreements, what the lists cover."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.partnership import KNOWN, MEMBERS, NO_LIST, NONE, NONE_FOUND
from ui.area import records
from ui.area.spread import Spread
from ui.language import Words, _
from ui.partnership.absent import states_of
from ui.partnership.choice import MISSING, NETWORK, SEATS, WHO, Choice
from ui.partnership.figures import lists_of
from ui.partnership.words import ACTOR_HEADS, ACTOR_WORDS, POWER, SERVICE_HEADS, STATE_WORDS
from ui.store import Dataset, ask
from ui.words import countries, day, escaped

OWN = Words(
    {
        "organisation": "Organisations, one row each",
        "activity": "What an organisation works on, where and when",
        "actor_list": "What your list covers, and whether it is complete",
        "partnership": "Agreements between two organisations",
        "participation": "Bodies in which newcomers sit",
        "consultation": "Consultations",
    }
)
_READ = Words(
    {
        WHO: "Coloured by how many organisations are known to work there; hatched is unknown.",
        MISSING: "Coloured by how many of seven types of actor are known to work there; hatched "
        "is unknown.",
        NETWORK: "Coloured by how many pairs of organisations have a listed agreement there; "
        "hatched is unknown.",
        SEATS: "Coloured by newcomers' share of the seats in the territory's own bodies, not in "
        "those of regions inside it; hatched is unknown.",
    }
)
_STATES = Words({KNOWN: "known", NONE: "none", NONE_FOUND: "none found", NO_LIST: "no list"})


def _agreement_columns() -> dict[str, Any]:
    text = st.column_config.TextColumn
    return {
        "name": text(_("Organisation"), width="medium", pinned=True),
        "partner_name": text(_("with"), width="medium"),
        "territory_id": _("Where"),
        "service_shown": _("On"),
        "agreement": text(_("Kind of agreement"), width="medium"),
        "when": _("When"),
    }


def how_to_read(choice: Choice) -> str:
    """One sentence on how to read the map."""
    return _READ[choice.view]


def heading(question: str, choice: Choice, place: str) -> str:
    """A question, marked for translation, with its place, as it may stand in Markdown."""
    return _(question, place=escaped(place) if place else looked_at(choice))


def looked_at(choice: Choice) -> str:
    """The countries looked at, by name; Europe where none was chosen."""
    chosen = list(choice.where.countries)
    return countries(chosen) if chosen else _("Europe")


def twin(dataset: Dataset, choice: Choice, spread: Spread) -> None:
    """The rows of the map, as a table when asked for."""
    columns: dict[str, Any] = {
        "place": st.column_config.TextColumn(_("Territory"), width="medium", pinned=True),
        "territory_id": _("Code"),
    }
    if choice.view in (WHO, MISSING):
        columns |= {
            "organisations": st.column_config.NumberColumn(_("Organisations"), format="localized"),
            "types": st.column_config.NumberColumn(_("Types of actor known")),
            "types_possible": st.column_config.NumberColumn(_("may be there, at most")),
        }
    if choice.view == MISSING:
        columns |= dict(ACTOR_HEADS.items())
    if choice.view == NETWORK:
        columns["value"] = st.column_config.NumberColumn(_("Pairs"), format="localized")
    if choice.view == SEATS:
        columns |= {
            "value": st.column_config.NumberColumn(
                _("Newcomers' share of seats, %"), format="%.1f"
            ),
            "lower": st.column_config.NumberColumn(_("from"), format="%.1f"),
            "upper": st.column_config.NumberColumn(_("to"), format="%.1f"),
            "bodies": st.column_config.NumberColumn(_("Bodies")),
            "unknown_bodies": st.column_config.NumberColumn(_("of these with unknown seats")),
        }
    columns["period"] = _("Latest")
    rows = file_rows(dataset, choice, spread)
    if choice.view == MISSING:
        rows = rows.assign(**{each: rows[each].map(_STATES) for each in ACTOR_HEADS})
    records.twin(dataset, rows, columns)


def file_rows(dataset: Dataset, choice: Choice, spread: Spread) -> pd.DataFrame:
    """The rows of the map, with what is known of each type of actor where that is asked."""
    rows = spread.rows.drop(columns="local_name")
    return rows.join(states_of(dataset, choice, spread)) if choice.view == MISSING else rows


def agreements(dataset: Dataset, rows: pd.DataFrame) -> None:
    """The agreements behind the network, where any is listed."""
    if rows.empty:
        return
    shown = rows.assign(
        service_shown=rows["service"].map(SERVICE_HEADS),
        when=[day(str(each)) for each in rows["period"]],
    )
    records.twin(
        dataset, shown, _agreement_columns(), key="agreements", title=_("List the agreements")
    )
    records.download(
        dataset, rows, "agreements", "Who shares work with whom?", _("Download the agreements")
    )
    st.caption(records.origin(dataset, rows["source_id"]))


def asked(dataset: Dataset, choice: Choice) -> pd.DataFrame:
    """Consultations of the countries looked at, and of the EU where one is a member."""
    rows = ask(dataset, "consultation")
    if not choice.where.countries:
        return rows
    chosen = set(choice.where.countries)
    union = (rows["level"] == "eu") & bool(chosen & MEMBERS)
    return rows[rows["territory_id"].str[:2].isin(chosen) & (rows["level"] != "eu") | union]


def method(dataset: Dataset) -> None:
    """What can be known from lists, the scale of power, and each list in the dataset."""
    st.markdown(
        _("**Known, none, unknown.**")
        + " "
        + " ".join(f"*{state}*: {words}." for state, words in STATE_WORDS.items())
    )
    st.markdown(
        _(
            "An organisation works in a territory where it is said to: by an activity or an "
            "agreement, else where it is listed. It counts once in each territory that holds the "
            "place. Protected services are never named and are counted only at the level they may "
            "be told at."
        )
    )
    st.markdown(
        _("**Power, 0 to 4.**")
        + " "
        + " ".join(f"{step} {words}." for step, words in POWER.items())
    )
    lists = lists_of(dataset)
    if lists.empty:
        st.markdown(_("No list of organisations is in this dataset."))
        return
    shared = lists.drop_duplicates(["about", "complete", "actor"])
    shown = shared.assign(
        actors=shared["actor"].map(ACTOR_WORDS),
        services=shared["service"].map(dict(SERVICE_HEADS.items()) | {"all": _("Every service")}),
        is_complete=[_("complete") if each else _("not complete") for each in shared["complete"]],
    )
    columns = {
        "territory_id": _("For"), "actors": _("Type of actor"), "services": _("Service"),
        "is_complete": _("Complete?"),
        "about": st.column_config.TextColumn(_("What it lists"), width="large"),
    }  # fmt: skip
    records.table(dataset, shown, columns)
