"""The choices on the way to a rank: what may be chosen on each axis, and draws of them.

Axes: normalisation, weights, aggregation, unknown values, values inside their intervals, leaving
one indicator out. On each axis every option is as likely as the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv

from analysis.index.chance import keys_of, mixed, seeds_of, uniform
from analysis.index.table import Floats, Table

MINMAX, DEVIATION, RANK, LEADER = "minmax", "deviation", "rank", "leader"
EQUAL, OWN, AROUND = "equal", "own", "around"
ARITHMETIC, GEOMETRIC, OUTRANKING = "arithmetic", "geometric", "outranking"
REWEIGH, IMPUTE, WITHHOLD = "reweigh", "impute", "withhold"
NORMALISATIONS = (MINMAX, DEVIATION, RANK, LEADER)
WEIGHTINGS = (EQUAL, OWN, AROUND)
AGGREGATIONS = (ARITHMETIC, GEOMETRIC, OUTRANKING)
UNKNOWNS = (REWEIGH, IMPUTE, WITHHOLD)
AXES = ("normalisation", "weights", "aggregation", "unknown", "values", "left_out")
# How near random weights keep to the ones chosen: 3 per area has them vary by about a half.
NEARNESS = 3.0


@dataclass(frozen=True)
class Assumptions:
    """What may be chosen on each axis, and how much an area weighs (1 where it is not named).

    The first option of an axis is the one the reference ranking is made with.
    Errors : ValueError where an axis has no option, or one that is not on offer, or a weight is
             negative.
    """

    normalisations: tuple[str, ...] = NORMALISATIONS
    weightings: tuple[str, ...] = WEIGHTINGS
    aggregations: tuple[str, ...] = AGGREGATIONS
    unknowns: tuple[str, ...] = UNKNOWNS
    leave_out: bool = True
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for chosen, offered in (
            (self.normalisations, NORMALISATIONS),
            (self.weightings, WEIGHTINGS),
            (self.aggregations, AGGREGATIONS),
            (self.unknowns, UNKNOWNS),
        ):
            if not chosen or set(chosen) - set(offered):
                raise ValueError(f"{chosen} must be among {offered}, and at least one")
        if any(not weight >= 0 for weight in self.weights.values()):
            raise ValueError("a weight is 0 or more")


class Draws(NamedTuple):
    """One set of assumptions a row: codes in the order of the constants' tuples.

    `weights` are per indicator and add up to 1. `seeds` decide values within intervals; seed 0
    takes their middles. `left_out` is an indicator, -1 for none.
    """

    normalisation: npt.NDArray[np.int64]
    weights: Floats
    aggregation: npt.NDArray[np.int64]
    unknown: npt.NDArray[np.int64]
    seeds: npt.NDArray[np.uint64]
    left_out: npt.NDArray[np.int64]


def part_of(draws: Draws, part: slice) -> Draws:
    """Some of the draws."""
    return Draws(
        draws.normalisation[part], draws.weights[part], draws.aggregation[part],
        draws.unknown[part], draws.seeds[part], draws.left_out[part],
    )  # fmt: skip


def reference(table: Table, assumptions: Assumptions) -> Draws:
    """The one ranking that others are compared with: first options, own weights, middles."""
    weights = indicator_weights(table, _area_weights(table, assumptions.weights)[None, :])
    none = np.zeros(1, dtype=np.int64)
    return Draws(
        none + NORMALISATIONS.index(assumptions.normalisations[0]), weights,
        none + AGGREGATIONS.index(assumptions.aggregations[0]),
        none + UNKNOWNS.index(assumptions.unknowns[0]),
        np.zeros(1, dtype=np.uint64), none - 1,
    )  # fmt: skip


def drawn(table: Table, assumptions: Assumptions, points: Floats) -> Draws:
    """Assumptions for points of the unit cube: one row each, one column per entry of AXES."""
    many = len(table.indicators) if assumptions.leave_out and len(table.indicators) > 1 else 0
    return Draws(
        _option(points[:, 0], assumptions.normalisations, NORMALISATIONS),
        indicator_weights(table, _weights(table, assumptions, points[:, 1])),
        _option(points[:, 2], assumptions.aggregations, AGGREGATIONS),
        _option(points[:, 3], assumptions.unknowns, UNKNOWNS),
        seeds_of(points[:, 4]),
        _left_out(table, points[:, 5]) if many else np.full(len(points), -1, dtype=np.int64),
    )


def areas_of(table: Table) -> list[str]:
    """The areas that have an indicator, in alphabetical order."""
    return sorted(set(table.areas))


def indicator_weights(table: Table, areas: Floats) -> Floats:
    """Draws x indicators from draws x areas: an area's weight is shared equally in it."""
    names = areas_of(table)
    at = np.array([names.index(each) for each in table.areas], dtype=np.int64)
    shares = areas[:, at] / np.bincount(at, minlength=len(names))[at]
    return np.ascontiguousarray(shares / shares.sum(axis=1, keepdims=True))


def _option(points: Floats, chosen: Sequence[str], offered: Sequence[str]) -> npt.NDArray[np.int64]:
    codes = np.array([offered.index(each) for each in chosen], dtype=np.int64)
    return codes[(points * len(codes)).astype(np.int64)]


def _left_out(table: Table, points: Floats) -> npt.NDArray[np.int64]:
    """None or one of the indicators, by their names' order so that rows may come in any."""
    order = np.argsort(np.array(table.indicators, dtype=str), kind="stable")
    return np.append(order, -1)[(points * (len(order) + 1)).astype(np.int64)]


def _area_weights(table: Table, weights: Mapping[str, float]) -> Floats:
    """Own weights of the areas, adding up to 1. ValueError where all are 0."""
    own = np.array([weights.get(area, 1.0) for area in areas_of(table)], dtype=float)
    if not own.sum() > 0:
        raise ValueError("at least one area must weigh something")
    return own / own.sum()


def _weights(table: Table, assumptions: Assumptions, points: Floats) -> Floats:
    """Draws x areas: equal, one's own, or at random around one's own (Dirichlet)."""
    names, own = areas_of(table), _area_weights(table, assumptions.weights)
    place = points * len(assumptions.weightings)
    options = np.array(assumptions.weightings)[place.astype(np.int64)]
    chance = uniform(seeds_of(points)[:, None], mixed(keys_of(names))[None, :])
    # Gamma variables of these shapes, divided by their sum, are Dirichlet.
    shapes = np.where(own > 0, NEARNESS * len(names) * own, 1.0)
    around = np.where(own > 0, gammaincinv(shapes, np.maximum(chance, 1e-12)), 0.0)
    around /= around.sum(axis=1, keepdims=True)
    equal = np.where(own > 0, 1.0, 0.0) / (own > 0).sum()
    chosen = np.where((options == OWN)[:, None], own, equal)
    return np.where((options == AROUND)[:, None], around, chosen)
