"""Change between two whole years: as long as each other, of one source, unknown kept."""

import numpy as np

from analysis.sponsorship_growth import growth
from tests.analysis.test_sponsorship import came, only, rows

QUARTERS = [f"{year}-Q{n}" for year in (2022, 2023) for n in (1, 2, 3, 4)]


def test_two_whole_years_are_compared_by_hand() -> None:
    given = rows(*(came(quarter, 10 if "2022" in quarter else 5) for quarter in QUARTERS))
    row = only(growth(given))
    assert (row["before_persons"], row["after_persons"]) == (40, 20)
    assert (row["before_period"], row["after_period"]) == ("2022", "2023")
    assert row["change_percent"] == -50


def test_a_year_under_way_is_not_held_against_a_whole_one() -> None:
    given = rows(*(came(quarter, 10) for quarter in [*QUARTERS, "2024-Q1"]))
    assert only(growth(given))["after_period"] == "2023"
    assert growth(rows(*(came(quarter, 10) for quarter in QUARTERS[:5]))).empty


def test_a_territory_not_listed_in_a_year_has_no_change() -> None:
    """The source covers both years through X1; X2 is listed in the first only."""
    given = rows(*(came(q, 1) for q in QUARTERS), came("2022-Q1", 7, territory_id="X2"))
    row = only(growth(given, "X2"))
    assert row["before_persons"] == 7
    assert np.isnan(row["after_persons"]) and np.isnan(row["change_percent"])


def test_a_running_total_has_no_growth_of_its_own() -> None:
    totals = [came(f"{year}-12-31", year, arrivals_span="since_start") for year in (2022, 2023)]
    assert growth(rows(*totals)).empty
