"""Places that may serve newcomers, as volunteers mapped them in OpenStreetMap.

Language schools, community centres, refugee sites, and social facilities for refugees,
migrants, women and victims of violence. Tags are free text: what has no service term here is
left out, never guessed. Present only where it was fetched, a file a country.

Where somebody lives or hides (shelters, group homes, refugee sites, anything for women,
children or victims) is never shown finer than its NUTS 3 region.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from etl.addresses import overpass
from etl.reading import LayoutError, Reading, Source
from etl.sources.gisco_register import degrees

COUNTRIES = (
    "AL AT BA BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT "
    "RO RS SE SI SK TR UA UK XK"
).split()
_FOR = "social_facility:for"
_SELECTION = f"""\
  nwr["amenity"="language_school"](area.country);
  nwr["amenity"="community_centre"](area.country);
  nwr["amenity"="refugee_site"](area.country);
  nwr["amenity"="social_facility"]["{_FOR}"~"refugee|migrant|displaced|asylum"](area.country);
  nwr["amenity"="social_facility"]["{_FOR}"~"wom[ae]n|victim|abused"](area.country);"""

_NEWCOMERS = frozenset(
    "refugee refugees migrant migrants immigrant immigrants displaced asylum_seeker "
    "asylum_seekers".split()
)
_EXPOSED = frozenset(
    "woman women victim victims abused child children juvenile orphan orphans".split()
)
_RESIDENTIAL = frozenset({"shelter", "group_home", "assisted_living", "dormitory"})
_GROUP = {
    **dict.fromkeys(_NEWCOMERS, "all"),
    **dict.fromkeys(("woman", "women"), "women"),
    **dict.fromkeys(("child", "children", "juvenile", "orphan", "orphans"), "children"),
    "disabled": "persons_with_disabilities",
}
_SERVICE_OF_AMENITY = {
    "language_school": "language",
    "community_centre": "social_participation",
    "refugee_site": "reception",
}
# What a social facility does; without a value it advises.
_SERVICE_OF_FACILITY = {
    "": "social_orientation",
    "outreach": "social_orientation",
    "workshop": "employment",
    **dict.fromkeys(_RESIDENTIAL, "housing"),
}
_VARYING = (
    "facility_id", "name", "service", "country", "lon", "lat", "places", "groups",
    "publish_level", "period", "note", "source_file", "source_line",
)  # fmt: skip

Tags = dict[str, str]


def _file(country: str) -> str:
    return f"osm/services_{country}.jsonl"


def read(folder: Path) -> Reading:
    """Table `facility`: one row an element of the map that has a service term."""
    reading = Reading("osm_services")
    seen: set[str] = set()
    rows = (
        row
        for country in COUNTRIES
        if (folder / _file(country)).exists()
        for row in _rows(folder, country, reading, seen)
    )
    facilities = pd.DataFrame(rows, columns=list(_VARYING))
    reading.tables["facility"] = facilities.assign(
        kind="service",
        mode="on_site",
        source_id="osm_services",
        obs_status="A",
        evidence="published",
    )
    return reading


def _rows(
    folder: Path, country: str, reading: Reading, seen: set[str]
) -> Iterator[tuple[Any, ...]]:
    """The values of `_VARYING` for each element of a country's file not `seen` in another's."""
    file, period = _file(country), ""
    for line, element, raw in _elements(folder / file):
        if line == 1:
            period = _day(file, element)
            reading.leave_out(file, "the time of the data")
            continue
        facility_id = f"osm/{element.get('type')}/{element.get('id')}"
        if facility_id in seen:
            reading.leave_out(file, "already in the file of a neighbouring country")
            continue
        tags: Tags = element.get("tags", {})
        service = _service(tags)
        if service is None:
            reading.leave_out(file, "a social facility of a kind that has no service term")
            continue
        try:
            lon, lat = _point(element)
        except (KeyError, TypeError, ValueError) as error:
            reading.reject(file, line, "lat, lon", f"it has no point: {error}", raw)
            continue
        seen.add(facility_id)
        reading.loaded(file)
        yield (
            facility_id,
            _name(tags),
            service,
            country,
            lon,
            lat,
            int(tags["capacity"]) if tags.get("capacity", "").isdecimal() else None,
            " ".join(sorted({_GROUP[who] for who in _whom(tags) if who in _GROUP})) or None,
            "nuts3" if _is_exposed(tags) else "point",
            period,
            _note(tags),
            file,
            line,
        )


def _elements(path: Path) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Line number, object and text of each line; LayoutError where a line is no object."""
    with path.open(encoding="utf-8") as handle:
        for number, text in enumerate(handle, start=1):
            try:
                element = json.loads(text)
            except ValueError:
                element = None
            if not isinstance(element, dict):
                raise LayoutError(f"{path.name}, line {number}: not a JSON object")
            yield number, element, text.rstrip("\n")


def _day(file: str, header: dict[str, Any]) -> str:
    """The day the data is of, from the first line."""
    moment = header.get("timestamp_osm_base")
    if not isinstance(moment, str):
        raise LayoutError(f"{file}, line 1: timestamp_osm_base is missing; found {list(header)}")
    return moment[:10]


def _whom(tags: Tags) -> list[str]:
    """Whom a facility is for."""
    return [who.strip() for who in tags.get(_FOR, "").split(";") if who.strip()]


def _service(tags: Tags) -> str | None:
    """The service term of an element; None where it has none."""
    amenity = tags.get("amenity", "")
    if amenity != "social_facility":
        return _SERVICE_OF_AMENITY.get(amenity)
    service = _SERVICE_OF_FACILITY.get(tags.get("social_facility", ""))
    if service == "housing" and _NEWCOMERS.intersection(_whom(tags)):
        return "reception"
    return service


def _is_exposed(tags: Tags) -> bool:
    """Whether showing the place could endanger who is there."""
    housing = tags.get("social_facility") in _RESIDENTIAL or tags.get("amenity") == "refugee_site"
    return housing or bool(_EXPOSED.intersection(_whom(tags)))


def _point(element: dict[str, Any]) -> tuple[float, float]:
    """Longitude and latitude: of a node, or of the centre of an area."""
    at = element if element["type"] == "node" else element["center"]
    return degrees(str(at["lon"]), 180), degrees(str(at["lat"]), 90)


def _name(tags: Tags) -> str:
    """The name, else who runs it, else what it is."""
    what = tags.get("amenity", "place").replace("_", " ")
    return tags.get("name") or tags.get("operator") or f"{what} without a name"


def _note(tags: Tags) -> str:
    """The tags that say what it is."""
    told = [
        f"{key}={tags[key]}" for key in ("amenity", "social_facility", _FOR, "operator")
        if tags.get(key)
    ]  # fmt: skip
    return "; ".join(told)


SOURCE = Source(
    source_id="osm_services",
    title="Community centres, language schools and social facilities in OpenStreetMap",
    publisher="OpenStreetMap",
    url="https://www.openstreetmap.org",
    licence="ODbL 1.0",
    attribution="© OpenStreetMap contributors",
    vintage="day of the fetch",
    caveats=(
        "Mapped by volunteers: a region without a place here may have places. Presence, not "
        "capacity. Whether a place serves newcomers is what its tags say. Shelters and places "
        "for women, children or victims are shown by NUTS 3 region only."
    ),
    files=tuple(_file(country) for country in COUNTRIES),
    read=read,
    downloads=tuple(overpass(_file(country), country, _SELECTION) for country in COUNTRIES),
    shipped=False,
    separable=True,
)
