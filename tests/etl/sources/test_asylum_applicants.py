"""Asylum applicants: the total over citizenships, by country and year."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import asylum_applicants

Put = Callable[[str, str], Path]
FILE = "eurostat/migr_asyappctza.csv"
HEADER = "freq,citizen,sex,unit,age,asyl_app,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"
LINES = (
    HEADER,
    "A,TOTAL,T,PER,TOTAL,ASY_APP,AT,2023,55,,",
    "A,UA,T,PER,TOTAL,ASY_APP,AT,2023,5,,",
    "A,SY,T,PER,TOTAL,ASY_APP,AT,2023,20,,",
    "A,TOTAL,T,PER,TOTAL,ASY_APP,UK,2023,:,,",
    "A,TOTAL,T,PER,TOTAL,ASY_APP,EU27_2020,2023,1000,,",
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return asylum_applicants.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "period"])


def test_the_total_is_loaded_and_its_parts_are_counted_as_left_out(
    reading: Reading, rows: pd.DataFrame
) -> None:
    assert rows["value"].dropna().to_dict() == {("AT", "2023"): 55}
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 2,
        "left out: citizenship is not TOTAL": 2,
        "left out: sum of countries": 1,
    }


def test_a_year_without_a_figure_is_unknown_not_zero(rows: pd.DataFrame) -> None:
    row = rows.loc[("UK", "2023")]
    assert pd.isna(row["value"])
    assert (row["obs_status"], row["source_line"]) == ("L", 5)


def test_applicants_are_a_need_of_applicants(rows: pd.DataFrame) -> None:
    (measure_id,) = set(rows["measure_id"])
    assert BY_ID[measure_id].kind == "need"
    assert "a flow, not a stock" in BY_ID[measure_id].definition
    assert set(rows["group_id"]) == {"asylum_applicants"}


@pytest.mark.parametrize("kind", ["FRST", "SUBSQ_APP"])
def test_first_applications_are_another_table(put: Put, tmp_path: Path, kind: str) -> None:
    put(FILE, f"{HEADER}\n" + LINES[1].replace("ASY_APP", kind) + "\n")
    with pytest.raises(LayoutError, match=f"line 2: asyl_app is '{kind}', expected 'ASY_APP'"):
        asylum_applicants.read(tmp_path)
