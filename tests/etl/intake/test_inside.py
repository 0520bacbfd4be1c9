"""A point inside an area is inside, in bounded time, however its outline runs."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon

from etl.intake.inside import _on_a_line, point_inside

BOW = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])


def test_a_bow_has_a_point_in_one_of_its_halves() -> None:
    found = point_inside(BOW)
    assert found is not None
    assert shapely.make_valid(BOW).contains(Point(found))


corner = st.tuples(st.integers(0, 40), st.integers(0, 40))


@settings(max_examples=40)
@given(st.lists(corner, min_size=4, max_size=12))
def test_a_level_line_ends_in_the_outline_or_nowhere(ring: list[tuple[int, int]]) -> None:
    found = _on_a_line(Polygon(ring))
    if found is None:
        assert len({y for _, y in ring}) == 1
    else:
        assert Polygon(ring).convex_hull.distance(Point(found)) < 1e-6


@settings(max_examples=40)
@given(st.integers(3, 60), st.integers(0, 10**6))
def test_of_an_outline_that_does_not_cross_itself_the_point_is_inside(corners: int, n: int) -> None:
    sizes = np.random.default_rng(n).uniform(0.2, 1, corners)
    turns = 2 * np.pi * np.arange(corners) / corners
    area = Polygon(np.column_stack([sizes * np.cos(turns), sizes * np.sin(turns)]))
    assert area.is_valid
    found = _on_a_line(area)
    assert found is not None and area.distance(Point(found)) < 1e-6


def test_a_star_of_a_hundred_thousand_corners_is_no_trap() -> None:
    turns = [2 * math.pi * (i * 49_999 % 100_000) / 100_000 for i in range(100_000)]
    star = Polygon([(12 + math.cos(a), 42 + math.sin(a)) for a in turns])
    found = point_inside(star)
    assert found is not None
    assert math.hypot(found[0] - 12, found[1] - 42) <= 1


@pytest.mark.parametrize("size", [math.inf, math.nan])
def test_what_has_no_place_has_no_point(size: float) -> None:
    assert point_inside(Point(size, 1)) is None
    assert point_inside(Polygon()) is None
    assert point_inside(None) is None


def test_the_point_is_in_the_widest_part_of_many() -> None:
    ring = [(math.cos(i), math.sin(i)) for i in range(100)]
    both = MultiPolygon([Polygon(ring), Polygon([(x + 9, y) for x, y in ring])])
    found = point_inside(both)
    assert found is not None and shapely.convex_hull(both).contains(Point(found))
