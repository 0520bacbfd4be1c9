"""Sites with so many places each: where they serve most, and what none can serve more than."""

from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from analysis.siting.bound import lowered
from analysis.siting.flow import Net, Served, net_of, nobody_served, opened
from analysis.siting.kernel import totals
from analysis.siting.model import Candidates, GoOn, Index, Reals

# The relaxation is worked out up to so many pairs of a site and a cell it reaches.
_MOST_PAIRS = 30_000
_ROUNDS = 500
_LEAST = 1e-9


@dataclass(frozen=True, eq=False)
class Capacitated:
    """Chosen sites in the order they were picked, and who is served where.

    `used` are the places of each chosen site that are taken, `gained` what its pick served more.
    `served` is the need served by them, beside `before`, which services that are there serve;
    no choice serves more than `bound`. `left` is the need of each cell that nobody serves.
    """

    chosen: Index
    used: Reals
    gained: Reals
    served: float
    before: float
    bound: float
    left: Reals

    @property
    def gap_percent(self) -> float:
        """How much more could be served at most, in per cent of what is."""
        if self.bound <= self.served * (1 + _LEAST):
            return 0.0
        return 100 * (self.bound - self.served) / self.served if self.served else np.inf


def capacitated(
    candidates: Candidates, places: npt.ArrayLike, many: int, existing: npt.ArrayLike = (),
    total: float | None = None,
) -> Capacitated:  # fmt: skip
    """The sites that serve most, each up to its places, people placed as best they can.

    Every pick is the site that serves most more, exactly: people already placed move to another
    site within reach when that makes room. As no pick serves more later than it would earlier,
    this serves at least 1 - 1/e of the most (of what those that are there leave).

    Shape   : `places` has one entry a candidate: its places, or the most it may get where `total`
              limits all together (the last pick then gets what is left). `existing` are positions
              of services that are there with their free places; they serve first and are no pick.
    Units   : persons and places; a person in need takes one place.
    Errors  : ValueError when there are fewer candidates than sites, or places are unknown or below
              0.
    Source  : capacitated maximal covering (Current and Storbeck 1988, Environment and Planning B
              15, 153-163); greedy as Nemhauser, Wolsey and Fisher 1978, evaluated lazily (Minoux
              1978).
    """
    room = np.asarray(places, dtype=np.float64)
    there = np.unique(np.asarray(existing, dtype=np.int64))
    if room.shape != (len(candidates),) or not np.isfinite(room).all() or (room < 0).any():
        raise ValueError("places are unknown or below 0, or not one number a candidate")
    if not 0 <= many <= len(candidates) - len(there):
        raise ValueError(f"{many} sites cannot be chosen out of {len(candidates) - len(there)}")
    net, state = net_of(candidates), nobody_served(candidates)
    before = sum(float(opened(j, room[j], net, state)) for j in there)
    budget = np.inf if total is None else float(total)
    chosen, gained = _picked(room, (many, budget), there, (net, state), candidates.go_on)
    candidates.go_on()
    used = np.bincount(net.site, state.by, len(candidates))[chosen].astype(np.float64)
    bound = _bound(candidates, room, (many, budget), there, before)
    served = float(gained.sum())
    return Capacitated(chosen, used, gained, served, before, max(bound, served), state.left)


def _picked(
    room: Reals, limits: tuple[int, float], there: Index, begun: tuple[Net, Served], go_on: GoOn
) -> tuple[Index, Reals]:
    """The picks and what each serves more; the state is left as it is after them."""
    (many, budget), (net, state) = limits, begun
    # Who is served already counts too: moved here, he makes room where he was.
    everybody = state.left + np.bincount(net.cells, state.by, len(state.left))
    need, known = totals(everybody, net.starts, net.cells), set(there.tolist())
    # What a site could serve at most, when that was worked out, and the site.
    heap = [(-min(room[j], need[j]), -1, j) for j in range(len(room)) if j not in known]
    heapify(heap)
    chosen: list[int] = []
    gained: list[float] = []
    while len(chosen) < many:
        go_on()
        most, when, j = heappop(heap)
        places = min(room[j], budget)
        kept = Served(*(each.copy() for each in state))
        more = float(opened(j, places, net, state))
        if when == len(chosen) or not heap or more >= -heap[0][0] - _LEAST:
            chosen.append(j)
            gained.append(more)
            budget -= more
            continue
        for now, then in zip(state, kept, strict=True):
            now[:] = then
        heappush(heap, (-min(more, -most), len(chosen), j))
    return np.array(chosen, dtype=np.int64), np.array(gained, dtype=np.float64)


def _bound(
    candidates: Candidates, room: Reals, limits: tuple[int, float], there: Index, before: float
) -> float:
    """What no choice can serve more: of several bounds the least."""
    many, budget = limits
    need = float(candidates.need.sum())
    at_most = np.minimum(room, totals(candidates.need, candidates.starts, candidates.cells))
    at_most[there] = 0.0
    bounds = [budget, need - before, float(np.sort(at_most)[len(room) - many :].sum())]
    top = np.argsort(-at_most, kind="stable")[:many]
    bounds.append(lowered(candidates, top, _ROUNDS)[0])
    if 0 < len(candidates.cells) <= _MOST_PAIRS:
        bounds.append(_relaxed(candidates, room, limits, there) - before)
    return min(bounds)


def _relaxed(candidates: Candidates, room: Reals, limits: tuple[int, float], there: Index) -> float:
    """What sites opened in part could serve, with those that are there: no choice serves more."""
    many, budget = limits
    sites, cells, pairs = len(candidates), len(candidates.need), len(candidates.cells)
    site = np.repeat(np.arange(sites), np.diff(candidates.starts))
    pair, one = np.arange(pairs), np.ones(pairs)
    most = np.minimum(candidates.need[candidates.cells], room[site])
    # Persons of a pair, then how far a site is open.
    of_cell = csr_array((one, (candidates.cells, pair)), (cells, pairs + sites))
    of_site = csr_array(
        (np.r_[one, -room], (np.r_[site, np.arange(sites)], np.arange(pairs + sites))),
        (sites, pairs + sites),
    )
    if_open = csr_array(
        (np.r_[one, -most], (np.r_[pair, pair], np.r_[pair, pairs + site])), (pairs, pairs + sites)
    )
    is_there = np.isin(np.arange(sites), there)
    new = np.r_[np.zeros(pairs), ~is_there]
    cost = np.r_[-one, np.zeros(sites)]
    rows = [LinearConstraint(of_cell, ub=candidates.need), LinearConstraint(of_site, ub=0),
            LinearConstraint(if_open, ub=0), LinearConstraint(new[None], ub=many)]  # fmt: skip
    if np.isfinite(budget):
        new_places = np.r_[(~is_there)[site].astype(float), np.zeros(sites)]
        rows.append(LinearConstraint(new_places[None], ub=budget))
    bounds = Bounds(np.r_[np.zeros(pairs), is_there], np.r_[np.full(pairs, np.inf), np.ones(sites)])
    found = milp(cost, constraints=rows, bounds=bounds)
    return np.inf if found.x is None else -float(found.fun) * (1 + _LEAST)
