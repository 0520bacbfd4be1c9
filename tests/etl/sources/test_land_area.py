"""Area of regions: the last year reported, land and total apart, glued flags read."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import land_area

Put = Callable[[str, str], Path]
FILE = "eurostat/area.tsv"
LINES = (
    "freq,unit,landuse,geo,2013,2014,2015",
    "A,KM2,L0008,XA11,90.5,91.0b,92.5",
    "A,KM2,TOTAL,XA11,100.0,4700bp,:",
    "A,KM2,L0008,XA12,80.0,:,:",
    "A,KM2,L0008,XA13,:,:,: ",
    "A,KM2,L0008,EU28,1.0,1.0,1.0",
    "A,KM2,L0008,XAZZ,1.0,1.0,1.0",
    "A,HA,L0008,XA11,9050,9100,9250",
    "A,KM2,L0005,XA11,1.0,1.0,1.0",
    "A,KM2,TOTAL,XA12,85.0,8 5,85.0",
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return land_area.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "measure_id"])


def test_only_the_last_reported_year_is_loaded(rows: pd.DataFrame) -> None:
    assert rows[["period", "value"]].to_records().tolist() == [
        ("XA11", "land_area_km2", "2015", 92.5),
        ("XA11", "total_area_km2", "2014", 4700),
        ("XA12", "land_area_km2", "2013", 80),
    ]


def test_the_status_is_that_of_the_year_loaded(rows: pd.DataFrame) -> None:
    assert rows["obs_status"].tolist() == ["A", "P", "A"]
    assert rows["note"].tolist()[1] == "break in time series; provisional"


def test_codes_are_those_of_nuts_2021(rows: pd.DataFrame) -> None:
    assert set(rows["nuts_version"]) == {"2021"}


def test_every_line_accounts_for_itself(reading: Reading, rows: pd.DataFrame) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 3,
        "left out: no year has a figure": 1,
        "left out: sum of countries": 1,
        "left out: not attributed to a region": 1,
        REJECTED: 3,
    }
    assert rows["source_line"].tolist() == [2, 3, 4]


def test_an_area_in_another_unit_or_of_another_use_is_rejected(reading: Reading) -> None:
    refused = {row["line"]: row for row in reading.rejected}
    assert {line: row["raw"] for line, row in refused.items()} == {
        8: LINES[7],
        9: LINES[8],
        10: LINES[9],
    }
    assert (refused[8]["column_name"], refused[8]["reason"]) == ("unit", "'HA' is not known")
    assert (refused[9]["column_name"], refused[9]["reason"]) == ("landuse", "'L0005' is not known")
    assert "period 2014: '8 5'" in refused[10]["reason"]


def test_areas_by_another_frequency_are_another_file(put: Put, tmp_path: Path) -> None:
    put(FILE, "\n".join(LINES).replace("A,KM2,TOTAL,XA11", "M,KM2,TOTAL,XA11") + "\n")
    with pytest.raises(LayoutError, match=r"area\.tsv, line 3: freq is 'M', expected 'A'"):
        land_area.read(tmp_path)


def test_a_file_with_another_key_is_refused(put: Put, tmp_path: Path) -> None:
    put(FILE, "freq,landuse,unit,geo,2015\n")
    with pytest.raises(LayoutError, match="freq,landuse,unit,geo, expected freq,unit,landuse,geo"):
        land_area.read(tmp_path)
