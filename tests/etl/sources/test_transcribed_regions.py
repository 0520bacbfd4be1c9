"""Figures read off pages: each line is a figure, money, sponsorship or set aside, never lost."""

import csv
import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from etl import codes, contract
from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import transcribed_regions
from etl.sources.regional.reception import COMMITTED, HOSTED, PLACES, TARGET
from etl.validate import conform, faults

RAW = Path(__file__).parent / "raw"
KEY = ["territory_id", "period", "measure_id", "group_id", "source_id"]
OLDER = "transcribed/reception_by_region.csv"
CHILDREN = "transcribed/uam_by_region.csv"
NORTH = "transcribed/regional_north_ireland_uk_eu.csv"
CENTRAL = "transcribed/regional_central_east_greece_cyprus.csv"
WEST = "transcribed/regional_fr_be_nl_es_pt_it_mt.csv"
ALPINE = "transcribed/regional_de_at_ch_lu_li.csv"
EXTRA = "transcribed/extra_costs_central_east_greece.csv"
TABLES = ("observation", "facility", "set_aside", "funding", "sponsorship")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return transcribed_regions.read(RAW)


@pytest.fixture(scope="module")
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"]


@pytest.fixture(scope="module")
def aside(reading: Reading) -> pd.DataFrame:
    return reading.tables["set_aside"].set_index(["source_file", "source_line"])


def of(rows: pd.DataFrame, territory_id: str, measure_id: str, period: str) -> pd.Series:
    """The one row of a territory, measure and period."""
    picked = rows[
        (rows["territory_id"] == territory_id)
        & (rows["measure_id"] == measure_id)
        & (rows["period"] == period)
    ]
    assert len(picked) == 1
    return picked.iloc[0]


@pytest.mark.parametrize("file", transcribed_regions.SOURCE.files)
def test_every_line_gives_a_row_of_one_table_or_is_rejected(reading: Reading, file: str) -> None:
    with (RAW / file).open(encoding="utf-8", newline="") as handle:
        lines = sum(1 for _ in csv.reader(handle)) - 1
    refused = {row["line"] for row in reading.rejected if row["file"] == file}
    assert reading.outcomes[file, LOADED] + reading.outcomes[file, REJECTED] == lines
    assert {outcome for name, outcome in reading.outcomes if name == file} <= {LOADED, REJECTED}
    given = Counter(
        line
        for table in TABLES
        for name, line in reading.tables[table][["source_file", "source_line"]].itertuples(
            index=False
        )
        if name == file
    )
    assert set(given.values()) == {1}
    # The second part of a sum has no row of its own.
    second_parts = {CHILDREN: {4}}.get(file, set())
    assert set(given) | refused | second_parts == set(range(2, lines + 2))
    assert not set(given) & (refused | second_parts)


def test_every_table_is_as_the_contract_says(reading: Reading) -> None:
    for name in (*TABLES, "source"):
        frame = conform(contract.BY_NAME[name], reading.tables[name])
        assert faults(contract.BY_NAME[name], frame, {}).empty
    rows = reading.tables["observation"]
    assert set(rows["measure_id"]) <= set(BY_ID)
    assert set(rows["group_id"]) <= set(codes.GROUP)
    assert not rows.duplicated(KEY).any()


@pytest.mark.parametrize(
    ("territory_id", "value"),
    [("SI041", 71), ("SE311", 13), ("SK041", 52), ("IE053", 151), ("NL22", 71)],
)
def test_a_municipality_county_or_site_is_never_the_regions_value(
    rows: pd.DataFrame, territory_id: str, value: float
) -> None:
    assert value not in rows.loc[rows["territory_id"] == territory_id, "value"].tolist()


def test_a_site_set_aside_keeps_its_city_and_its_figure_as_printed(aside: pd.DataFrame) -> None:
    site = aside.loc[(CENTRAL, 6)]
    assert (site["territory_name"], site["territory_id"]) == (
        "Asylum home Vič (Ljubljana)",
        "SI041",
    )
    assert (site["value"], site["unit"], site["period"]) == ("71", "places", "2025-01")
    assert site["reason"] == "a municipality, county or single site, not the region"


def test_a_county_that_is_the_region_and_a_set_with_gaps_are_loaded(rows: pd.DataFrame) -> None:
    assert of(rows, "IE061", HOSTED, "2023-06")["value"] == 777
    assert of(rows, "PL21", HOSTED, "2024-12")["value"] == 709


def test_municipal_reception_of_a_whole_country_is_loaded(rows: pd.DataFrame) -> None:
    row = of(rows, "NL", PLACES, "2024-03")
    assert (row["value"], row["group_id"]) == (909, "temporary_protection")


@pytest.mark.parametrize(
    ("territory_id", "period"),
    [("FRK", "2021-12-31"), ("FR1", "2025-01-15"), ("NL11", "2025-07-01")],
)
def test_places_of_a_decree_or_task_are_targets_not_places(
    rows: pd.DataFrame, territory_id: str, period: str
) -> None:
    assert of(rows, territory_id, TARGET, period)["value"] > 0
    there = rows[rows["territory_id"] == territory_id]
    assert PLACES not in there["measure_id"].tolist()


