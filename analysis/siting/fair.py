"""The arithmetic of sitings that spread what they reach, compiled."""

from typing import NamedTuple

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.siting.kernel import Reach, Short
from analysis.siting.model import Index, Reals

# The share at which welfare begins: lets a territory that nothing reaches come first, not alone.
_FLOOR = 0.01
_MOST_PASSES = 20


class Fair(NamedTuple):
    """Territories of cells, and the sites that reach each: `sites[starts[g]:starts[g + 1]]`.

    `group` is the territory of a cell, below 0 for none; `asked` is a territory's need in all and
    `had` what of it is covered. `aversion` is how much more the worse off count, from 0.
    """

    group: Short
    asked: Reals
    had: Reals
    starts: Index
    sites: Short
    aversion: float


class Spread(NamedTuple):
    """How things stand: who reaches each cell, what each site would add; chosen ones: -inf."""

    reached: Index
    gain: Reals
    seen: Index
    extra: Reals
    touched: Index


@as_written
def welfare(share: float, aversion: float) -> float:
    """What a share covered is worth: with aversion 0 the share, else less and less for more."""
    if aversion == 1:
        return float(np.log(share / _FLOOR + 1))
    power = 1 - aversion
    return float(((share + _FLOOR) ** power - _FLOOR**power) / power)


@as_written
def added(j: int, reach: Reach, fair: Fair, spread: Spread) -> float:
    """What site j would add to the welfare of all."""
    many = 0
    for k in range(reach.starts[j], reach.starts[j + 1]):
        i = reach.cells[k]
        g = fair.group[i]
        if spread.reached[i] or g < 0 or reach.need[i] == 0:
            continue
        if spread.extra[g] == 0:
            spread.touched[many] = g
            many += 1
        spread.extra[g] += reach.need[i]
    found = 0.0
    for a in range(many):
        g = spread.touched[a]
        before = fair.had[g] / fair.asked[g]
        after = (fair.had[g] + spread.extra[g]) / fair.asked[g]
        more = welfare(after, fair.aversion) - welfare(before, fair.aversion)
        found += fair.asked[g] * more
        spread.extra[g] = 0.0
    return found


@as_written
def move(j: int, step: int, reach: Reach, fair: Fair, spread: Spread) -> None:
    """Add (`step` 1) or take away (-1) site j, and work out anew what others would add."""
    many = 0
    for k in range(reach.starts[j], reach.starts[j + 1]):
        i = reach.cells[k]
        before = spread.reached[i]
        spread.reached[i] = before + step
        g = fair.group[i]
        if g < 0 or reach.need[i] == 0 or (before > 0 and spread.reached[i] > 0):
            continue
        fair.had[g] += step * reach.need[i]
        if spread.extra[g] == 0:
            spread.extra[g] = 1.0
            spread.touched[many] = g
            many += 1
    affected = spread.touched[:many].copy()
    for g in affected:
        spread.extra[g] = 0.0
    spread.seen[0] += 1
    for g in affected:
        for a in range(fair.starts[g], fair.starts[g + 1]):
            other = fair.sites[a]
            if spread.seen[other + 1] != spread.seen[0] and spread.gain[other] > -np.inf:
                spread.seen[other + 1] = spread.seen[0]
                spread.gain[other] = added(other, reach, fair, spread)


@as_written
def spread_out(many: int, reach: Reach, fair: Fair, spread: Spread, least: float) -> Index:
    """Pick the site that adds most, one after the other; then exchange while that adds."""
    chosen = np.empty(many, np.int64)
    for j in range(len(spread.gain)):
        spread.gain[j] = added(j, reach, fair, spread)
    for each in range(many):
        j = int(np.argmax(spread.gain))
        spread.gain[j] = -np.inf
        move(j, 1, reach, fair, spread)
        chosen[each] = j
    better, passes = True, 0
    while better and passes < _MOST_PASSES:
        better, passes = False, passes + 1
        for each in range(many):
            old = chosen[each]
            move(old, -1, reach, fair, spread)
            spread.gain[old] = added(old, reach, fair, spread)
            j = int(np.argmax(spread.gain))
            if spread.gain[j] <= spread.gain[old] + least:
                j = int(old)
            spread.gain[j] = -np.inf
            move(j, 1, reach, fair, spread)
            chosen[each] = j
            better = better or j != old
    return chosen
