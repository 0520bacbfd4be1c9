"""Hospitals of 28 countries with coordinates (GISCO healthcare services, 2020).

The register is what countries sent: what counts as a hospital differs between them (France
and Finland list day clinics and health centres), parts of Poland and Greece are nearly
empty, and EE, IS, the United Kingdom, the Western Balkans, Türkiye and Ukraine are
absent. Which regions it can speak for is decided in `analysis.register`, not here.
"""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from etl.addresses import gisco_services
from etl.columns import Table, count, text
from etl.contract.shared import LAT, LON
from etl.readers.delimited import Form, records
from etl.reading import LOADED, Reading, Source
from etl.sources.gisco_register import QUALITY_NOTE

_FILE = "gisco/healthcare_services_2020.csv"
_REGISTER = Table(
    "register",
    "one row per line of the register",
    (
        text("id", "site or the hospital it belongs to", required=True),
        text("hospital_name", "name", required=True),
        replace(LAT, required=True),
        replace(LON, required=True),
        text("geo_qual", "quality of the coordinates"),
        text("street", "street"),
        text("postcode", "postcode"),
        text("cc", "country code", required=True),
        count("cap_beds", "beds; NULL is unknown"),
        text("emergency", "emergency care"),
        text("facility_type", "kind of hospital, in the country's words"),
        text("ref_date", "day the country's list is of"),
        count("source_line", "line", required=True),
    ),
    (),
)
_BY_NAME = "no address; placed by name"
SHARED_POINT = "several sites share this point, so it is not where they are"
# The register gives French overseas departments country codes of their own.
_OVERSEAS = ("GP", "MQ", "GF", "RE", "YT")
_OUTSIDE = {"PM": "Saint-Pierre-et-Miquelon is not in NUTS"}
_REPEATED = "same name and place as an earlier line"


def read(folder: Path) -> Reading:
    """Table `facility`: one row a hospital site; beds where given, else NULL."""
    reading = Reading("hospitals")
    register = records(reading, (folder, _FILE), Form(_REGISTER))
    outside = register["cc"].map(_OUTSIDE)
    repeated = register.duplicated(["cc", "hospital_name", "lat", "lon"])
    why = outside.where(outside.notna() | ~repeated, _REPEATED)
    for reason, lines in why.value_counts().items():
        reading.outcomes[_FILE, LOADED] -= lines
        reading.leave_out(_FILE, str(reason), lines)
    reading.tables["facility"] = _doubt_shared_points(_facilities(register[why.isna()]))
    return reading


def _facilities(sites: pd.DataFrame) -> pd.DataFrame:
    """Rows of table `facility`; sites that share an id are numbered from the second on."""
    number = sites.groupby("id").cumcount() + 1
    return pd.DataFrame(
        {
            "facility_id": sites["id"].where(number == 1, sites["id"] + "/" + number.astype(str)),
            "name": sites["hospital_name"],
            "kind": "service",
            "service": "health",
            "country": sites["cc"].where(~sites["cc"].isin(_OVERSEAS), "FR"),
            "lon": [round(lon, 5) for lon in sites["lon"]],
            "lat": [round(lat, 5) for lat in sites["lat"]],
            "places": sites["cap_beds"],
            "mode": "on_site",
            "publish_level": "point",
            "period": "2020",
            "source_id": "hospitals",
            "obs_status": "A",
            "evidence": "published",
            "note": _notes(sites),
            "source_file": _FILE,
            "source_line": sites["source_line"],
        }
    )


def _notes(sites: pd.DataFrame) -> pd.Series:
    """The kind of hospital, and how well it is placed; missing where neither is to be said."""
    unstated = sites["geo_qual"] == "-1"
    nowhere = unstated & sites["street"].isna() & sites["postcode"].isna()
    placed = sites["geo_qual"].map(QUALITY_NOTE).mask(nowhere, _BY_NAME)
    notes = sites["facility_type"].str.cat(placed, sep="; ")
    return notes.fillna(sites["facility_type"]).fillna(placed)


def _doubt_shared_points(facilities: pd.DataFrame) -> pd.DataFrame:
    """Mark sites without an address that share a point: it is a town's or county's, not theirs.

    Sweden's register puts the hospitals of a county it could not place in the county's middle.
    """
    by_name = facilities["note"].fillna("").str.endswith(_BY_NAME)
    shared = by_name & facilities.duplicated(["lon", "lat"], keep=False)
    marked = facilities.copy()
    marked.loc[shared, "obs_status"] = "U"
    marked.loc[shared, "note"] += f"; {SHARED_POINT}"
    return marked


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
