"""The stress test on three regions, worked out by hand.

Places 100, 200, 150; people today 80, 150, 60; residents as 1 : 2 : 1. Forty people come a week,
for four weeks, and are shared out by residents: 10, 20 and 10 a week.
"""

import numpy as np
import pytest

from analysis.stress.buffers import gained, least_buffer
from analysis.stress.course import Course, Given, each_for_itself, passed_on, staying_part
from analysis.stress.saturation import answer, full_week, order
from analysis.stress.shares import by_key
from analysis.stress.warning import warning_persons

ONE_COUNTRY = np.zeros(3, dtype=int)
RESIDENTS = np.array([1.0, 2.0, 1.0])
PEOPLE = np.array([80.0, 150.0, 60.0])
PLACES = np.array([100.0, 200.0, 150.0])


def three(**other: object) -> Given:
    shares = by_key("residents", RESIDENTS, PEOPLE, ONE_COUNTRY)
    arrivals = shares[..., None] * np.array([40.0, 40, 40, 40, 0, 0])
    return Given(PEOPLE[None], PLACES[None], arrivals, **other)  # type: ignore[arg-type]


def weeks(course: Course) -> list[float]:
    found: list[float] = full_week(course)[0].tolist()
    return found


def test_each_region_for_itself() -> None:
    course = each_for_itself(three())
    # 80 90 100 110 120: no place is free at the end of week 2, 20 people are without one at last.
    assert course.persons[0, 0].tolist() == [80, 90, 100, 110, 120, 120, 120]
    # 150 170 190 210 230: full in week 3.
    assert course.persons[0, 1].tolist() == [150, 170, 190, 210, 230, 230, 230]
    # 60 70 80 90 100: 50 places stay free.
    assert course.persons[0, 2].tolist() == [60, 70, 80, 90, 100, 100, 100]
    assert weeks(course) == [2, 3, np.inf]
    assert course.without[0, :, -1].tolist() == [20, 30, 0]
    assert answer(full_week(course)) == ["fills", "fills", "has room"]
    assert order(full_week(course), course.occupancy[..., 0]) == [0, 1]


def test_who_has_no_place_goes_where_room_is() -> None:
    course = passed_on(three(), ONE_COUNTRY)
    # Week 3: 10 of A and 10 of B go to C, 90 + 20. Week 4: 10 and 20 more, 110 + 10 + 30 = 150.
    np.testing.assert_allclose(course.persons[0, 2], [60, 70, 80, 110, 150, 150, 150])
    np.testing.assert_allclose(course.persons[0, :2, -1], [100, 200])
    # 450 people, 450 places: the country is full in week 4 and nobody is without a place.
    assert weeks(course) == [2, 3, 4]
    assert course.without.max() == 0


def test_newcomers_leave_after_two_weeks_on_average() -> None:
    course = each_for_itself(three(staying=staying_part(2)))
    # 10, then 5 + 10, 7.5 + 10, 8.75 + 10, then only half of them, and half of those.
    np.testing.assert_allclose(
        course.persons[0, 0], [80, 90, 95, 97.5, 98.75, 89.375, 84.6875], rtol=1e-12
    )
    assert weeks(course) == [np.inf] * 3


def test_those_here_today_leave_too_where_nobody_replaces_them() -> None:
    course = each_for_itself(three(staying=0.5, replaced=False))
    # 80: 40 stay and 10 come; 20 + 15; 10 + 17.5; ...
    assert course.persons[0, 0, :4].tolist() == [80, 50, 35, 27.5]


def test_a_fifth_of_the_places_is_lost_from_week_two() -> None:
    left_open = np.array([1.0, 0.8, 0.8, 0.8, 0.8, 0.8])
    course = each_for_itself(three(left_open=left_open))
    # A: 100 people, 80 places in week 2. B: 190, 160. C: 100 people in week 4, 120 places.
    assert weeks(course) == [2, 2, np.inf]
    assert course.without[0, :, 2].tolist() == [20, 30, 0]


def test_what_a_tenth_more_places_buys() -> None:
    given = three()
    before, after = (full_week(each_for_itself(g)) for g in (given, given.with_more(10)))
    # A: 110 places are full in week 3, B: 220 in week 4: a week each, for 10 and 20 places.
    assert after[0].tolist() == [3, 4, np.inf]
    assert gained(before, after, 6)[0].tolist() == [1, 1, 0]


def test_the_least_buffer_that_is_enough() -> None:
    course = each_for_itself(three())
    np.testing.assert_allclose(least_buffer(course)[0], [20, 15, 0])
    assert least_buffer(course, ONE_COUNTRY)[0].tolist() == [0]


def test_when_to_sound_the_alarm() -> None:
    # Two weeks to act: 90 people in A are 100 after one week, so the alarm is due at 90 of 100.
    assert warning_persons(three(), 2)[0].tolist() == [90, 180, 140]
    assert warning_persons(three(), 1)[0].tolist() == PLACES.tolist()


def test_without_a_key_the_answer_is_an_interval() -> None:
    hosted = np.array([10.0, 80.0, 10.0])
    shares = by_key("either", RESIDENTS, hosted, ONE_COUNTRY)
    # By residents 10, 20, 10 a week; by people hosted 4, 32, 4.
    arrivals = shares[..., None] * np.array([40.0, 40, 40, 40, 0, 0])
    np.testing.assert_allclose(arrivals[:, :, 0], [[10, 20, 10], [4, 32, 4]])
    found = full_week(
        each_for_itself(Given(np.tile(PEOPLE, (2, 1)), np.tile(PLACES, (2, 1)), arrivals))
    )
    # A 80 84 88 92 96: only by residents is it full. B 150 182 214: a week sooner by hosted.
    assert found.tolist() == [[2, 3, np.inf], [np.inf, 2, np.inf]]
    assert answer(found) == ["may fill", "fills", "has room"]


def test_unknown_stays_unknown() -> None:
    given = Given(np.array([[80.0, np.nan, 90.0]]), np.array([[np.nan, 50.0, 90.0]]),
                  np.full((1, 3, 2), 5.0))  # fmt: skip
    for course in (each_for_itself(given), passed_on(given, ONE_COUNTRY)):
        assert answer(full_week(course)) == ["unknown", "unknown", "full today"]
        assert np.isnan(least_buffer(course)[0, :2]).all()
    # What is unknown takes nobody in: the ten without a place stay in the third.
    assert passed_on(given, ONE_COUNTRY).without[0, 2, -1] == pytest.approx(10)
