"""The Stress page as a program runs it: Italy's real series, generated figures, nothing known."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest

from tests.pages.shown import said, shown
from ui.area.where import Where
from ui.store import Dataset, current
from ui.stress.asked import CUSTOM, LIKE, MARCH, PASSED, PUBLISHED_ONLY, Shock, StressChoice
from ui.stress.drawn import drawn_of, picture_of
from ui.stress.finding import finding
from ui.stress.months import months_of
from ui.stress.plan import HEADINGS
from ui.stress.rows import territories, weeks
from ui.stress.scenarios import needed
from ui.stress.supposed import supposed
from ui.stress.tested import stress_of
from ui.stress.today import today_of
from ui.words import short

ITALY = Where(2, ("IT",))


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def test_italy_s_worst_month_from_the_publisher_s_figures_to_the_page(
    now: Dataset, published: Path
) -> None:
    """Veneto: 8,468 people on 15 September 2025, 9,501 at most (15 December 2023): 1,033 more
    fit. Italy: 17,225 under temporary protection at the end of April 2022, 53,945 at the end of
    May, 36,720 in 31 days. By residents Veneto's part is larger, and it is full sooner.
    """
    with duckdb.connect(str(published), read_only=True) as con:
        stock = "select value from figure where territory_id = 'IT' and period = $1 and "
        stock += "measure_id = 'temporary_protection_persons'"
        april, may = (
            con.execute(stock, [each]).fetchall()[0][0] for each in ("2022-04", "2022-05")
        )
        share = "select residents_persons from region where territory_id = $1"
        veneto, italy = (con.execute(share, [each]).fetchall()[0][0] for each in ("ITH3", "IT"))
    assert (april, may) == (17_225, 53_945)
    stress = stress_of(now, StressChoice(ITALY))
    row: Any = stress.rows.loc["ITH3"]
    assert (row["people"], row["places"], row["most_period"]) == (8_468, 9_501, "2023-12-15")
    by_residents = 36_720 * veneto / stress.rows["residents"].sum()
    by_hosted = 36_720 * 8_468 / stress.rows["people"].sum()
    assert abs(veneto / italy - by_residents / 36_720) < 0.001
    ends = sorted([by_residents, by_hosted])
    assert row[["arrivals_lower", "arrivals_upper"]].tolist() == pytest.approx(ends)
    # Seven of 31 days a week: the first week in which the larger part is 1,033 or more.
    assert row["week_full_earliest"] == np.ceil(1_033 / (ends[1] * 7 / 31))
    assert row["without_peak_upper"] == pytest.approx(ends[1] - 1_033)
    text = said(shown("stress", **{"in": "IT", "at": "ITH3"}))
    assert "36 700 people come to Italy, as in May 2022" in text
    assert "at least 9 501 places, the most people hosted at once" in text
    assert "Nobody publishes the places of Italy by territory" in text
    assert all(f"##### {each}" in text for each in HEADINGS)


def test_what_italy_hosted_at_most_is_never_called_published_nor_certain(now: Dataset) -> None:
    rows = stress_of(now, StressChoice(ITALY)).rows
    assert set(rows["places_known_as"]) == {"most hosted at once"}
    assert set(rows["answer"]) <= {"may fill", "has room"}
    assert (
        rows[["week_full_latest", "without_peak_lower"]][rows["answer"] == "may fill"]
        .isna()
        .all(axis=None)
    )
    without = StressChoice(ITALY, places=PUBLISHED_ONLY)
    assert set(stress_of(now, without).rows["answer"]) == {"unknown"}
    assert (picture_of(now, without).rows["map_class"] == -1).all()
    text = said(shown("stress", places="published", **{"in": "IT"}))
    assert "**It cannot be told: nobody publishes the places here.**" in text


def test_published_places_give_an_answer_that_is_certain(now: Dataset) -> None:
    """Bulgaria: 3,225 places and 1,579 people at the end of 2024; 61,525 people in April 2022."""
    row = stress_of(now, StressChoice(Where(0, ("BG",)))).rows.loc["BG"]
    assert (row["people"], row["places"], row["places_known_as"]) == (1_579, 3_225, "published")
    assert (row["answer"], row["week_full_earliest"], row["week_full_latest"]) == ("fills", 1, 1)
    assert row["without_peak_lower"] == row["without_peak_upper"] == 1_579 + 61_525 - 3_225


def test_nobody_was_registered_in_italy_in_march_2022_and_the_page_says_so(now: Dataset) -> None:
    rows = stress_of(now, StressChoice(ITALY, Shock(MARCH))).rows
    assert (rows["arrivals_upper"] == 0).all()
    text = said(shown("stress", shock="march", **{"in": "IT"}))
    assert "Nobody was registered in Italy by the end of March 2022" in text


def test_a_shock_from_elsewhere_is_per_resident_and_one_s_own_is_shared_by_all(
    now: Dataset,
) -> None:
    like = stress_of(now, StressChoice(ITALY, Shock(LIKE, "PL"))).rows
    poland = stress_of(now, StressChoice(Where(0, ("PL",)))).rows
    per_person = 675_085 / float(poland["residents"].sum())
    low, all_of_it, high = (
        float(each)
        for each in (
            like["arrivals_lower"].sum(),
            per_person * like["residents"].sum(),
            like["arrivals_upper"].sum(),
        )
    )
    assert low < all_of_it < high
    own = StressChoice(Where(2), Shock(CUSTOM, persons=5_000), key="residents")
    rows = stress_of(now, own).rows
    assert rows["arrivals_upper"].sum() == pytest.approx(5_000)
    # Who has no residents on record has an unknown part, never none.
    assert rows["arrivals_upper"].isna().equals(rows["residents"].isna())


def test_people_and_places_of_different_years_are_not_put_together(now: Dataset) -> None:
    """Romania: people of 2019, places of 2024."""
    row = today_of(now, StressChoice(Where(0, ("RO",)))).loc["RO"]
    assert row["people_known_as"] == "unknown" and np.isnan(row["people"])
    assert row["missing"] == "people hosted at the date of the places"
    half = today_of(now, StressChoice(Where(0, ("RO",)), supposed=50)).loc["RO"]
    assert (half["people_known_as"], half["people"]) == ("supposed", half["places"] / 2)


def test_passed_on_nobody_is_without_a_place_while_the_country_has_room(
    served_both: Path,
) -> None:
    demo = current("demonstration")
    assert demo is not None
    alone, together = (
        stress_of(demo, StressChoice(Where(2, ("AT",)), overflow=each))
        for each in ("alone", PASSED)
    )
    assert alone.without()[1].max() > 0
    people, places = (alone.rows[each].sum() for each in ("people", "places"))
    coming = alone.given.arrivals[0].sum()
    short = max(people + coming - places, 0)
    assert together.without()[1].max() == pytest.approx(short, abs=1e-6)


def test_places_lost_in_one_territory_change_that_one_only(now: Dataset) -> None:
    shock = Shock(CUSTOM, persons=0)
    lost = StressChoice(ITALY, shock, lost=50, lost_from=4, lost_in="ITI4")
    rows = stress_of(now, lost).rows
    without = rows["without_peak_upper"]
    # Lazio: 13,642 people, half of 13,759 places.
    assert without["ITI4"] == pytest.approx(13_642 - 13_759 / 2)
    assert without.drop("ITI4").max() == 0
    assert rows.loc["ITI4", "week_full_earliest"] == 4
    address = {"in": "IT", "shock": "custom", "persons": "0", "lost": "50", "lost_in": "ITI4"}
    text = said(shown("stress", **address))
    assert "50 % of the places of Lazio, Italy are lost from week 1." in text


def test_every_row_says_what_it_rests_on(now: Dataset) -> None:
    choice = StressChoice(ITALY, horizon=13)
    rows, by_week = territories(now, choice), weeks(now, choice)
    assert len(rows) == 20 and len(by_week) == 20 * 14
    assert set(rows["evidence"]) == {"estimated"} == set(by_week["evidence"])
    assert set(rows["source_id"]) == {"italy_reception"}
    assert set(rows["arrivals_source_id"]) == {"temporary_protection"}
    first = rows.sort_values("order_full").iloc[0]
    assert first["week_full_earliest"] == 0
    last = by_week[by_week["week"] == 13].set_index("territory_id")
    peak = rows.set_index("territory_id")["without_peak_upper"]
    assert (last["without_place_upper"] - peak).abs().max() <= 0.1


def test_the_demonstration_is_full_and_says_so(served_both: Path) -> None:
    demo = current("demonstration")
    assert demo is not None
    drawn = drawn_of(demo, StressChoice(Where(2)))
    assert {"fills", "may fill", "has room", "full today", "unknown"} == set(drawn["answer"])
    assert {-1, -2} < set(drawn["map_class"])
    assert set(territories(demo, StressChoice(Where(0)))["evidence"]) == {"synthetic"}
    text = said(shown("stress", data="demonstration", level="3", table="1", at="AT221"))
    assert "Demonstration: generated figures" in text


def test_codes_nobody_knows_are_passed_over(served: Path) -> None:
    text = said(shown("stress", shock="x", like="QQ", key="y", stay="-1", level="9", at="ZZ9",
                      horizon="7", asks="none", lost="1e9", lost_in="QQ"))  # fmt: skip
    assert "Who overflows first, and when?" in text


def test_where_every_place_is_lost_no_percentage_is_enough(now: Dataset) -> None:
    every = StressChoice(ITALY, lost=100)
    one = StressChoice(ITALY, lost=100, lost_in="ITC3")
    assert needed(stress_of(now, every)).count("no percentage is enough") == 2
    said_of_one = needed(stress_of(now, one))
    assert "For nobody to be without a place, no percentage is enough" in said_of_one
    assert "more places are enough" in said_of_one


def test_where_nothing_can_be_tested_no_zero_is_drawn(now: Dataset) -> None:
    """Hungary: people and places are known, who came in March 2022 is not."""
    text = said(shown("stress", shock="march", **{"in": "HU"}))
    why = "It cannot be told: nobody publishes the arrivals in March 2022 here."
    assert text.count(why) == 3
    assert "where both are known" in text
    assert "No territory fills" not in text and "in four sizes" not in text


def test_old_figures_are_not_called_today(now: Dataset) -> None:
    """Slovenia: 1,367 people, 1,222 places on 31 December 2023."""
    found = finding(stress_of(now, StressChoice(Where(0, ("SI",)))))
    assert found.startswith("**Slovenia was full on 31 December 2023.**")


def test_what_is_worked_out_is_not_shown_as_certain(now: Dataset) -> None:
    """Luxembourg: both figures are worked out from published ones."""
    text = said(shown("stress", at="LU00", **{"in": "LU"}))
    assert text.count("worked out)") == 2
    situation = said(shown("stress", **{"in": "IT"}))
    assert "there are at least" in situation and "may be past it" in situation
    assert "19 of 20 are past it" not in situation


def test_the_weeks_do_not_tell_what_more_places_would_change(now: Dataset) -> None:
    by_week, rows = (each(now, StressChoice(ITALY)) for each in (weeks, territories))
    assert set(by_week["places_known_as"]) == {"most hosted at once"}
    held = ["places_open_upper", "occupancy_lower_percent"]
    assert by_week[held].isna().all(axis=None)
    assert rows[["places_today_upper", "occupancy_peak_lower_percent"]].isna().all(axis=None)
    short_of_places = by_week["without_place_upper"] > 0
    assert by_week["without_place_lower"].isna().equals(short_of_places)


def test_a_series_begins_with_its_first_figure(now: Dataset) -> None:
    months = months_of(now)
    assert months["begins"]["DE"] > months["begins"]["IT"]
    like = supposed(stress_of(now, StressChoice(ITALY, Shock(LIKE, "DE"))))
    assert "The series of Germany begins after March 2022" in like


def test_a_key_that_is_replaced_and_people_who_go_where_nothing_is_known_are_told(
    now: Dataset,
) -> None:
    stress = stress_of(now, StressChoice(Where(2), Shock(CUSTOM, persons=100_000), key="hosted"))
    assert "shared out there by residents instead" in supposed(stress)
    assert "without a place in these" in finding(stress)
    elsewhere = stress.rows.loc[~stress.known, "arrivals_upper"].sum()
    assert 0 < elsewhere < 100_000
    assert f"{short(float(elsewhere))} people go where nothing can be tested" in finding(stress)


def test_people_and_places_have_their_source_where_arrivals_are_unknown(served: Path) -> None:
    whole = said(shown("stress", **{"in": "HU", "shock": "march"}))
    assert "25 people are hosted and there are 480 places" in whole
    assert "people of 31 December 2024" in whole
    assert "No figure of any source" not in whole
    assert "weeks: worked out" not in whole, "nothing was tested"
