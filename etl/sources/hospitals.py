"""Hospitals of 28 countries with coordinates (GISCO healthcare services, 2020).

The register is what countries sent: what counts as a hospital differs between them (France
and Finland list day clinics and health centres), parts of Poland and Greece are nearly
empty, and EE, IS, the United Kingdom, the Western Balkans, Türkiye and Ukraine are
absent. Which regions it can speak for is decided in `analysis.register`, not here.
"""

from pathlib import Path

import pandas as pd

from etl.addresses import gisco_services
from etl.reading import Reading, Source, records
from etl.sources.gisco_register import QUALITY_NOTE, degrees

_FILE = "gisco/healthcare_services_2020.csv"
_COLUMNS = (
    "id", "hospital_name", "lat", "lon", "geo_qual", "street", "postcode", "cc", "cap_beds",
    "emergency", "facility_type", "ref_date",
)  # fmt: skip
_BY_NAME = "no address; placed by name"
SHARED_POINT = "several sites share this point, so it is not where they are"
# The register gives French overseas departments country codes of their own.
_OVERSEAS = {"GP", "MQ", "GF", "RE", "YT"}
_OUTSIDE = {"PM": "Saint-Pierre-et-Miquelon is not in NUTS"}


def read(folder: Path) -> Reading:
    """Table `facility`: one row a hospital site; beds where given, else NULL."""
    reading = Reading("hospitals")
    rows: list[dict[str, object]] = []
    seen_sites: set[tuple[str, ...]] = set()
    sites_of: dict[str, int] = {}
    for line, record in records(folder / _FILE, _COLUMNS):
        if record["cc"] in _OUTSIDE:
            reading.leave_out(_FILE, _OUTSIDE[record["cc"]])
            continue
        site = (record["cc"], record["hospital_name"], record["lat"], record["lon"])
        if site in seen_sites:
            reading.leave_out(_FILE, "same name and place as an earlier line")
            continue
        try:
            row = _facility(record, line)
        except ValueError as error:
            reading.reject(_FILE, line, "lat, lon, cap_beds", str(error), record.raw)
            continue
        seen_sites.add(site)
        sites_of[record["id"]] = sites_of.get(record["id"], 0) + 1
        if sites_of[record["id"]] > 1:
            row["facility_id"] = f"{record['id']}/{sites_of[record['id']]}"
        reading.loaded(_FILE)
        rows.append(row)
    reading.tables["facility"] = _doubt_shared_points(pd.DataFrame(rows))
    return reading


def _doubt_shared_points(facilities: pd.DataFrame) -> pd.DataFrame:
    """Mark sites without an address that share a point: it is a town's or county's, not theirs.

    Sweden's register puts the hospitals of a county it could not place in the county's middle.
    """
    if facilities.empty:
        return facilities
    by_name = facilities["note"].fillna("").str.endswith(_BY_NAME)
    shared = by_name & facilities.duplicated(["lon", "lat"], keep=False)
    marked = facilities.copy()
    marked.loc[shared, "obs_status"] = "U"
    marked.loc[shared, "note"] += f"; {SHARED_POINT}"
    return marked


def _facility(record: dict[str, str], line: int) -> dict[str, object]:
    """A row of table `facility`; ValueError when a coordinate or the beds are no number."""
    quality = record["geo_qual"]
    addressed = quality != "-1" or record["street"] or record["postcode"]
    placed = QUALITY_NOTE.get(quality, "") if addressed else _BY_NAME
    notes = [record["facility_type"], placed]
    return {
        "facility_id": record["id"],
        "name": record["hospital_name"],
        "kind": "service",
        "service": "health",
        "country": "FR" if record["cc"] in _OVERSEAS else record["cc"],
        "lon": degrees(record["lon"], 180),
        "lat": degrees(record["lat"], 90),
        "places": _beds(record["cap_beds"]),
        "mode": "on_site",
        "publish_level": "point",
        "period": "2020",
        "source_id": "hospitals",
        "obs_status": "A",
        "evidence": "published",
        "note": "; ".join(note for note in notes if note) or None,
        "source_file": _FILE,
        "source_line": line,
    }


def _beds(text: str) -> int | None:
    """Beds, or None where the register leaves them blank."""
    return int(text) if text else None


SOURCE = Source(
    source_id="hospitals",
    title="Healthcare services in Europe",
    publisher="Eurostat GISCO",
    url="https://ec.europa.eu/eurostat/web/gisco/geodata/basic-services",
    licence="free use with credit; conditions by country in the publisher's metadata",
    attribution="Hospitals: © European Union, Eurostat GISCO",
    vintage="2020, by country between 2012 and 2020",
    caveats=(
        "What counts as a hospital differs by country. No register for Estonia, Iceland, the "
        "United Kingdom, Türkiye, Ukraine and the Western Balkans. In some regions the "
        "register holds far fewer hospitals than elsewhere in the country; where that could "
        "change the answer it is shown as unknown."
    ),
    files=(_FILE,),
    read=read,
    # A release of 2023 exists. What the register can speak for was worked out on this one.
    downloads=(gisco_services(_FILE, "healthcare", 2020),),
)
