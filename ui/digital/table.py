"""The rows behind the Digital page, as tables and files."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from analysis.practice import CRITERIA
from ui.area import records
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.digital.drawn import evidence
from ui.digital.known import Services, Tongues
from ui.digital.words import STATES, language
from ui.store import Dataset
from ui.words import country

_NUMBER = st.column_config.NumberColumn


def used(choice: DigitalChoice, tongues: Tongues, rows: pd.DataFrame) -> list[str]:
    """The sources of a view, those of its figures first."""
    people = [*tongues.origins["source_id"].unique(), "cldr_languages"]
    pages = [str(each) for each in rows["source_id"].unique()]
    return [*(people if choice.view == LANGUAGES else []), *pages]


def of_territories(spread: Spread, choice: DigitalChoice) -> None:
    """The map's rows, as a table."""
    rows = spread.rows
    if choice.view == LANGUAGES:
        columns = {
            "place": st.column_config.TextColumn("Territory", pinned=True),
            "label": "Newcomers left out",
            "lower": _NUMBER("at least, %", format="%.0f"),
            "upper": _NUMBER("at most, %", format="%.0f"),
            "persons": _NUMBER("Newcomers", format="localized"),
            "unplaced_persons": _NUMBER("of them, origin unknown", format="localized"),
        }
    elif choice.view == ON_SITE:
        columns = {
            "place": st.column_config.TextColumn("Territory", pinned=True),
            "state": "What is known",
            "sites": _NUMBER("Places known", format="localized"),
            "stated": _NUMBER("Stated", format="localized"),
            "stated_label": "of",
            "period": "Period",
        }
    else:
        columns = {
            "place": st.column_config.TextColumn("Territory", pinned=True),
            "value": _NUMBER("Known digital services", format="localized"),
            "services": st.column_config.TextColumn("Which", width="large"),
        }
    records.twin(spread.dataset, rows, columns)


def of_languages(
    dataset: Dataset, choice: DigitalChoice, tongues: Tongues, services: Services
) -> None:
    """Languages by country of asylum, with the services that speak each."""
    rows = languages_of(dataset, choice.period, tongues, services)
    columns = {
        "country": "Country of asylum",
        "language_name": st.column_config.TextColumn("Language", pinned=True),
        "lower": _NUMBER("People, at least", format="%,.0f"),
        "upper": _NUMBER("at most", format="%,.0f"),
        "known": "What is known",
        "spoken_by": st.column_config.TextColumn("Known services that speak it", width="medium"),
        "main_origin": "Most are from",
    }
    records.twin(dataset, rows, columns, "tongues", "Show all languages as a table")


@lru_cache(maxsize=16)
def languages_of(
    dataset: Dataset, period: str, tongues: Tongues, services: Services
) -> pd.DataFrame:
    """The rows of all languages with names and how they were worked out; most people first."""
    rows = tongues.speakers
    spoken_by = {str(code): _spoken_by(services.at(str(code))) for code in tongues.voices}
    sources = tongues.origins.groupby("territory_id")["source_id"].first()
    named = rows.assign(
        country=[country(str(code)) for code in rows["territory_id"]],
        language_name=[language(str(each)) for each in rows["language"]],
        known=[STATES[str(each)] for each in rows["state"]],
        spoken_by=[
            ", ".join(spoken_by[str(code)].get(str(each), []))
            for code, each in zip(rows["territory_id"], rows["language"], strict=True)
        ],
        unit="persons",
        period=period,
        obs_status="E",
        evidence=evidence(dataset, "estimated"),
        method="persons by country of origin x share of its people who can use the language (CLDR)",
        source_id=rows["territory_id"].map(sources),
    )
    return named.sort_values("upper", ascending=False, ignore_index=True)


def _spoken_by(here: pd.DataFrame) -> dict[str, list[str]]:
    """The services of a country by each language they name."""
    found: dict[str, list[str]] = {}
    for name, codes in zip(here["name"], here["languages"].fillna(""), strict=True):
        for code in str(codes).split():
            found.setdefault(code, []).append(str(name))
    return found


def of_services(dataset: Dataset, rows: pd.DataFrame) -> None:
    """The catalogue's rows, as a table and a file."""
    named = {f"is_{each.criterion_id}": each.label for each in CRITERIA}
    columns = {
        "name": st.column_config.TextColumn("Service", pinned=True),
        "territory_name": "Serves",
        **named,
        "languages": "Languages",
        "started": "Started",
        "use_value": _NUMBER("Use", format="localized"),
        "use_unit": "counted in",
        "period": "Described",
    }
    records.twin(dataset, rows, columns, "cards_table", "Show the catalogue as a table")
    records.download(
        dataset,
        rows,
        "digital_services",
        "Which digital services are known?",
        "Download these services",
    )
