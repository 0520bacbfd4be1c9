"""What each chosen site adds: who it newly serves, in an order that tells it best."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.siting.model import Candidates, Index


@dataclass(frozen=True, eq=False)
class Picks:
    """One entry a site, the one that adds most first, given those before it.

    `cells` are the numbers of the cells that site is the first to reach; they have need. The
    needs newly covered add up to what the whole choice covers.
    """

    chosen: Index
    covered: npt.NDArray[np.float64]
    cells: list[Index]


def picks(candidates: Candidates, chosen: Index) -> Picks:
    """The chosen sites, each with the need and the cells it newly covers.

    Order   : at every step the site that adds most to those before; ties to the one named first.

    >>> from numpy import array
    >>> need, starts = array([5.0, 3.0, 4.0]), array([0, 2, 4, 5])
    >>> sites = Candidates(need, starts, array([0, 1, 1, 2, 2], dtype="int32"))
    >>> found = picks(sites, array([1, 0]))
    >>> found.chosen.tolist(), found.covered.tolist(), [each.tolist() for each in found.cells]
    ([0, 1], [8.0, 4.0], [[0, 1], [2]])
    """
    left = candidates.need.copy()
    open_sites = [int(j) for j in chosen]
    reach = {j: candidates.cells[candidates.starts[j] : candidates.starts[j + 1]] for j in chosen}
    order, covered, cells = [], [], []
    while open_sites:
        gains = [float(left[reach[j]].sum()) for j in open_sites]
        best = int(np.argmax(gains))
        j = open_sites.pop(best)
        order.append(j)
        covered.append(gains[best])
        cells.append(reach[j][left[reach[j]] > 0].astype(np.int64))
        left[reach[j]] = 0.0
    return Picks(np.array(order, dtype=np.int64), np.array(covered, dtype=float), cells)
