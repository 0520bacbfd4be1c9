"""The hospital register: every site once, blanks unknown, wrong coordinates refused."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl import codes
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import hospitals

Put = Callable[[str, str], Path]
FILE = "gisco/healthcare_services_2020.csv"
HEADER = (
    "id,hospital_name,lat,lon,geo_qual,street,postcode,cc,cap_beds,emergency,facility_type,ref_date"
)
LINES = (
    HEADER,
    "A1,North,48.123456789,16.5,1,,,AT,120,yes,General,01/01/20",
    "A1,South,47.0,15.0,1,,,AT,,,,01/01/20",
    "A1,North,48.123456789,16.5,1,,,AT,120,yes,General,01/01/20",
    "R1,Island,-21.1,55.5,2,,,RE,0,,,01/01/20",
    "P1,Elsewhere,46.8,-56.2,1,,,PM,10,,,01/01/20",
    "B1,Wrong,91.0,15.0,1,,,AT,10,,,01/01/20",
    "B2,Nowhere,,,1,,,AT,10,,,01/01/20",
    "B3,Nan,nan,15.0,1,,,AT,10,,,01/01/20",
    "B4,Beds,47.0,15.0,1,,,AT,many,,,01/01/20",
    "C1,Rough,47.5,15.5,3,,,AT,5,,Clinic,01/01/20",
    "A2,North,48.2,16.5,-1,,1200,AT,30,,,01/01/20",
    "A1,West,47.2,13.0,1,,,AT,7,,,01/01/20",
    "S1,County one,59.0,15.0,-1,,,SE,1,,Clinic,01/01/20",
    "S2,County two,59.0,15.0,-1,,,SE,2,,,01/01/20",
    "S3,County three,59.0,15.0,-1,Main Street,,SE,3,,,01/01/20",
    "S4,By itself,60.0,15.0,-1,,,SE,4,,,01/01/20",
)
# Sites without an address at one point: it is the county's, not theirs.
SHARED = ["S1", "S2"]


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return hospitals.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    rows = reading.tables["facility"].set_index("facility_id")
    assert rows.index.is_unique
    return rows


def test_sites_that_share_an_id_are_sites_of_their_own(rows: pd.DataFrame) -> None:
    names = rows["name"].to_dict()
    assert {key: names[key] for key in names if key.startswith("A1")} == {
        "A1": "North",
        "A1/2": "South",
        "A1/3": "West",
    }


def test_the_same_name_and_place_is_one_site(reading: Reading, rows: pd.DataFrame) -> None:
    assert reading.outcomes[FILE, "left out: same name and place as an earlier line"] == 1
    north = rows[rows["name"] == "North"]
    assert north["source_line"].to_dict() == {"A1": 2, "A2": 12}


def test_blank_beds_are_unknown_and_none_are_none(rows: pd.DataFrame) -> None:
    places = rows["places"].dropna().to_dict()
    assert [places[key] for key in ("A1", "R1", "C1", "A2", "A1/3")] == [120, 0, 5, 30, 7]
    assert pd.isna(rows.loc["A1/2", "places"])


def test_overseas_departments_are_france_and_islands_outside_nuts_are_left_out(
    reading: Reading, rows: pd.DataFrame
) -> None:
    assert rows.loc["R1", "country"] == "FR"
    assert (rows.loc["R1", "lon"], rows.loc["R1", "lat"]) == (55.5, -21.1)
    assert reading.outcomes[FILE, "left out: Saint-Pierre-et-Miquelon is not in NUTS"] == 1
    assert "P1" not in rows.index


def test_bad_coordinates_and_beds_are_rejected_with_line_and_text(reading: Reading) -> None:
    assert {row["line"]: row["raw"] for row in reading.rejected} == {
        line: LINES[line - 1] for line in (7, 8, 9, 10)
    }
    assert [(row["column_name"], row["reason"]) for row in reading.rejected] == [
        ("lat", "'91.0' is not a number from -90 to 90"),
        ("lat", "is empty"),
        ("lat", "'nan' is not a number from -90 to 90"),
        ("cap_beds", "'many' is not a whole number of 0 or more"),
    ]


def test_the_quality_of_coordinates_is_said(rows: pd.DataFrame) -> None:
    assert rows.loc["C1", "note"] == "Clinic; coordinates of low quality"
    assert rows.loc["R1", "note"] == "coordinates of medium quality"
    assert rows.loc["A2", "note"] == "quality of the coordinates not stated"
    assert rows.loc["S4", "note"] == "no address; placed by name"
    assert pd.isna(rows.loc["A1/2", "note"])


def test_only_sites_without_an_address_that_share_a_point_are_doubted(rows: pd.DataFrame) -> None:
    doubted = rows[rows["obs_status"] == "U"]
    assert sorted(doubted.index) == SHARED
    assert doubted["note"].str.endswith(hospitals.SHARED_POINT).all()
    assert set(rows["obs_status"].drop(SHARED)) == {"A"}


def test_every_line_accounts_for_itself(reading: Reading, rows: pd.DataFrame) -> None:
    assert sum(reading.outcomes.values()) == len(LINES) - 1
    assert reading.outcomes[FILE, LOADED] == len(rows) == 10
    assert reading.outcomes[FILE, REJECTED] == len(reading.rejected) == 4


def test_coordinates_are_rounded_to_a_metre_and_codes_are_known(rows: pd.DataFrame) -> None:
    assert rows.loc["A1", "lat"] == 48.12346
    assert set(rows["service"]) <= set(codes.SERVICE)
    assert set(rows["publish_level"]) <= set(codes.PUBLISH_LEVEL)


def test_a_register_without_beds_is_another_file(put: Put, tmp_path: Path) -> None:
    put(FILE, HEADER.replace("cap_beds", "beds") + "\n")
    with pytest.raises(LayoutError, match="column cap_beds is missing; found id, hospital_name"):
        hospitals.read(tmp_path)
