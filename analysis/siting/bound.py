"""What no choice of sites can reach more than: a certificate beside every answer."""

from dataclasses import dataclass

import numpy as np

from analysis.siting.descent import Dual, descend
from analysis.siting.greedy import counts_of
from analysis.siting.kernel import reach_of
from analysis.siting.model import Candidates, Index, Reals


@dataclass(frozen=True, eq=False)
class Certified:
    """A choice, what it reaches, and what no choice reaches more than.

    `price` is what each cell's need is worth to the sites at the best bound; `worth` is what each
    site would add to it. `proven` says that no choice reaches more than this one.
    """

    chosen: Index
    covered: float
    bound: float
    price: Reals
    worth: Reals
    proven: bool = False

    @property
    def gap_percent(self) -> float:
        """How much more could be reached at most, in per cent of what is."""
        if self.proven or self.bound <= self.covered:
            return 0.0
        return 100 * (self.bound - self.covered) / self.covered if self.covered else np.inf


def lowered(candidates: Candidates, chosen: Index, rounds: int) -> tuple[float, Dual]:
    """The least bound after so many rounds on what equally many sites reach, and its prices.

    Shape   : `chosen` are positions of candidates.
    Units   : those of the need.
    Source  : Lagrangian relaxation of 'a cell counts only if a chosen site reaches it', with
              subgradient steps (Galvão, R. D. and ReVelle, C. 1996, European Journal of
              Operational Research 88(1), 114-123). Every round's value is a valid bound.
    """
    need, sites = candidates.need, len(candidates)
    price = need / np.maximum(counts_of(candidates, chosen), 1)
    dual = Dual(price, np.zeros(sites), np.zeros(sites))
    if not len(chosen):
        return 0.0, dual
    covered = candidates.covered(chosen)
    bound = float(descend(reach_of(candidates), len(chosen), rounds, covered, dual))
    # The sums of a bound are rounded: by less than this.
    return bound + 1e-12 * float(need.sum()), dual
