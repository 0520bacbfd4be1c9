"""Rises of a stock: counted from nothing in March 2022, never across a gap or a break."""

import pandas as pd
import pytest

from analysis.stress.arrivals import in_a_month, rises


def stocks(*rows: tuple[str, str, float | None, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["country", "day", "value", "obs_status"])
    return frame.assign(day=pd.to_datetime(frame["day"]), value=frame["value"].astype(float))


def test_the_first_month_is_counted_from_nothing() -> None:
    found = rises(stocks(("PL", "2022-04-30", 900, "A"), ("PL", "2022-03-31", 600, "A")))
    assert found["persons"].tolist() == [600, 300]
    assert found["days"].tolist() == [28, 30]
    assert [in_a_month(row) for _, row in found.iterrows()] == [600, 300]


def test_a_series_that_starts_later_says_nothing_of_before() -> None:
    found = rises(stocks(("AT", "2022-07-31", 600, "A"), ("AT", "2022-08-31", 610, "A")))
    assert found["persons"].tolist() == [10]


def test_no_rise_across_a_gap_or_onto_a_break() -> None:
    months = ["2022-05-31", "2022-06-30", "2022-07-31", "2022-08-31", "2022-09-30"]
    figures = zip(months, [10, None, 50, 90, 95], "ALABA", strict=True)
    found = rises(stocks(*(("DE", *each) for each in figures)))
    assert found["persons"].tolist() == [5]


def test_a_year_is_spread_over_its_months() -> None:
    found = rises(stocks(("XX", "2021-12-31", 0, "A"), ("XX", "2022-12-31", 3650, "A")))
    assert in_a_month(found.iloc[0]) == pytest.approx(310)


def test_two_figures_of_a_day_are_refused() -> None:
    with pytest.raises(ValueError, match="two stocks"):
        rises(stocks(("IT", "2022-03-31", 1, "A"), ("IT", "2022-03-31", 2, "A")))
