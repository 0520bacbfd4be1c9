"""What the map's tags say becomes a service point; what they do not say is not guessed."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import osm_services
from tests.etl.conftest import Put

AT, BE = "osm/services_AT.jsonl", "osm/services_BE.jsonl"
HEADER = {"timestamp_osm_base": "2026-10-05T11:58:00Z", "copyright": "ODbL"}
NO_TERM = "left out: a social facility of a kind that has no service term"


def node(number: int, **tags: str) -> dict[str, Any]:
    named = {name.replace("__", ":"): value for name, value in tags.items()}
    return {"type": "node", "id": number, "lat": 48.2, "lon": 16.4, "tags": named}


def social(number: int, kind: str = "", whom: str = "", **tags: str) -> dict[str, Any]:
    told = {"social_facility": kind, "social_facility__for": whom}
    return node(number, amenity="social_facility", **{k: v for k, v in told.items() if v}, **tags)


def lines(*objects: object) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def read(put: Put, folder: Path, *elements: dict[str, Any]) -> Reading:
    put(AT, lines(HEADER, *elements))
    return osm_services.read(folder)


def row(put: Put, folder: Path, element: dict[str, Any]) -> dict[str, Any]:
    (only,) = read(put, folder, element).tables["facility"].to_dict("records")
    return {str(name): value for name, value in only.items()}


@pytest.mark.parametrize(
    ("element", "service", "level"),
    [
        (node(1, amenity="language_school"), "language", "point"),
        (node(1, amenity="community_centre"), "social_participation", "point"),
        (node(1, amenity="refugee_site"), "reception", "nuts3"),
        (social(1, "shelter", "refugee"), "reception", "nuts3"),
        (social(1, "group_home", "migrant;refugee"), "reception", "nuts3"),
        (social(1, "shelter", "woman"), "housing", "nuts3"),
        (social(1, "outreach", "woman"), "social_orientation", "nuts3"),
        (social(1, "outreach", "victim; migrant"), "social_orientation", "nuts3"),
        (social(1, "", "migrant;child"), "social_orientation", "nuts3"),
        (social(1, "", "refugee"), "social_orientation", "point"),
        (social(1, "outreach", "migrant"), "social_orientation", "point"),
        (social(1, "workshop", "migrant"), "employment", "point"),
    ],
)
def test_the_tags_decide_service_and_how_finely_it_may_be_shown(
    put: Put, tmp_path: Path, element: dict[str, Any], service: str, level: str
) -> None:
    facility = row(put, tmp_path, element)
    assert (facility["service"], facility["publish_level"]) == (service, level)
    assert (facility["kind"], facility["evidence"]) == ("service", "published")


def test_nothing_of_the_map_counts_as_a_hospital(put: Put, tmp_path: Path) -> None:
    """The hospital register speaks for health alone."""
    services = {*osm_services._SERVICE_OF_AMENITY.values()}
    services |= {*osm_services._SERVICE_OF_FACILITY.values()}
    assert "health" not in services


@pytest.mark.parametrize("kind", ["food_bank", "nursing_home", "something new"])
def test_a_kind_without_a_service_term_is_left_out(put: Put, tmp_path: Path, kind: str) -> None:
    reading = read(put, tmp_path, social(1, kind, "migrant"))
    assert reading.outcomes[AT, NO_TERM] == 1
    assert reading.tables["facility"].empty


def test_where_when_and_whom(put: Put, tmp_path: Path) -> None:
    facility = row(
        put,
        tmp_path,
        social(77, "outreach", "refugee;woman", name="Haus der Begegnung", capacity="40"),
    )
    assert facility["facility_id"] == "osm/node/77"
    assert (facility["name"], facility["country"], facility["period"]) == (
        "Haus der Begegnung", "AT", "2026-10-05",
    )  # fmt: skip
    assert (facility["lon"], facility["lat"], facility["places"]) == (16.4, 48.2, 40)
    assert facility["groups"] == "all women"
    assert (facility["source_file"], facility["source_line"]) == (AT, 2)
    assert "social_facility:for=refugee;woman" in facility["note"]


def test_an_area_is_at_its_centre(put: Put, tmp_path: Path) -> None:
    area = node(5, amenity="community_centre") | {
        "type": "way",
        "center": {"lat": 47.1, "lon": 9.5},
    }
    del area["lat"], area["lon"]
    facility = row(put, tmp_path, area)
    assert (facility["facility_id"], facility["lon"], facility["lat"]) == ("osm/way/5", 9.5, 47.1)


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"operator": "Caritas"}, "Caritas"),
        ({}, "language school without a name"),
    ],
)
def test_what_has_no_name_says_who_runs_it_or_what_it_is(
    put: Put, tmp_path: Path, tags: dict[str, str], name: str
) -> None:
    assert row(put, tmp_path, node(1, amenity="language_school", **tags))["name"] == name


@pytest.mark.parametrize("text", ["", "ca. 30", "-5", "20-30"])
def test_a_capacity_that_is_no_number_is_unknown(put: Put, tmp_path: Path, text: str) -> None:
    facility = row(put, tmp_path, node(1, amenity="language_school", capacity=text))
    assert pd.isna(facility["places"])


def test_a_place_on_the_border_is_loaded_once(put: Put, tmp_path: Path) -> None:
    twice = node(9, amenity="community_centre")
    put(AT, lines(HEADER, twice))
    put(BE, lines(HEADER, twice, node(10, amenity="community_centre")))
    reading = osm_services.read(tmp_path)
    assert reading.tables["facility"]["facility_id"].tolist() == ["osm/node/9", "osm/node/10"]
    why = "left out: already in the file of a neighbouring country"
    assert reading.outcomes[BE, why] == 1


def test_every_line_is_accounted_for(put: Put, tmp_path: Path) -> None:
    adrift = node(3, amenity="community_centre")
    del adrift["lat"]
    reading = read(
        put, tmp_path, node(1, amenity="language_school"), social(2, "food_bank", "migrant"), adrift
    )
    assert reading.outcomes == Counter(
        {
            (AT, LOADED): 1,
            (AT, REJECTED): 1,
            (AT, NO_TERM): 1,
            (AT, "left out: the time of the data"): 1,
        }
    )
    (refused,) = reading.rejected
    assert (refused["line"], json.loads(str(refused["raw"]))) == (4, adrift)


def test_a_country_that_was_not_fetched_is_absent_not_empty(put: Put, tmp_path: Path) -> None:
    put(BE, lines(HEADER, node(1, amenity="language_school")))
    reading = osm_services.read(tmp_path)
    assert {file for file, _ in reading.outcomes} == {BE}
    assert osm_services.SOURCE.present(tmp_path) == [tmp_path / BE]
    with pytest.raises(FileNotFoundError, match=r"osm_services: osm/services_AL.jsonl"):
        osm_services.SOURCE.present(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (lines({"copyright": "ODbL"}), "timestamp_osm_base is missing; found .'copyright'."),
        (lines(HEADER) + "[1]\n", "line 2: not a JSON object"),
        (lines(HEADER) + '{"type": "no', "line 2: not a JSON object"),
    ],
)
def test_another_layout_is_refused(put: Put, tmp_path: Path, text: str, says: str) -> None:
    put(AT, text)
    with pytest.raises(LayoutError, match=says):
        osm_services.read(tmp_path)


def test_the_query_asks_for_what_is_read() -> None:
    """Every amenity with a service term is in the query of every country."""
    source = osm_services.SOURCE
    assert not source.shipped
    assert source.attribution == "© OpenStreetMap contributors"
    assert source.licence == "ODbL 1.0"
    assert len(source.downloads) == len(osm_services.COUNTRIES) == 40
    for download in source.downloads:
        assert download.query is not None
        for amenity in (*osm_services._SERVICE_OF_AMENITY, "social_facility"):
            assert f'nwr["amenity"="{amenity}"]' in download.query
