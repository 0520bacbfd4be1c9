"""The arithmetic of the bound, compiled: prices of cells that sites compete for."""

from typing import NamedTuple

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.siting.kernel import Reach
from analysis.siting.model import Index, Reals

# How a step shrinks when the bound has not fallen for a while, and when to give up.
_FIRST, _SHRINK, _PATIENCE, _SMALLEST = 1.5, 0.7, 30, 1e-3
_FALL, _MEMORY = 1e-5, 0.05


class Dual(NamedTuple):
    """Price of each cell and worth of each site at the best bound, and how often it was taken.

    `share` is a running mean over the rounds, from 0 to 1.
    """

    price: Reals
    worth: Reals
    share: Reals


@as_written
def slope_of(count: int, price: float, need: float) -> int:
    """Which way a cell's price should go down (above 0) or up, at its bounds not beyond them."""
    slope = count - 1 if price < need else count
    return 0 if price <= 0 and slope > 0 else slope


@as_written
def taken(many: int, worth: Reals, reach: Reach, count: Index, share: Reals) -> float:
    """Take the sites of most worth: count who reaches each cell; the worth of all taken."""
    sites = len(worth)
    cut = np.partition(worth, sites - many)[sites - many]
    ties = many
    for j in range(sites):
        if worth[j] > cut:
            ties -= 1
    found = 0.0
    count[:] = 0
    for j in range(sites):
        share[j] *= 1 - _MEMORY
        if worth[j] < cut or (worth[j] == cut and ties == 0):
            continue
        if worth[j] == cut:
            ties -= 1
        share[j] += _MEMORY
        found += worth[j]
        for k in range(reach.starts[j], reach.starts[j + 1]):
            count[reach.cells[k]] += 1
    return found


@as_written
def descend(reach: Reach, many: int, rounds: int, covered: float, dual: Dual) -> float:
    """Lower the bound by so many steps from `dual.price`; leaves the best found in `dual`."""
    need = reach.need
    price, worth = dual.price.copy(), np.zeros(len(reach.starts) - 1)
    count = np.zeros(len(need), np.int64)
    bound, step, stale = np.inf, _FIRST, 0
    for _ in range(rounds):
        value = 0.0
        for i in range(len(need)):
            value += need[i] - price[i]
        for j in range(len(worth)):
            worth[j] = 0.0
            for k in range(reach.starts[j], reach.starts[j + 1]):
                worth[j] += price[reach.cells[k]]
        value += taken(many, worth, reach, count, dual.share)
        stale += 1
        if value < bound:
            if value < bound * (1 - _FALL):
                stale = 0
            bound = value
            dual.price[:], dual.worth[:] = price, worth
        if stale >= _PATIENCE:
            step, stale = step * _SHRINK, 0
        length = 0.0
        for i in range(len(need)):
            length += slope_of(count[i], price[i], need[i]) ** 2
        if bound <= covered * (1 + 1e-12) or step < _SMALLEST or length == 0:
            break
        pace = step * (value - covered) / length
        for i in range(len(need)):
            slope = slope_of(count[i], price[i], need[i])
            if slope != 0:
                price[i] = min(max(price[i] - pace * slope, 0.0), need[i])
    return bound
