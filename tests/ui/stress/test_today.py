"""What stands in for a figure that nobody publishes, and what each is then called."""

from typing import Any

import pandas as pd

from ui.area.where import Where
from ui.stress.asked import PUBLISHED_ONLY, StressChoice
from ui.stress.today import decides, held_elsewhere, known_figures

NOT_KNOWN = float("nan")


def figures(**given: object) -> pd.DataFrame:
    """One territory: people and places of one day, counted on twenty dates."""
    row: dict[str, object] = {
        "territory_id": "XX", "group_id": "all", "people": 80.0, "people_lower": NOT_KNOWN,
        "people_upper": NOT_KNOWN, "people_day": "2025-01-31", "people_evidence": "published",
        "places": 100.0, "places_lower": 90.0, "places_upper": 120.0,
        "places_day": "2025-01-31", "places_evidence": "published", "most": 95.0, "dates": 20.0,
    }  # fmt: skip
    return pd.DataFrame([row | given])


def known(choice: StressChoice | None = None, **given: object) -> dict[str, Any]:
    found = known_figures(figures(**given), choice or StressChoice(Where(2)))
    return {str(name): value for name, value in found.iloc[0].items()}


def test_a_published_figure_keeps_its_ends() -> None:
    row = known()
    assert (row["places_lower"], row["places"], row["places_upper"]) == (90, 100, 120)
    assert (row["people_lower"], row["people_upper"]) == (80, 80)
    assert (row["people_known_as"], row["places_known_as"]) == ("published", "published")


def test_one_s_own_and_generated_figures_are_never_called_published() -> None:
    assert known(places_evidence="declared")["places_known_as"] == "declared"
    assert known(places_evidence="synthetic")["places_known_as"] == "demonstration"
    assert known(people_evidence="estimated")["people_known_as"] == "worked out"


def test_the_most_hosted_stands_in_only_where_people_were_counted_often() -> None:
    row = known(places=NOT_KNOWN, places_lower=NOT_KNOWN, places_upper=NOT_KNOWN)
    assert (row["places"], row["places_known_as"]) == (95, "most hosted at once")
    assert (row["places_lower"], row["places_upper"]) == (95, 95)
    seldom = known(places=NOT_KNOWN, dates=11.0)
    assert pd.isna(seldom["places"]) and seldom["places_known_as"] == "unknown"
    only = known(StressChoice(Where(2), places=PUBLISHED_ONLY), places=NOT_KNOWN)
    assert only["places_known_as"] == "unknown"


def test_people_of_another_year_are_unknown_until_the_reader_supposes_them() -> None:
    assert known(people_day="2023-01-31")["people_known_as"] == "unknown"
    row = known(StressChoice(Where(2), supposed=50), people_day="2023-01-31")
    assert (row["people"], row["people_upper"], row["people_known_as"]) == (50, 50, "supposed")


def test_a_country_with_one_figure_is_drawn_where_that_is_held() -> None:
    """France has places as a country alone; Italy both by region."""
    figures_ = pd.DataFrame(
        {
            "territory_id": ["FR", "IT1", "IT"],
            "people": [NOT_KNOWN, 5.0, 6.0],
            "places": [7.0, 8.0, NOT_KNOWN],
        }
    )
    codes = ["FR", "FR1", "IT", "IT1"]
    territories = pd.DataFrame({"territory_id": codes, "country": [code[:2] for code in codes]})
    found = decides(figures_, territories).set_index("territory_id")["value"]
    assert found.notna().to_dict() == {"FR": True, "IT1": True, "IT": False}


def test_what_is_published_of_another_level_is_not_said_to_be_published_nowhere() -> None:
    """Spain has places as a country, people by region; Italy lacks places everywhere, Austria in
    one region alone.
    """
    known, not_ = "published", "unknown"
    rows = pd.DataFrame(
        [
            ("ES", known, not_, "places"), ("IT", known, not_, "places"),
            ("AT", known, known, ""), ("AT", known, not_, "places"),
        ],
        columns=["country", "people_known_as", "places_known_as", "missing"],
    )  # fmt: skip
    held = pd.DataFrame(
        {
            "country": ["ES", "ES", "IT", "AT"],
            "people": [NOT_KNOWN, 5.0, 5.0, 5.0],
            "places": [9.0, NOT_KNOWN, NOT_KNOWN, 9.0],
        }
    )
    found = held_elsewhere(rows, held).tolist()
    assert found == ["places for this group at this level", "places", "", "places"]
