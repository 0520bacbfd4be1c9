"""Reception figures read off pages: what is loaded, as what, and why the rest is not."""

import csv
import hashlib
import shutil
from pathlib import Path

import pandas as pd
import pytest

from etl import codes
from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import transcribed_reception
from etl.sources.transcribed_mapping import HOSTED, PLACES, TARGET, Figure
from etl.sources.transcribed_notes import period_of

RAW = Path(__file__).parent / "raw"
KEY = ["territory_id", "period", "measure_id", "group_id", "source_id"]
OLDER = "transcribed/reception_by_region.csv"
NORTH = "transcribed/regional_north_ireland_uk_eu.csv"
CENTRAL = "transcribed/regional_central_east_greece_cyprus.csv"
WEST = "transcribed/regional_fr_be_nl_es_pt_it_mt.csv"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return transcribed_reception.read(RAW)


@pytest.fixture(scope="module")
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"]


def of(rows: pd.DataFrame, territory_id: str, measure_id: str, period: str) -> pd.Series:
    """The one row of a territory, measure and period."""
    picked = rows[
        (rows["territory_id"] == territory_id)
        & (rows["measure_id"] == measure_id)
        & (rows["period"] == period)
    ]
    assert len(picked) == 1
    return picked.iloc[0]


@pytest.mark.parametrize("file", transcribed_reception.SOURCE.files)
def test_every_line_is_loaded_rejected_or_left_out_with_a_reason(
    reading: Reading, file: str
) -> None:
    with (RAW / file).open(encoding="utf-8", newline="") as handle:
        lines = sum(1 for _ in csv.reader(handle)) - 1
    counted = {why: n for (name, why), n in reading.outcomes.items() if name == file}
    assert sum(counted.values()) == lines
    loaded = (reading.tables["observation"]["source_file"] == file).sum()
    assert counted[LOADED] == loaded
    assert all(why in (LOADED, REJECTED) or why.startswith("left out: ") for why in counted)


def test_only_reception_measures_and_known_groups_are_loaded(rows: pd.DataFrame) -> None:
    assert set(rows["measure_id"]) == {PLACES, HOSTED, TARGET}
    assert set(rows["measure_id"]) <= set(BY_ID)
    assert set(rows["group_id"]) <= set(codes.GROUP)
    assert set(rows["obs_status"]) <= set(codes.OBS_STATUS)
    assert not rows.duplicated(KEY).any()


@pytest.mark.parametrize(
    ("territory_id", "value"),
    [("SI041", 71), ("SE311", 13), ("SK041", 52), ("IE053", 151)],
)
def test_a_municipality_county_or_site_is_never_the_regions_value(
    rows: pd.DataFrame, territory_id: str, value: float
) -> None:
    assert value not in rows.loc[rows["territory_id"] == territory_id, "value"].tolist()


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


def test_planned_places_are_neither_places_nor_asked_for(
    rows: pd.DataFrame, reading: Reading
) -> None:
    assert 452 not in rows["value"].tolist()
    why = "left out: places offered or committed, neither asked for nor open"
    assert reading.outcomes[WEST, why] == 1


@pytest.mark.parametrize(
    ("file", "why", "lines"),
    [
        (OLDER, "a part of a published total", 1),
        (OLDER, "first stage of reception only", 1),
        (OLDER, "county of NUTS 2016, before the mergers", 1),
        (OLDER, "a sub-total, not the whole territory", 1),
        (OLDER, "no reference period", 1),
        (OLDER, "not a reception figure: percentage or ratio", 1),
        (OLDER, "groups counted together that are counted apart elsewhere", 1),
        (CENTRAL, "not a reception figure: need", 1),
        (NORTH, "a part of a published total", 1),
        (NORTH, "a flow or a cumulative count, not a stock", 1),
        (NORTH, "an aggregate of countries", 1),
        ("transcribed/regional_de_at_ch_lu_li.csv", "code is not in NUTS 2021 or 2024", 1),
        ("transcribed/regional_de_at_ch_lu_li.csv", "first stage of reception only", 1),
    ],
)
def test_what_is_not_a_whole_stock_is_left_out(
    reading: Reading, file: str, why: str, lines: int
) -> None:
    assert reading.outcomes[file, f"left out: {why}"] == lines


