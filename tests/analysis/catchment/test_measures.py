"""What is in reach and what is left of it, by invariants and truths reasoned out by hand."""

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import bands, exponential, flat, gaussian, linear
from analysis.catchment.measures import balanced, service_level, two_step, within
from analysis.catchment.model import Cells, Places, Setting, StoppedError
from tests.analysis.catchment import plain

MEASURES = {"two_step": two_step, "balanced": balanced, "service_level": service_level}
DECAYS = {
    "flat": flat(120), "bands": bands(120), "gaussian": gaussian(120, 50),
    "exponential": exponential(120, 50), "linear": linear(120),
}  # fmt: skip


def setting(people, places, open_to=None):
    """People as (lon, number) and places as (lon, capacity), all along the equator."""
    lon, demand = np.array(people, dtype=float).reshape(-1, 2).T
    at, capacity = np.array(places, dtype=float).reshape(-1, 2).T
    flags = np.ones(len(at)) if open_to is None else np.array(open_to)
    cells = Cells(lon, 0 * lon, demand)
    return as_the_crow_flies(cells, Places(at, 0 * at, capacity, flags))


def reached(found: Setting, decay):
    """Capacity of the places that somebody reaches who may use them."""
    w = plain.weights(found, decay)
    people = found.cells.demand @ found.places.open_to.T.astype(float)
    return found.places.capacity[(people * w).sum(axis=0) > 0].sum()


def used(found: Setting, measure, decay):
    """The sum of what each person has, over all groups."""
    groups = range(found.cells.demand.shape[1])
    each = np.column_stack([measure(found, decay, group).lower for group in groups])
    demand = found.cells.demand
    return np.sum(np.where(demand > 0, demand * each, 0))


@pytest.mark.parametrize("measure", [two_step, balanced])
def test_an_unlimited_catchment_is_all_capacity_over_all_people(measure):
    found = plain.drawn(1)
    ratio = found.places.capacity.sum() / found.cells.demand.sum()
    each = measure(found, flat(math.inf))
    assert each.lower == pytest.approx(ratio, rel=1e-12)
    assert each.upper == pytest.approx(ratio, rel=1e-12)


@pytest.mark.parametrize("decay", DECAYS)
@pytest.mark.parametrize("groups", [1, 3])
def test_two_step_hands_out_the_capacity_that_is_reached(decay, groups):
    found = plain.drawn(2, groups=groups)
    assert used(found, two_step, DECAYS[decay]) == pytest.approx(reached(found, DECAYS[decay]))


@pytest.mark.parametrize("decay", DECAYS)
@pytest.mark.parametrize("groups", [1, 3])
def test_balanced_counts_everybody_once_and_hands_out_the_capacity_that_is_reached(decay, groups):
    found, law = plain.drawn(3, groups=groups), DECAYS[decay]
    assert used(found, balanced, law) == pytest.approx(reached(found, law))
    # With one place unit per person at every place, everybody has one: nobody is counted twice.
    w = plain.weights(found, law)
    open_to = found.places.open_to.astype(float)
    people = np.zeros(len(open_to))
    for group in range(groups):
        share = w * open_to[:, group]
        total = share.sum(axis=1, keepdims=True)
        share = np.divide(share, total, out=np.zeros_like(share), where=total > 0)
        people += found.cells.demand[:, group] @ share
    fair = dataclasses.replace(found.places, capacity=people)
    fair_setting = as_the_crow_flies(found.cells, fair)
    for group in range(groups):
        each = balanced(fair_setting, law, group).lower
        some = w @ open_to[:, group] > 0
        assert np.nan_to_num(each[~some]) == pytest.approx(0)
        sure = ~np.isnan(each)
        assert each[some & sure] == pytest.approx(1)
    assert people.sum() == pytest.approx(
        sum(found.cells.demand[w @ open_to[:, g] > 0, g].sum() for g in range(groups))
    )


def test_the_published_second_step_keeps_the_level_of_service():
    found, law = plain.drawn(4), gaussian(200, 90)
    w = plain.weights(found, law)
    some = w.sum(axis=1) > 0
    people = found.cells.demand[some, 0] @ (w[some] / w[some].sum(axis=1, keepdims=True))
    assert (people > 0).all()
    level = found.places.capacity / people
    assert service_level(found, law).lower.sum() == pytest.approx(level.sum())


@given(st.integers(0, 10**6), st.sampled_from(sorted(DECAYS)))
@settings(max_examples=25, deadline=None)
def test_two_step_equals_the_formula(seed, decay):
    found = plain.drawn(seed, groups=2)
    each = two_step(found, DECAYS[decay], 1)
    sure = ~np.isnan(each.lower)
    expected = plain.two_step(found, plain.weights(found, DECAYS[decay]), 1)
    assert each.lower[sure] == pytest.approx(expected[sure], rel=1e-11, abs=1e-13)
    assert sure[found.cells.demand[:, 1] > 0].all()


def test_one_place_shared_by_all_who_reach_it():
    found = setting([(0, 30), (0.1, 10), (5, 10)], [(0, 20)])
    for measure in (two_step, balanced):
        assert measure(found, flat(50)).lower.tolist() == pytest.approx([0.5, 0.5, 0.0])


