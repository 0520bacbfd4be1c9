"""What holds for every course: persons are conserved, more places never hurt, forms agree."""

import numpy as np
import pytest

from analysis.stress.arrivals import followed, spread_evenly
from analysis.stress.buffers import least_buffer, of_groups
from analysis.stress.course import Course, Given, each_for_itself, passed_on, staying_part
from analysis.stress.saturation import full_week
from analysis.stress.shares import by_key, known_key, share_within
from analysis.stress.warning import warning_persons

GROUP = np.array([0, 0, 0, 1, 1, 2, 2, 2])
WEEKS = 20


def some(seed: int) -> Given:
    """Territories of three countries at random; stays, losses, replacement vary with the seed."""
    rng = np.random.default_rng(seed)
    size = (3, len(GROUP))
    left_open = np.where(np.arange(WEEKS) >= 6, 1 - 0.3 * (seed % 3), 1.0)
    return Given(
        rng.uniform(0, 120, size), rng.uniform(0, 150, size), rng.uniform(0, 9, (*size, WEEKS)),
        staying_part([None, 1, 4, 30][seed % 4]), bool(seed % 2), left_open,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_persons_are_conserved(seed: int) -> None:
    given = some(seed)
    alone, together = each_for_itself(given), passed_on(given, GROUP)
    for course in (alone, together):
        change = np.diff(of_groups(course.persons, GROUP), axis=2)
        came, left = (
            of_groups(given.arrivals, GROUP),
            of_groups(course.left, GROUP)[..., 1:],
        )
        np.testing.assert_allclose(change, came - left, atol=1e-9)
    # Passing on moves people within a country and neither makes nor loses any.
    np.testing.assert_allclose(
        of_groups(alone.persons, GROUP), of_groups(together.persons, GROUP), rtol=1e-12
    )
    assert (together.persons >= -1e-9).all()


@pytest.mark.parametrize("seed", range(12))
def test_passing_on_leaves_only_what_the_country_cannot_take(seed: int) -> None:
    course = passed_on(some(seed), GROUP)
    short = of_groups(course.persons, GROUP) - of_groups(course.places, GROUP)
    np.testing.assert_allclose(
        of_groups(course.without, GROUP)[..., 1:], np.maximum(short, 0)[..., 1:], atol=1e-7
    )


@pytest.mark.parametrize("seed", range(12))
def test_more_places_never_fill_sooner_and_more_arrivals_never_later(seed: int) -> None:
    given = some(seed)
    usual = full_week(each_for_itself(given))
    more = Given(given.present, given.places, given.arrivals * 1.3, given.staying, given.replaced,
                 given.left_open)  # fmt: skip
    assert (full_week(each_for_itself(given.with_more(10))) >= usual).all()
    assert (full_week(each_for_itself(more)) <= usual).all()
    totals = [of_groups(passed_on(each, GROUP).without, GROUP)[..., 1:] for each in (given, more)]
    assert (totals[1] >= totals[0] - 1e-7).all()


@pytest.mark.parametrize("seed", range(8))
def test_the_least_buffer_is_enough_and_a_little_less_is_not(seed: int) -> None:
    given = some(seed)
    needed = least_buffer(each_for_itself(given))
    for at in np.ndindex(needed.shape):
        for percent, enough in ((needed[at], True), (needed[at] * 0.99, needed[at] == 0)):
            without = each_for_itself(given.with_more(float(percent))).without[at].max()
            assert (without <= 1e-6) == enough


@pytest.mark.parametrize("seed", range(8))
def test_the_alarm_is_in_time(seed: int) -> None:
    given = some(seed)
    for lead in (1, 4, 9):
        persons = warning_persons(given, lead)
        for shift in (-0.01, 0.01):
            again = Given(persons + shift, given.places, given.arrivals, given.staying,
                          given.replaced, given.left_open)  # fmt: skip
            full = full_week(each_for_itself(again)) < lead
            assert (full == (shift > 0)).all()


def test_steady_arrivals_follow_the_closed_form() -> None:
    staying, week = staying_part(8), np.arange(1, 31)
    given = Given(np.zeros((1, 1)), np.ones((1, 1)), np.full((1, 1, 30), 7.0), staying)
    found = each_for_itself(given).persons[0, 0, 1:]
    np.testing.assert_allclose(found, 7 * (1 - staying**week) / (1 - staying), rtol=1e-12)


def test_shares_add_up_and_one_unknown_weight_makes_its_group_unknown() -> None:
    weights = np.array([1.0, 2.0, np.nan, 4.0, 4.0, 0.0, 0.0, 0.0])
    shares = share_within(weights, GROUP)
    assert np.isnan(shares[[0, 1, 2, 5, 6, 7]]).all()
    assert shares[3:5].tolist() == [0.5, 0.5]
    residents = np.arange(1.0, 9.0)
    for row in by_key("either", residents, weights, GROUP):
        np.testing.assert_allclose(np.bincount(GROUP, row), 1)
    assert by_key("mix", residents, weights, GROUP).shape == (1, 8)
    assert known_key(weights, GROUP).tolist() == [False] * 3 + [True] * 2 + [False] * 3


def test_a_shock_is_spread_by_days_and_its_tail_follows_at_once() -> None:
    month = spread_evenly(31_000, 31, 10)
    assert month.sum() == pytest.approx(31_000)
    assert month[:4].tolist() == [7000] * 4
    # The fifth week has three days of the month and four of a tail half as strong.
    np.testing.assert_allclose(followed(month, 31, 50)[4:6], [3000 + 2000, 3500])
    assert spread_evenly(100, 28, 2).sum() == pytest.approx(50)


def test_without_people_or_places_nothing_is_full_before_somebody_comes() -> None:
    given = Given(np.zeros((1, 2)), np.zeros((1, 2)), np.array([[[0.0, 0, 1], [0, 0, 0]]]))
    assert full_week(each_for_itself(given)).tolist() == [[3, np.inf]]


def test_nobody_is_without_a_place_for_the_sake_of_rounding() -> None:
    persons = np.array([[[0.1 + 0.2]]])
    course = Course(persons, np.array([[[0.3]]]), persons * 0)
    assert course.without.tolist() == [[[0.0]]]
    assert full_week(course).tolist() == [[0.0]]
