"""Who is served where, compiled: need goes to chosen sites within reach that have places."""

from typing import NamedTuple

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.siting.kernel import Short
from analysis.siting.model import Candidates, Index, Reals

# Persons less than this are nobody.
_NOBODY = 1e-9


class Net(NamedTuple):
    """Pairs of a site and a cell it reaches; pairs `of_cell[i]` to `of_cell[i + 1]` are a cell's.

    Pair k is cell `cells[k]` from site `site[k]`; a cell's pairs are `pairs[...]`.
    """

    starts: Index
    cells: Short
    site: Short
    of_cell: Index
    pairs: Index


class Served(NamedTuple):
    """Persons served by each pair, need left in each cell, places left at each site."""

    by: Reals
    left: Reals
    spare: Reals


def net_of(candidates: Candidates) -> Net:
    """The pairs of the candidates."""
    site = np.repeat(np.arange(len(candidates), dtype=np.int32), np.diff(candidates.starts))
    pairs = np.argsort(candidates.cells, kind="stable").astype(np.int64)
    of_cell, _ = candidates.by_cell
    return Net(candidates.starts, candidates.cells, site, of_cell, pairs)


def nobody_served(candidates: Candidates) -> Served:
    """How things stand before any site has places."""
    return Served(
        np.zeros(len(candidates.cells)), candidates.need.copy(), np.zeros(len(candidates))
    )


@as_written
def opened(j: int, places: float, net: Net, served: Served) -> float:
    """Open so many places at site j; the persons served more, if all are placed as best they can.

    Others make room where they can be served elsewhere: no placing serves more.
    """
    served.spare[j] += places
    found = 0.0
    for k in range(net.starts[j], net.starts[j + 1]):
        i = net.cells[k]
        more = min(served.spare[j], served.left[i])
        if more > 0:
            served.by[k] += more
            served.left[i] -= more
            served.spare[j] -= more
            found += more
    cell_from = np.full(len(served.left), -1, np.int64)
    site_from = np.full(len(served.spare), -1, np.int64)
    queue = np.empty(len(served.spare), np.int64)
    more = 1.0
    while served.spare[j] > _NOBODY and more > 0:
        more = shifted(j, net, served, (cell_from, site_from, queue))
        found += more
    return found


@as_written
def shifted(j: int, net: Net, served: Served, desk: tuple[Index, Index, Index]) -> float:
    """Serve somebody more from site j by moving others along a shortest chain; how many."""
    cell_from, site_from, queue = desk
    cell_from[:] = -1
    site_from[:] = -1
    queue[0], first, last = j, 0, 1
    while first < last:
        s = queue[first]
        first += 1
        for k in range(net.starts[s], net.starts[s + 1]):
            i = net.cells[k]
            if cell_from[i] >= 0:
                continue
            cell_from[i] = k
            if served.left[i] > _NOBODY:
                return along(j, i, net, served, desk)
            for a in range(net.of_cell[i], net.of_cell[i + 1]):
                pair = net.pairs[a]
                other = net.site[pair]
                if other != j and site_from[other] < 0 and served.by[pair] > _NOBODY:
                    site_from[other] = pair
                    queue[last] = other
                    last += 1
    return 0.0


@as_written
def along(j: int, end: int, net: Net, served: Served, desk: tuple[Index, Index, Index]) -> float:
    """Move as many as can be along the chain that ends in a cell with need; how many."""
    cell_from, site_from, _ = desk
    more = min(served.spare[j], served.left[end])
    s = net.site[cell_from[end]]
    while s != j:
        more = min(more, served.by[site_from[s]])
        s = net.site[cell_from[net.cells[site_from[s]]]]
    served.spare[j] -= more
    served.left[end] -= more
    k = cell_from[end]
    served.by[k] += more
    while net.site[k] != j:
        pair = site_from[net.site[k]]
        served.by[pair] -= more
        k = cell_from[net.cells[pair]]
        served.by[k] += more
    return more
