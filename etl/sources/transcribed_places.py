"""Service points that a transcribed row names with a city: rows of table `facility`.

Coordinates are the city's, never an address; those written from memory, and places whose page
is undated, have low reliability (status U). What a point takes is not known: places are NULL.
Rehabilitation of torture victims is shown no finer than NUTS 3.
"""

import hashlib
import re
from typing import NamedTuple

from etl.reading import LayoutError
from etl.sources.transcribed_pages import page_id, page_of
from etl.sources.transcribed_rows import Line, Transcript
from etl.sources.transcribed_words import Stated, stated

CITY_POINT = "the coordinates are the city's"


class Place(NamedTuple):
    """What kind of service point a row is, how finely it may be shown, and what it counts for.

    A row that counts for its region also gives the region's figure.
    """

    label: str
    service: str
    groups: str | None = None
    publish_level: str = "point"
    mode: str = "on_site"
    counts_for_region: bool = True


# Names of centres and networks as they stand in the notes, and how they are shown where the
# note abbreviates; the first that a note has is the centre's.
_SHOWN = {
    "CLAIM": "Local integration centre (CLAIM)",
    "KEM": "Migrant integration centre (KEM)",
    "Infotujci": "Infotujci information centre",
    "regional integration centre (CRI)": "Regional integration centre (CRI)",
}
_NAMES = (
    "BAPA Convivial", "BAPA BXL", "VIA", "International House", "Estonian Language House",
    "IOM Migration Information Centre", "Foreigners integration centre",
    "Kaunas Refugee and Migrant Centre", "Information Centre for Migrants",
    "Migrant Information Centre", "refugio thüringen", "REACH+ hub", "CLAIM", "KEM",
    "Freedom from Torture", "Swedish Red Cross rehabilitation centre", "Infotujci",
    "Welcome Centre", "RVTS Nord", "OFII directorate", "regional integration centre (CRI)",
    "Integreat München",
)  # fmt: skip
_NAMED = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in _NAMES))
# Languages a note lists, in its own words, as ISO 639-1; Dari is written Persian there.
_LANGUAGES = {
    "German, English, Arabic, Farsi, Bulgarian, Romanian, Kurmanji, Croatian": (
        "de en ar fa bg ro ku hr"
    ),
    "Finnish, Swedish, English, Kurdish, Arabic, Russian, Somali, Persian, Dari, Thai, Pashto": (
        "fi sv en ku ar ru so fa th ps"
    ),
    "Latvian, English, Russian": "lv en ru",
}
_LIST_OF_NAMES = re.compile(r"(.+?); clinics named as")


def is_placed(line: Line) -> bool:
    """Whether a row has coordinates."""
    return bool(line.record["lat"] and line.record["lon"])


def add_places(found: Transcript, line: Line, place: Place) -> None:
    """Rows of `facility` for one line: one a centre, as many as the line counts."""
    names = _names(line, place)
    if len(names) != float(line.record["value"]):
        where = f"{line.file}, line {line.number}"
        raise LayoutError(f"{where}: {line.record['value']} centres, named {'; '.join(names)}")
    said = stated(line.record)
    for name in names:
        identity = (line.record["measure"], name, page_id(page_of(line.record)))
        row: dict[str, object] = {
            "facility_id": facility_id(line.record["territory_code"], *identity),
            "name": name,
            "kind": "service",
            "service": place.service,
            "groups": place.groups,
            "languages": _languages(line.record["note"]),
            "mode": place.mode,
            "publish_level": place.publish_level,
            "period": said.period,
        }
        found.add("facility", line, _placed(said, line), row | located(line))


def located(line: Line) -> dict[str, object]:
    """Country and coordinates of a row with a city."""
    record = line.record
    return {
        "country": record["territory_code"][:2],
        "lon": float(record["lon"]),
        "lat": float(record["lat"]),
    }


def facility_id(*identity: str) -> str:
    """A key that stays the same when lines move."""
    return "place_" + hashlib.sha256("|".join(identity).encode()).hexdigest()[:10]


def unsure_place(line: Line) -> bool:
    """Whether coordinates were written from memory or are only about right."""
    return re.search("memory|approximate", line.record.get("geo_quality", "")) is not None


def with_city_point(note: str | None) -> str:
    """A note that says what the coordinates are."""
    return f"{note}; {CITY_POINT}" if note else CITY_POINT


def _placed(said: Stated, line: Line) -> Stated:
    """What a row states, as of a place on a map."""
    unsure = unsure_place(line) or said.period is None
    status = "U" if unsure else said.obs_status
    return said._replace(obs_status=status, note=with_city_point(said.note))


def _names(line: Line, place: Place) -> list[str]:
    """Names of the centres a line counts: those its note gives, else kind and city."""
    note, city = line.record["note"], line.record["city"]
    if city.startswith("("):
        city = line.record["territory_name"]
    several = _LIST_OF_NAMES.match(note)
    if several is not None:
        return [f"{name}, {city}" for name in several[1].split("; ")]
    named = _NAMED.search(note)
    name = _SHOWN.get(named[0], named[0]) if named else place.label
    return [name if city in name else f"{name}, {city}"]


def _languages(note: str) -> str | None:
    return next((codes for listed, codes in _LANGUAGES.items() if listed in note), None)
