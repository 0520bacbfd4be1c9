"""Residents: totals only, no aggregates, gaps stay gaps, flags survive."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import residents

FILE = "eurostat/estat_demo_r_pjangrp3.tsv.gz"
LINES = (
    "freq,sex,unit,age,geo\\TIME_PERIOD\t2020 \t2021 \t2022 ",
    "A,T,NR,TOTAL,FR\t1000 \t1010 b\t1020 bep",
    "A,T,NR,TOTAL,FRK2\t: \t: u\t300 p",
    "A,F,NR,TOTAL,FR\t500 \t505 \t510 ",
    "A,T,NR,Y_LT5,FR\t50 \t51 \t52 ",
    "A,T,NR,TOTAL,FRXXX\t1 \t2 \t3 ",
    "A,T,NR,TOTAL,EU27_2020\t9000 \t9001 \t9002 ",
    "A,T,NR,TOTAL,DE\t80 \t81 \t82? ",
    "A,T,NR,TOTAL,XK\t7 \t8 \t9 ",
)


@pytest.fixture
def reading(put: Callable[[str, str], Path], tmp_path: Path) -> Reading:
    put(FILE, "\r\n".join(LINES) + "\r\n")
    return residents.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    frame = reading.tables["observation"]
    indexed = frame.set_index(["territory_id", "period"]).sort_index()
    assert indexed.index.is_unique
    return indexed


def test_only_totals_of_territories_are_loaded(rows: pd.DataFrame) -> None:
    assert list(rows.index.unique("territory_id")) == ["FR", "FRK2", "XK"]
    assert rows.loc["FR", "value"].to_dict() == {"2020": 1000, "2021": 1010, "2022": 1020}
    assert set(rows["measure_id"] + "/" + rows["group_id"]) == {"residents_persons/residents"}
    assert set(rows["nuts_version"]) == {"2021"}


def test_missing_is_a_row_without_a_value(rows: pd.DataFrame) -> None:
    for year in ("2020", "2021"):
        assert pd.isna(rows.loc[("FRK2", year), "value"])
        assert rows.loc[("FRK2", year), "obs_status"] == "L"
    assert rows.loc[("FRK2", "2021"), "note"] == "low reliability"


def test_flags_survive(rows: pd.DataFrame) -> None:
    assert rows.loc["FR", "obs_status"].tolist() == ["A", "B", "E"]
    assert rows.loc[("FRK2", "2022"), "obs_status"] == "P"
    assert rows.loc[("FR", "2022"), "note"] == (
        "break in time series; estimated by the publisher; provisional"
    )


def test_every_line_accounts_for_itself(reading: Reading, rows: pd.DataFrame) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 3,
        "left out: by sex or age": 2,
        "left out: not attributed to a region": 1,
        "left out: sum of countries": 1,
        REJECTED: 1,
    }
    assert rows["source_line"].groupby(level=0).unique().map(list).to_dict() == {
        "FR": [2],
        "FRK2": [3],
        "XK": [9],
    }


def test_a_line_with_an_unreadable_figure_is_rejected_whole(reading: Reading) -> None:
    (refused,) = reading.rejected
    assert (refused["line"], refused["raw"]) == (8, LINES[7])
    assert "period 2022: '82? '" in str(refused["reason"])


def test_a_table_with_another_dimension_is_refused(
    put: Callable[[str, str], Path], tmp_path: Path
) -> None:
    put(FILE, LINES[0].replace("unit,age", "age,unit") + "\r\n")
    with pytest.raises(LayoutError, match="freq,sex,age,unit,geo, expected freq,sex,unit,age"):
        residents.read(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("A,T,NR,TOTAL,FRK2", "A,T,THS,TOTAL,FRK2", "line 3: unit is 'THS', expected 'NR'"),
        ("A,F,NR,TOTAL,FR", "A,X,NR,TOTAL,FR", "line 4: sex is 'X', expected 'T' or 'F' or 'M'"),
        ("A,T,NR,TOTAL,XK", "Q,T,NR,TOTAL,XK", "line 9: freq is 'Q', expected 'A'"),
        (",TOTAL,", ",ALL,", "none of 8 lines is one of those asked for"),
    ],
)
def test_a_code_nobody_knows_is_drift_named_with_its_line(
    put: Callable[[str, str], Path], tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, "\r\n".join(LINES).replace(old, new) + "\r\n")
    with pytest.raises(LayoutError, match=named):
        residents.read(tmp_path)
