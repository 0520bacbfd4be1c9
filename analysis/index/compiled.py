"""Scores of territories by one indicator, compiled.

Columns are indicators turned so that more is better, NaN is unknown. Scores run from 1 to 100;
where all territories are alike they are 50.5.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.catchment.compiled import as_written
from analysis.index.chance import FIRST, SECOND, STEP, Numbers

Floats = npt.NDArray[np.float64]
MIDDLE = 50.5
_30, _27, _31, _11 = (np.uint64(each) for each in (30, 27, 31, 11))


class Ends(NamedTuple):
    """All indicators' ends and numbers, indicators x territories; which were turned."""

    low: Floats
    high: Floats
    cells: Numbers
    is_less: npt.NDArray[np.bool_]


class Scale(NamedTuple):
    """What an indicator's known values are like: how many, least, most, mean."""

    known: int
    least: float
    most: float
    mean: float


@as_written
def chance(seed: np.uint64, cell: np.uint64) -> float:
    """`analysis.index.chance.uniform` of one pair."""
    z = (seed ^ cell) + STEP
    z = (z ^ (z >> _30)) * FIRST
    z = (z ^ (z >> _27)) * SECOND
    z = z ^ (z >> _31)
    return np.float64(z >> _11) * 2.0**-53


@as_written
def filled(ends: Ends, at: int, seed: np.uint64, imputes: bool, out: Floats) -> None:
    """An indicator's values in a draw: inside their intervals; unknown ones drawn or NaN.

    An unknown value that is imputed is one of the known ones, each as likely: its median is
    theirs, its range the whole of theirs. Seed 0 takes all middles.
    """
    low, high, known = ends.low[at], ends.high[at], 0
    for place in range(len(low)):
        part = 0.5 if seed == 0 else chance(seed, ends.cells[at, place])
        out[place] = low[place] + part * (high[place] - low[place])
        known += not np.isnan(out[place])
    if not imputes or known in (0, len(low)):
        return
    pool = np.sort(out)[:known]
    for place in range(len(low)):
        if np.isnan(out[place]):
            part = 0.5 if seed == 0 else chance(seed, ends.cells[at, place])
            out[place] = pool[int(part * known)]


@as_written
def places(values: Floats, out: Floats) -> int:
    """Ranks from the least (1) up, equal values sharing the middle one; NaN has none.

    Gives how many have a rank.
    """
    order = np.argsort(values)  # NaN comes last
    known = len(values)
    while known > 0 and np.isnan(values[order[known - 1]]):
        known -= 1
        out[order[known]] = np.nan
    start = 0
    while start < known:
        end = start + 1
        while end < known and values[order[end]] == values[order[start]]:
            end += 1
        for at in range(start, end):
            out[order[at]] = (start + 1 + end) / 2
        start = end
    return known


@as_written
def scale_of(values: Floats) -> Scale:
    """The scale of an indicator's values."""
    known, least, most, total = 0, np.inf, -np.inf, 0.0
    for value in values:
        if not np.isnan(value):
            known += 1
            total += value
            least, most = min(least, value), max(most, value)
    return Scale(known, least, most, total / known if known else np.nan)


@as_written
def normalise(values: Floats, how: int, is_less: bool, out: Floats) -> None:
    """An indicator's scores by one of NORMALISATIONS, in its order; NaN where the value is."""
    scale = scale_of(values)
    least, most = scale.least, scale.most
    if scale.known == 0 or least == most:
        for place in range(len(values)):
            out[place] = np.nan if np.isnan(values[place]) else MIDDLE
    elif how == 1:
        _by_deviation(values, scale, out)
    elif how == 2:
        places(values, out)
        for place in range(len(values)):
            out[place] = 1 + 99 * (out[place] - 1) / (scale.known - 1)
    # A share of the leader needs values from zero up; turned ones run from zero down.
    elif how == 3 and is_less and most <= 0.0:
        _by_leader(values, -least - most, -least, out)
    elif how == 3 and not is_less and least >= 0.0:
        _by_leader(values, 0.0, most, out)
    else:
        for place in range(len(values)):
            out[place] = 1 + 99 * (values[place] - least) / (most - least)


@as_written
def _by_deviation(values: Floats, scale: Scale, out: Floats) -> None:
    """Standard deviations from the mean, as 50 and 10 a deviation; 1 at least."""
    square = 0.0
    for value in values:
        if not np.isnan(value):
            square += (value - scale.mean) ** 2
    deviation = np.sqrt(square / scale.known)
    for place in range(len(values)):
        score = 50 + 10 * (values[place] - scale.mean) / deviation
        out[place] = 1.0 if score < 1.0 else score


@as_written
def _by_leader(values: Floats, shift: float, leader: float, out: Floats) -> None:
    """Percent of the leader's value; 1 at least. `shift` turns values round in their range."""
    for place in range(len(values)):
        score = 100 * (values[place] + shift) / leader
        out[place] = 1.0 if score < 1.0 else score
