"""Asylum applications: persons at first instance, each once, whoever runs the procedure."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, LayoutError, Reading
from etl.sources import unhcr_applications

PutRecords = Callable[..., Path]
FILE = "unhcr/asylum_applications.jsonl"


def record(
    asylum: str, year: int, kind: str, applied: object, origin: str = "SYR"
) -> dict[str, object]:
    """A record; `kind` is procedure/type/level/unit."""
    procedure, app_type, level, unit = kind.split("/")
    return {
        "year": year, "coo": origin, "coa": asylum, "coa_iso": asylum, "coa_name": asylum,
        "procedure_type": procedure, "app_type": app_type, "dec_level": level, "app_pc": unit,
        "applied": applied,
    }  # fmt: skip


@pytest.fixture
def reading(put_records: PutRecords, tmp_path: Path) -> Reading:
    put_records(
        FILE,
        [
            record("DEU", 2020, "G/N/NA/P", 100),
            record("DEU", 2020, "G/N/NA/P", 50, "AFG"),
            record("DEU", 2020, "G/R/RA/P", 20),
            record("DEU", 2020, "G/A/JR/P", 70),
            record("FRA", 2006, "G/N/FI/P", 30),
            record("FRA", 2006, "G/NR/AR/P", 25),
            record("AUT", 2024, "G/N/FA/P", 15),
            record("UKR", 2024, "G/N/FI/P", 9),
            record("UKR", 2024, "U/N/FI/P", 5),
            record("TUR", 2016, "U/N/FI/P", 700),
            record("TUR", 2016, "U/A/AR/P", 60),
            record("GBR", 2001, "G/V/FI/C", 900),
            record("GBR", 2004, "G/V/FI/P", 400),
            record("SVK", 2011, "G/N/FI/P", 8),
            record("SVK", 2011, "G/R/RA/C", 3),
            record("USA", 2024, "G/N/IN/C", 4000),
        ],
    )
    return unhcr_applications.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "period"])


def test_new_and_repeated_applications_are_summed_without_appeals(rows: pd.DataFrame) -> None:
    assert rows.loc[("DE", "2020"), "value"] == 170
    assert rows.loc[("FR", "2006"), "value"] == 30
    assert "2 countries of origin" in rows.loc[("DE", "2020"), "note"]


def test_instances_in_one_figure_are_loaded_and_say_so(rows: pd.DataFrame) -> None:
    row = rows.loc[("AT", "2024")]
    assert (row["value"], row["obs_status"]) == (15, "P")
    assert row["note"].startswith("first instance and appeal are one figure; provisional; sum over")


def test_unhcrs_procedure_counts_only_where_there_is_no_other(rows: pd.DataFrame) -> None:
    assert rows.loc[("UA", "2024"), "value"] == 9
    assert rows.loc[("TR", "2016"), "value"] == 700
    assert rows.loc[("TR", "2016"), "note"].startswith("procedure run by UNHCR")


def test_cases_are_never_persons(rows: pd.DataFrame) -> None:
    assert ("UK", "2001") not in rows.index
    assert rows.loc[("UK", "2004"), "value"] == 400


def test_persons_beside_cases_are_the_least_there_can_be(rows: pd.DataFrame) -> None:
    row = rows.loc[("SK", "2011")]
    assert pd.isna(row["value"])
    assert (row["lower"], row["obs_status"]) == (8, "L")
    assert pd.isna(row["upper"])


def test_every_record_accounts_for_itself(reading: Reading) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 9,
        "left out: an appeal, or an application for another status": 2,
        "left out: not a first-instance procedure for asylum": 1,
        "left out: UNHCR's own procedure beside the government's": 1,
        "left out: counts cases, not persons": 2,
        "left out: not a country of the map": 1,
    }


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("X/N/FI/P", "procedure_type 'X'"),
        ("G/Q/FI/P", "app_type 'Q'"),
        ("G/N/ZZ/P", "dec_level 'ZZ'"),
        ("G/N/FI/H", "app_pc 'H'"),
    ],
)
def test_a_code_that_is_new_is_refused(
    put_records: PutRecords, tmp_path: Path, kind: str, named: str
) -> None:
    put_records(FILE, [record("DEU", 2024, "G/N/FI/P", 1), record("DEU", 2024, kind, 1)])
    with pytest.raises(LayoutError, match=f"record 2: {named} is not one of"):
        unhcr_applications.read(tmp_path)


def test_a_record_without_a_year_is_rejected_with_itself(
    put_records: PutRecords, tmp_path: Path
) -> None:
    good = record("DEU", 2024, "G/N/FI/P", 1)
    put_records(FILE, [{**good, "year": "n/a"}, good])
    reading = unhcr_applications.read(tmp_path)
    (refused,) = reading.rejected
    assert (refused["line"], refused["column_name"]) == (1, "year")
    assert reading.tables["observation"]["value"].tolist() == [1]
