"""The solved siting against every choice there is."""

import pytest
from hypothesis import given, settings

from analysis.siting.greedy import choose
from analysis.siting.search import searched
from analysis.siting.solved import solved
from tests.analysis.siting.instances import Case, best, candidates, cases, given_case, plane


@settings(max_examples=40, deadline=None)
@given(cases)
def test_nothing_reaches_more_and_that_is_proven(case: Case) -> None:
    found, many = given_case(case)
    answer = solved(found, many, kicks=20, rounds=60)
    assert len(set(answer.chosen.tolist())) == many
    assert answer.covered == found.covered(answer.chosen) == best(found, many)
    assert (answer.proven, answer.bound, answer.gap_percent) == (True, answer.covered, 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_siting_of_sixty_sites_is_solved(seed: int) -> None:
    found = plane(300, 22, seed)
    answer = solved(found, 4, kicks=50, rounds=100)
    assert (answer.covered, answer.proven) == (best(found, 4), True)


def test_without_time_the_bound_stands_above_the_truth() -> None:
    found = plane(300, 22, 3, reach=0.3)
    answer = solved(found, 3, seconds=0, kicks=0, rounds=3)
    assert answer.covered <= best(found, 3) <= answer.bound
    assert answer.proven == (answer.gap_percent == 0)


@pytest.mark.parametrize("many", [0, 3])
def test_none_and_all_sites_are_a_choice_too(many: int) -> None:
    found = candidates([5, 0, 2], [{0}, {1}, set()])
    answer = solved(found, many)
    assert (answer.covered, answer.proven) == (5 if many else 0, True)
    assert sorted(answer.chosen) == list(range(many))


def test_need_may_be_no_whole_number() -> None:
    found = plane(200, 15, 5)
    parts = type(found)(found.need / 7, found.starts, found.cells)
    answer = solved(parts, 3, kicks=20, rounds=200)
    assert answer.proven
    assert answer.covered == pytest.approx(best(parts, 3), rel=1e-9)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_kicks_never_make_a_choice_worse_and_can_be_repeated(seed: int) -> None:
    found = plane(400, 60, seed)
    start = choose(found, 6)
    first, again = (searched(found, start, 200, seed) for _ in range(2))
    assert found.covered(first) >= found.covered(start)
    assert len(set(first.tolist())) == len(start)
    assert (first == again).all()