def test_planned_places_are_commitments_neither_asked_for_nor_open(rows: pd.DataFrame) -> None:
    assert of(rows, "NL11", COMMITTED, "2024-11")["value"] == 452
    assert rows.loc[rows["value"] == 452, "measure_id"].tolist() == [COMMITTED]
    assert BY_ID[COMMITTED].kind == "commitment"


@pytest.mark.parametrize(
    ("file", "line", "why"),
    [
        (OLDER, 4, "a sub-total, not the whole territory"),
        (OLDER, 12, "groups counted together that are counted apart elsewhere"),
        (NORTH, 6, "a flow or a cumulative count, not a stock"),
        (NORTH, 7, "an aggregate of countries"),
        (ALPINE, 3, "the code is not a region of NUTS"),
        (EXTRA, 2, "in Polish złoty, not converted"),
    ],
)
def test_what_is_not_a_regions_value_is_set_aside_with_the_reason(
    aside: pd.DataFrame, file: str, line: int, why: str
) -> None:
    assert aside.loc[(file, line), "reason"] == why


def test_set_aside_rows_keep_their_own_period(aside: pd.DataFrame) -> None:
    assert aside.loc[(EXTRA, 2), "period"] == "2025-H1"


def test_a_named_centre_is_a_service_point_and_not_its_regions_figure(
    reading: Reading, rows: pd.DataFrame
) -> None:
    (centre,) = reading.tables["facility"].to_dict("records")
    assert centre["name"] == "IOM Migration Information Centre, Žilina"
    assert (centre["service"], centre["lon"], centre["obs_status"]) == (
        "social_orientation",
        18.74,
        "U",
    )
    assert "integration_centres" not in rows["measure_id"].tolist()


@pytest.mark.parametrize(
    ("territory_id", "measure_id", "period", "value"),
    [
        ("FRK", "cada_target_places", "2021-12-31", 310),
        ("FR1", "cph_target_places", "2025-01-15", 31),
        ("UKC", "hosted_in_dispersal_persons", "2025-12-31", 690),
        ("DE2", "initial_reception_places", "2024-12", 129),
        ("AT", "federal_centre_places", "2022-12-31", 80),
        ("DE3", "initial_reception_occupancy_percent", "2025-01", 93),
        ("AT13", "basic_care_quota_percent", "2024-07", 150.5),
        ("CZ010", "temporary_protection_persons", "2023-04", 790),
        ("ES23", "unaccompanied_children_legal_places", "2025-08-26", 107),
    ],
)
def test_parts_stages_ratios_need_and_children_have_measures_of_their_own(
    rows: pd.DataFrame, territory_id: str, measure_id: str, period: str, value: float
) -> None:
    assert of(rows, territory_id, measure_id, period)["value"] == value
    same = rows[(rows["value"] == value) & (rows["territory_id"] == territory_id)]
    assert same["measure_id"].tolist() == [measure_id]


def test_a_county_before_the_mergers_keeps_its_code_and_version(rows: pd.DataFrame) -> None:
    county = of(rows, "NO041", TARGET, "2016")
    assert (county["value"], county["nuts_version"]) == (58, "2016")
    assert county["note"].endswith("county as it was before 2018")


def test_a_key_in_two_parts_is_added_up(rows: pd.DataFrame) -> None:
    row = of(rows, "FRK26", "unaccompanied_children_key_percent", "2021")
    assert (row["value"], row["evidence"]) == (2.3, "estimated")
    assert BY_ID["unaccompanied_children_key_percent"].kind == "key"


def test_beds_are_places_and_federal_centres_in_passing_do_no_harm(rows: pd.DataFrame) -> None:
    row = of(rows, "LU000", PLACES, "2025-02")
    assert (row["value"], row["group_id"], row["obs_status"]) == (820, "all", "A")
    assert of(rows, "AT", HOSTED, "2025-06")["value"] == 609


def test_the_later_version_supersedes_and_only_the_doubted_row_is_doubted(
    rows: pd.DataFrame, aside: pd.DataFrame
) -> None:
    friesland = of(rows, "NL12", TARGET, "2024-01-01")
    assert (friesland["value"], friesland["obs_status"]) == (80, "U")
    assert "another row" not in friesland["note"]
    assert of(rows, "NL13", TARGET, "2024-01-01")["obs_status"] == "A"
    beaten = aside[aside["reason"].str.startswith("superseded by another row")]
    # Friesland's first version, Stockholm's older file
    assert sorted(beaten.loc[OLDER, "value"]) == ["55", "70"]


def test_the_newer_file_supersedes_without_a_doubt(rows: pd.DataFrame) -> None:
    row = of(rows, "SE110", TARGET, "2025")
    assert (row["value"], row["obs_status"], row["source_file"]) == (41, "A", NORTH)
    assert row["source_line"] == 2


