"""What is in reach, and what is left of it when it is shared with all who reach it too.

2SFCA (Luo & Wang 2003) with `flat` decay, E2SFCA (Luo & Qi 2009) with any other; balanced BFCA
(Paez, Higgins & Vivona 2019). A place of unknown capacity makes an interval, never a 0.
"""

from typing import NamedTuple

import numpy as np

from analysis.catchment.decay import Decay, flat
from analysis.catchment.model import Floats, Interval, Setting, Watch, part, silent


class Within(NamedTuple):
    """How many places a cell reaches, of these how many without known capacity, and capacity."""

    places: Floats
    unknown: Floats
    capacity: Interval


def within(
    setting: Setting, reach: float, group: int = 0, typical: float | None = None,
    watch: Watch = silent,
) -> Within:  # fmt: skip
    """Places open to a group within reach of each cell, and how many people they take.

    Units   : places and capacity, by cell. Whoever else reaches them does not count.
    Missing : capacity is from nothing to `typical` at each place where it is unknown; without
              `typical` it is withheld where such a place is in reach.
    """
    places, here = setting.places, setting.places.open_to[:, group]
    unknown = here & places.unknown
    known = np.where(here & ~unknown, places.capacity, 0.0)
    decay, parts = flat(reach), 2 + bool(unknown.any())
    many = setting.ways.at_cells(here.astype(float), decay, part(watch, 0, parts))
    lower = setting.ways.at_cells(known, decay, part(watch, 1, parts))
    dark = np.zeros(len(many))
    if unknown.any():
        dark = setting.ways.at_cells(unknown.astype(float), decay, part(watch, 2, parts))
    return Within(many, dark, _interval(lower, dark, typical))


def two_step(
    setting: Setting, decay: Decay, group: int = 0, typical: float | None = None,
    watch: Watch = silent,
) -> Interval:  # fmt: skip
    """Capacity per person in need, as each cell finds it: 2SFCA, or E2SFCA by the decay.

    Units   : capacity per person. R_j = S_j / sum_i P_i w_ij over the people of all groups place
              j is open to; A_i = sum_j R_j w_ij over the places open to the group.
    Missing : as in `within`. NaN where nobody lives and a place is in reach that nobody reaches:
              its capacity per person is not a number. 0 where no place is in reach.
    Source  : Luo & Qi 2009. The sum of P_i A_i is the capacity of all places somebody reaches.
    """
    demand = _demand(setting, decay, setting.cells.demand, part(watch, 0, 2))
    return _handed_out(setting, decay, (demand, demand), (group, typical), part(watch, 1, 2))


def balanced(
    setting: Setting, decay: Decay, group: int = 0, typical: float | None = None,
    watch: Watch = silent,
) -> Interval:  # fmt: skip
    """Capacity per person in need, every person counted at one place only: balanced BFCA.

    Units   : capacity per person. People go to places in the shares w_ij / sum_j w_ij, so that
              the people at all places are all who reach any; A_i is the mean, in these shares,
              of the capacity per person there.
    Missing : as in `two_step`.
    Source  : first step Paez et al. 2019; the second with the same shares, so that the sum of
              P_i A_i is the capacity of all places somebody reaches, however cells are cut.
    """
    choice = _choice(setting, decay, part(watch, 0, 3))
    people = _per(setting.cells.demand, choice)
    demand = _demand(setting, decay, people, part(watch, 1, 3))
    found = _handed_out(setting, decay, (demand, demand), (group, typical), part(watch, 2, 3))
    return Interval(*(_per(bound, choice[:, group]) for bound in found))


def service_level(
    setting: Setting, decay: Decay, group: int = 0, typical: float | None = None,
    watch: Watch = silent,
) -> Interval:  # fmt: skip
    """BFCA as published: each place's capacity per person, handed out among the cells it serves.

    Units   : capacity per person, split by w_ij / sum_i w_ij. The sum of A_i is the sum of the
              level of all places, so a cell cut in two has half as much: for zones, not grids.
    Missing : as in `two_step`.
    Source  : Paez, Higgins & Vivona 2019, both steps.
    """
    choice = _choice(setting, decay, part(watch, 0, 4))
    people = _per(setting.cells.demand, choice)
    demand = _demand(setting, decay, people, part(watch, 1, 4))
    cells = setting.ways.at_places(np.ones(len(people)), decay, watch=part(watch, 2, 4))
    return _handed_out(setting, decay, (demand, demand * cells), (group, typical),
                       part(watch, 3, 4))  # fmt: skip


def _choice(setting: Setting, decay: Decay, watch: Watch) -> Floats:
    """The sum of weights of the places each group of each cell can choose from."""
    open_to = setting.places.open_to.astype(float)
    groups = open_to.shape[1]
    sums = [
        setting.ways.at_cells(open_to[:, group], decay, part(watch, group, groups))
        for group in range(groups)
    ]
    return np.column_stack(sums)


def _demand(setting: Setting, decay: Decay, people: Floats, watch: Watch) -> Floats:
    """The weighted sum of people at each place, of the groups it is open to."""
    patterns, of = np.unique(setting.places.open_to, axis=0, return_inverse=True)
    demand = np.zeros(len(setting.places.lon))
    for number, pattern in enumerate(patterns):
        only = of.ravel() == number
        there = people[:, pattern].sum(axis=1)
        demand += setting.ways.at_places(there, decay, only, part(watch, number, len(patterns)))
    return demand


def _handed_out(
    setting: Setting, decay: Decay, shared: tuple[Floats, Floats],
    asked: tuple[int, float | None], watch: Watch,
) -> Interval:  # fmt: skip
    """For each cell the weighted sum of capacity over demand; `shared` is demand and divisor."""
    demand, divisor = shared
    group, typical = asked
    places, ways = setting.places, setting.ways
    here = places.open_to[:, group]
    known = np.where(here & ~places.unknown, places.capacity, 0.0)
    dark = (here & places.unknown).astype(float)
    idle = (here & (demand == 0)).astype(float)
    # What is known is always asked for; what is unknown, and what is no number, only if any is.
    parts = 1 + bool(dark.any()) + bool(idle.any())
    lower = ways.at_cells(_per(known, divisor), decay, part(watch, 0, parts))
    unknown, alone = np.zeros(len(lower)), np.zeros(len(lower))
    if dark.any():
        unknown = ways.at_cells(_per(dark, divisor), decay, part(watch, 1, parts))
    if idle.any():
        alone = ways.at_cells(idle, decay, part(watch, parts - 1, parts))
    found = _interval(lower, unknown, typical)
    return Interval(*(np.where(alone > 0, np.nan, bound) for bound in found))


def _per(amount: Floats, of: Floats) -> Floats:
    """A ratio; 0 where there is nothing to divide by, for then nothing is shared."""
    return np.divide(amount, of, out=np.zeros_like(amount), where=of > 0)


def _interval(lower: Floats, dark: Floats, typical: float | None) -> Interval:
    """From nothing to the typical capacity at every place without known capacity."""
    if typical is not None:
        return Interval(lower, lower + typical * dark)
    seen = np.where(dark > 0, np.nan, lower)
    return Interval(seen, seen.copy())
