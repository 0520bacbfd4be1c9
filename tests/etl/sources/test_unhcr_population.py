"""Refugees and asylum-seekers: sums over origins by country of the map, nothing made up."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl import contract
from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import unhcr_population
from etl.sources.unhcr_countries import COUNTRIES

PutRecords = Callable[..., Path]
LINES, TABLE = "unhcr/population.jsonl", "unhcr/population.parquet"
NAMES = {"GRC": ("GRE", "Greece"), "GBR": ("GBR", "United Kingdom"), "AFG": ("AFG", "Afghanistan")}
SERBIA = "Serbia and Kosovo: S/RES/1244 (1999)"
REFUGEES, PENDING = "refugees_persons", "asylum_seekers_pending_persons"


def record(asylum: str, origin: str, year: object, *counts: object) -> dict[str, object]:
    """A record; `counts` are refugees, asylum-seekers (else 0), others in need (else -)."""
    code, name = NAMES.get(asylum, (asylum, SERBIA if asylum == "SRB" else asylum))
    refugees, pending, oip = (*counts, *(0, "-")[len(counts) - 1 :])
    return {
        "year": year, "coo": f"{origin[:2]}*", "coo_iso": origin, "coo_name": f"{origin}land",
        "coa": code, "coa_iso": asylum, "coa_name": name,
        "refugees": refugees, "asylum_seekers": pending, "oip": oip,
    }  # fmt: skip


RECORDS = [
    record("GRC", "SYR", 2023, 100, 20),
    record("GRC", "AFG", 2023, 50, 5),
    record("GRC", "UKR", 2023, 0, 0),
    record("GRC", "SYR", 2024, "110", "-"),
    record("GBR", "SYR", 2023, 7, 3),
    record("AFG", "PAK", 2023, 900),
    record("GRC", "SYR", 1999, 4000),
    record("GRC", "SYR", 2023, 100, 20),
    record("GRC", "IRQ", 2023, "1.5"),
    record("GRC", "IRN", 2022, "-", "-"),
    record("ISL", "SYR", 2022, 0, 0),
    record("SRB", "SYR", 2023, 30, 5),
    record("SRB", "HRV", 2023, 10, 0),
    record("SRB", "BIH", 2005, 60, 0),
]


@pytest.fixture
def reading(put_records: PutRecords, tmp_path: Path) -> Reading:
    put_records(LINES, RECORDS)
    return unhcr_population.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    indexed = reading.tables["observation"].set_index(["territory_id", "period", "measure_id"])
    assert indexed.index.is_unique
    return indexed.sort_index()


def test_a_countrys_figure_is_the_sum_over_origins(rows: pd.DataFrame) -> None:
    assert rows.loc[("EL", "2023", REFUGEES), "value"] == 150
    assert rows.loc[("EL", "2023", PENDING), "value"] == 25
    assert rows.loc[("UK", "2023", REFUGEES), "value"] == 7


def test_a_sum_says_what_it_is(rows: pd.DataFrame) -> None:
    row = rows.loc[("EL", "2023", REFUGEES)]
    assert row["note"] == ("sum over 3 countries of origin; the publisher rounds small cells to 5")
    assert (row["evidence"], row["obs_status"]) == ("estimated", "A")
    assert (row["source_file"], row["source_line"]) == (LINES, 1)
    assert row["group_id"] == "beneficiaries_of_protection"
    assert rows.loc[("EL", "2023", PENDING), "group_id"] == "asylum_applicants"


def test_the_latest_year_is_provisional(rows: pd.DataFrame) -> None:
    row = rows.loc[("EL", "2024", REFUGEES)]
    assert (row["value"], row["obs_status"]) == (110, "P")
    assert row["note"].startswith("provisional; sum over one country of origin")


def test_absent_is_no_row_and_a_published_zero_is_one(rows: pd.DataFrame) -> None:
    assert rows.loc[("IS", "2022", REFUGEES), "value"] == 0
    for absent in (("EL", "2024", PENDING), ("EL", "2022", REFUGEES), ("UK", "2024", REFUGEES)):
        assert absent not in rows.index
    assert "other_protection_need_persons" not in rows.index.get_level_values("measure_id")


def test_other_people_in_need_are_a_measure_of_their_own(
    put_records: PutRecords, tmp_path: Path
) -> None:
    put_records(LINES, [record("GRC", "VEN", 2024, 3, 2, 40), record("GRC", "SYR", 2024, 5, 1)])
    rows = unhcr_population.read(tmp_path).tables["observation"].set_index("measure_id")
    assert rows["value"].to_dict() == {
        REFUGEES: 8,
        PENDING: 3,
        "other_protection_need_persons": 40,
    }


def test_serbia_and_kosovo_are_set_aside_and_given_to_neither(
    reading: Reading, rows: pd.DataFrame
) -> None:
    assert not {"RS", "XK", "ME"} & set(rows.index.get_level_values("territory_id"))
    aside = reading.tables["set_aside"].set_index(["period", "measure"])
    label = BY_ID[REFUGEES].label
    assert aside.loc[("2023", label), "value"] == "40"
    assert aside.loc[("2023", label), "reason"] == "one figure for Serbia and Kosovo* together"
    assert "Montenegro" in aside.loc[("2005", label), "reason"]
    assert set(aside["territory_name"]) == {SERBIA}
    keys = reading.tables["set_aside"][list(contract.BY_NAME["set_aside"].key)]
    assert not keys.duplicated().any()


def test_serbia_alone_would_be_serbia(put_records: PutRecords, tmp_path: Path) -> None:
    put_records(LINES, [{**record("SRB", "SYR", 2030, 9), "coa_name": "Serbia"}])
    reading = unhcr_population.read(tmp_path)
    assert set(reading.tables["observation"]["territory_id"]) == {"RS"}
    assert "set_aside" not in reading.tables


def test_every_record_accounts_for_itself(reading: Reading) -> None:
    assert reading.outcomes == {
        (LINES, LOADED): 9,
        (LINES, "left out: not a country of the map"): 1,
        (LINES, "left out: before 2000"): 1,
        (LINES, "left out: no figure in the columns that are read"): 1,
        (LINES, REJECTED): 2,
    }
    assert {row["line"]: row["reason"] for row in reading.rejected} == {
        8: "coo repeats record 1",
        9: "refugees '1.5' is not a whole number of 0 or more",
    }
    assert '"coo_iso": "IRQ"' in str(reading.rejected[1]["raw"])


def test_the_form_that_was_fetched_stands_before_the_table(
    put_records: PutRecords, tmp_path: Path
) -> None:
    put_records(TABLE, [record("GRC", "SYR", 2023, 1.0, 2.0, None)])
    from_table = unhcr_population.read(tmp_path)
    assert from_table.outcomes == {(TABLE, LOADED): 1}
    put_records(LINES, [record("GRC", "SYR", 2023, 5)])
    fetched = unhcr_population.read(tmp_path)
    assert fetched.outcomes == {(LINES, LOADED): 1}
    assert [
        reading.tables["observation"].set_index("measure_id").loc[REFUGEES, "value"]
        for reading in (from_table, fetched)
    ] == [1, 5]


def test_both_forms_give_the_same_figures(put_records: PutRecords, tmp_path: Path) -> None:
    whole = [{**each, "oip": None} for each in RECORDS if each["refugees"] not in ("-", "1.5")]
    frames = []
    for name in (TABLE, LINES):
        put_records(name, [{**each, "refugees": float(str(each["refugees"])),
                            "asylum_seekers": 0.0} for each in whole])  # fmt: skip
        rows = unhcr_population.read(tmp_path).tables["observation"]
        frames.append(rows.drop(columns="source_file"))
    pd.testing.assert_frame_equal(*frames)


def test_a_renamed_column_is_refused(put_records: PutRecords, tmp_path: Path) -> None:
    put_records(LINES, [{("pending" if k == "asylum_seekers" else k): v for k, v in each.items()}
                        for each in RECORDS])  # fmt: skip
    with pytest.raises(LayoutError, match="column asylum_seekers is missing"):
        unhcr_population.read(tmp_path)


def test_each_country_has_a_code_of_its_own() -> None:
    assert len(set(COUNTRIES.values())) == len(COUNTRIES) == 40
    assert (COUNTRIES["GRC"], COUNTRIES["GBR"], COUNTRIES["XKX"]) == ("EL", "UK", "XK")


def test_origins_are_the_records_of_the_latest_three_years(put_records: PutRecords, tmp_path: Path):
    """UNHCR's own codes differ from ISO's (its ARE is Egypt), so ISO's decides."""
    put_records(LINES, [*RECORDS, {**record("ITA", "EGY", 2024, 5, 10), "coo": "ARE"}])
    reading = unhcr_population.read(tmp_path)
    rows = reading.tables["origin"].set_index(["territory_id", "origin", "period"])
    assert rows.index.is_unique
    assert set(rows.index.get_level_values("period")) == {"2023", "2024"}
    assert list(rows.loc[("EL", "SY", "2023"), ["refugees_persons", "asylum_seekers_persons"]]) == [
        100, 20,
    ]  # fmt: skip
    assert rows.loc[("IT", "EG", "2024"), "origin_name"] == "EGYland"
    latest = rows.loc[("EL", "SY", "2024")]
    assert (latest["obs_status"], latest["source_line"]) == ("P", 4)
    assert pd.isna(latest["asylum_seekers_persons"])
    # Serbia and Kosovo together are no territory; Pakistan's refugees are not in Europe.
    assert not {"RS", "XK", "AF"} & set(rows.index.get_level_values("territory_id"))
