"""Who is served, who is in reach of places that are full, and who is out of reach.

Whoever is nearest to a place comes first, and whoever finds it full goes on to the next nearest:
pairs of a cell and a place are settled by rising distance. The outcome is stable: nobody is
turned away from a place that takes somebody from farther off. People of one cell, or of cells
equally far from a place, share what is left there in proportion to how many they are.
"""

from typing import NamedTuple

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.catchment.decay import flat
from analysis.catchment.model import (
    Flags,
    Floats,
    Interval,
    Pairs,
    Places,
    Positions,
    Setting,
    Watch,
    part,
    silent,
)  # fmt: skip


class Coverage(NamedTuple):
    """A row per cell and a column per group: persons served, and whether a place is in reach."""

    served: Interval
    in_reach: Flags


class Shares(NamedTuple):
    """Parts of the demand of each cell and group; NaN without demand.

    `served.lower + full.upper + out` is 1, and so is `served.upper + full.lower + out`.
    """

    served: Interval
    full: Interval
    out: Floats


def coverage(
    setting: Setting, reach: float, typical: float | None = None, watch: Watch = silent
) -> Coverage:
    """Persons served by places open to them within reach, when nobody is taken beyond capacity.

    Units   : persons, by cell and group.
    Missing : from no room to `typical` at each place of unknown capacity. Without `typical`,
              withheld where it would change with what is not known, be it ever so much.
    Source  : the one stable assignment by distance, for divisible demand; places equally far
              from a cell are tried in the order of longitude, latitude and capacity.
    """
    places = setting.places
    dark = places.unknown
    parts = 2 + bool(dark.any())
    in_reach = _in_reach(setting, reach, part(watch, 0, parts))
    lower = _served(setting, reach, np.where(dark, 0.0, places.capacity), part(watch, 1, parts))
    if not dark.any():
        return Coverage(Interval(lower, lower), in_reach)
    most = np.inf if typical is None else typical
    upper = _served(setting, reach, np.where(dark, most, places.capacity), part(watch, 2, parts))
    if typical is not None:
        return Coverage(Interval(lower, np.maximum(lower, upper)), in_reach)
    sure = np.isclose(lower, upper, rtol=1e-9, atol=1e-9)
    seen = np.where(sure, lower, np.nan)
    return Coverage(Interval(seen, seen), in_reach)


def shares(found: Coverage, demand: Floats) -> Shares:
    """The three parts of each cell and group, which sum to 1.

    Missing : NaN where there is no demand; served and full where served is withheld.
    """
    some = np.where(demand > 0, demand, np.nan)
    lower, upper = (np.clip(bound / some, 0, 1) for bound in found.served)
    out = np.where(found.in_reach, 0.0, 1.0) + 0 * some
    return Shares(Interval(lower, upper), Interval(1 - out - upper, 1 - out - lower), out)


class Gain(NamedTuple):
    """Persons served who were not, by cell and group, and whether a place came into reach."""

    served: Interval
    reached: Flags


def gain(before: Coverage, after: Coverage) -> Gain:
    """What one more place changes; before and after with the same reach and typical place.

    Units   : persons, by cell and group; never fewer than none, for a place takes nobody's.
    Missing : the lesser and the greater of the changes at both ends of the interval; NaN where
              either coverage is withheld.
    """
    ends = [
        np.maximum(later - earlier, 0.0)
        for earlier, later in zip(before.served, after.served, strict=True)
    ]
    served = Interval(np.minimum(*ends), np.maximum(*ends))
    return Gain(served, after.in_reach & ~before.in_reach)


def _in_reach(setting: Setting, reach: float, watch: Watch) -> Flags:
    open_to = setting.places.open_to.astype(float)
    groups = open_to.shape[1]
    found = [
        setting.ways.at_cells(open_to[:, group], flat(reach), part(watch, group, groups)) > 0
        for group in range(groups)
    ]
    return np.column_stack(found)


def _served(setting: Setting, reach: float, capacity: Floats, watch: Watch) -> Floats:
    """Persons served when every place has this capacity."""
    open_to = setting.places.open_to
    need, room = setting.cells.demand.copy(), capacity.copy()
    rank = _ranks(setting.places)
    needs, rooms = _bits(need > 0), _bits(open_to & (room > 0)[:, None])
    for pairs in setting.ways.pairs(reach, needs, rooms, watch):
        by = np.lexsort((pairs.cell, rank[pairs.place], pairs.cost))
        _settle(Pairs(pairs.cost[by], pairs.cell[by], pairs.place[by]), need, room, open_to)
        needs[:] = _bits(need > 0)
        rooms[:] = _bits(open_to & (room > 0)[:, None])
    return setting.cells.demand - need


@as_written
def _settle(pairs: Pairs, need: Floats, room: Floats, open_to: Flags) -> None:
    """Fill places by rising cost; who is equally far from a place shares what is left there."""
    start = 0
    while start < len(pairs.cost):
        place, end, asking = pairs.place[start], start, 0.0
        while (
            end < len(pairs.cost)
            and pairs.place[end] == place
            and pairs.cost[end] == pairs.cost[start]
        ):
            for group in range(need.shape[1]):
                if open_to[place, group]:
                    asking += need[pairs.cell[end], group]
            end += 1
        if asking > room[place]:
            left = 1 - room[place] / asking
            room[place] = 0.0
        else:
            left = 0.0
            room[place] -= asking
        for pair in range(start, end):
            for group in range(need.shape[1]):
                if open_to[place, group]:
                    need[pairs.cell[pair], group] *= left
        start = end


def _ranks(places: Places) -> Positions:
    """An order of places that does not depend on the order they came in."""
    order = np.lexsort((_bits(places.open_to), places.capacity, places.lat, places.lon))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return rank


def _bits(flags: Flags) -> Positions:
    """A bit per column."""
    bits = np.zeros(len(flags), dtype=np.int64)
    for column in range(flags.shape[1]):
        bits |= flags[:, column].astype(np.int64) << column
    return bits
