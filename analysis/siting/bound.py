"""What no choice of sites can reach more than: a certificate beside every answer."""

from dataclasses import dataclass

import numpy as np

from analysis.siting.greedy import counts_of, improved
from analysis.siting.kernel import totals
from analysis.siting.model import Candidates, Index, Reals

# How a step shrinks when the bound has not fallen for a while, and when to give up.
_FIRST, _SHRINK, _PATIENCE, _SMALLEST = 1.5, 0.7, 30, 1e-4


@dataclass(frozen=True, eq=False)
class Certified:
    """A choice, what it reaches, and what no choice reaches more than.

    `price` is what each cell's need is worth to the sites at the best bound; `worth` is what each
    site would add to it.
    """

    chosen: Index
    covered: float
    bound: float
    price: Reals
    worth: Reals

    @property
    def gap_percent(self) -> float:
        """How much more could be reached at most, in per cent of what is."""
        if self.bound <= self.covered:
            return 0.0
        return 100 * (self.bound - self.covered) / self.covered if self.covered else np.inf


def certify(candidates: Candidates, chosen: Index, rounds: int = 2000) -> Certified:
    """Bound what any equally many sites could reach, and improve the choice on the way.

    Shape   : `chosen` are positions of candidates.
    Units   : those of the need.
    Source  : Lagrangian relaxation of 'a cell counts only if a chosen site reaches it', with
              subgradient steps (Galvão, R. D. and ReVelle, C. 1996, European Journal of
              Operational Research 88(1), 114-123). Every round's value is a valid bound.
    """
    need, many = candidates.need, len(chosen)
    best, covered = chosen, candidates.covered(chosen)
    count = counts_of(candidates, chosen)
    price = need / np.maximum(count, 1)
    bound, step, stale = np.inf, _FIRST, 0
    kept_price, kept_worth = price, np.zeros(len(candidates))
    for _ in range(rounds):
        worth = totals(price, candidates.starts, candidates.cells)
        top = np.sort(np.argpartition(-worth, many - 1)[:many]) if many else chosen
        value = float((need - price).sum() + worth[top].sum())
        if value < bound - 1e-12 * abs(value):
            better = value < bound * (1 - 1e-5)
            bound, kept_price, kept_worth = value, price, worth
            stale = 0 if better else stale + 1
        else:
            stale += 1
        if stale >= _PATIENCE:
            step, stale = step * _SHRINK, 0
        count = counts_of(candidates, top)
        reached = float(need[count > 0].sum())
        if reached > covered:
            best, covered = top, reached
        slope = count - (price < need)
        slope = np.where((price <= 0) & (slope > 0), 0, slope)
        length = float((slope.astype(np.float64) ** 2).sum())
        if bound <= covered * (1 + 1e-12) or step < _SMALLEST or length == 0:
            break
        price = np.clip(price - step * (value - covered) / length * slope, 0.0, need)
    polished = improved(candidates, best)
    return Certified(
        polished, candidates.covered(polished), max(bound, covered), kept_price, kept_worth
    )
