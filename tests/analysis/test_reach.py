"""Distances to the nearest place, against the haversine formula written here."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reach import EARTH_RADIUS_KM, nearest

POINT = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
METRE = 1e-3
HALF_ROUND = math.pi * EARTH_RADIUS_KM


def haversine(a: tuple[float, float], b: tuple[float, float]) -> float:
    lon, lat, to_lon, to_lat = map(math.radians, (*a, *b))
    h = (
        math.sin((to_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def found(people, places):
    """Distances and indices as lists, from lists of points."""
    lon, lat = np.array(people, dtype=float).reshape(-1, 2).T
    to_lon, to_lat = np.array(places, dtype=float).reshape(-1, 2).T
    km, index = nearest(lon, lat, to_lon, to_lat)
    return km.tolist(), index.tolist()


@given(st.lists(POINT, min_size=1, max_size=20), st.lists(POINT, min_size=1, max_size=20))
def test_equals_the_haversine_formula(people, places):
    km, index = found(people, places)
    for person, distance, which in zip(people, km, index, strict=True):
        assert distance == pytest.approx(min(haversine(person, p) for p in places), abs=METRE)
        assert haversine(person, places[which]) == pytest.approx(distance, abs=METRE)


@given(st.lists(POINT, min_size=1, max_size=15), st.permutations(range(12)), st.data())
def test_the_order_of_places_does_not_matter(people, order, data):
    places = data.draw(st.lists(POINT, min_size=12, max_size=12))
    km, _ = found(people, places)
    shuffled, _ = found(people, [places[i] for i in order])
    assert shuffled == pytest.approx(km, abs=METRE)


@given(st.lists(POINT, min_size=1, max_size=15), st.lists(POINT, min_size=1, max_size=10), POINT)
def test_one_more_place_never_makes_the_way_longer(people, places, another):
    before, _ = found(people, places)
    after, _ = found(people, [*places, another])
    assert all(b <= a + METRE for a, b in zip(before, after, strict=True))


def test_across_the_antimeridian_is_near():
    km, _ = found([(179.9, 0.0)], [(-179.9, 0.0)])
    assert km[0] == pytest.approx(0.2 / 180 * HALF_ROUND, abs=METRE)


def test_at_a_pole_every_longitude_is_the_same_place():
    km, _ = found([(0.0, 90.0), (120.0, -90.0)], [(-77.0, 90.0), (15.0, -90.0)])
    assert km == pytest.approx([0, 0], abs=METRE)


def test_over_the_pole_is_the_short_way():
    km, which = found([(0.0, 80.0)], [(180.0, 80.0), (0.0, 59.0)])
    assert km[0] == pytest.approx(20 / 180 * HALF_ROUND, abs=METRE)
    assert which == [0]


def test_the_other_side_of_the_earth_is_half_its_round():
    km, _ = found([(10.0, 20.0)], [(-170.0, -20.0)])
    assert km[0] == pytest.approx(HALF_ROUND, abs=METRE)


def test_places_on_one_spot_are_one_place():
    km, which = found([(5.0, 50.0)], [(30.0, 60.0), (5.0, 50.0), (5.0, 50.0)])
    assert km == pytest.approx([0], abs=METRE)
    assert which[0] in (1, 2)


def test_without_any_place_everybody_is_infinitely_far():
    km, which = found([(0.0, 0.0), (1.0, 1.0)], [])
    assert km == [math.inf, math.inf]
    assert which == [-1, -1]


def test_without_anybody_there_is_nothing_to_measure():
    assert found([], [(0.0, 0.0)]) == ([], [])


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_coordinates_must_be_finite_on_either_side(bad):
    with pytest.raises(ValueError, match="finite"):
        found([(bad, 0.0)], [(0.0, 0.0)])
    with pytest.raises(ValueError, match="finite"):
        found([(0.0, 0.0)], [(0.0, bad)])


def test_coordinates_must_be_finite_though_there_is_no_place_to_go_to():
    with pytest.raises(ValueError, match="finite"):
        found([(math.nan, 0.0)], [])
