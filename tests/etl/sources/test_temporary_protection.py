"""Temporary protection: Ukrainians by country and month, nobody counted twice."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import temporary_protection

Put = Callable[[str, str], Path]
FILE = "eurostat/migr_asytpsm.csv"
LINES = (
    "STRUCTURE,freq,unit,citizen,Country of citizenship,sex,age,geo,TIME_PERIOD,OBS_VALUE,"
    "OBS_FLAG,CONF_STATUS",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,AT,2025-02,70,,",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,AT,2025-03,75,p,",
    "dataflow,M,PER,TOTAL,Total,T,TOTAL,AT,2025-02,72,,",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,PT,2025-03,:,,",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,IS,2025-03,,,C",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,EU27_2020,2025-02,4000,,",
    "dataflow,M,PER,TOTAL,Total,T,TOTAL,EU27_2020,2025-02,4100,,",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,EL,2025-02,30 000,,",
    "dataflow,M,PER,UA,Ukraine,T,TOTAL,BE,2025-02,0,d,",
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return temporary_protection.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "period"])


def test_one_citizenship_is_loaded_and_rows_of_the_other_are_counted(
    reading: Reading, rows: pd.DataFrame
) -> None:
    assert rows.index.is_unique
    assert rows.loc["AT", "value"].to_dict() == {"2025-02": 70, "2025-03": 75}
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 5,
        "left out: citizenship is not UA": 2,
        "left out: sum of countries": 1,
        REJECTED: 1,
    }


def test_rows_are_need_for_temporary_protection_by_country_of_2024(rows: pd.DataFrame) -> None:
    assert set(rows["measure_id"]) == {"temporary_protection_persons"}
    assert set(rows["group_id"]) == {"temporary_protection"}
    assert set(rows["nuts_version"]) == {"2024"}
    assert rows["source_line"].tolist() == [2, 3, 5, 6, 10]


def test_missing_and_suppressed_are_rows_without_a_value(rows: pd.DataFrame) -> None:
    gaps = rows[rows["value"].isna()]
    assert gaps["obs_status"].to_dict() == {("PT", "2025-03"): "L", ("IS", "2025-03"): "Q"}


def test_a_zero_and_its_flag_are_kept(rows: pd.DataFrame) -> None:
    row = rows.loc[("BE", "2025-02")]
    assert (row["value"], row["obs_status"], row["note"]) == (0, "A", "definition differs")
    assert rows.loc[("AT", "2025-03"), "obs_status"] == "P"


def test_what_is_no_number_is_rejected_with_its_line(reading: Reading) -> None:
    (refused,) = reading.rejected
    assert (refused["line"], refused["column_name"]) == (9, "OBS_VALUE")
    assert refused["raw"] == LINES[8]
    assert "'30 000'" in str(refused["reason"])


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (",T,TOTAL,BE", ",F,TOTAL,BE", "line 10: sex is 'F', expected 'T'"),
        (",T,TOTAL,BE", ",T,Y_LT14,BE", "line 10: age is 'Y_LT14', expected 'TOTAL'"),
        ("dataflow,M,PER,UA,Ukraine,T,TOTAL,BE", "dataflow,A,PER,UA,Ukraine,T,TOTAL,BE", "freq"),
        (",OBS_FLAG", ",FLAG", "column OBS_FLAG is missing"),
    ],
)
def test_another_download_is_refused(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, "\n".join(LINES).replace(old, new))
    with pytest.raises(LayoutError, match=named):
        temporary_protection.read(tmp_path)


def test_a_file_without_citizenship_is_refused(put: Put, tmp_path: Path) -> None:
    put(
        FILE,
        "freq,unit,sex,age,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nM,PER,T,TOTAL,AT,2025-01,1,\n",
    )
    with pytest.raises(LayoutError, match="column citizen is missing"):
        temporary_protection.read(tmp_path)
