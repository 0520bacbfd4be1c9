"""Who is served, who finds places full and who is out of reach, against the plain procedure."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.catchment import rings
from analysis.catchment.coverage import coverage, gain, shares
from analysis.catchment.crow import and_one, as_the_crow_flies
from analysis.catchment.model import Cells, Places, Setting, StoppedError
from analysis.catchment.travel import Travel
from tests.analysis.catchment import plain

SEEDS = st.integers(0, 10**6)


def setting(people, places):
    """People as (lon, number) and places as (lon, capacity), all along the equator."""
    lon, demand = np.array(people, dtype=float).reshape(-1, 2).T
    at, capacity = np.array(places, dtype=float).reshape(-1, 2).T
    cells = Cells(lon, 0 * lon, demand)
    return as_the_crow_flies(cells, Places(at, 0 * at, capacity, np.ones(len(at))))


def served(people, places, reach=50.0):
    return coverage(setting(people, places), reach).served.lower[:, 0].tolist()


@given(SEEDS, st.sampled_from([20.0, 90.0, 400.0, math.inf]), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_equals_filling_places_one_pair_after_another(seed, reach, groups):
    found = plain.drawn(seed, groups=groups)
    km = plain.haversine(found.cells, found.places)
    each = coverage(found, reach)
    assert each.served.lower == pytest.approx(plain.served(found, km, reach), abs=1e-9)
    reached = (km <= reach).astype(int) @ found.places.open_to.astype(int) > 0
    assert (each.in_reach == reached).all()


def test_rings_of_few_pairs_settle_as_one_ring_does(monkeypatch):
    found = plain.drawn(11, cells=300, places=100, groups=2)
    whole = coverage(found, 300).served.lower
    monkeypatch.setattr(rings, "MOST_PAIRS", 50)
    assert coverage(found, 300).served.lower == pytest.approx(whole, abs=1e-9)


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_the_three_parts_sum_to_one_and_no_place_takes_more_than_it_can(seed):
    found = plain.drawn(seed, groups=2)
    each = coverage(found, 120)
    parts = shares(each, found.cells.demand)
    some = found.cells.demand > 0
    total = parts.served.lower + parts.full.upper + parts.out
    assert total[some] == pytest.approx(1)
    assert (parts.served.upper + parts.full.lower + parts.out)[some] == pytest.approx(1)
    for part in (*parts.served, *parts.full, parts.out):
        assert (part[some] >= -1e-12).all()
        assert np.isnan(part[~some]).all()
    assert each.served.lower.sum() <= found.places.capacity.sum() + 1e-9


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_it_is_stable(seed):
    """Who is not served in full finds every open place in reach full of people at least as near."""
    found = plain.drawn(seed)
    km = plain.haversine(found.cells, found.places)
    need = found.cells.demand[:, 0] - coverage(found, 150).served.lower[:, 0]
    left = need > 1e-9
    for place in np.flatnonzero((km[left] <= 150).any(axis=0)):
        near = km[left, place].min()
        nearer = km[:, place] < near
        # Everybody nearer to it than the first who is turned away is served, here or nearer by.
        assert (need[nearer] < 1e-9).all()


@given(SEEDS, st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_cells_and_places_does_not_matter(seed, random):
    found = plain.drawn(seed, groups=2)
    # Ties: cells on one spot, places on one spot, both with different numbers.
    found.cells.lon[:9], found.cells.lat[:9] = 1.0, 48.0
    found.places.lon[:5], found.places.lat[:5] = 1.2, 48.1
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
    first, second = coverage(found, 150), coverage(moved, 150)
    assert second.served.lower == pytest.approx(first.served.lower[by], abs=1e-9)


@given(SEEDS)
@settings(max_examples=20, deadline=None)
def test_one_more_place_leaves_nobody_worse_off(seed):
    found = plain.drawn(seed)
    more = as_the_crow_flies(found.cells, found.places.and_one(0.0, 48.0, 40.0))
    before, after = coverage(found, 150), coverage(more, 150)
    assert (after.served.lower >= before.served.lower - 1e-9).all()
    assert after.served.lower.sum() <= before.served.lower.sum() + 40 + 1e-9


def test_what_one_more_place_changes():
    people = [(0, 10), (0.3, 10), (5, 10)]
    before = setting(people, [(0, 12), (0.1, math.nan)])
    found = gain(
        coverage(before, 50, typical=4), coverage(and_one(before, 5.1, 0, 7), 50, typical=4)
    )
    assert found.served.lower[:, 0].tolist() == pytest.approx([0, 0, 7])
    assert found.reached[:, 0].tolist() == [False, False, True]
    # Here the unknown place takes some of those whom the new one would otherwise serve.
    found = gain(
        coverage(before, 50, typical=4), coverage(and_one(before, 0.3, 0, 7), 50, typical=4)
    )
    assert found.served.lower[:, 0].tolist() == pytest.approx([0, 4, 0])
    assert found.served.upper[:, 0].tolist() == pytest.approx([0, 7, 0])
    assert not found.reached.any()


def test_a_table_of_ways_has_none_to_a_new_place():
    both = setting([(0, 10)], [(0, 4)])
    ways = Travel(np.array([0]), np.array([0]), np.array([5.0]), 1, 1)
    with pytest.raises(ValueError, match="not there yet"):
        and_one(Setting(both.cells, both.places, ways), 0, 0, 1)


def test_the_nearest_come_first():
    assert served([(0.1, 10), (0.2, 10)], [(0, 15)]) == pytest.approx([10, 5])


def test_who_finds_a_place_full_goes_on_to_the_next():
    # The cell at 0.2 is second at both places: five go to the far one.
    assert served([(0.1, 10), (0.2, 10)], [(0, 15), (0.5, 3)]) == pytest.approx([10, 8])


def test_cells_equally_far_share_by_how_many_they_are():
    assert served([(-0.1, 10), (0.1, 30), (0.1, 20)], [(0, 12)]) == pytest.approx([2, 6, 4])


def test_nobody_is_served_beyond_reach():
    each = coverage(setting([(0, 10), (5, 10)], [(0, 100)]), 50)
    assert each.served.lower[:, 0].tolist() == [10, 0]
    assert each.in_reach[:, 0].tolist() == [True, False]


def test_a_full_place_is_in_reach():
    parts = shares(coverage(setting([(0, 10)], [(0, 0)]), 50), np.array([[10.0]]))
    assert (parts.served.lower, parts.full.lower, parts.out) == ([[0]], [[1]], [[0]])


def test_groups_go_where_they_may_and_share_where_both_may():
    cells = Cells(np.zeros(1), np.zeros(1), np.array([[10.0, 30.0]]))
    places = Places(
        np.array([0.0, 0.1]), np.zeros(2), np.array([20.0, 8.0]), np.array([[1, 1], [1, 0]])
    )
    each = coverage(as_the_crow_flies(cells, places), 50).served.lower
    assert each == pytest.approx(np.array([[10.0, 15.0]]))


def test_unknown_capacity_is_from_no_room_to_the_typical_place():
    each = coverage(setting([(0, 10), (0.1, 10)], [(0, 4), (0.1, math.nan)]), 50, typical=12)
    assert each.served.lower[:, 0].tolist() == pytest.approx([4, 0])
    assert each.served.upper[:, 0].tolist() == pytest.approx([6, 10])


def test_unknown_capacity_without_a_typical_place_is_withheld_where_it_counts():
    people = [(0, 10), (0.3, 10), (5, 10)]
    each = coverage(setting(people, [(0, 10), (0.3, math.nan), (5, 4)]), 50)
    assert each.served.lower[:, 0].tolist() == pytest.approx([10, math.nan, 4], nan_ok=True)
    assert each.served.upper[:, 0].tolist() == pytest.approx([10, math.nan, 4], nan_ok=True)
    parts = shares(each, np.full((3, 1), 10.0))
    assert np.isnan(parts.full.lower[:, 0]).tolist() == [False, True, False]
    assert parts.out[:, 0].tolist() == [0, 0, 0]


def test_by_travel_time_the_quicker_place_is_the_nearer_one():
    both = setting([(0, 10)], [(0, 4), (9, 4)])
    ways = Travel(np.array([0, 0]), np.array([0, 1]), np.array([50.0, 20.0]), 1, 2)
    only_far = Setting(both.cells, both.places, ways)
    assert coverage(only_far, 30).served.lower.tolist() == [[4.0]]
    assert coverage(only_far, 50).served.lower.tolist() == [[8.0]]


def test_without_places_everybody_is_out_of_reach():
    each = coverage(setting([(0, 10)], []), 50)
    assert shares(each, np.array([[10.0]])).out.tolist() == [[1.0]]


def test_it_can_be_watched_and_stopped():
    told = []
    found = plain.drawn(3)
    coverage(found, 90, watch=lambda share: not told.append(share))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    with pytest.raises(StoppedError):
        coverage(found, 90, watch=lambda share: share < 0.5)
