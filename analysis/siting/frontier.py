"""Between most and most equal: choices of sites that none of the others betters in both."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from analysis.equality.held import Held
from analysis.equality.measures import gini
from analysis.siting.fair import Fair, Spread, spread_out
from analysis.siting.greedy import choose
from analysis.siting.kernel import Short, reach_of
from analysis.siting.model import Candidates, Index, Reals
from analysis.siting.search import searched

# How much more the worse off count at the equal end; above, little changes but rounding.
_MOST_AVERSION = 8.0
_KICKS, _THREADS = 1000, 2
_LEAST = 1e-9


@dataclass(frozen=True, eq=False)
class FrontierPoint:
    """A choice, the need it covers, and how that is spread over territories.

    `shares` has one entry a territory: of its need, from 0 to 1, what is covered; NaN where there
    is no need. `worst_share` is the least of them. `inequality` is Gini's index of the shares,
    each counted with its need, NaN where nothing is covered.
    """

    chosen: Index
    covered: float
    worst_share: float
    inequality: float
    shares: Reals


def frontier(
    candidates: Candidates, group_of_cell: Short, many: int, points: int = 9,
    served: Reals | None = None,
) -> list[FrontierPoint]:  # fmt: skip
    """Choices from the most need covered to the most equal shares, each dominated by none.

    Let s(g) be the share of the need n(g) of territory g that is covered. A point keeps large

        sum over g of n(g) u(s(g)),  u(s) = ((s + 0.01)^(1 - a) - 0.01^(1 - a)) / (1 - a)

    (the logarithm for a = 1). With a = 0 this is the need covered; as a grows to 8 the worst
    served territories decide. It is submodular, so picking the site that adds most reaches at
    least 1 - 1/e of the most; exchanges follow. A point is dropped when another covers as much
    with as little inequality. The first point covers most, the last is the most equal found.

    Shape   : `group_of_cell` is the number of a cell's territory from 0, below 0 for none; such a
              cell counts in what is covered and in no share. Up to `points` points.
    Existing: for services that are there, give `candidates.without(reached)` and, as `served`,
              the need of each territory that they reach: shares then are of all need.
    Errors  : ValueError when there are fewer candidates than sites, or fewer points than two.
    Source  : isoelastic welfare (Atkinson 1970, Journal of Economic Theory 2, 244-263; Mo and
              Walrand 2000, IEEE/ACM Transactions on Networking 8, 556-567).
    """
    if points < 2:
        raise ValueError("a frontier has two ends: at least two points")
    fair = _fair(candidates, group_of_cell, served)
    most = searched(candidates, choose(candidates, many), _KICKS)
    steps = _MOST_AVERSION * (np.arange(1, points) / (points - 1)) ** 2

    def other(aversion: float) -> Index:
        candidates.go_on()
        return _spread_out(candidates, many, fair, aversion)

    with ThreadPoolExecutor(_THREADS) as pool:
        others = list(pool.map(other, steps.tolist()))
    told = [_told(candidates, each, fair) for each in [most, *others]]
    return _undominated(told)


def _fair(candidates: Candidates, group: Short, served: Reals | None) -> Fair:
    """The territories before any site is chosen."""
    group = np.asarray(group, dtype=np.int32)
    groups = max(int(group.max(initial=-1)) + 1, 0 if served is None else len(served))
    had = np.zeros(groups) if served is None else np.asarray(served, dtype=np.float64)
    inside = group >= 0
    left = np.bincount(group[inside], candidates.need[inside], groups).astype(np.float64)
    site = np.repeat(np.arange(len(candidates)), np.diff(candidates.starts))
    cell_group = group[candidates.cells]
    known = (cell_group >= 0) & (candidates.need[candidates.cells] > 0)
    pairs = np.unique(np.c_[cell_group[known], site[known]], axis=0)
    counts = np.bincount(pairs[:, 0], minlength=groups)
    starts = np.r_[0, np.cumsum(counts)].astype(np.int64)
    return Fair(group, left + had, had, starts, pairs[:, 1].astype(np.int32), 0.0)


def _spread_out(candidates: Candidates, many: int, fair: Fair, aversion: float) -> Index:
    sites, groups = len(candidates), len(fair.asked)
    spread = Spread(
        np.zeros(len(candidates.need), np.int64), np.zeros(sites), np.zeros(sites + 1, np.int64),
        np.zeros(groups), np.empty(groups, np.int64),
    )  # fmt: skip
    own = fair._replace(had=fair.had.copy(), aversion=aversion)
    least = _LEAST * max(float(fair.asked.sum()), 1.0)
    found: Index = spread_out(many, reach_of(candidates), own, spread, least)
    return found


def _told(candidates: Candidates, chosen: Index, fair: Fair) -> FrontierPoint:
    reached = candidates.reached(chosen)
    inside = reached & (fair.group >= 0)
    groups = len(fair.asked)
    covered = fair.had + np.bincount(fair.group[inside], candidates.need[inside], groups)
    needy = fair.asked > 0
    shares = np.divide(covered, fair.asked, out=np.full(groups, np.nan), where=needy)
    held = Held(covered[needy], fair.asked[needy], np.zeros(needy.sum(), dtype=np.int64))
    worst = float(shares[needy].min()) if needy.any() else np.nan
    return FrontierPoint(chosen, candidates.covered(chosen), worst, gini(held), shares)


def _undominated(points: list[FrontierPoint]) -> list[FrontierPoint]:
    """Those that no other covers as much with as little inequality as, the most covered first."""
    kept: list[FrontierPoint] = []
    for each in sorted(points, key=lambda p: (-p.covered, np.nan_to_num(p.inequality, nan=2.0))):
        if not kept or each.inequality < kept[-1].inequality - _LEAST:
            kept.append(each)
    return kept
