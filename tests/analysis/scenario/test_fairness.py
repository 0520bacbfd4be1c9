"""Equality before and after, by hand: rates of 90/100, 80/40 and 60/50; the unknown is left out."""

import numpy as np
import pytest

from analysis.equality.held import Held
from analysis.equality.measures import gini
from analysis.scenario.applied import Terms, applied
from analysis.scenario.fairness import Fairer, fairer
from analysis.scenario.plan import Add, Arrive, Change, Lose, Places, Plan
from tests.analysis.scenario.three import three


def change(*changes: Change) -> Fairer:
    return fairer(applied(three(), Plan("p", changes), Terms(1.0)).rows)


def test_both_times_count_the_same_territories() -> None:
    found = change(Lose(10))
    assert (found.counted, found.left_out) == (3, 1)
    best = Held(np.array([90.0, 80, 60]), np.array([100.0, 40, 50]), np.array([0, 0, 1]))
    assert found.before.gini.value == pytest.approx(gini(best), abs=1e-12)


def test_an_estimated_need_makes_a_range_around_the_best_guess() -> None:
    before = change().before.gini
    assert before.lower < before.value < before.upper
    other = Held(np.array([90.0, 80, 60]), np.array([100.0, 40, 60]), np.array([0, 0, 1]))
    assert before.lower - 1e-12 <= gini(other) <= before.upper + 1e-12


def test_places_for_all_alike_make_all_equal() -> None:
    """20 people to AT1's 110 places as to others: rates 1 everywhere, with an exact need."""
    found = change(Places("AT1", 10), Places("AT2", -40), Places("IT1", -10))
    assert found.after.gini.value == pytest.approx(0, abs=1e-12)
    assert found.after.theil.value == pytest.approx(0, abs=1e-12)
    assert found.after.gini.upper > 0


def test_people_who_find_free_places_lower_inequality() -> None:
    found = change(Arrive(50))
    assert found.after.gini.value < found.before.gini.value
    assert change(Add(50, rule="worst")).after.theil.value < found.before.theil.value


def test_nobody_known_is_unknown() -> None:
    rows = applied(three().loc[["IT2"]], Plan("p", ()), Terms(1.0)).rows
    found = fairer(rows)
    assert found.counted == 0 and np.isnan(found.before.gini.value)
