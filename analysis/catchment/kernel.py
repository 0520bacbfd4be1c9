"""Weighted sums over all points within reach, a pair at a time and none of them kept.

Everything compiled that calls something compiled is in this one file: what is cached on disk is
renewed when its own file changes, not when another does. Angles are radians, `chord2` is the
square of the straight line between two points of the unit sphere.
"""

import math

import numpy as np

from analysis.catchment.compiled import (
    QUICK,
    Floats,
    Grid,
    Integers,
    Law,
    Point,
    Ring,
    as_written,
    compiled,
)  # fmt: skip
from analysis.catchment.decay import EXPONENTIAL, FLAT, GAUSSIAN, LINEAR, STEP
from analysis.catchment.model import Pairs

# One over the factorials: the series of the exponential function.
C = tuple(1 / math.factorial(n) for n in range(13))


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
    u = t * (-1 / 64)
    e = C[8] + u * (C[9] + u * (C[10] + u * (C[11] + u * C[12])))
    e = C[4] + u * (C[5] + u * (C[6] + u * (C[7] + u * e)))
    e = C[0] + u * (C[1] + u * (C[2] + u * (C[3] + u * e)))
    for _ in range(6):
        e *= e
    return e


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
def _run(of: Grid, values: Floats, run: tuple[int, int], point: Point, law: Law) -> float:
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
            w = max(0.0, 1 - rate * np.sqrt(_arc2(min(s, limit))))
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
    arcsin(x) <= x + 0.571 x^3. Twice round the pole where every longitude may be near.
    """
    edge = grid.south + row * grid.height
    gap = max(0.0, edge - lat, lat - edge - grid.height) / 2
    room = max(0.0, radius * radius / 4 - gap * gap * (1 - gap * gap / 3))
    narrow = cosine * grid.narrowest[row]
    if room >= narrow or radius > 1.5:
        return 2 * np.pi
    sine = np.sqrt(room / narrow)
    half = 2 * sine * (1 + 0.571 * sine * sine) + 1e-8  # a hand's breadth for rounding
    return half if half < np.pi else 2 * np.pi


@compiled
def _span(grid: Grid, row: int, west: float, east: float) -> tuple[int, int]:
    """From and to of the points of a row in the bins between two longitudes."""
    first = int(np.floor(max(0.0, (west - grid.west) / grid.width)))
    last = int(np.floor(max(-1.0, (east - grid.west) / grid.width)))
    base = row * grid.columns
    first, last = min(first, grid.columns), min(last + 1, grid.columns)
    return grid.starts[base + first], grid.starts[base + last]


@compiled
def _beyond(
    grid: Grid, row: int, lon: float, half: float, seen: tuple[int, int]
) -> tuple[int, int]:
    """From and to of the points of a row across the antimeridian, none of which were `seen`."""
    if lon - half < -np.pi:
        start, end = _span(grid, row, lon - half + 2 * np.pi, np.pi)
        return max(start, seen[1]), end
    start, end = _span(grid, row, -np.pi, lon + half - 2 * np.pi)
    return start, min(end, seen[0])


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
            run = _span(of, row, lon - half, lon + half)
            total += _run(of, values, run, point, law)
            if abs(lon) + half > np.pi:
                total += _run(of, values, _beyond(of, row, lon, half, run), point, law)
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
            a, b = _span(of, row, lon - half, lon + half)
            c, d = _beyond(of, row, lon, half, (a, b)) if abs(lon) + half > np.pi else (0, 0)
            for step in range(b - a + max(0, d - c)):
                j = a + step if step < b - a else c + step - (b - a)
                s = (of.x[j] - to.x[i]) ** 2 + (of.y[j] - to.y[i]) ** 2 + (of.z[j] - to.z[i]) ** 2
                if ring.above < s <= ring.up_to and need & ring.rooms[of.order[j]]:
                    if fill:
                        out.cost[at], out.cell[at], out.place[at] = s, to.order[i], of.order[j]
                    at += 1
        starts[k] = at
