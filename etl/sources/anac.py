"""Italy: contracts for the reception of migrants, and the public bodies that put them out.

From ANAC's open data on public contracts; Osservatorio Accoglienza chose the contracts that
are about reception and says how sure it is of each. The files name the buyer and have no column
for who was awarded the contract, so there is no partnership to load: a buyer's work is an
activity, by province and year. Decisions:

- A contract is a lot with its own number (CIG). One that is there again, under another kind
  of service (CPV), is the same contract.
- Only contracts that are certainly about reception ("certa") count, without those that ended
  without an award. An empty outcome is one not reported yet, and counts.
- The province is that of the works. Where none is named the contract counts for the country
  only. Amounts are ceilings of framework agreements and are not read.
- A buyer's level follows from the kind of body its name says: prefectures and ministries are
  national, regions and autonomous provinces regional, municipalities, their unions,
  consortia, social and health bodies local. Bodies whose name does not say are not listed.
- A buyer's seat is not in the files: its territory is the province a prefecture's name ends
  with, else that of more than half of its contracts, else the smallest region that holds them
  all; of a regional body, its NUTS 2.
- Titles are never kept, not even of a rejected line: some name a child by initials.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from etl.reading import LayoutError, Reading, Record, Source, records
from etl.sources.anac_buyers import COUNTRY, level_of, named_seat, seat_of
from etl.sources.italy_regions import PROVINCE

_FILES = tuple(
    f"italy/anac/accoglienza_{year}_{month:02d}.csv"
    for year in (2023, 2024, 2025)
    for month in range(1, 13)
)
_BUYER, _BUYER_ID = "denominazione_amministrazione_appaltante", "cf_amministrazione_appaltante"
_COLUMNS = ("cig", "provincia", "data_pubblicazione", _BUYER, _BUYER_ID, "ESITO", "confidenza")
_CERTAIN, _PROBABLE = "certa", "probabile"
_UNDER_WAY = {
    "",
    "AGGIUDICATA",
    "PROPOSTA DI AGGIUDICAZIONE",
    "NON È ANCORA STATO SELEZIONATO UN VINCITORE MA LA GARA È ANCORA IN CORSO.",
}
_ENDED = {
    "DESERTA",
    "ANNULLATA/REVOCATA PRIMA DELL'APERTURA DELLE BUSTE AMMINISTRATIVE",
    "ANNULLATA/REVOCATA DOPO L'APERTURA DELLE BUSTE AMMINISTRATIVE",
    "NON AGGIUDICATA",
    "NON È STATO SELEZIONATO NESSUN VINCITORE E LA GARA È CHIUSA.",
    "SENZA ESITO A SEGUITO DI OFFERTE IRREGOLARI O INAMMISSIBILI, NON CONGRUE O NON APPROPRIATE",
}


@dataclass
class _Found:
    """Contracts of a territory and year or of a buyer, with the first line they are on."""

    file: str
    line: int
    name: str = ""
    contracts: int = 0
    places: Counter[str] = field(default_factory=Counter)
    work: dict[tuple[str, str], "_Found"] = field(default_factory=dict)


def read(folder: Path) -> Reading:
    """Tables `observation` (contracts by province and year), `organisation` (buyers),
    `activity` (a buyer's contracts by province and year) and `actor_list`.
    """
    reading = Reading("anac")
    counts: dict[tuple[str, str], _Found] = {}
    buyers: dict[str, _Found] = {}
    nowhere: Counter[str] = Counter()
    seen: set[str] = set()
    for file in _FILES:
        for line, record in records(folder / file, _COLUMNS):
            if not _counts(reading, (file, line), record, seen):
                continue
            year, place = record["data_pubblicazione"][:4], PROVINCE.get(record["provincia"])
            nowhere[year] += place is None
            for territory in {COUNTRY, place or COUNTRY}:
                counts.setdefault((territory, year), _Found(file, line)).contracts += 1
            buyer = buyers.setdefault(record[_BUYER_ID], _Found(file, line))
            buyer.name, buyer.contracts = record[_BUYER].strip(), buyer.contracts + 1
            buyer.places.update([place] if place else [])
            work = buyer.work.setdefault((place or COUNTRY, year), _Found(file, line))
            work.contracts += 1
            reading.loaded(file)
    reading.tables["observation"] = pd.DataFrame(
        _observation(territory, year, found, nowhere[year])
        for (territory, year), found in counts.items()
    )
    reading.tables["organisation"] = pd.DataFrame(
        _organisation(buyer_id, found, level)
        for buyer_id, found in buyers.items()
        if (level := level_of(found.name))
    )
    reading.tables["activity"] = pd.DataFrame(
        _activity(buyer_id, territory, year, found)
        for buyer_id, buyer in buyers.items()
        if level_of(buyer.name)
        for (territory, year), found in buyer.work.items()
    )
    reading.tables["actor_list"] = pd.DataFrame([_LIST])
    return reading


def _counts(reading: Reading, at: tuple[str, int], record: Record, seen: set[str]) -> bool:
    """Whether a line is a contract to count; where not, why is noted.

    Raises LayoutError for a degree of certainty or an outcome that is not known.
    """
    file, line = at
    if record["confidenza"] not in (_CERTAIN, _PROBABLE):
        raise LayoutError(f"{file}, line {line}: confidenza {record['confidenza']!r} is not known")
    if record["ESITO"] not in _UNDER_WAY | _ENDED:
        raise LayoutError(f"{file}, line {line}: ESITO {record['ESITO']!r} is not known")
    month = file[-len("2023_01.csv") : -len(".csv")].replace("_", "-")
    if not re.fullmatch(rf"{month}-\d\d", record["data_pubblicazione"]):
        reason = f"{record['data_pubblicazione']!r} is not a day of {month}"
        reading.reject(file, line, "data_pubblicazione", reason, record["cig"])
    elif record["provincia"] and record["provincia"] not in PROVINCE:
        reason = f"{record['provincia']!r} is none of the 107 provinces"
        reading.reject(file, line, "provincia", reason, record["cig"])
    elif record["confidenza"] == _PROBABLE:
        reading.leave_out(file, "only probably about reception")
    elif record["cig"] in seen:
        reading.leave_out(file, "the same contract again")
    elif record["ESITO"] in _ENDED:
        reading.leave_out(file, "ended without an award")
    else:
        seen.add(record["cig"])
        return True
    return False


def _observation(territory: str, year: str, found: _Found, nowhere: int) -> dict[str, object]:
    """Contracts of a province or of the country in a year."""
    whole = territory == COUNTRY
    which = "of these" if whole else "counted for the country only"
    return {
        "territory_id": territory,
        "nuts_version": "2024",
        "period": year,
        "measure_id": "reception_contracts_count",
        "group_id": "all",
        "value": float(found.contracts),
        "obs_status": "A",
        "evidence": "estimated",
        "source_id": SOURCE.source_id,
        "note": f"counted in the year's twelve files; without a province, {which}: {nowhere}",
        "source_file": found.file,
        "source_line": found.line,
    }


def _activity(buyer_id: str, territory: str, year: str, found: _Found) -> dict[str, object]:
    """What a buyer put out in a province, or without naming one, in a year."""
    return {
        "organisation_id": f"it_{buyer_id}",
        "service": "reception",
        "territory_id": territory,
        "period": year,
        "contracts": found.contracts,
        "source_id": SOURCE.source_id,
        "obs_status": "A",
        "evidence": "estimated",
        "note": (
            "contracts put out, counted in the year's twelve files"
            + ("; no province is named" if territory == COUNTRY else "")
        ),
        "source_file": found.file,
        "source_line": found.line,
    }


def _organisation(buyer_id: str, found: _Found, level: str) -> dict[str, object]:
    """A buyer, by its fiscal code."""
    territory = named_seat(found.name, PROVINCE) or seat_of(found.places)
    return {
        "organisation_id": f"it_{buyer_id}",
        "name": found.name,
        "actor": "public",
        "level": level,
        "territory_id": territory[:4] if level == "regional" else territory,
        "source_id": SOURCE.source_id,
        "obs_status": "A",
        "evidence": "published",
        "note": (
            f"reception contracts put out from 2023 to 2025: {found.contracts}; level by the "
            "kind of body, territory by the places of its contracts"
        ),
        "source_file": found.file,
        "source_line": found.line,
    }


_LIST: dict[str, object] = {
    "territory_id": COUNTRY,
    "actor": "public",
    "service": "reception",
    "complete": False,
    "about": (
        "public bodies that put out contracts for the reception of migrants; those whose name "
        "does not say what body they are, who was awarded the contracts, and bodies that work "
        "without a contract are not on it"
    ),
    "period": "2023/2025",
    "source_id": "anac",
    "obs_status": "A",
    "evidence": "published",
    "note": "the buyers named in 36 monthly files",
    "source_file": _FILES[0],
}

SOURCE = Source(
    source_id="anac",
    title="Public contracts for the reception of migrants, 2023 to 2025",
    publisher="Autorità Nazionale Anticorruzione (ANAC)",
    url="https://dati.anticorruzione.it/opendata",
    licence="CC BY 4.0",
    attribution=(
        "Autorità Nazionale Anticorruzione (ANAC), open data on public contracts; reception "
        "contracts chosen by Osservatorio Accoglienza (CC BY 4.0)"
    ),
    vintage="January 2023 to December 2025",
    caveats=(
        "Contracts put out, which differ in size and length, among them repairs, supplies and "
        "audits of reception centres: not places, centres or money. Only those certainly about "
        "reception. Some 7 % name no province. Who was awarded a contract is not in the files. "
        "Buyers whose name does not say what body they are, about 50 of 840, are not listed."
    ),
    files=_FILES,
    read=read,
)
