"""Employment by citizenship: one sex, one age class, groups that overlap kept apart."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import employment

Put = Callable[[str, str], Path]
FILE = "eurostat/lfsa_ergan.csv"
LINES = (
    "STRUCTURE,freq,unit,sex,age,Age class,citizen,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS",
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",TOTAL,AT,2023,74.1,,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",NAT,AT,2023,75.6,b,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",FOR,AT,2023,68.2,bu,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",NEU27_2020_FOR,AT,2023,61.5,d,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",EU27_2020_FOR,AT,2023,76.6,,',
    'dataflow,A,PC,F,Y15-64,"15 to 64, all",FOR,AT,2023,60.0,,',
    'dataflow,A,PC,M,Y15-64,"15 to 64, all",FOR,AT,2023,77.0,,',
    'dataflow,A,PC,T,Y20-64,"20 to 64, all",FOR,AT,2023,70.1,,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",FOR,RO,2023,,u,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",FOR,BG,2023,:,,C',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",FOR,EU27_2020,2023,64.0,,',
    'dataflow,A,PC,T,Y15-64,"15 to 64, all",FOR,UK,2019,"73,5",,',
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return employment.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "group_id"])


def test_each_citizenship_is_a_group(rows: pd.DataFrame) -> None:
    assert rows.loc["AT", "value"].to_dict() == {
        "residents": 74.1,
        "nationals": 75.6,
        "foreign_citizens": 68.2,
        "non_eu_citizens": 61.5,
    }
    (measure_id,) = set(rows["measure_id"])
    assert (BY_ID[measure_id].kind, BY_ID[measure_id].unit) == ("context", "percent")
    assert "15 to 64" in BY_ID[measure_id].definition


def test_flags_survive(rows: pd.DataFrame) -> None:
    assert rows.loc["AT", "obs_status"].to_dict() == {
        "residents": "A",
        "nationals": "B",
        "foreign_citizens": "U",
        "non_eu_citizens": "A",
    }
    assert rows.loc[("AT", "non_eu_citizens"), "note"] == "definition differs"


def test_missing_and_confidential_have_no_value(rows: pd.DataFrame) -> None:
    unknown = rows[rows["obs_status"].isin(["L", "Q"])]
    assert unknown["obs_status"].droplevel(1).to_dict() == {"RO": "L", "BG": "Q"}
    assert pd.isna(rows.loc[("RO", "foreign_citizens"), "value"])
    assert rows.loc[("RO", "foreign_citizens"), "note"] == "low reliability"


def test_every_line_accounts_for_itself(reading: Reading, rows: pd.DataFrame) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 6,
        "left out: citizens of another EU country, or no answer": 1,
        "left out: by sex": 2,
        "left out: age class is not Y15-64": 1,
        "left out: sum of countries": 1,
        REJECTED: 1,
    }
    assert rows["source_line"].tolist() == [2, 3, 4, 5, 10, 11]
    (refused,) = reading.rejected
    assert (refused["line"], refused["raw"]) == (13, LINES[12])


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (",NEU27_2020_FOR,", ",NEU28_FOR,", "line 5: sex 'T', citizen 'NEU28_FOR' is not a known"),
        ("A,PC,M,", "A,PC,X,", "line 8: sex 'X'"),
        ("A,PC,M,", "A,THS,M,", "line 8: unit is 'THS', expected 'PC'"),
        ("A,PC,M,", "Q,PC,M,", "line 8: freq is 'Q', expected 'A'"),
        (",citizen,", ",country,", "column citizen is missing"),
    ],
)
def test_another_download_is_refused(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, "\n".join(LINES).replace(old, new, 1) + "\n")
    with pytest.raises(LayoutError, match=named):
        employment.read(tmp_path)
