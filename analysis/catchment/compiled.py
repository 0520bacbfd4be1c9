"""What the compiled arithmetic of catchments is given, and how it is compiled."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from analysis.catchment.decay import EXPONENTIAL, FLAT, GAUSSIAN, LINEAR, STEP, Decay

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Point = tuple[float, float, float]
QUICK = 10  # added to a kind whose weights need neither arc sine nor exponential function
NEAR_CHORD2 = 0.01  # some 640 km: up to here the series of the arc is exact to 1e-15
MOST_FADED = 20.0  # e to the minus this is the least weight the series of `fading` is exact for


class Grid(NamedTuple):
    """Points in the order of their bin, bins row by row from the south-west.

    `starts[row * columns + column]` is where a bin's points start; `narrowest` is the least
    cosine of a latitude of a row. Points on one spot have one number in `spot`, which is empty
    where no two are.
    """

    order: Integers
    lon: Floats
    lat: Floats
    x: Floats
    y: Floats
    z: Floats
    spot: Integers
    starts: Integers
    narrowest: Floats
    columns: int
    south: float
    west: float
    height: float
    width: float


class Law(NamedTuple):
    """How a weight falls with distance: `rate` per radian (GAUSSIAN: per radian squared).

    `bounds` and `weights` are the steps of STEP, nearest first, bounds as chord2.
    """

    kind: int
    radius: float
    chord2: float
    rate: float
    bounds: Floats
    weights: Floats


class Ring(NamedTuple):
    """Pairs whose chord2 is more than `above` and at most `up_to`, and which have a bit in common.

    `needs` and `rooms` are in the order the grids were made from.
    """

    radius: float
    above: float
    up_to: float
    needs: Integers
    rooms: Integers


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Machine code that may take a sum in another order than written, though always the same."""
    return _machine_code(function, fastmath={"reassoc", "nsz", "contract"})


def as_written(function: Callable[..., Any]) -> Callable[..., Any]:
    """Machine code that calculates exactly as written, so that two ways of asking agree."""
    return _machine_code(function, fastmath=False)


def _machine_code(function: Callable[..., Any], **settings: Any) -> Callable[..., Any]:
    """Lets go of the interpreter's lock; kept on disk where there is a place to keep it.

    What is kept is renewed when the file of the function changes, not when this one does.
    """
    settings |= {"nogil": True, "error_model": "numpy"}
    try:
        return njit(cache=True, **settings)(function)
    except RuntimeError:  # nowhere to write: compiled anew in every process
        return njit(**settings)(function)


def law_of(decay: Decay, unit: float) -> Law:
    """A decay as the compiled arithmetic takes it; `unit` is the cost of a radian."""
    radius = min(decay.reach / unit, np.pi)
    rate = {
        GAUSSIAN: (unit / decay.width) ** 2 / 2,
        EXPONENTIAL: unit / decay.width,
        LINEAR: unit / decay.reach,
    }.get(decay.kind, 0.0)
    fades = rate * radius ** (2 if decay.kind == GAUSSIAN else 1)
    bounds = chord2(np.array(decay.bounds) / unit)
    limit = float(chord2(np.array([decay.reach / unit]))[0])
    quick = decay.kind not in (FLAT, STEP) and limit <= NEAR_CHORD2 and fades <= MOST_FADED
    kind = decay.kind + QUICK * quick
    return Law(kind, radius, limit, rate, bounds, np.array(decay.steps, dtype=float))


def chord2(arc: Floats) -> Floats:
    """Square of the chord of an arc; more than any chord from half the sphere's round on."""
    return np.where(arc < np.pi, (2 * np.sin(np.minimum(arc, np.pi) / 2)) ** 2, 5.0)


def arc(chord_squared: Floats) -> Floats:
    """The arc over a chord given by its square."""
    return 2 * np.arcsin(np.clip(np.sqrt(chord_squared) / 2, 0, 1))
