"""Siting against every choice there is: nothing better, and no bound below the truth."""

import numpy as np
import pytest
from hypothesis import given, settings

from analysis.siting.bound import certify
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
    answer = certify(found, choose(found, many), rounds=60)
    assert len(set(answer.chosen)) == many
    assert answer.covered == found.covered(answer.chosen)
    assert answer.covered <= truth + 1e-9
    assert answer.bound >= truth - 1e-6
    assert answer.gap_percent >= 0
    # Greedy's guarantee, which exchanges only raise.
    assert answer.covered >= (1 - 1 / np.e) * truth - 1e-9


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
    answer = certify(found, choose(found, 2))
    assert (sorted(answer.chosen), answer.covered) == ([0, 2], 12)
    assert answer.bound == pytest.approx(12)
    assert answer.gap_percent == pytest.approx(0, abs=1e-6)


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
