"""Schools and other places of education with coordinates (GISCO education services, 2023).

The register is what countries sent: some list kindergartens or universities, some do not.
Present only where it was fetched: with more than a hundred thousand places it is not shipped.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from etl.addresses import gisco_services
from etl.reading import Reading, Record, Source, records
from etl.sources.gisco_register import QUALITY_NOTE, degrees

_FILE = "gisco/education_services_2023.csv"
_COLUMNS = (
    "id",
    "name",
    "site_name",
    "lat",
    "lon",
    "cntr_id",
    "levels",
    "max_students",
    "geo_qual",
)
_NOT_PLACED = "-2"
_COUNTRY = {"GR": "EL", "GB": "UK"}
_VARYING = (
    "facility_id", "name", "country", "lon", "lat", "places", "note", "source_line",
)  # fmt: skip


def read(folder: Path) -> Reading:
    """Table `facility`: one row a site; places where the register gives a capacity, else NULL."""
    reading = Reading("education_services")
    facilities = pd.DataFrame(_rows(folder, reading), columns=list(_VARYING))
    reading.tables["facility"] = facilities.assign(
        kind="service",
        service="education",
        mode="on_site",
        publish_level="point",
        period="2023",
        source_id="education_services",
        obs_status="A",
        evidence="published",
        source_file=_FILE,
    )
    return reading


def _rows(folder: Path, reading: Reading) -> Iterator[tuple[Any, ...]]:
    """The values of `_VARYING` for each line that gives a place."""
    seen: set[tuple[str, ...]] = set()
    sites_of: Counter[str] = Counter()
    for line, record in records(folder / _FILE, _COLUMNS):
        if record["geo_qual"] == _NOT_PLACED or not (record["lat"] and record["lon"]):
            reading.leave_out(_FILE, "its place is not known")
            continue
        name = " · ".join(part for part in (record["name"], record["site_name"]) if part)
        site = (record["cntr_id"], name, record["lat"], record["lon"])
        if site in seen:
            reading.leave_out(_FILE, "same name and place as an earlier line")
            continue
        try:
            lon, lat = degrees(record["lon"], 180), degrees(record["lat"], 90)
            places = _places(record["max_students"])
        except ValueError as error:
            reading.reject(_FILE, line, "lat, lon, max_students", str(error), record.raw)
            continue
        seen.add(site)
        country = _COUNTRY.get(record["cntr_id"], record["cntr_id"])
        key = f"education/{country}/{record['id']}"
        sites_of[key] += 1
        facility_id = key if sites_of[key] == 1 else f"{key}/{sites_of[key]}"
        reading.loaded(_FILE)
        yield facility_id, name or None, country, lon, lat, places, _note(record), line


def _places(text: str) -> int | None:
    """Pupils the place can take, or None where the register leaves it blank."""
    return int(text) if text else None


def _note(record: Record) -> str | None:
    levels = f"ISCED levels {record['levels']}" if record["levels"] else ""
    notes = (levels, QUALITY_NOTE.get(record["geo_qual"], ""))
    return "; ".join(note for note in notes if note) or None


SOURCE = Source(
    source_id="education_services",
    title="Education services in Europe",
    publisher="Eurostat GISCO",
    url="https://ec.europa.eu/eurostat/web/gisco/geodata/basic-services",
    licence="free use with credit; conditions by country in the publisher's metadata",
    attribution="Schools: © European Union, Eurostat GISCO",
    vintage="release of 2023",
    caveats=(
        "From national registers: which levels are listed differs by country, and some countries "
        "are absent. A region without a school here may have schools. Enrolment is not capacity "
        "and is not loaded."
    ),
    files=(_FILE,),
    read=read,
    downloads=(gisco_services(_FILE, "education", 2023),),
    shipped=False,
)
