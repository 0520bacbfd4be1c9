"""Scores of territories by all indicators together, compiled: means and outranking."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.catchment.compiled import as_written
from analysis.index.compiled import Floats, normalise

# Weights for and against that differ by less than this are a draw.
EVEN = 1e-12


class Scratch(NamedTuple):
    """Room to work in: one draw's values, indicators x territories, and rows of territories."""

    values: Floats
    weights: Floats
    column: Floats
    share: Floats
    total: Floats
    score: Floats
    withheld: npt.NDArray[np.bool_]


@as_written
def mean(room: Scratch, how: int, is_less: npt.NDArray[np.bool_], geometric: bool) -> None:
    """The weighted mean of the scores there are, arithmetic or geometric; NaN where none is."""
    room.share[:] = 0.0
    room.total[:] = 0.0
    for at in range(len(room.weights)):
        weight = room.weights[at]
        if weight == 0.0:
            continue
        normalise(room.values[at], how, is_less[at], room.column)
        for place in range(len(room.column)):
            score = room.column[place]
            if not np.isnan(score):
                room.share[place] += weight
                room.total[place] += weight * (np.log(score) if geometric else score)
    for place in range(len(room.score)):
        share = room.share[place]
        found = room.total[place] / share if share > 0.0 else np.nan
        room.score[place] = np.exp(found) if geometric else found


@as_written
def outrank(room: Scratch, complete: bool) -> None:
    """Copeland scores: wins less defeats against each other territory, as a share of those met.

    A territory beats another where the indicators that speak for it weigh more than those against
    it, among those both have. Where they have none in common they do not meet; who meets nobody
    has no score. A majority of weights, so normalisation plays no part.
    """
    many = room.values.shape[1]
    met = np.zeros(many)
    balance, common, score = room.share, room.total, room.score
    score[:] = 0.0
    for one in range(many):
        if room.withheld[one]:
            continue
        common[one + 1 :] = 1.0 if complete else 0.0
        _compare(room, one, complete)
        for other in range(one + 1, many):
            if common[other] > 0.0 and not room.withheld[other]:
                met[one] += 1
                met[other] += 1
                result = 1.0 * (balance[other] > EVEN) - 1.0 * (balance[other] < -EVEN)
                score[one] += result
                score[other] -= result
    for one in range(many):
        score[one] = score[one] / met[one] if met[one] > 0 else np.nan


@as_written
def _compare(room: Scratch, one: int, complete: bool) -> None:
    """The balance of weights for a territory against each later one; what they have in common."""
    balance, common = room.share[one + 1 :], room.total[one + 1 :]
    balance[:] = 0.0
    for at in range(len(room.weights)):
        weight, mine, theirs = room.weights[at], room.values[at, one], room.values[at, one + 1 :]
        if weight == 0.0 or np.isnan(mine):
            continue
        for other in range(len(balance)):
            better = 1.0 if mine > theirs[other] else 0.0
            worse = 1.0 if mine < theirs[other] else 0.0
            balance[other] += weight * (better - worse)
        if not complete:
            for other in range(len(balance)):
                common[other] += 0.0 if np.isnan(theirs[other]) else 1.0
