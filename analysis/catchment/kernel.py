"""Weighted sums over all points within reach, a pair at a time and none of them kept.

Everything compiled that calls something compiled is in this one file: what is cached on disk is
renewed when its own file changes, not when another does. Angles are radians, `chord2` is the
square of the straight line between two points of the unit sphere.
"""

import numpy as np

from analysis.catchment.compiled import (
    QUICK,
    Floats,
    Grid,
    Integers,
    Law,
    Ring,
    as_written,
    compiled,
)
from analysis.catchment.decay import EXPONENTIAL, FLAT, GAUSSIAN, LINEAR, STEP
from analysis.catchment.model import Pairs


@compiled
def _arc2(chord2: float) -> float:
    """Square of the arc over a short chord: the series of twice the arc sine of its half."""
    tail = 1 / 90 + chord2 * (1 / 560 + chord2 * (1 / 3150 + chord2 * (1 / 16632)))
    return chord2 * (1 + chord2 * (1 / 12 + chord2 * tail))


@compiled
def _fading(t: float) -> float:
    """Exp(-t) for 0 <= t <= 20: a series for a 64th of the way, squared six times.

    Plain arithmetic, so that several pairs are worked out at once.
    """
    u = -t / 64
    e = 1 + u / 11 * (1 + u / 12 * (1 + u / 13))
    e = 1 + u / 7 * (1 + u / 8 * (1 + u / 9 * (1 + u / 10 * e)))
    e = 1 + u * (1 + u / 2 * (1 + u / 3 * (1 + u / 4 * (1 + u / 5 * (1 + u / 6 * e)))))
    e *= e
    e *= e
    e *= e
    e *= e
    e *= e
    return e * e


@compiled
def weight(chord2: float, law: Law) -> float:
    """The weight of one distance, by the formula as it is written in books."""
    if chord2 > law.chord2:
        return 0.0
    arc = 2 * np.arcsin(min(1.0, np.sqrt(chord2) / 2))
    if law.kind == GAUSSIAN:
        return np.exp(-law.rate * arc * arc)
    if law.kind == EXPONENTIAL:
        return np.exp(-law.rate * arc)
    if law.kind == LINEAR:
        return max(0.0, 1 - law.rate * arc)
    if law.kind == STEP:
        for step in range(len(law.bounds)):
            if chord2 <= law.bounds[step]:
                return law.weights[step]
    return 1.0


@compiled
def _run(of: Grid, values: Floats, run: tuple[int, int], point: Floats, law: Law) -> float:
    """Weighted sum of the values of a run of points that lie one behind another in memory."""
    px, py, pz = point
    limit, rate, total = law.chord2, law.rate, 0.0
    span = range(np.uint64(run[0]), np.uint64(run[1]))  # unsigned: no index counts from the end
    x, y, z = of.x, of.y, of.z
    if law.kind == FLAT:
        for k in span:
            s = (x[k] - px) ** 2 + (y[k] - py) ** 2 + (z[k] - pz) ** 2
            total += values[k] if s <= limit else 0.0
    elif law.kind == QUICK + GAUSSIAN:
        for k in span:
            s = (x[k] - px) ** 2 + (y[k] - py) ** 2 + (z[k] - pz) ** 2
            w = _fading(rate * _arc2(min(s, limit)))
            total += values[k] * w if s <= limit else 0.0
    elif law.kind == QUICK + EXPONENTIAL:
        for k in span:
            s = (x[k] - px) ** 2 + (y[k] - py) ** 2 + (z[k] - pz) ** 2
            w = _fading(rate * np.sqrt(_arc2(min(s, limit))))
            total += values[k] * w if s <= limit else 0.0
    elif law.kind == QUICK + LINEAR:
        for k in span:
            s = (x[k] - px) ** 2 + (y[k] - py) ** 2 + (z[k] - pz) ** 2
            w = 1 - rate * np.sqrt(_arc2(min(s, limit)))
            total += values[k] * w if s <= limit else 0.0
    else:
        for k in span:
            s = (x[k] - px) ** 2 + (y[k] - py) ** 2 + (z[k] - pz) ** 2
            total += values[k] * weight(s, law)
    return total


