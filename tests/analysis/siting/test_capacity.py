"""Sites with places, against every choice and the largest flow each allows."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from analysis.siting.capacity import capacitated
from analysis.siting.flow import net_of, nobody_served, opened
from analysis.siting.model import Candidates
from tests.analysis.siting.instances import Case, candidates, cases, given_case


def largest_flow(found: Candidates, places: list[int], chosen: list[int]) -> int:
    """The most persons that chosen sites can serve, from a network made for that alone."""
    cells, sites = len(found.need), len(found)
    graph = np.zeros((cells + sites + 2, cells + sites + 2), dtype=np.int32)
    graph[0, 1 : cells + 1] = found.need
    for j in chosen:
        reached = found.cells[found.starts[j] : found.starts[j + 1]]
        graph[1 + reached, 1 + cells + j] = 10**6
        graph[1 + cells + j, -1] = places[j]
    return int(maximum_flow(csr_array(graph), 0, cells + sites + 1).flow_value)


rooms = st.lists(st.integers(0, 25), min_size=7, max_size=7)


@settings(max_examples=60, deadline=None)
@given(cases, rooms)
def test_people_are_placed_as_best_they_can(case: Case, places: list[int]) -> None:
    found, _ = given_case(case)
    net, state = net_of(found), nobody_served(found)
    served = sum(opened(j, float(places[j]), net, state) for j in range(len(found)))
    assert served == pytest.approx(largest_flow(found, places, list(range(len(found)))))


@settings(max_examples=60, deadline=None)
@given(cases, rooms, st.booleans())
def test_the_choice_is_good_and_the_bound_is_true(
    case: Case, places: list[int], first_is_there: bool
) -> None:
    found, many = given_case(case)
    there = [0] if first_is_there else []
    many = min(many, len(found) - len(there))
    answer = capacitated(found, places[: len(found)], many, there)
    before = largest_flow(found, places, there)
    assert answer.before == pytest.approx(before)
    assert before + answer.served == pytest.approx(
        largest_flow(found, places, [*there, *answer.chosen])
    )
    others = [j for j in range(len(found)) if j not in there]
    truth = max(largest_flow(found, places, [*there, *c]) for c in combinations(others, many))
    assert answer.served <= truth - before + 1e-6
    assert answer.bound >= truth - before - 1e-6
    assert answer.served >= (1 - 1 / np.e) * (truth - before) - 1e-6
    # Nobody is lost, nobody is served twice, and no site serves beyond its places.
    assert answer.left.sum() + answer.served + before == pytest.approx(found.need.sum())
    assert (answer.left >= -1e-9).all()
    assert (answer.used <= np.array(places)[answer.chosen] + 1e-9).all()
    assert len(set(answer.chosen.tolist()) - set(there)) == many


def test_people_move_to_make_room() -> None:
    """The near site takes those who can also go to the far one, until others need it."""
    found = candidates([10, 10], [{0, 1}, {0}])
    answer = capacitated(found, [10, 10], 2)
    assert (answer.served, answer.gap_percent) == (20, 0)
    assert answer.used.tolist() == [10, 10]


def test_a_site_among_people_who_are_served_makes_room_elsewhere() -> None:
    """Site 0 is there and takes the first cell; site 1 takes them over, and the second comes in."""
    found = candidates([5, 5], [{0, 1}, {0}, {1}])
    answer = capacitated(found, [5, 4, 3], 1, existing=[0])
    assert (answer.before, answer.served, answer.chosen.tolist()) == (5, 4, [1])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_more_places_never_serve_fewer(seed: int) -> None:
    draw = np.random.default_rng(seed)
    found = candidates([int(n) for n in draw.integers(0, 30, 12)],
                       [set(draw.integers(0, 12, 4).tolist()) for _ in range(6)])  # fmt: skip
    places = draw.integers(0, 40, 6)
    served = [capacitated(found, places * times, 6).served for times in (0, 1, 2, 3)]
    assert served[0] == 0
    assert (np.diff(served) >= -1e-9).all()
    assert served[-1] <= found.need.sum()


def test_places_in_all_may_be_limited() -> None:
    found = candidates([8, 5, 3], [{0}, {1}, {2}])
    answer = capacitated(found, [6, 6, 6], 3, total=9)
    assert (answer.served, answer.bound) == (9, 9)
    assert dict(zip(answer.chosen.tolist(), answer.used.tolist(), strict=True)) == {
        0: 6,
        1: 3,
        2: 0,
    }


@pytest.mark.parametrize("places", [[1.0], [np.nan, 1.0], [-1.0, 1.0]])
def test_unknown_places_are_refused(places: list[float]) -> None:
    with pytest.raises(ValueError, match="places"):
        capacitated(candidates([1], [{0}, {0}]), places, 1)
    with pytest.raises(ValueError, match="cannot be chosen"):
        capacitated(candidates([1], [{0}, {0}]), [1, 1], 2, existing=[0])


@pytest.mark.parametrize(("need", "reach", "many"), [([9], [], 0), ([], [], 0), ([9], [set()], 1)])
def test_where_no_site_reaches_anybody_nobody_is_served(
    need: list[int], reach: list[set[int]], many: int
) -> None:
    answer = capacitated(candidates(need, reach), [5.0] * len(reach), many)
    assert (answer.served, answer.bound, len(answer.chosen)) == (0.0, 0.0, many)
