"""A row that is not its territory's value is never taken for it."""

import pytest

from etl.sources.regional.doubts import why_set_aside
from etl.sources.regional.reasons import AGGREGATE, SITE
from etl.sources.transcribed_mapping import Figure, Money
from tests.etl.sources.regional.conftest import Newer, Older

PLACES = Figure("reception_places", "all")


@pytest.mark.parametrize(
    "note",
    [
        "MUNICIPAL site; HISTORY 2017",
        "LOCAL AUTHORITY figure; code is the NUTS3 containing it",
        "island facility, not all reception in the NUTS3",
        "4 STATE-OWNED centre(s) only, not all capacity",
    ],
)
def test_a_municipality_or_site_is_not_the_region(newer: Newer, note: str) -> None:
    assert why_set_aside(newer(note=note), PLACES) == SITE


def test_municipal_reception_of_a_country_is_the_countrys(newer: Newer) -> None:
    assert why_set_aside(newer(note="municipal reception for Ukrainians"), PLACES) is None


def test_a_row_with_a_city_is_a_site_whatever_its_note(newer: Newer) -> None:
    assert why_set_aside(newer(city="Fót"), PLACES) == SITE


@pytest.mark.parametrize(
    ("name", "why"), [("Dublin (city and county)", None), ("Cork (county and city)", SITE)]
)
def test_one_county_is_a_region(older: Older, name: str, why: str | None) -> None:
    row = older(territory_code="IE061", territory_name=name, note="county figure")
    assert why_set_aside(row, PLACES) == why


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("EU", AGGREGATE),
        ("OECD", AGGREGATE),
        ("CH-AR-W", "code is not in NUTS 2021 or 2024"),
        ("DE1", None),
    ],
)
def test_a_code_says_whether_it_is_a_territory(newer: Newer, code: str, why: str | None) -> None:
    assert why_set_aside(newer(territory_code=code), PLACES) == why


@pytest.mark.parametrize(
    ("note", "known"),
    [
        ("PARTIAL: 17 NEW centres", False),
        ("PARTIAL SET 3/16", True),
        ("metropolitan regions excl. Corsica", False),
        ("page undated, spring 2022", False),
        ("page (undated) calls it currently valid", True),
    ],
)
def test_a_part_of_the_territory_is_kept_out_and_a_set_with_gaps_is_not(
    newer: Newer, note: str, known: bool
) -> None:
    assert (why_set_aside(newer(note=note), PLACES) is None) is known


def test_without_a_period_there_is_no_figure_and_no_money(older: Older) -> None:
    for meaning in (PLACES, Money("AMIF", "all objectives")):
        assert why_set_aside(older(period="c. 2024"), meaning) == "no reference period"
