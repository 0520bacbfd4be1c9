"""Figures of sponsorship traced by hand from the publisher's line to the page.

The Home Office's table lists, for the second quarter of 2022 and the South West, lines 2445 to
2449 of local_authority_resettlement.csv; the five are added up here by hand. In Navarra,
community_sponsorship.csv, line 3, has 33 persons from 2021 to 2024.
"""

import csv
import io
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
QUARTER, SPONSORED = "2022-06-30,2022,2", "UK Resettlement Scheme - Community Sponsorship Scheme"
LINES = f"""\
Date,Year,Quarter,UK Region,LAD Code,Local Authority,Resettlement Scheme,Persons
{QUARTER},South West,E06000022,Bath and North East Somerset,{SPONSORED},4
{QUARTER},South West,E06000052,Cornwall,{SPONSORED},7
{QUARTER},South West,E06000059,Dorset,{SPONSORED},10
{QUARTER},South West,E07000040,East Devon,{SPONSORED},5
{QUARTER},South West,E07000046,Torridge,{SPONSORED},5
"""
FIRST_LINE = 2445


def by_hand() -> dict[str, int]:
    """Persons by local authority, as the publisher's lines say."""
    return {row["LAD Code"]: int(row["Persons"]) for row in csv.DictReader(io.StringIO(LINES))}


def test_a_quarter_of_a_region_is_the_sum_of_its_lines(dataset: duckdb.DuckDBPyConnection) -> None:
    assert sum(by_hand().values()) == 31
    row = dataset.execute(
        "select arrivals_persons, source_file, source_line from sponsorship where"
        " scheme_id = 'community_sponsorship_uk' and territory_id = 'UKK' and period = '2022-Q2'"
    ).fetchall()
    assert row == [(31, "uk/local_authority_resettlement.csv", FIRST_LINE)]


def test_each_line_is_a_row_by_local_authority(dataset: duckdb.DuckDBPyConnection) -> None:
    rows = dataset.execute(
        "select locality_code, arrivals_persons, source_line from sponsorship_locality"
        " where territory_id = 'UKK' and period = '2022-Q2' order by source_line"
    ).fetchall()
    assert {code: persons for code, persons, _ in rows} == by_hand()
    assert [line for _, _, line in rows] == list(range(FIRST_LINE, FIRST_LINE + 5))


def page(**address: str) -> str:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page("pages/sponsorship.py")
    app.run()
    assert not app.exception
    return " ".join(str(each.value) for each in [*app.markdown, *app.caption])


@pytest.mark.usefixtures("served")
def test_the_page_adds_the_year_s_quarters_and_names_the_towns() -> None:
    """2022: 4 + 31 + 8 + 5 = 48 in the South West; Dorset 10 and 9 more in other quarters."""
    said = page(when="2022", at="UKK")
    assert "**48 persons** arrived through community sponsorship" in said
    assert "Dorset 19, Cornwall 7" in said
    assert "local\\_authority\\_resettlement.csv, line 2388" in said


@pytest.mark.usefixtures("served")
def test_navarra_s_figure_reaches_the_page_with_its_line() -> None:
    said = page(at="ES22")
    assert "**33 persons** arrived through community sponsorship (2021 to 2024)" in said
    assert "community\\_sponsorship.csv, line 3" in said
