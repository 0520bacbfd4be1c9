"""Service points: as many as a line counts, at the city's point, as sure as their coordinates."""

from pathlib import Path

import pytest

from etl.reading import LayoutError, Reading
from etl.sources.transcribed_places import Place, add_places
from etl.sources.transcribed_rows import Transcript
from tests.etl.sources.transcribing import Put, only, rows_of, text

FILE = "transcribed/places.csv"
COLUMNS = (
    "territory_code", "territory_name", "measure", "period", "value", "unit", "source_title",
    "source_publisher", "source_url", "city", "lat", "lon", "geo_quality", "note",
)  # fmt: skip
WIEN = {"city": "Wien", "lat": "48.21", "lon": "16.37"}
CENTRE = Place("Centre", "social_orientation")
CLINIC = Place("Clinic", "mental_health", "victims_of_torture", "nuts3")


@pytest.fixture
def placed(put: Put, tmp_path: Path) -> "Placed":
    return Placed(put, tmp_path)


class Placed:
    """Reads a table of rows that are all one kind of place."""

    def __init__(self, put: Put, folder: Path) -> None:
        self.put, self.folder = put, folder

    def __call__(self, place: Place, *rows: dict[str, str]) -> Reading:
        self.put(FILE, text(COLUMNS, *(WIEN | row for row in rows)))
        found = Transcript("reader")
        for line in found.lines(self.folder, FILE, COLUMNS):
            add_places(found, line, place)
        return found.finish()


def test_a_place_is_at_its_city_and_what_it_takes_is_unknown(placed: Placed) -> None:
    row = only(placed(CENTRE, {}), "facility")
    assert (row["name"], row["country"], row["lat"], row["lon"]) == (
        "Centre, Wien",
        "AT",
        48.21,
        16.37,
    )
    assert (row["obs_status"], row["publish_level"], row["period"]) == ("A", "point", "2024")
    assert row["note"] == "the coordinates are the city's"
    assert row.get("places") is None


@pytest.mark.parametrize(
    "row",
    [{"geo_quality": "city; regional capital (memory)"}, {"period": ""}, {"period": "c. 2020"}],
)
def test_what_rests_on_memory_or_no_date_has_low_reliability(
    placed: Placed, row: dict[str, str]
) -> None:
    assert only(placed(CENTRE, row), "facility")["obs_status"] == "U"


def test_an_undated_place_stays_without_a_period(placed: Placed) -> None:
    assert only(placed(CENTRE, {"period": "opened"}), "facility")["period"] is None


def test_two_centres_of_one_line_are_two_places(placed: Placed) -> None:
    note = "Hope; Help (HP); clinics named as author addresses"
    reading = placed(CLINIC, {"value": "2", "note": note})
    rows = rows_of(reading, "facility")
    assert [row["name"] for row in rows] == ["Hope, Wien", "Help (HP), Wien"]
    assert len({row["facility_id"] for row in rows}) == 2
    assert {row["publish_level"] for row in rows} == {"nuts3"}
    assert {row["groups"] for row in rows} == {"victims_of_torture"}


def test_a_count_that_its_names_do_not_match_is_refused(placed: Placed) -> None:
    with pytest.raises(LayoutError, match="line 2: 2 centres, named Centre, Wien"):
        placed(CENTRE, {"value": "2"})


def test_a_network_s_name_and_its_languages_are_read_from_the_note(placed: Placed) -> None:
    note = "CLAIM opened; Latvian, English, Russian; city point"
    row = only(placed(CENTRE, {"note": note}), "facility")
    assert row["name"] == "Local integration centre (CLAIM), Wien"
    assert row["languages"] == "lv en ru"
    assert "city point" not in str(row["note"])


def test_a_centre_keeps_its_key_when_lines_move(placed: Placed) -> None:
    alone = only(placed(CENTRE, {}), "facility")["facility_id"]
    later = rows_of(placed(CENTRE, {"city": "Graz"}, {}), "facility")[1]["facility_id"]
    assert alone == later


def test_a_branch_without_a_city_is_named_after_its_region(placed: Placed) -> None:
    city = "(5 branch offices; Kladno as anchor)"
    row = only(placed(CENTRE, {"city": city, "territory_name": "Kraj"}), "facility")
    assert row["name"] == "Centre, Kraj"
