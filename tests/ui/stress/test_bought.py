"""What a buffer buys is told by the case that is worst, and a gain that goes on says so."""

import numpy as np
import pandas as pd

from analysis.stress.course import Course
from ui.area.where import Where
from ui.stress.answers import bought
from ui.stress.asked import StressChoice

HORIZON = 13


def course(*persons: list[float], places: float) -> Course:
    """Cases of one territory; the last number of persons stays to the horizon."""
    weeks = [[*each, *[each[-1]] * (HORIZON + 1 - len(each))] for each in persons]
    many = np.array(weeks)[:, None, :]
    return Course(many, np.full(many.shape, places), many * 0)


def test_of_cases_that_fill_at_once_the_one_that_gains_least_is_priced() -> None:
    """Full today in both cases; ten more places last two weeks in one and all weeks in the other.
    In two weeks ten places are five a week.
    """
    persons = ([100.0, 101, 110], [100.0, 101, 102])
    today = pd.DataFrame({"places": [100.0]})
    choice = StressChoice(Where(0), buffer=10, horizon=HORIZON)
    found = bought(course(*persons, places=100), course(*persons, places=110), today, choice)
    assert (found["weeks_gained_lower"][0], found["weeks_gained_upper"][0]) == (2, HORIZON + 1)
    assert found["places_per_week_gained"][0] == 5
    assert found["gain_goes_on"][0] and not found["worst_gain_goes_on"][0]


def test_a_gain_to_the_end_of_the_horizon_goes_on_in_the_worst_case_too() -> None:
    today = pd.DataFrame({"places": [100.0]})
    choice = StressChoice(Where(0), buffer=10, horizon=HORIZON)
    one = [100.0, 101]
    found = bought(course(one, places=100), course(one, places=110), today, choice)
    assert found["worst_gain_goes_on"][0]
