"""A row that is not its territory's value is never taken for it."""

import pytest

from etl.sources.regional.doubts import why_set_aside
from etl.sources.regional.reasons import SITE
from etl.sources.transcribed_rows import AGGREGATE, NOT_NUTS, Aside
from tests.etl.sources.regional.conftest import Newer, Older


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
    assert why_set_aside(newer(note=note)) == SITE


def test_municipal_reception_of_a_country_is_the_countrys(newer: Newer) -> None:
    assert why_set_aside(newer(note="municipal reception for Ukrainians")) is None


def test_a_row_with_a_city_is_a_site_whatever_its_note(newer: Newer) -> None:
    assert why_set_aside(newer(city="Fót")) == SITE


@pytest.mark.parametrize(
    ("name", "why"), [("Dublin (city and county)", None), ("Cork (county and city)", SITE)]
)
def test_one_county_is_a_region(older: Older, name: str, why: Aside | None) -> None:
    row = older(territory_code="IE061", territory_name=name, note="county figure")
    assert why_set_aside(row) == why


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("EU", AGGREGATE),
        ("OECD", AGGREGATE),
        ("CH-AR-W", NOT_NUTS),
        ("DE1", None),
    ],
)
def test_a_code_says_whether_it_is_a_territory(newer: Newer, code: str, why: Aside | None) -> None:
    assert why_set_aside(newer(territory_code=code)) == why


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
    assert (why_set_aside(newer(note=note)) is None) is known
