"""People who come: where a rule sends them, within limits, families whole."""

from dataclasses import dataclass

import numpy as np

from analysis.allocation.limits import Counts, Limits
from analysis.allocation.objectives import by_key, least_unequal, least_unmet, least_worst
from analysis.scenario import told
from analysis.scenario.plan import Arrive
from analysis.scenario.state import Flags, Reals, State, snapped


@dataclass(frozen=True, eq=False)
class Ground:
    """Where people may go: which territories, their gap in persons, their weight, their limits.

    Shape   : one entry a territory of the view; `at` are the positions that are looked at, the
              other arrays have one entry for each of these.
    """

    at: Counts
    gap: Reals
    weight: Reals
    most: Counts
    limit: str
    left_out: dict[str, int]


def ground(state: State, change: Arrive) -> Ground:
    """Territories that the rule can look at, and what each can take at most."""
    lacks = lacking(state, change.rule, change.key, change.places_only)
    if change.most_percent is not None:
        lacks.setdefault(told.KEY, np.zeros(len(state.today), dtype=bool))
        lacks[told.KEY] = lacks[told.KEY] | np.isnan(state.most(change.most_percent))
    asked = state.inside(change.only)
    usable, left_out = told_apart(asked, lacks)
    at = np.flatnonzero(usable)
    gap = _in_persons(state, change.persons)[at]
    free = np.floor(np.clip(-gap, 0, None)) if change.places_only else None
    cap = None if change.most_percent is None else state.most(change.most_percent)[at]
    most, limit = _limits(change.persons, free, cap)
    if not len(at):
        limit = told.NO_BENCHMARK if state.factor is None and asked.any() else told.NOWHERE
    weight = state.key(change.key)[at]
    return Ground(at, np.nan_to_num(gap), weight, np.broadcast_to(most, at.shape), limit, left_out)


def lacking(state: State, rule: str, key: str, places_only: bool = False) -> dict[str, Flags]:
    """Which territories lack what a rule needs: need and capacity for all rules but the key."""
    lacks: dict[str, Flags] = {}
    if rule != "key" or places_only:
        lacks[told.NEED] = np.isnan(state.best("need")) | (state.factor is None)
        unknown = np.isnan(state.best("capacity"))
        lacks[told.CAPACITY] = unknown & np.isnan(state.figures["capacity_lower"].to_numpy(float))
        lacks[told.ONLY_LEAST] = unknown
    lacks[told.KEY] = np.isnan(state.key(key))
    return lacks


def told_apart(asked: Flags, lacks: dict[str, Flags]) -> tuple[Flags, dict[str, int]]:
    """Those that lack nothing, and how many lack what; each is counted once."""
    left, counts = asked.copy(), {}
    for name, flags in lacks.items():
        if many := int((left & flags).sum()):
            counts[name] = many
        left &= ~flags
    return left, counts


def _in_persons(state: State, persons: int) -> Reals:
    """The gap as persons: what a place is worth by the benchmark."""
    if not state.factor:
        # Nothing is asked for: everybody has room. Without a benchmark, nobody is looked at.
        return np.full(len(state.today), np.nan if state.factor is None else -float(persons))
    return snapped(state.gap() / state.factor)


def _limits(persons: int, free: Reals | None, cap: Reals | None) -> tuple[Counts, str]:
    """The most each may take, and which limit is too narrow for all: '' where none is."""
    given = [each for each in (free, cap) if each is not None]
    most = np.array([persons])
    for each in given:
        most = np.minimum(most, each)
    if not given or int(most.sum()) >= persons:
        return most.astype(np.int64), ""
    tight = [each is not None and int(each.sum()) < persons for each in (free, cap)]
    names = {(True, False): told.FREE, (False, True): told.MOST_PERCENT}
    return most.astype(np.int64), names.get((tight[0], tight[1]), told.BOTH)


def shared(found: Ground, change: Arrive, persons: int) -> Counts:
    """Persons by territory of the ground; all of them fit.

    Families of one size are filled like single persons, with everything measured in families:
    that is as good as any way to place them whole. What a last family lacks to be whole comes
    where it is then lightest.
    """
    size = change.family
    families, rest = divmod(persons, size)
    units = _filled(families, found.gap / size, found, Limits.up_to(found.most // size), change)
    taken = units * size
    if rest:
        left = np.where(found.most - taken >= rest, rest, 0)
        after = found.gap + taken
        last = _filled(1, after / rest, found, Limits.up_to(np.minimum(left, 1)), change)
        taken = taken + last * rest
    return taken


def _filled(many: int, gap: Reals, found: Ground, limits: Limits, change: Arrive) -> Counts:
    if change.rule == "key":
        return by_key(many, found.weight, limits)
    ways = {"unmet": least_unmet, "worst": least_worst, "unequal": least_unequal}
    return ways[change.rule](many, gap, found.weight, limits)


def fitting(found: Ground, change: Arrive) -> tuple[int, str]:
    """How many of the arrivals fit, and the limit that stands against the others."""
    if not len(found.at):
        return 0, found.limit
    families, rest = divmod(change.persons, change.family)
    room = int((found.most // change.family).sum())
    whole = min(families, room)
    left = found.most.sum() - whole * change.family
    spare = found.most % change.family if whole == room else np.array([change.family])
    if rest and left >= rest and (spare >= rest).any():
        whole_persons = whole * change.family + rest
    else:
        whole_persons = whole * change.family
    if whole_persons == change.persons:
        return whole_persons, ""
    return whole_persons, found.limit or told.FAMILIES