@compiled
def _rows(grid: Grid, lat: float, radius: float) -> tuple[int, int]:
    """First row within a radius of a latitude, and the row after the last."""
    first = int(np.floor((lat - radius - grid.south) / grid.height - 1e-9))
    last = int(np.floor((lat + radius - grid.south) / grid.height + 1e-9))
    return max(0, first), min(len(grid.narrowest), last + 1)


@compiled
def _half_width(grid: Grid, row: int, lat: float, cosine: float, radius: float) -> float:
    """At most how far east or west of a point a row's points within a radius lie.

    The haversine formula with the row's least difference in latitude and its least cosine;
    sine and arc sine by bounds on the safe side: sin(x)^2 >= x^2 - x^4 / 3 and
    arcsin(x) <= x + 0.571 x^3.
    """
    edge = grid.south + row * grid.height
    gap = max(0.0, edge - lat, lat - edge - grid.height) / 2
    near = min(radius, 1.5) / 2
    room = max(0.0, near * near - gap * gap * (1 - gap * gap / 3))
    narrow = cosine * grid.narrowest[row]
    if room >= narrow or radius > 1.5:
        return np.pi
    sine = np.sqrt(room / narrow)
    return min(np.pi, 2 * sine * (1 + 0.571 * sine * sine) + 1e-9)


@compiled
def _runs(grid: Grid, row: int, lon: float, half: float) -> tuple[int, int, int, int]:
    """The runs of a row's points that may be within reach: from, to, and from, to again.

    Beyond the antimeridian lies the second run. A bin is never in both.
    """
    base, columns, starts = row * grid.columns, grid.columns, grid.starts
    if half >= np.pi:
        return starts[base], starts[base + columns], 0, 0
    first = int(np.floor((lon - half - grid.west) / grid.width))
    last = int(np.floor((lon + half - grid.west) / grid.width))
    again, until = 0, 0
    if lon - half < -np.pi:
        again = max(last + 1, int(np.floor((lon - half + 2 * np.pi - grid.west) / grid.width)))
        until = columns
    elif lon + half > np.pi:
        until = min(first, int(np.floor((lon + half - 2 * np.pi - grid.west) / grid.width)) + 1)
    first, last = min(max(first, 0), columns), min(max(last + 1, 0), columns)
    again, until = min(max(again, 0), columns), min(max(until, 0), columns)
    return starts[base + first], starts[base + last], starts[base + again], starts[base + until]


@compiled
def sums(which: Integers, grids: tuple[Grid, Grid], values: Floats, law: Law, out: Floats) -> None:
    """For points `which` of the first grid: the weighted sum of `values` of those of the second.

    `values` are in the order of the second; `out` is written in the order the first was made from.
    """
    to, of = grids
    for i in which:
        point = (to.x[i], to.y[i], to.z[i])
        lon, lat, cosine = to.lon[i], to.lat[i], np.cos(to.lat[i])
        total = 0.0
        first, last = _rows(of, lat, law.radius)
        for row in range(first, last):
            half = _half_width(of, row, lat, cosine, law.radius)
            a, b, c, d = _runs(of, row, lon, half)
            total += _run(of, values, (a, b), point, law)
            if c < d:
                total += _run(of, values, (c, d), point, law)
        out[to.order[i]] = total


@as_written
def ringed(
    which: Integers, grids: tuple[Grid, Grid], ring: Ring, starts: Integers, out: Pairs
) -> None:
    """For points `which` of the first grid: the pairs with points of the second in a ring.

    Written from `starts` on, which is moved to after the last; only counted where `out` is empty.
    """
    to, of = grids
    fill = len(out.cost) > 0
    for k in range(len(which)):
        i, at = which[k], starts[k]
        lon, lat, cosine = to.lon[i], to.lat[i], np.cos(to.lat[i])
        need = ring.needs[to.order[i]]
        first, last = _rows(of, lat, ring.radius)
        for row in range(first, last):
            half = _half_width(of, row, lat, cosine, ring.radius)
            a, b, c, d = _runs(of, row, lon, half)
            for step in range(b - a + d - c):
                j = a + step if step < b - a else c + step - (b - a)
                s = (of.x[j] - to.x[i]) ** 2 + (of.y[j] - to.y[i]) ** 2 + (of.z[j] - to.z[i]) ** 2
                if ring.above < s <= ring.up_to and need & ring.rooms[of.order[j]]:
                    if fill:
                        out.cost[at], out.cell[at], out.place[at] = s, to.order[i], of.order[j]
                    at += 1
        starts[k] = at
