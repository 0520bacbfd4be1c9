"""Schools of GISCO's register: what has a place is a service point, the rest says why not."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import education_services
from tests.etl.conftest import Put

FILE = "gisco/education_services_2023.csv"
# The publisher's columns in its order.
HEADER = (
    "id,name,site_name,lat,lon,street,house_number,postcode,address,city,cntr_id,levels,"
    "max_students,enrollment,fields,facility_type,public_private,tel,email,url,ref_date,geo_qual,"
    "comments"
)
LINES = (
    "AT1,Volksschule Hietzing,,48.18641,16.29993,,,1130,,Wien,AT,1,250,198,,,,,,,01/09/2022,1,",
    "AT1,Volksschule Hietzing,Haus B,48.19,16.31,,,1130,,Wien,AT,1,,,,,public,,,,01/09/2022,1,",
    "GR7,1ο Γυμνάσιο,,37.98,23.73,,,,,Αθήνα,GR,2-3,,410,,,,,,,01/09/2021,3,",
    "IE9,Nowhere School,,,,,,,,Cork,IE,0-1,,,,,,,,,01/09/2022,-2,",
    "IE8,Unplaced School,,51.9,-8.47,,,,,Cork,IE,0-1,,,,,,,,,01/09/2022,-2,",
    "AT2,Volksschule Hietzing,,48.18641,16.29993,,,1130,,Wien,AT,1,250,198,,,,,,,01/09/2022,1,",
    "BE3,Far School,,98.2,4.35,,,,,Brussels,BE,1,,,,,,,,,01/09/2022,4,",
    "BE4,Vague School,,50.85,4.35,,,,,Brussels,BE,1,about 200,,,,,,,,01/09/2022,4,",
    "BE5,,,50.86,4.36,,,,,Brussels,BE,1,,,,,,,,,01/09/2022,4,",
)  # fmt: skip


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join([HEADER, *LINES]) + "\n")
    return education_services.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["facility"].set_index("facility_id")


def test_a_school_is_a_service_point_with_its_capacity(rows: pd.DataFrame) -> None:
    school = rows.loc["education/AT/AT1"]
    assert (school["name"], school["country"], school["lon"], school["lat"]) == (
        "Volksschule Hietzing", "AT", 16.29993, 48.18641,
    )  # fmt: skip
    assert (school["kind"], school["service"], school["publish_level"]) == (
        "service", "education", "point",
    )  # fmt: skip
    assert (school["places"], school["period"], school["source_line"]) == (250, "2023", 2)
    assert school["note"] == "ISCED levels 1"


def test_enrolment_is_not_capacity(rows: pd.DataFrame) -> None:
    """410 pupils are enrolled; how many could be is not said, so it is unknown, not 0."""
    assert pd.isna(rows.loc["education/EL/GR7", "places"])


def test_a_second_site_has_a_key_of_its_own(rows: pd.DataFrame) -> None:
    assert rows.loc["education/AT/AT1/2", "name"] == "Volksschule Hietzing · Haus B"
    assert rows.index.is_unique


def test_greece_has_the_code_eurostat_uses(rows: pd.DataFrame) -> None:
    greek = rows.loc["education/EL/GR7"]
    assert greek["country"] == "EL"
    assert greek["note"] == "ISCED levels 2-3; coordinates of low quality"


def test_every_line_is_accounted_for(reading: Reading) -> None:
    assert reading.outcomes == Counter(
        {
            (FILE, LOADED): 4,
            (FILE, REJECTED): 2,
            (FILE, "left out: its place is not known"): 2,
            (FILE, "left out: same name and place as an earlier line"): 1,
        }
    )
    assert [row["line"] for row in reading.rejected] == [8, 9]


def test_a_school_without_a_name_has_none(rows: pd.DataFrame) -> None:
    """The contract then refuses it with its line: nobody can be sent there."""
    assert pd.isna(rows.loc["education/BE/BE5", "name"])


@pytest.mark.parametrize("column", ["cntr_id", "max_students", "geo_qual"])
def test_another_layout_is_refused(put: Put, tmp_path: Path, column: str) -> None:
    put(FILE, HEADER.replace(column, f"{column}_2025") + "\n" + LINES[0] + "\n")
    with pytest.raises(LayoutError, match=f"column {column} is missing"):
        education_services.read(tmp_path)


def test_it_is_there_only_when_it_was_fetched() -> None:
    assert not education_services.SOURCE.shipped
    (download,) = education_services.SOURCE.downloads
    assert download.url.endswith("/pub/education/2023/csv/EU.csv")
