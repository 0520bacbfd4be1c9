"""The rows behind the Digital page, as tables and files."""

import pandas as pd
import streamlit as st

from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD, NOTHING_KNOWN
from analysis.practice import CRITERIA, MET, NOT_MET, NOT_STATED
from ui.area import records
from ui.area.spread import Spread
from ui.digital.choice import LANGUAGES, ON_SITE, DigitalChoice
from ui.digital.drawn import evidence
from ui.digital.known import Services, Tongues
from ui.digital.words import STATES, language
from ui.language import Words, _, per_language
from ui.store import Dataset
from ui.words import country

_NUMBER = st.column_config.NumberColumn
# Codes as the tables say them.
_ANSWERS = Words({MET: "met", NOT_MET: "not met", NOT_STATED: "not stated"})
_ON_SITE = Words(
    {
        BOTH: "both",
        DIGITAL_ONLY: "digital only",
        NOT_TOLD: "on site not known",
        NOTHING_KNOWN: "no digital service known",
    }
)


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
            "place": st.column_config.TextColumn(_("Territory"), pinned=True),
            "label": _("Newcomers left out"),
            "lower": _NUMBER(_("at least, %"), format="%.0f"),
            "upper": _NUMBER(_("at most, %"), format="%.0f"),
            "persons": _NUMBER(_("Newcomers"), format="localized"),
            "unplaced_persons": _NUMBER(_("of them, origin unknown"), format="localized"),
        }
    elif choice.view == ON_SITE:
        rows = rows.assign(
            state=rows["state"].map(_ON_SITE),
            stated_label=rows["stated_label"].map(_, na_action="ignore"),
        )
        columns = {
            "place": st.column_config.TextColumn(_("Territory"), pinned=True),
            "state": _("What is known"),
            "sites": _NUMBER(_("Places known"), format="localized"),
            "stated": _NUMBER(_("Stated"), format="localized"),
            "stated_label": _("of"),
            "period": _("Period"),
        }
    else:
        columns = {
            "place": st.column_config.TextColumn(_("Territory"), pinned=True),
            "value": _NUMBER(_("Known digital services"), format="localized"),
            "services": st.column_config.TextColumn(_("Which"), width="large"),
        }
    records.twin(spread.dataset, rows, columns)


def of_languages(
    dataset: Dataset, choice: DigitalChoice, tongues: Tongues, services: Services
) -> None:
    """Languages by country of asylum, with the services that speak each."""
    rows = languages_of(dataset, choice.period, tongues, services)
    columns = {
        "country": _("Country of asylum"),
        "language_name": st.column_config.TextColumn(_("Language"), pinned=True),
        "lower": _NUMBER(_("People, at least"), format="%,.0f"),
        "upper": _NUMBER(_("at most"), format="%,.0f"),
        "known": _("What is known"),
        "spoken_by": st.column_config.TextColumn(_("Known services that speak it"), width="medium"),
        "main_origin": _("Most are from"),
    }
    records.twin(dataset, rows, columns, "tongues", _("Show all languages as a table"))


@per_language(16)
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
    named = {f"is_{each.criterion_id}": _(each.label) for each in CRITERIA}
    columns = {
        "name": st.column_config.TextColumn(_("Service"), pinned=True),
        "territory_name": _("Serves"),
        **named,
        "languages": _("Languages"),
        "started": _("Started"),
        "use_value": _NUMBER(_("Use"), format="localized"),
        "use_unit": _("counted in"),
        "period": _("Described"),
    }
    answered = rows.assign(**{each: rows[each].map(_ANSWERS) for each in named})
    records.twin(dataset, answered, columns, "cards_table", _("Show the catalogue as a table"))
    records.download(
        dataset,
        rows,
        "digital_services",
        "Which digital services are known?",
        _("Download these services"),
    )