def test_two_step_counts_people_between_two_places_at_both():
    # Ten people reach both places: each place has 10 for 10, so they seem to have 2 each.
    found = setting([(0, 10)], [(0.1, 10), (-0.1, 10)])
    assert two_step(found, flat(50)).lower.tolist() == pytest.approx([2.0])


def test_cutting_a_cell_in_two_changes_nothing_but_in_the_published_level():
    whole = setting([(0, 10), (0.3, 4)], [(0.1, 9), (0.2, 5)])
    halves = setting([(0, 5), (0, 5), (0.3, 4)], [(0.1, 9), (0.2, 5)])
    for measure in (two_step, balanced):
        one, two = (measure(each, gaussian(60)).lower for each in (whole, halves))
        assert two == pytest.approx(one[[0, 0, 1]])
    assert (
        service_level(halves, gaussian(60)).lower[0] < service_level(whole, gaussian(60)).lower[0]
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_unknown_capacity_is_from_nothing_to_the_typical_place(measure):
    known, nothing, typical = (
        setting([(0, 10), (0.2, 5), (9, 5)], [(0.1, 8), (0.2, unknown)])
        for unknown in (math.nan, 0, 6)
    )
    each = MEASURES[measure](known, gaussian(60), typical=6)
    lower, upper = (MEASURES[measure](other, gaussian(60)).lower for other in (nothing, typical))
    assert each.lower == pytest.approx(lower)
    assert each.upper == pytest.approx(upper)
    assert (each.lower < each.upper).tolist() == [True, True, False]


@pytest.mark.parametrize("measure", MEASURES)
def test_unknown_capacity_without_a_typical_place_is_withheld_where_it_counts(measure):
    found = setting([(0, 10), (9, 5), (20, 5)], [(0.1, math.nan), (9, 5)])
    each = MEASURES[measure](found, flat(60))
    assert np.isnan(each.lower).tolist() == [True, False, False]
    assert np.isnan(each.upper).tolist() == [True, False, False]
    assert each.lower[1] == pytest.approx(1)
    assert each.lower[2] == 0


@pytest.mark.parametrize("measure", MEASURES)
def test_where_nobody_lives_a_place_of_ones_own_has_no_ratio(measure):
    found = setting([(0, 0), (9, 5), (20, 0)], [(0.1, 7), (9, 5)])
    each = MEASURES[measure](found, flat(60)).lower
    assert np.isnan(each[0])
    assert each[1:].tolist() == pytest.approx([1, 0])


@pytest.mark.parametrize("measure", MEASURES)
def test_without_any_place_nobody_has_anything(measure):
    each = MEASURES[measure](setting([(0, 3)], []), flat(60))
    assert each.lower.tolist() == each.upper.tolist() == [0.0]


@pytest.mark.parametrize("measure", MEASURES)
def test_another_groups_places_are_not_in_reach(measure):
    cells = Cells(np.zeros(1), np.zeros(1), np.array([[4.0, 6.0]]))
    places = Places(np.zeros(2), np.zeros(2), np.array([4.0, 3.0]), np.array([[1, 0], [0, 1]]))
    each = [MEASURES[measure](as_the_crow_flies(cells, places), flat(1), g).lower for g in (0, 1)]
    assert np.concatenate(each) == pytest.approx([1.0, 0.5])


@given(st.integers(0, 1000), st.randoms(use_true_random=False), st.sampled_from(sorted(MEASURES)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_cells_and_places_does_not_matter(seed, random, measure):
    found = plain.drawn(seed, groups=2)
    by, to = list(range(80)), list(range(25))
    random.shuffle(by)
    random.shuffle(to)
    moved = as_the_crow_flies(
        Cells(found.cells.lon[by], found.cells.lat[by], found.cells.demand[by]),
        Places(
            found.places.lon[to], found.places.lat[to], found.places.capacity[to],
            found.places.open_to[to],
        ),
    )  # fmt: skip
    first = MEASURES[measure](found, gaussian(150), 1).lower
    second = MEASURES[measure](moved, gaussian(150), 1).lower
    assert second.tolist() == pytest.approx(first[by].tolist(), nan_ok=True, rel=0, abs=0)


def test_what_is_in_reach():
    found = setting([(0, 10), (9, 5), (20, 5)], [(0.1, 8), (0.1, math.nan), (9, 0)])
    each = within(found, 60, typical=5)
    assert each.places.tolist() == [2, 1, 0]
    assert each.unknown.tolist() == [1, 0, 0]
    assert each.capacity.lower.tolist() == [8, 0, 0]
    assert each.capacity.upper.tolist() == [13, 0, 0]
    assert np.isnan(within(found, 60).capacity.lower).tolist() == [True, False, False]


@pytest.mark.parametrize("measure", [*MEASURES.values(), within], ids=[*MEASURES, "within"])
def test_progress_never_falls_and_ends_at_the_whole(measure):
    told = []
    found = plain.drawn(1, groups=2)
    law = 50.0 if measure is within else flat(50)
    measure(found, law, watch=lambda share: not told.append(share))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    with pytest.raises(StoppedError):
        measure(found, law, watch=lambda share: share < 0.3)
