"""What sites reach by distance alone, and which of many cells stand for their neighbours."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.catchment.model import StoppedError
from analysis.reach import nearest
from analysis.siting.around import People, candidates_within, thinned

# On the equator a degree is 111.2 km: five cells in a row, 11.1 km from one to the next.
ROW = People(np.arange(5) / 10, np.zeros(5), np.array([5.0, 0.0, 3.0, 2.0, 1.0]))


def reached(people: People, sites: list[int], km: float) -> list[list[int]]:
    found = candidates_within(people, np.array(sites, dtype=np.int64), km)
    return [
        found.cells[a:b].tolist() for a, b in zip(found.starts[:-1], found.starts[1:], strict=True)
    ]


def test_a_site_reaches_itself_and_who_is_near_enough_and_in_need() -> None:
    assert reached(ROW, [0, 2, 4], 12) == [[0], [2, 3], [3, 4]]
    assert reached(ROW, [1], 0) == [[]], "nobody in need lives there"
    assert reached(ROW, [], 12) == []


@given(st.lists(st.tuples(st.floats(-20, 40), st.floats(30, 70)), min_size=1, max_size=12),
       st.floats(1, 3000))  # fmt: skip
def test_reach_is_the_distance_that_coverage_is_told_by(
    at: list[tuple[float, float]], km: float
) -> None:
    lon, lat = np.array(at).T
    found = reached(People(lon, lat, np.ones(len(lon))), list(range(len(lon))), km)
    for site, cells in enumerate(found):
        far, _ = nearest(lon, lat, lon[[site]], lat[[site]])
        assert set(np.flatnonzero(far < km * (1 - 1e-9) - 1e-6)) <= set(cells)
        assert set(cells) <= set(np.flatnonzero(far <= km * (1 + 1e-9) + 1e-6))


def test_it_stops_when_told() -> None:
    with pytest.raises(StoppedError):
        candidates_within(ROW, np.array([0]), 12, lambda share: False)


def test_of_neighbours_the_best_stands_for_all() -> None:
    groups = np.array([1, 1, 2, 2, 3], dtype=np.uint64)
    assert thinned(np.array([1.0, 2, 5, 4, 3]), groups, 9).tolist() == [1, 2, 4]
    assert thinned(np.array([1.0, 2, 5, 4, 3]), groups, 2).tolist() == [2, 4]
