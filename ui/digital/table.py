"""The rows behind the Digital page, as tables and files."""

import pandas as pd
import streamlit as st

from analysis.practice import CRITERIA
from ui.area import records
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.digital.known import Services, Tongues
from ui.digital.words import STATES, language
from ui.store import Dataset

_NUMBER = st.column_config.NumberColumn


def used(choice: DigitalChoice, tongues: Tongues, rows: pd.DataFrame) -> list[str]:
    """The sources of a view, those of its figures first."""
    people = [*tongues.origins["source_id"].unique(), "cldr_languages"]
    pages = [str(each) for each in rows["source_id"].unique()]
    return [*(people if choice.view == LANGUAGES else []), *pages]


def of_territories(spread: Spread, choice: DigitalChoice) -> None:
    """The map's rows, as a table and a file."""
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
        }
    records.twin(spread.dataset, rows, columns)
    records.download(spread.dataset, rows, f"digital_{choice.view}", choice.question())


def of_languages(
    dataset: Dataset, choice: DigitalChoice, tongues: Tongues, services: Services
) -> None:
    """Languages by country of asylum, with the services that speak each."""
    rows = tongues.speakers.assign(
        language_name=[language(str(each)) for each in tongues.speakers["language"]],
        known=[STATES[str(each)] for each in tongues.speakers["state"]],
        spoken_by=[
            _spoken_by(services, str(code), str(each))
            for code, each in zip(
                tongues.speakers["territory_id"], tongues.speakers["language"], strict=True
            )
        ],
        period=choice.period,
        obs_status="E",
        evidence="synthetic" if dataset.watermark else "estimated",
        source_id=tongues.origins["source_id"].iloc[0] if len(tongues.origins) else None,
        method="persons by country of origin x share of its people who can use the language",
    ).sort_values("upper", ascending=False)
    columns = {
        "territory_id": "Country",
        "language_name": st.column_config.TextColumn("Language", pinned=True),
        "lower": _NUMBER("People, at least", format="%,.0f"),
        "upper": _NUMBER("at most", format="%,.0f"),
        "known": "What is known",
        "spoken_by": st.column_config.TextColumn("Known services that speak it", width="medium"),
        "main_origin": "Most are from",
    }
    records.twin(dataset, rows, columns, "tongues", "Show all languages as a table")
    records.download(
        dataset, rows, "digital_newcomers_languages", choice.question(), "Download all languages"
    )


def _spoken_by(services: Services, territory_id: str, code: str) -> str:
    here = services.at(territory_id)
    names = [
        str(name)
        for name, spoken in zip(here["name"], here["languages"], strict=True)
        if code in str(spoken).split()
    ]
    return ", ".join(names)


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
