"""The rows behind the page: the map's twin, agreements, what the lists cover."""

from typing import Any

import pandas as pd
import streamlit as st

from analysis.participation import POWER
from analysis.partnership import MEMBERS, STATE_WORDS
from ui.area import records
from ui.area.spread import Spread
from ui.partnership.absent import states_of
from ui.partnership.choice import MISSING, NETWORK, SEATS, WHO, Choice
from ui.partnership.figures import lists_of
from ui.partnership.words import ACTOR_HEADS, ACTOR_WORDS, SERVICE_HEADS
from ui.store import Dataset, ask
from ui.words import countries, day, escaped

OWN = {
    "organisation": "Organisations, one row each",
    "activity": "What an organisation works on, where and when",
    "actor_list": "What your list covers, and whether it is complete",
    "partnership": "Agreements between two organisations",
    "participation": "Bodies in which newcomers sit",
    "consultation": "Consultations",
}
_READ = {
    WHO: "Coloured by how many organisations are known to work there; hatched is unknown.",
    MISSING: "Coloured by how many of seven types of actor are known to work there; hatched is "
    "unknown.",
    NETWORK: "Coloured by how many pairs of organisations have a listed agreement there; hatched "
    "is unknown.",
    SEATS: "Coloured by newcomers' share of the seats in the territory's own bodies, not in those "
    "of regions inside it; hatched is unknown.",
}
_PLACE: dict[str, Any] = {
    "place": st.column_config.TextColumn("Territory", width="medium", pinned=True),
    "territory_id": "Code",
}
_AGREEMENT_COLUMNS = {
    "name": st.column_config.TextColumn("Organisation", width="medium", pinned=True),
    "partner_name": st.column_config.TextColumn("with", width="medium"),
    "territory_id": "Where",
    "service_shown": "On",
    "agreement": st.column_config.TextColumn("Kind of agreement", width="medium"),
    "when": "When",
}


def how_to_read(choice: Choice) -> str:
    """One sentence on how to read the map."""
    return _READ[choice.view]


def heading(question: str, choice: Choice, place: str) -> str:
    """A question with the place it is asked of, as it may stand in Markdown."""
    return f"{question}: {escaped(place) if place else looked_at(choice)}?"


def looked_at(choice: Choice) -> str:
    """The countries looked at, by name; Europe where none was chosen."""
    chosen = list(choice.where.countries)
    return countries(chosen) if chosen else "Europe"


def twin(dataset: Dataset, choice: Choice, spread: Spread) -> None:
    """The rows of the map, as a table when asked for."""
    columns = dict(_PLACE)
    if choice.view in (WHO, MISSING):
        columns |= {
            "organisations": st.column_config.NumberColumn("Organisations", format="localized"),
            "types": st.column_config.NumberColumn("Types of actor known"),
            "types_possible": st.column_config.NumberColumn("may be there, at most"),
        }
    if choice.view == MISSING:
        columns |= dict(ACTOR_HEADS)
    if choice.view == NETWORK:
        columns["value"] = st.column_config.NumberColumn("Pairs", format="localized")
    if choice.view == SEATS:
        columns |= {
            "value": st.column_config.NumberColumn("Newcomers' share of seats, %", format="%.1f"),
            "lower": st.column_config.NumberColumn("from", format="%.1f"),
            "upper": st.column_config.NumberColumn("to", format="%.1f"),
            "bodies": st.column_config.NumberColumn("Bodies"),
            "unknown_bodies": st.column_config.NumberColumn("of these with unknown seats"),
        }
    columns["period"] = "Latest"
    records.twin(dataset, file_rows(dataset, choice, spread), columns)


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
    records.twin(dataset, shown, _AGREEMENT_COLUMNS, key="agreements", title="List the agreements")
    records.download(
        dataset, rows, "agreements", "Who shares work with whom?", "Download the agreements"
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
        "**Known, none, unknown.** "
        + " ".join(f"*{state}*: {words}." for state, words in STATE_WORDS.items())
    )
    st.markdown(
        "An organisation works in a territory where it is said to: by an activity or an "
        "agreement, else where it is listed. It counts once in each territory that holds the "
        "place. Protected services are never named and are counted only at the level they may "
        "be told at."
    )
    st.markdown(
        "**Power, 0 to 4.** " + " ".join(f"{step} {words}." for step, words in POWER.items())
    )
    lists = lists_of(dataset)
    if lists.empty:
        st.markdown("No list of organisations is in this dataset.")
        return
    shared = lists.drop_duplicates(["about", "complete", "actor"])
    shown = shared.assign(
        actors=shared["actor"].map(ACTOR_WORDS),
        services=shared["service"].map({**SERVICE_HEADS, "all": "Every service"}),
        is_complete=["complete" if each else "not complete" for each in shared["complete"]],
    )
    columns = {
        "territory_id": "For", "actors": "Type of actor", "services": "Service",
        "is_complete": "Complete?",
        "about": st.column_config.TextColumn("What it lists", width="large"),
    }  # fmt: skip
    records.table(dataset, shown, columns)
