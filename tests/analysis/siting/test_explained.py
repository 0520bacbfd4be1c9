"""Who each site newly serves: everybody once, nobody beyond what a site takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.siting.explained import one_by_one, served, shares, unequal
from analysis.siting.model import Candidates

# Three sites over four cells of 5, 3, 4 and 2 people; the second and third share a cell.
THREE = Candidates(
    np.array([5.0, 3.0, 4.0, 2.0]), np.array([0, 1, 3, 5]), np.array([0, 1, 2, 2, 3], np.int32)
)


def test_whoever_was_reached_before_is_not_reached_again() -> None:
    found = served(THREE, [0, 1, 2])
    assert found.sites.tolist() == [1, 0, 2], "7 people, then 5, then the 2 who are left"
    assert found.by.tolist() == [7, 5, 2]
    assert [cells.tolist() for cells in found.cells] == [[1, 2], [0], [3]]
    assert found.at(4).tolist() == [5, 3, 4, 2]


def test_a_site_takes_no_more_than_it_can() -> None:
    """The second takes 3.5 of the 7 it reaches, half of each cell; the third the 3.5 of 4 left."""
    found = served(THREE, [1, 2], takes=3.5)
    assert found.by.tolist() == [3.5, 3.5]
    assert found.at(4)[:2].tolist() == [0, 1.5]
    assert found.at(4).sum() == 7


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.one_of(st.none(), st.floats(0, 20)))
def test_nobody_is_served_twice_and_no_site_serves_too_many(
    need: list[int], takes: float | None
) -> None:
    candidates = Candidates(np.array(need, dtype=float), THREE.starts, THREE.cells)
    found = served(candidates, [2, 0, 1], takes)
    assert (found.at(4) <= candidates.need + 1e-9).all()
    assert sorted(found.sites.tolist()) == [0, 1, 2]
    if takes is None:
        assert found.by.sum() == pytest.approx(candidates.covered([0, 1, 2]))
        assert (np.diff(found.by) <= 1e-9).all()
    else:
        assert (found.by <= takes + 1e-9).all()


def test_one_by_one_adds_less_and_less() -> None:
    assert one_by_one(THREE, 3).by.tolist() == [7, 5, 2]
    assert one_by_one(THREE, 2, takes=4).by.tolist() == [4, 4]


def test_shares_of_groups_and_how_unequal_they_are() -> None:
    """Half of the first group, all of the second; the third has nobody, and a cell is in none."""
    group = np.array([0, 0, 1, -1])
    found = shares(np.array([2.0, 0, 6, 9]), np.array([2.0, 2, 6, 9]), group, 3)
    assert found.tolist()[:2] == [0.5, 1.0]
    assert np.isnan(found[2])
    assert unequal(found, np.array([4.0, 6, 0])) == pytest.approx((6 * 4 - 2 * 6) / (8 * 10))
    assert unequal(np.array([1.0, 1.0]), np.array([1.0, 5.0])) == 0
