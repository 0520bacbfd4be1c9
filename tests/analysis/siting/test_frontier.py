"""The frontier between most and most equal: its ends, and no point bettered by another."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings

from analysis.siting.frontier import frontier
from tests.analysis.siting.instances import Case, best, candidates, cases, given_case, plane


def gini(shares: list[float], need: list[float]) -> float:
    """Half the mean difference between two in need, over the mean: as it is defined."""
    pairs = [(abs(a - b), n * m) for a, n in zip(shares, need, strict=True)
             for b, m in zip(shares, need, strict=True)]  # fmt: skip
    mean = np.dot(shares, need) / sum(need)
    return sum(d * w for d, w in pairs) / (2 * sum(need) ** 2 * mean)


@settings(max_examples=40, deadline=None)
@given(cases)
def test_no_point_is_bettered_and_the_first_covers_most(case: Case) -> None:
    found, many = given_case(case)
    group = (np.arange(len(found.need)) % 3 - 1).astype(np.int32)
    points = frontier(found, group, many, 4)
    assert 1 <= len(points) <= 4
    assert points[0].covered == best(found, many)
    assert (np.diff([each.covered for each in points]) < 0).all()
    assert (np.diff([each.inequality for each in points]) < 0).all()
    for each in points:
        assert each.covered == found.covered(each.chosen)
        assert len(set(each.chosen.tolist())) == many


def test_two_towns_and_a_village_by_hand() -> None:
    """Two sites: both in the town cover 18; one in the village covers 10 + 2 and all have some.

    Shares: town 18 of 20 and village 0 of 2, or town 10 of 20 and village 2 of 2.
    """
    found = candidates([10, 8, 2, 2], [{0}, {1}, {3}])
    points = frontier(found, np.array([0, 0, 0, 1], dtype=np.int32), 2, 3)
    assert [each.covered for each in points] == [18, 12]
    assert [each.shares.tolist() for each in points] == [[0.9, 0.0], [0.5, 1.0]]
    assert [each.worst_share for each in points] == [0, 0.5]
    assert points[0].inequality == pytest.approx(gini([0.9, 0], [20, 2]))
    assert points[1].inequality == pytest.approx(gini([0.5, 1], [20, 2]))


def test_need_that_is_served_already_counts_in_the_shares() -> None:
    """The village is served: the second site goes to the town at every point."""
    whole = candidates([10, 8, 2, 2], [{0}, {1}, {3}])
    left = whole.without(whole.reached([2]))
    group = np.array([0, 0, 0, 1], dtype=np.int32)
    (only,) = frontier(left, group, 2, 3, served=np.array([0.0, 2.0]))
    assert (only.covered, only.shares.tolist()) == (18, [0.9, 1.0])


def test_a_territory_without_need_has_no_share() -> None:
    found = candidates([4, 0], [{0}, {1}])
    (only,) = frontier(found, np.array([0, 1], dtype=np.int32), 1, 2)
    assert only.shares[0] == 1
    assert np.isnan(only.shares[1])
    assert only.worst_share == 1


def test_the_equal_end_comes_near_the_best_worst_share() -> None:
    """Four quarters of a square: the worst quarter is served about as well as can be."""
    found = plane(200, 14, 11, reach=0.3)
    draw = np.random.default_rng(11).uniform(0, 1, (200, 2))
    group = ((draw[:, 0] > 0.5) * 2 + (draw[:, 1] > 0.5)).astype(np.int32)
    asked = np.bincount(group, found.need)

    def worst(chosen: tuple[int, ...]) -> float:
        got = found.reached(chosen) * found.need
        return float((np.bincount(group, got) / asked).min())

    points = frontier(found, group, 4, 5)
    assert max(each.worst_share for each in points) >= 0.9 * max(
        worst(each) for each in combinations(range(14), 4)
    )


def test_one_point_is_no_frontier() -> None:
    with pytest.raises(ValueError, match="two ends"):
        frontier(candidates([1], [{0}]), np.array([0], dtype=np.int32), 1, 1)