def test_a_task_is_dated_by_the_day_it_is_due(rows: pd.DataFrame) -> None:
    assert of(rows, "NL22", TARGET, "2025-07-01")["value"] == 117


def test_two_equally_new_rows_that_differ_are_one_row_of_low_reliability(
    rows: pd.DataFrame,
) -> None:
    row = of(rows, "DK", PLACES, "2023-10-03")
    assert (row["value"], row["obs_status"]) == (60, "U")
    assert row["note"] == "another row for the same territory and date gives 50"


@pytest.mark.parametrize(
    ("territory_id", "measure_id", "period", "lower"),
    [
        ("CZ063", TARGET, "2022-03", 700),
        ("PL81", PLACES, "2022-03", 16000),
        ("ITC4", TARGET, "2023-09-15", 6000),
    ],
)
def test_more_than_gives_the_lower_end_only(
    rows: pd.DataFrame, territory_id: str, measure_id: str, period: str, lower: float
) -> None:
    row = of(rows, territory_id, measure_id, period)
    assert pd.isna(row["value"])
    assert (row["lower"], row["obs_status"], row["evidence"]) == (lower, "U", "published")


def test_a_sum_is_an_estimate_and_a_mismatch_is_doubted(rows: pd.DataFrame) -> None:
    for row in (of(rows, "SI041", PLACES, "2025-01"), of(rows, "UKC", HOSTED, "2025-12-31")):
        assert (row["obs_status"], row["evidence"]) == ("E", "estimated")
    france = of(rows, "FR", PLACES, "2022-12-31")
    assert (france["value"], france["obs_status"], france["evidence"]) == (1094, "U", "published")


def test_codes_of_the_united_kingdom_are_nuts_2021(rows: pd.DataFrame) -> None:
    country = rows["territory_id"].str[:2]
    versions = {code: set(part) for code, part in rows["nuts_version"].groupby(country)}
    assert versions.pop("UK") == {"2021"}
    assert versions.pop("NO") == {"2016"}
    assert set.union(*versions.values()) == {"2024"}


def test_a_grant_is_money_committed_and_no_figure_of_places(
    reading: Reading, rows: pd.DataFrame
) -> None:
    (grant,) = reading.tables["funding"].to_dict("records")
    assert (grant["territory_id"], grant["period"], grant["committed_eur"]) == ("FRK", "2021", 4393)
    assert 4393 not in rows["value"].tolist()


def test_a_running_total_is_marked_as_one(reading: Reading) -> None:
    (row,) = reading.tables["sponsorship"].to_dict("records")
    assert (row["scheme_id"], row["period"]) == ("homes_for_ukraine", "2025-12-31")
    assert (row["arrivals_persons"], row["arrivals_span"]) == (3496, "since_start")
    assert "pledged_places" not in row


def test_notes_are_kept_and_basic_care_is_explained(rows: pd.DataFrame) -> None:
    assert of(rows, "NL11", TARGET, "2025-07-01")["note"] == "provincial task"
    assert "private housing" in of(rows, "AT13", HOSTED, "2024-07")["note"]


def test_a_value_that_is_no_number_is_rejected_with_its_line(reading: Reading) -> None:
    (refused,) = reading.rejected
    assert (refused["file"], refused["line"], refused["column_name"]) == (CENTRAL, 8, "value")
    assert "'twelve' is not a plain number" in str(refused["reason"])


def test_every_page_a_row_is_from_is_a_source(reading: Reading) -> None:
    pages = reading.tables["source"].set_index("source_id")
    cited = {row for table in TABLES for row in reading.tables[table]["source_id"]}
    assert set(pages.index) == cited
    assert pages.index.is_unique
    name = hashlib.sha256(b"Task R|Agency R|https://r.example").hexdigest()[:10]
    page = pages.loc[f"page_{name}"]
    assert (page["module"], page["vintage"]) == ("transcribed_regions", "2024-11..2025-07-01")
    assert page["attribution"] == "Agency R: Task R"


@pytest.mark.parametrize(
    ("file", "listed", "strange"),
    [
        (NORTH, "asylum_applicants_dispersal", "asylum_applicants_barges"),
        (OLDER, "basic_care_persons", "basic_care_families"),
        (CHILDREN, "UAM_ordinary_capacity_legal", "UAM_ordinary_capacity_spare"),
        (CENTRAL, "790,persons", "790,households"),
        (EXTRA, "period,value", "when,value"),
    ],
)
def test_an_unknown_combination_or_a_renamed_column_is_named(
    tmp_path: Path, file: str, listed: str, strange: str
) -> None:
    shutil.copytree(RAW / "transcribed", tmp_path / "transcribed")
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert listed in text
    (tmp_path / file).write_text(text.replace(listed, strange), encoding="utf-8")
    with pytest.raises(LayoutError, match=strange.split(",", maxsplit=1)[-1]):
        transcribed_regions.read(tmp_path)
