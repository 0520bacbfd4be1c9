"""Measures of equality moment by moment, of the same territories throughout."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.equality import measures, open_figures, resampled
from analysis.equality.held import Floats, Held, Integers, held, is_counted
from analysis.equality.kernel import COLUMNS, Counts
from analysis.equality.open_figures import Ends

# What is told of every moment.
MEASURES = ("gini", "theil", "between", "within", "equivalent", "mean")


class Figures(NamedTuple):
    """Best guess and both ends of each territory at one moment; NaN is unknown."""

    capacity: Floats
    need: Floats
    ends: Ends


@dataclass(frozen=True, eq=False)
class Panel:
    """The same territories at several moments; `group` numbers their countries from 0."""

    moments: tuple[str, ...]
    figures: tuple[Figures, ...]
    group: Integers

    def at(self, moment: str) -> Figures:
        """The figures of one moment."""
        return self.figures[self.moments.index(moment)]


def aversion_of(panel: Panel, epsilon: float) -> float:
    """One kappa for all moments, so that they are measured alike (Logan et al. 2021)."""
    capacity = np.concatenate([each.capacity for each in panel.figures] or [np.array([])])
    need = np.concatenate([each.need for each in panel.figures] or [np.array([])])
    counted = is_counted(capacity, need)
    rate = capacity[counted] / need[counted]
    return measures.kappa(rate, need[counted], epsilon)


def series(panel: Panel, aversion: float) -> pd.DataFrame:
    """Every measure at every moment.

    Shape   : one row per moment: `moment`, `territories` (counted), `lacking` (of the panel, but
              unknown then), and for each of MEASURES its value, `_lower` and `_upper` (95 % of
              resamples of territories), `_least` and `_most` (the range found among figures known
              as intervals; NaN where all are exact).
    Missing : a measure of fewer than two territories, or of no capacity, is NaN.
    """
    counts = resampled.counts_of(max(len(panel.group), 1))
    rows = [
        {"moment": moment, **_of_moment(figures, panel.group, aversion, counts)}
        for moment, figures in zip(panel.moments, panel.figures, strict=True)
    ]
    return pd.DataFrame(rows)


def change(panel: Panel, then: str, now: str, aversion: float) -> pd.DataFrame:
    """How much each measure changed between two moments, drawn from the same resamples.

    Shape   : one row per measure of `kernel.COLUMNS` and `cost` (mean less equivalent): `change`,
              `lower`, `upper` (95 % of resamples, each measured at both moments).
    Missing : NaN where either moment has no value.
    Errors  : ValueError where the panel has no such moment.
    """
    counts = resampled.counts_of(max(len(panel.group), 1))
    ends, points = [], []
    for moment in (then, now):
        figures = panel.at(moment)
        counted = is_counted(figures.capacity, figures.need)
        these = held(figures.capacity, figures.need, panel.group)
        draws = resampled.resampled(these, counts, aversion, np.flatnonzero(counted))
        ends.append(np.column_stack([draws, draws[:, 5] - draws[:, 4]]))
        value = _values(these, aversion)
        points.append([*value.values(), value["mean"] - value["equivalent"]])
    moved = ends[1] - ends[0]
    found = [resampled.interval(moved[:, i]) for i in range(moved.shape[1])]
    table = pd.DataFrame(found, index=[*COLUMNS, "cost"], columns=["lower", "upper"])
    table.insert(0, "change", np.array(points[1]) - np.array(points[0]))
    return table


def _of_moment(
    figures: Figures, group: Integers, aversion: float, counts: Counts
) -> dict[str, Any]:
    counted = is_counted(figures.capacity, figures.need)
    these = held(figures.capacity, figures.need, group)
    row: dict[str, Any] = {"territories": int(counted.sum()), "lacking": int((~counted).sum())}
    draws = resampled.resampled(these, counts, aversion, np.flatnonzero(counted))
    bounds = resampled.intervals(draws)
    ends = Ends(*(each[counted] for each in figures.ends))
    open_range = _ranges(ends, these, aversion)
    for name, value in _values(these, aversion).items():
        row[name] = value
        row[f"{name}_lower"], row[f"{name}_upper"] = bounds.loc[name]
        row[f"{name}_least"], row[f"{name}_most"] = open_range.get(name, (np.nan, np.nan))
    return row


def _values(these: Held, aversion: float) -> dict[str, float]:
    """Every measure of one distribution; NaN of fewer than two territories."""
    if len(these.need) < 2:
        return dict.fromkeys(MEASURES, float("nan"))
    parts = measures.theil(these)
    mean = float(these.capacity.sum() / these.need.sum())
    found = (measures.gini(these), *parts, measures.equivalent(these, aversion), mean)
    return dict(zip(MEASURES, found, strict=True))


def _ranges(ends: Ends, best: Held, aversion: float) -> dict[str, tuple[float, float]]:
    """The range found of each measure; none where all figures are exact."""
    if len(best.need) < 2 or not open_figures.is_open(ends):
        return {}
    values = [_values(each, aversion) for each in open_figures.cases(ends, best, best.group)]
    table = pd.DataFrame(values)
    low, high = table.min(), table.max()
    return {name: (float(low[name]), float(high[name])) for name in MEASURES}
