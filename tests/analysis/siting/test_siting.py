"""Siting against every choice there is: nothing better, and no bound below the truth."""

import numpy as np
import pytest
from hypothesis import given, settings

from analysis.siting.bound import lowered
from analysis.siting.greedy import choose, improved
from analysis.siting.model import Candidates
from tests.analysis.siting.instances import best, candidates, cases


@settings(max_examples=60)
@given(cases)
def test_the_bound_is_never_below_the_truth_nor_the_choice_above_it(
    case: tuple[list[int], list[set[int]], int],
) -> None:
    need, reach, many = case
    found, many = candidates(need, reach), min(many, len(reach))
    truth = best(found, many)
    chosen = choose(found, many)
    assert len(set(chosen)) == many
    # Greedy's guarantee, which exchanges only raise.
    assert (1 - 1 / np.e) * truth - 1e-9 <= found.covered(chosen) <= truth + 1e-9
    bound, _prices = lowered(found, chosen, rounds=60)
    assert bound >= truth - 1e-6


@settings(max_examples=40)
@given(cases)
def test_no_single_exchange_reaches_more(case: tuple[list[int], list[set[int]], int]) -> None:
    need, reach, many = case
    found, many = candidates(need, reach), min(many, len(reach))
    chosen = improved(found, choose(found, many))
    covered = found.covered(chosen)
    for out in chosen:
        kept = [each for each in chosen if each != out]
        for other in set(range(len(found))) - set(chosen):
            assert found.covered([*kept, other]) <= covered + 1e-6


def test_the_bound_proves_a_choice_without_overlap() -> None:
    """Sites that share no cell: the two with most need are the best, and the bound says so."""
    found = candidates([5, 1, 7, 2], [{0}, {1}, {2}, {3}])
    chosen = choose(found, 2)
    assert (sorted(chosen), found.covered(chosen)) == ([0, 2], 12)
    bound, _prices = lowered(found, chosen, rounds=2000)
    assert bound == pytest.approx(12)


def test_need_that_is_reached_already_attracts_nobody() -> None:
    found = candidates([100, 1], [{0}, {1}])
    assert list(choose(found, 1)) == [0]
    assert list(choose(found.without(found.reached([0])), 1)) == [1]


@pytest.mark.parametrize(
    ("need", "cells", "said"),
    [([np.nan], [0], "unknown"), ([-1.0], [0], "below 0"), ([1.0], [1], "does not exist")],
)
def test_what_makes_no_sense_is_refused(need: list[float], cells: list[int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Candidates(np.array(need), np.array([0, 1]), np.array(cells, dtype=np.int32))
    with pytest.raises(ValueError, match="cannot be chosen"):
        choose(candidates([1], [{0}]), 2)
