"""How a place counts less the longer the way to it: 1 at the door, nothing beyond the reach."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
# Part of compiled code that is kept on disk: with other numbers, `kernel` needs a change as well.
FLAT, STEP, GAUSSIAN, EXPONENTIAL, LINEAR = range(5)
# Weights of three bands of travel time, for people who mind a long way little (Luo & Qi 2009).
THREE_BANDS = (1.0, 0.68, 0.22)
WEIGHT_AT_REACH = 0.01  # of a Gaussian or exponential whose width is not given


@dataclass(frozen=True)
class Decay:
    """Weight by cost of the way: kilometres, or minutes if the ways are given in minutes.

    `reach` is included; beyond it the weight is 0. `width` is the standard deviation of GAUSSIAN
    and the scale of EXPONENTIAL; `bounds` and `steps` are those of STEP, nearest first. Made by
    the functions below.
    """

    kind: int
    reach: float
    width: float = 1.0
    bounds: tuple[float, ...] = ()
    steps: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.reach > 0:
            raise ValueError("the reach must be more than 0")
        if not (self.width > 0 and np.isfinite(self.width)):
            raise ValueError("the width must be a number more than 0")
        if self.kind == LINEAR and not np.isfinite(self.reach):
            raise ValueError("a linear decay needs a reach that ends")

    def weights(self, cost: Floats) -> Floats:
        """The weight of each cost, 0 beyond the reach and where a cost is not known."""
        within = cost <= self.reach
        near = np.where(within, cost, 0.0)
        if self.kind == GAUSSIAN:
            weight = np.exp(-((near / self.width) ** 2) / 2)
        elif self.kind == EXPONENTIAL:
            weight = np.exp(-near / self.width)
        elif self.kind == LINEAR:
            weight = 1 - near / self.reach
        elif self.kind == STEP:
            weight = np.array(self.steps)[np.searchsorted(self.bounds, near)]
        else:
            weight = np.ones(len(near))
        return np.where(within, weight, 0.0)


def flat(reach: float) -> Decay:
    """Every place within reach counts the same; with an infinite reach, every place.

    >>> flat(20).weights(np.array([0.0, 20.0, 20.1])).tolist()
    [1.0, 1.0, 0.0]
    """
    return Decay(FLAT, reach)


def step(steps: Mapping[float, float]) -> Decay:
    """A weight up to each bound, the bound included.

    Errors  : ValueError without a step, or if a weight or bound is negative or not a number.

    >>> step({10: 1, 20: 0.68}).weights(np.array([10.0, 10.1, 20.1])).tolist()
    [1.0, 0.68, 0.0]
    """
    bounds = tuple(sorted(steps))
    if not bounds or not all(b >= 0 and 0 <= steps[b] < np.inf for b in bounds):
        raise ValueError("steps need bounds and weights of 0 or more")
    return Decay(STEP, bounds[-1], bounds=bounds, steps=tuple(steps[b] for b in bounds))


def bands(reach: float) -> Decay:
    """Three bands of equal width with the weights of Luo & Qi 2009, the first of their two sets.

    >>> bands(30).weights(np.array([5.0, 15.0, 30.0])).tolist()
    [1.0, 0.68, 0.22]
    """
    return step({reach * (band + 1) / 3: weight for band, weight in enumerate(THREE_BANDS)})


def gaussian(reach: float, width: float | None = None) -> Decay:
    """Exp(-cost^2 / (2 width^2)); without a width, the one that leaves 0.01 at the reach.

    >>> gaussian(50, 20).weights(np.array([0.0, 20.0, 60.0])).round(4).tolist()
    [1.0, 0.6065, 0.0]
    """
    return Decay(GAUSSIAN, reach, width or reach / float(np.sqrt(-2 * np.log(WEIGHT_AT_REACH))))


def exponential(reach: float, width: float | None = None) -> Decay:
    """Exp(-cost / width); without a width, the one that leaves 0.01 at the reach.

    >>> exponential(50, 10).weights(np.array([0.0, 10.0])).round(4).tolist()
    [1.0, 0.3679]
    """
    return Decay(EXPONENTIAL, reach, width or reach / float(-np.log(WEIGHT_AT_REACH)))


def linear(reach: float) -> Decay:
    """From 1 at the door straight down to 0 at the reach.

    >>> linear(50).weights(np.array([0.0, 10.0, 50.0])).tolist()
    [1.0, 0.8, 0.0]
    """
    return Decay(LINEAR, reach)
