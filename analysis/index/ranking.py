"""Ranks as ranges: where each territory stands over all draws, and what moves it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.index.assumptions import AXES, UNKNOWNS, WITHHOLD, Assumptions, drawn, reference
from analysis.index.kernel import positions
from analysis.index.pairs import above
from analysis.index.table import Floats, Table
from analysis.sensitivity import Indices, design, indices

SEED = 20240501
BASE = 1024  # rows of the design; with six axes, 8,192 draws
ENDS = (0.05, 0.95)
# A range over more than this share of all positions says nothing.
WIDE = 0.5
SURE = 0.95
# A territory, or a pair, that fewer of all draws rank has no place: they say nothing of the rest.
LEAST = 0.5


@dataclass(frozen=True, eq=False)
class Ranking:
    """Positions of the territories that can be ranked, in every draw.

    Shape   : `positions` is draws x territories of `table`, 1 is best; `reference` has one each.
              `withholds` says of each draw whether it withholds those too little is known of;
              `left_out` which indicator it leaves out, -1 for none.
    Missing : NaN where a draw gives no position.
    """

    table: Table
    assumptions: Assumptions
    positions: Floats
    reference: Floats
    withholds: npt.NDArray[np.bool_]
    left_out: npt.NDArray[np.int64]

    @cached_property
    def summary(self) -> pd.DataFrame:
        """One row per territory: the range of its position and how it came about.

        Columns : `lower`, `median`, `upper` (5, 50 and 95 % of the draws that rank it; a
                  sensitivity range), `reference`, `top_third` (share of those draws in which it
                  is among the first third), `ranked` (share of all draws that rank it),
                  `coverage` (share of the indicators known), `wide` (the range covers more than
                  half of all positions), `placed` (at least half of all draws rank it).
        Missing : no range, `median` or `top_third` where it is not placed.
        """
        ordered = np.sort(self.positions, axis=0)
        ranked = (~np.isnan(ordered)).sum(axis=0)
        many = self.positions.shape[1]
        first = (self.positions - 0.5 < many / 3 - 1e-9).sum(axis=0)
        placed = ranked >= max(1.0, LEAST * len(ordered))
        lower, median, upper = (
            np.where(placed, quantiles(ordered, ranked, at), np.nan)
            for at in (ENDS[0], 0.5, ENDS[1])
        )
        return pd.DataFrame(
            {
                "lower": lower,
                "median": median,
                "upper": upper,
                "reference": self.reference,
                "top_third": np.divide(first, ranked, where=placed, out=np.full(many, np.nan)),
                "ranked": ranked / len(ordered),
                "coverage": self.table.known.mean(axis=1),
                "wide": ~(upper - lower <= WIDE * many),
                "placed": placed,
            },
            index=pd.Index(self.table.territories, name="territory_id"),
        )

    @cached_property
    def above(self) -> Floats:
        """Share of draws in which the row's territory stands above the column's.

        Of the draws that rank both; NaN where fewer than half of all do. Equal positions are
        above neither.
        """
        return above(self.positions, least=LEAST)

    @cached_property
    def unplaced(self) -> pd.DataFrame:
        """Share of all draws in which each territory has no position, by its cause.

        Columns : `withheld` (too little of the weights is known, and the draw withholds who that
                  is so of), `left_out` (the draw leaves out the only indicator known there),
                  `alone` (it shares no indicator with anybody, where pairs are compared).
        """
        known = self.table.known
        none = np.isnan(self.positions)
        only = np.where(known.sum(axis=1) == 1, known.argmax(axis=1), -2)
        withheld = none & self.withholds[:, None]
        left_out = none & ~withheld & (self.left_out[:, None] == only)
        alone = none & ~withheld & ~left_out
        causes = {"withheld": withheld, "left_out": left_out, "alone": alone}
        return pd.DataFrame(
            {name: each.mean(axis=0) for name, each in causes.items()}, index=self.summary.index
        )

    @property
    def distinct(self) -> pd.Series:
        """Share of the other territories each can be told from: above or below in 95 % of draws."""
        sure = (self.above >= SURE) | (self.above.T >= SURE)
        many = len(sure)
        share = sure.sum(axis=1) / (many - 1) if many > 1 else np.full(many, np.nan)
        return pd.Series(share, index=self.summary.index)

    @property
    def from_the_middle(self) -> pd.Series:
        """Which territories can be told from the middle: their range does not hold it."""
        middle = (len(self.reference) + 1) / 2
        return (self.summary["lower"] > middle) | (self.summary["upper"] < middle)

    def drivers(self, territory: str | None = None) -> pd.DataFrame:
        """Which assumption drives the ranks: one row per axis with `first` and `total`.

        Of the mean shift in rank against the reference (Saisana et al. 2005), or of one
        territory's position. NaN where nothing varies, and where less than half of the draws
        have a result.
        """
        results = self._results(territory)
        if np.isnan(results).mean() > 1 - LEAST:
            results = np.full_like(results, np.nan)
        found: Indices = indices(results, len(AXES))
        return pd.DataFrame(
            {"first": found.first, "total": found.total}, index=pd.Index(AXES, name="axis")
        )

    def is_still(self, territory: str | None = None) -> bool:
        """Whether every draw gives the same: then no assumption drives anything."""
        results = self._results(territory)
        return bool(not np.isnan(results).any() and np.ptp(results) < 1e-9)

    def _results(self, territory: str | None) -> Floats:
        if territory is None:
            return self.shift
        return self.positions[:, list(self.table.territories).index(territory)]

    @cached_property
    def shift(self) -> Floats:
        """Mean number of places territories move from the reference, one value per draw."""
        moved = np.abs(self.positions - self.reference)
        known = ~np.isnan(moved)
        total, many = np.where(known, moved, 0.0).sum(axis=1), known.sum(axis=1)
        return np.divide(total, many, where=many > 0, out=np.full(len(moved), np.nan))


def rank(table: Table, assumptions: Assumptions | None = None, base: int = BASE) -> Ranking:
    """Rank territories under every combination of assumptions that is drawn.

    Territories of which nothing is known have no rank and are left out, as are indicators nobody
    has. The same input gives the same result, in whatever order it comes.
    Errors : ValueError where nothing is known, or all known indicators weigh nothing.
    """
    chosen = assumptions or Assumptions()
    weighing = np.array([chosen.weights.get(area, 1.0) > 0 for area in table.areas], dtype=bool)
    usable = table.with_indicators(weighing & table.known.any(axis=0))
    if not usable.known.any():
        raise ValueError("nothing is known to rank territories by")
    ranked = usable.only(np.asarray(usable.known.any(axis=1)))
    points = design(len(AXES), base, SEED)
    draws = drawn(ranked, chosen, points)
    withholds = draws.unknown == UNKNOWNS.index(WITHHOLD)
    middle = positions(ranked, reference(ranked, chosen))[0]
    return Ranking(ranked, chosen, positions(ranked, draws), middle, withholds, draws.left_out)


def quantiles(ordered: Floats, ranked: np.ndarray, at: float) -> Floats:
    """A quantile of each column of sorted values, NaN last, `ranked` of them known.

    Between two values it is interpolated, as NumPy does.
    """
    place = np.maximum(ranked - 1, 0) * at
    low = np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(ranked - 1, 0))
    columns = np.arange(ordered.shape[1])
    start, end = ordered[low, columns], ordered[high, columns]
    return start + (end - start) * (place - low)
