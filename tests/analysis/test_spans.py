"""Periods as spans of days, worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.spans import apart, joined, span_of

PERIODS = st.sampled_from(
    ["2021", "2022", "2021-Q1", "2021-Q2", "2021-Q4", "2022-Q3", "2021-05", "2021-02/2021-07",
     "2019/2022", "2021-03-04"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019-03-26", date(2019, 3, 26), date(2019, 3, 26)),
        ("2018-12/2019-11", date(2018, 12, 1), date(2019, 11, 30)),
    ],
)
def test_a_period_ends_on_its_last_day(period: str, first: date, last: date) -> None:
    assert span_of(period) == (first, last)


def test_what_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="literal"):
        span_of("soon")


def test_a_year_lies_in_no_quarter() -> None:
    assert span_of("2021").holds(span_of("2021-Q4"))
    assert not span_of("2021-Q4").holds(span_of("2021"))
    assert not span_of("2021-Q4").meets(span_of("2022"))


@given(st.lists(PERIODS))
def test_periods_taken_never_overlap_and_never_leave_their_window(periods: list[str]) -> None:
    window = span_of("2021")
    for within in (None, window):
        spans = [span_of(period) for period in apart(periods, within)]
        assert all(not a.meets(b) for i, a in enumerate(spans) for b in spans[i + 1 :])
        assert within is None or all(window.holds(span) for span in spans)


@given(st.lists(PERIODS, min_size=1))
def test_a_joint_period_holds_all_of_them(periods: list[str]) -> None:
    whole = span_of(joined(periods))
    assert all(whole.holds(span_of(period)) for period in periods)
    assert joined([]) == ""
