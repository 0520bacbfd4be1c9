"""Digital services read off notes: what a note says is a column, what it does not stays missing."""

from pathlib import Path

import pytest

from etl.reading import LayoutError, Reading
from etl.sources import transcribed_services
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FIRST, SOUTH, WEST = transcribed_services.SOURCE.files
Row = dict[str, str]
SERVICE = {"kind": "service", "group": "all", "measure": "digital_service", "unit": "service"}
USERS = SERVICE | {"kind": "use", "measure": "digital_service_users"}
SILENT = ("accessibility", "offline", "updated", "on_site", "effect")


@pytest.fixture
def read(put: Put, tmp_path: Path) -> "Read":
    return Read(put, tmp_path)


class Read:
    """Reads rows of the table of west and north; the others are empty."""

    def __init__(self, put: Put, folder: Path) -> None:
        self.put, self.folder = put, folder

    def __call__(self, *rows: Row) -> Reading:
        self.put(FIRST, text(transcribed_services._FIRST_COLUMNS))
        self.put(SOUTH, text(transcribed_services._LATER_COLUMNS))
        self.put(WEST, text(transcribed_services._LATER_COLUMNS, *rows))
        return transcribed_services.read(self.folder)


PORTAL = SERVICE | {
    "territory_code": "FR",
    "period": "2021",
    "group": "beneficiaries_of_protection",
    "note": "Réfugiés.info (DIAIR): French, Arabic, Farsi; year of the app launch",
}


def test_a_list_of_languages_is_whole_and_a_launch_is_a_start(read: Read) -> None:
    row = only(read(PORTAL), "digital_service")
    assert (row["languages"], row["languages_count"]) == ("fr ar fa", 3)
    assert (row["started"], row["provider"], row["reach"]) == ("2021", "DIAIR", "whole")
    assert all(row[name] is None for name in SILENT if name in row)
    assert (row["source_file"], row["source_line"]) == (WEST, 2)


def test_it_stays_an_observation_too(read: Read) -> None:
    reading = read(PORTAL)
    assert only(reading, "observation")["measure_id"] == "digital_services"
    assert reading.outcomes[WEST, "loaded"] == 1


def test_a_number_of_languages_is_no_list(read: Read) -> None:
    note = "InfoFinland.fi: 12 language versions; a guide in 15"
    row = only(read(SERVICE | {"territory_code": "FI", "note": note}), "digital_service")
    assert (row["languages"], row["languages_count"]) == (None, 12)


def test_the_language_that_is_taught_is_not_all_it_speaks(read: Read) -> None:
    note = "vhs-Lernportal (DVV): online German and literacy courses, free"
    row = only(read(SERVICE | {"territory_code": "DE", "note": note}), "digital_service")
    assert (row["languages"], row.get("languages_count")) == ("de", None)


def test_users_of_the_same_page_and_place_are_evidence_of_use(read: Read) -> None:
    lippe = {"territory_code": "DEA45", "period": "2025"}
    reading = read(
        SERVICE | lippe | {"note": "Integreat app of Kreis Lippe: 10 languages"},
        USERS | lippe | {"value": "62000", "unit": "accesses in 12 months", "note": "'rund'"},
        USERS | {"territory_code": "DE", "value": "9", "unit": "learners", "period": "2025"},
    )
    row = only(reading, "digital_service")
    assert (row["use_value"], row["use_unit"]) == (62_000, "accesses in 12 months")
    assert (row["use_period"], row["source_line"], row["use_line"]) == ("2025", 2, 3)
    assert (row["service_id"], row["part_of"]) == ("integreat_DEA45", "integreat")


def test_more_than_a_number_is_a_lower_end(read: Read) -> None:
    users = USERS | {"value": "500000", "unit": "learners", "note": "'über'"}
    note = "vhs-Lernportal: courses"
    row = only(read(SERVICE | {"note": note}, users), "digital_service")
    assert (row["use_value"], row["use_lower"]) == (None, 500_000)


def test_a_start_told_by_a_page_is_of_the_edition_it_is_about(read: Read) -> None:
    page = {"period": "2025", "source_url": "https://paper.example"}
    towns = {"unit": "towns and districts", "territory_code": "DE"}
    found = rows_of(
        read(
            SERVICE | page | towns
            | {"note": "Integreat app; year inferred (two years after the start in 2023)"},
            SERVICE | page
            | {"territory_code": "DEA45", "note": "Integreat app of Kreis Lippe: 10 languages"},
        ),
        "digital_service",
    )  # fmt: skip
    assert {row["service_id"]: row["started"] for row in found} == {
        "integreat": None, "integreat_DEA45": "2023",
    }  # fmt: skip
    assert {row["service_id"]: row["reach"] for row in found}["integreat"] == "part"


def test_an_undated_list_is_kept_with_low_reliability(read: Read) -> None:
    land = SERVICE | {"unit": "Land with an Integreat app", "territory_code": "DE2", "period": ""}
    reading = read(land | {"note": "Integreat in use in at least one town; page undated"},
                   SERVICE | {"unit": "towns and districts", "territory_code": "DE",
                              "note": "Integreat app, 130 towns"})  # fmt: skip
    row = by_line(reading, "digital_service")[2]
    assert (row["period"], row["obs_status"], row["reach"]) == (None, "U", "part")


@pytest.mark.parametrize(
    "note", ["Somebody's new app: 3 languages", "Réfugiés.info: French, Gibberish"]
)
def test_a_service_or_language_nobody_knows_is_refused(read: Read, note: str) -> None:
    with pytest.raises(LayoutError):
        read(SERVICE | {"territory_code": "FR", "note": note})
