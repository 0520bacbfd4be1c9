"""Sponsorship: groups, pledges and arrivals apart; families and plans are none of them."""

from pathlib import Path

import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import transcribed_sponsorship
from tests.etl.sources.transcribing import Put, only, rows_of, text

FILE = "transcribed/community_sponsorship.csv"
Row = dict[str, str]
PERSONS = {"measure": "community_sponsorship_persons", "unit": "persons"}
GROUPS = {"measure": "community_sponsorship_groups", "unit": "groups"}
LOCAL = {"measure": "community_sponsorship_local_groups", "unit": "groups", "value": "1"}
GERMANY = {"territory_code": "DE", "period": "2019-2025 (ended)"}


def read(put: Put, folder: Path, *rows: Row) -> Reading:
    put(FILE, text(transcribed_sponsorship._COLUMNS, *rows))
    return transcribed_sponsorship.read(folder)


def test_groups_and_arrivals_of_one_scheme_are_one_row_that_names_both_lines(
    put: Put, tmp_path: Path
) -> None:
    reading = read(
        put, tmp_path, GERMANY | PERSONS | {"value": "186"}, GERMANY | GROUPS | {"value": "43"}
    )
    row = only(reading, "sponsorship")
    assert (row["scheme_id"], row["period"]) == ("nest", "2019/2025")
    assert (row["sponsor_groups"], row["arrivals_persons"]) == (43, 186)
    assert row.get("pledged_places") is None
    assert (row["source_line"], "sponsor groups: line 3 of the file" in str(row["note"])) == (
        2,
        True,
    )
    assert reading.outcomes == {(FILE, LOADED): 2}


def test_groups_are_never_turned_into_persons(put: Put, tmp_path: Path) -> None:
    row = only(read(put, tmp_path, GERMANY | GROUPS | {"value": "43"}), "sponsorship")
    assert (row["sponsor_groups"], row.get("arrivals_persons")) == (43, None)


def test_local_groups_are_added_up_to_their_region(put: Put, tmp_path: Path) -> None:
    cities = [LOCAL | {"territory_code": "ES213", "city": c} for c in ("Bilbao", "Portugalete")]
    row = only(read(put, tmp_path, *cities), "sponsorship")
    assert (row["scheme_id"], row["sponsor_groups"]) == ("auzolana", 2)
    assert (row["evidence"], row["obs_status"]) == ("estimated", "A")
    assert "groups in Bilbao, Portugalete" in str(row["note"])


def test_a_count_since_the_beginning_is_not_one_year_s(put: Put, tmp_path: Path) -> None:
    """93 persons in all, and four groups of 2022: they never stand side by side."""
    land = {"territory_code": "DEA"}
    since = PERSONS | {"value": "93", "period": "2022", "note": "cumulative, as quoted"}
    year = GROUPS | {"value": "4", "period": "2022 (part)"}
    rows = rows_of(read(put, tmp_path, land | since, land | year), "sponsorship")
    assert {row["period"]: row.get("arrivals_persons") for row in rows} == {
        "2019/2022": 93,
        "2022": None,
    }


def test_an_open_period_ends_with_its_page(put: Put, tmp_path: Path) -> None:
    row = {
        "measure": "regional_admission_family_sponsorship_persons",
        "territory_code": "DE",
        "period": "2013+",
        "source_title": "What next? (c. 2019)",
    }
    found = only(read(put, tmp_path, row), "sponsorship")
    assert (found["period"], found["obs_status"]) == ("2013/2019", "U")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"measure": "community_sponsorship_families"}, "neither groups, places nor persons"),
        ({"measure": "community_sponsorship_families_planned"}, "planned, not open"),
        ({"measure": "resettled_persons"}, "resettlement, not sponsorship"),
        (PERSONS | {"territory_code": "EU"}, "an aggregate of countries"),
        (PERSONS | {"note": "'more than 3,600'", "value": "3600"}, "a lower end only"),
        (
            PERSONS | {"territory_code": "UK", "period": "c. 2019 cumulative"},
            "whose beginning is not given",
        ),
        (PERSONS | {"territory_code": "IE", "note": "cumulative"}, "whose beginning is not given"),
    ],
)
def test_what_is_none_of_the_three_is_set_aside(
    put: Put, tmp_path: Path, row: Row, reason: str
) -> None:
    reading = read(put, tmp_path, row, GERMANY | GROUPS)
    assert reason in str(only(reading, "set_aside")["reason"])
    assert len(rows_of(reading, "sponsorship")) == 1


def test_a_host_region_of_one_flight_is_presence(put: Put, tmp_path: Path) -> None:
    row = {
        "measure": "humanitarian_corridor_host_region",
        "territory_code": "ITI4",
        "period": "c. 2022 (one flight, 48 persons)",
    }
    found = only(read(put, tmp_path, row), "observation")
    assert (found["measure_id"], found["value"]) == ("humanitarian_corridor_regions", 1)
    assert (found["period"], found["obs_status"]) == ("2022", "U")


def test_a_range_is_two_norms(put: Put, tmp_path: Path) -> None:
    size = {"measure": "sponsor_group_size", "value": "6-8", "unit": "persons per team"}
    reading = read(put, tmp_path, size)
    norms = rows_of(reading, "benchmark")
    assert [row["threshold"] for row in norms] == [6, 8]
    assert len({row["benchmark_id"] for row in norms}) == 2
    assert reading.outcomes == {(FILE, LOADED): 1}


def test_a_range_of_anything_else_is_rejected(put: Put, tmp_path: Path) -> None:
    reading = read(put, tmp_path, GERMANY | PERSONS | {"value": "6-8"}, GERMANY | GROUPS)
    assert reading.outcomes == {(FILE, LOADED): 1, (FILE, REJECTED): 1}
    assert [row["line"] for row in reading.rejected] == [2]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([GERMANY | GROUPS, GERMANY | GROUPS], "nest / DE / 2019/2025 is given twice"),
        (
            [{"measure": "sponsored_pets", "territory_code": "DE"}],
            "no mapping for 'sponsored_pets'",
        ),
        ([GROUPS | {"territory_code": "PL"}], "no scheme for community_sponsorship_groups in PL"),
        ([GROUPS | GERMANY | {"period": "ongoing"}], "'ongoing' is not a period that ends"),
    ],
)
def test_drift_is_named(put: Put, tmp_path: Path, rows: list[Row], named: str) -> None:
    with pytest.raises(LayoutError, match=named):
        read(put, tmp_path, *rows)