def test_beds_are_places_and_federal_centres_in_passing_do_no_harm(rows: pd.DataFrame) -> None:
    row = of(rows, "LU000", PLACES, "2025-02")
    assert (row["value"], row["group_id"], row["obs_status"]) == (820, "all", "A")
    assert of(rows, "AT", HOSTED, "2025-06")["value"] == 609


def test_the_later_version_supersedes_and_only_the_doubted_row_is_doubted(
    rows: pd.DataFrame, reading: Reading
) -> None:
    friesland = of(rows, "NL12", TARGET, "2024-01-01")
    assert (friesland["value"], friesland["obs_status"]) == (80, "U")
    assert "another row" not in friesland["note"]
    assert of(rows, "NL13", TARGET, "2024-01-01")["obs_status"] == "A"
    superseded = "left out: superseded by another row for the same territory and date"
    assert reading.outcomes[OLDER, superseded] == 2  # Friesland's v1, Stockholm's older file


def test_the_newer_file_supersedes_without_a_doubt(rows: pd.DataFrame) -> None:
    row = of(rows, "SE110", TARGET, "2025")
    assert (row["value"], row["obs_status"], row["source_file"]) == (41, "A", NORTH)
    assert row["source_line"] == 2


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
    british = rows["territory_id"].str.startswith("UK")
    assert set(rows.loc[british, "nuts_version"]) == {"2021"}
    assert set(rows.loc[~british, "nuts_version"]) == {"2024"}


def test_notes_are_kept_and_basic_care_is_explained(rows: pd.DataFrame) -> None:
    assert of(rows, "NL11", TARGET, "2025-07-01")["note"] == "provincial task"
    assert "private housing" in of(rows, "AT13", HOSTED, "2024-07")["note"]


def test_a_value_that_is_no_number_is_rejected_with_its_line(reading: Reading) -> None:
    (refused,) = reading.rejected
    assert (refused["file"], refused["line"], refused["column_name"]) == (CENTRAL, 8, "value")
    assert "'twelve' is not a plain number" in str(refused["reason"])


def test_every_page_a_loaded_figure_is_from_is_a_source(
    reading: Reading, rows: pd.DataFrame
) -> None:
    pages = reading.tables["source"].set_index("source_id")
    assert set(pages.index) == set(rows["source_id"])
    assert pages.index.is_unique
    name = hashlib.sha256(b"Task R|Agency R|https://r.example").hexdigest()[:10]
    page = pages.loc[f"page_{name}"]
    assert (page["module"], page["vintage"]) == ("transcribed_reception", "2025-07-01")
    assert page["attribution"] == "Agency R: Task R"


@pytest.mark.parametrize(
    ("file", "listed", "strange"),
    [
        (NORTH, "asylum_applicants_dispersal", "asylum_applicants_barges"),
        (OLDER, "basic_care_persons", "basic_care_families"),
    ],
)
def test_an_unknown_combination_is_named(
    tmp_path: Path, file: str, listed: str, strange: str
) -> None:
    shutil.copytree(RAW / "transcribed", tmp_path / "transcribed")
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(listed, strange), encoding="utf-8")
    with pytest.raises(LayoutError, match=strange):
        transcribed_reception.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "measure_id", "period"),
    [
        ("2024", PLACES, "2024"),
        ("2024-07", PLACES, "2024-07"),
        ("2024-07-31", PLACES, "2024-07-31"),
        ("2024-01-01 (target)", TARGET, "2024-01-01"),
        ("2024-01-01 (target)", PLACES, None),
        ("2024-13", PLACES, None),
        ("2024-02-30", PLACES, None),
        ("2024-01..11", PLACES, None),
        ("2024/2025", TARGET, None),
        ("2024 average", HOSTED, None),
        ("undated (c. 2024)", HOSTED, None),
        ("2019+", PLACES, None),
        ("", HOSTED, None),
    ],
)
def test_a_period_is_a_year_month_or_day(text: str, measure_id: str, period: str | None) -> None:
    assert period_of(text, Figure(measure_id, "all")) == period
