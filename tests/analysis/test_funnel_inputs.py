"""From figures to what each step lets through."""

import numpy as np
import pandas as pd

from analysis.funnel import STEPS
from analysis.funnel_inputs import CHILDREN, FINEST, GROUPS, INPUTS, own

COLUMNS = ["territory_id", "step", "role", "place", "value", "lower", "upper"]
NAN, INF = float("nan"), float("inf")


def ends(*rows: tuple[object, ...], group: str = CHILDREN) -> dict[str, tuple[float, float]]:
    """Step -> lower and upper of territory A."""
    frame = pd.DataFrame([("A", *row) for row in rows], columns=COLUMNS)
    frame[["value", "lower", "upper"]] = frame[["value", "lower", "upper"]].astype(float)
    lower, upper, _ = own(frame, group)
    return {step: (lower.loc["A", step], upper.loc["A", step]) for step in STEPS}


def test_where_any_service_is_everybody_passes_and_where_none_is_nobody():
    there = ("exists", "exists", 1, 0.0, NAN, NAN), ("exists", "exists", 2, 40.0, NAN, NAN)
    assert ends(*there)["exists"] == (INF, INF)
    assert ends(there[0])["exists"] == (0, 0)


def test_a_share_is_of_the_people_and_all_bounds_nothing():
    people = ("people", "count", 0, 200.0, NAN, NAN)
    assert ends(people, ("reach", "percent", 1, NAN, 30.2, 80.0))["reach"] == (60, 160)
    assert ends(people, ("reach", "percent", 1, NAN, 30.0, NAN))["reach"][0] == 60
    assert ends(people, ("reach", "percent", 1, 100.0, NAN, NAN))["reach"] == (INF, INF)


def test_the_first_known_figure_counts():
    rows = ("people", "count", 1, 90.0, NAN, NAN), ("people", "count", 0, 200.0, NAN, NAN)
    assert ends(*rows)["people"] == (200, 200)


def test_arrangements_of_the_same_people_overlap():
    """100 permits, 150 guardians, 40 with after-care: at least 150 people, at most 290."""
    three = [("durable", "part", i, v, NAN, NAN) for i, v in enumerate((100.0, 150.0, 40.0))]
    assert ends(*three)["durable"] == (150, 290)
    # After-care is not counted: it may be anybody's.
    low, high = ends(*three[:2])["durable"]
    assert low == 150 and np.isnan(high)


def test_places_open_to_the_group_are_places_with_room():
    low, high = ends(("open", "count", 0, 70.0, NAN, NAN))["room"]
    assert low == 70 and np.isnan(high)


def test_nothing_known_is_no_row_and_no_error():
    lower, upper, floor = own(pd.DataFrame(columns=COLUMNS), CHILDREN)
    assert lower.empty and upper.empty and floor.empty


def test_every_group_can_be_asked_for_every_step():
    for group in GROUPS:
        assert {each.step for each in INPUTS if each.group_id == group} == set(STEPS)
    assert FINEST["victims_of_trafficking"] == 2
