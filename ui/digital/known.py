"""What is known on the Digital page, worked out once a view."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis import languages as spoken
from analysis.digital_reach import reaching
from analysis.languages import Voices
from analysis.practice import CRITERIA, assess, in_order
from ui.area.where import Where
from ui.digital.choice import DigitalChoice
from ui.store import Dataset, ask

# CLDR has ISO's codes of countries, the map Eurostat's.
_EUROSTAT = {"GR": "EL", "GB": "UK"}


@dataclass(frozen=True, eq=False)
class Services:
    """The digital services of a dataset, judged, and where each is known.

    `rows` is indexed by service_id in order of good practice: the columns of table
    `digital_service`, `country`, `territory_name`, and those of `analysis.practice.assess`
    with `is_` before a criterion's name. `known` is that of `analysis.digital_reach.reaching`.
    `own` are the official languages of countries.
    """

    rows: pd.DataFrame
    known: pd.DataFrame
    own: Mapping[str, frozenset[str]]

    def at(self, territory_id: str) -> pd.DataFrame:
        """The services known in a territory, whether everybody there can use them or not.

        Local editions inside it stand for themselves; one elsewhere does not.
        """
        here = self.known[self.known["territory_id"] == territory_id]
        return self.rows[self.rows.index.isin(here["service_id"])]

    def counted(self) -> pd.Series:
        """How many services are known in each territory; an edition is its service."""
        return self.known.groupby("territory_id")["family"].nunique()

    def of(self, where: Where) -> pd.DataFrame:
        """The services of the countries looked at."""
        if not where.countries:
            return self.rows
        return self.rows[self.rows["country"].isin(where.countries)]


@lru_cache(maxsize=8)
def services_of(dataset: Dataset) -> Services:
    """The services of a dataset."""
    rows = ask(dataset, "digital_service").set_index("service_id")
    table = ask(dataset, "spoken_language")
    official = table[table["official"]]
    own = {
        _EUROSTAT.get(str(country), str(country)): frozenset(part["language"])
        for country, part in official.groupby("country")
    }
    judged = assess(rows, own).rename(
        columns={c.criterion_id: f"is_{c.criterion_id}" for c in CRITERIA}
    )
    rows = rows.join(judged).loc[in_order(judged, rows["name"])]
    return Services(rows, reaching(rows.reset_index(), ask(dataset, "region")), own)


def catalogued(rows: pd.DataFrame) -> pd.DataFrame:
    """The services of which more is stated than that they exist.

    A local edition that is only known to exist stands with the service it is an edition of.
    """
    silent = rows["part_of"].isin(rows.index) & (rows["not_stated"] == len(CRITERIA))
    return rows[~silent]


def lists_all(rows: pd.DataFrame) -> pd.Series:
    """Whether each service names every language it speaks."""
    text = rows["languages"]
    named = [len(each.split()) if isinstance(each, str) else 0 for each in text]
    total = rows["languages_count"].astype(float)
    return total.notna() & text.notna() & (total == pd.Series(named, index=rows.index))


def voices(services: Services, territory_id: str) -> Voices:
    """What the services known in a country speak."""
    here = services.at(territory_id)
    named = frozenset(" ".join(here["languages"].dropna()).split())
    own = services.own.get(territory_id[:2], frozenset())
    listed = bool(len(here)) and bool(lists_all(here).all())
    return Voices(named, own, int(here["part_of"].isna().sum()) or len(here), listed)


@dataclass(frozen=True, eq=False)
class Tongues:
    """Newcomers and their languages in a view.

    `origins` are the people by country of origin; `able` the shares of `abilities`; `reach`
    those of `analysis.languages.reach` by country; `speakers` one row per country and language
    with `state`; `voices` by country.
    """

    origins: pd.DataFrame
    able: pd.DataFrame
    reach: pd.DataFrame
    speakers: pd.DataFrame
    voices: Mapping[str, Voices]


@lru_cache(maxsize=32)
def tongues_of(dataset: Dataset, choice: DigitalChoice) -> Tongues:
    """The languages of newcomers in the countries and year chosen."""
    services = services_of(dataset)
    origins = ask(dataset, "origin", period=choice.period)
    if choice.where.countries:
        origins = origins[origins["territory_id"].isin(choice.where.countries)]
    able = spoken.together(
        spoken.abilities(ask(dataset, "spoken_language")), origins["origin"].unique()
    )
    found = {str(code): voices(services, str(code)) for code in origins["territory_id"].unique()}
    rows = spoken.speakers(origins, able)
    rows["state"] = [
        found[str(code)].state(str(language))
        for code, language in zip(rows["territory_id"], rows["language"], strict=True)
    ]
    reach = spoken.reach(origins, able, found)
    return Tongues(origins, able, reach, rows, found)
