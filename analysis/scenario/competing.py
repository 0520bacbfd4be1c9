"""Groups that arrive one after another and compete for the same free places, placed together.

Where each may go elsewhere, the first to come can take the only places open to the next. Changes
in a row that keep to free places and to the fewest left out are therefore looked at again when
somebody is left out: placed together by a solver, each where it may go, families whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.allocation.limits import Counts
from analysis.allocation.together import Arrivals, place
from analysis.scenario.arrivals import Ground
from analysis.scenario.plan import Arrive, Change

_SECONDS = 20.0


@dataclass(frozen=True, eq=False)
class Together:
    """Persons of each change by territory of the view, and how few any way could leave out."""

    persons: list[Counts]
    left_out: int
    bound: float


def run_of(changes: Sequence[Change], first: int) -> list[Arrive]:
    """Changes in a row, from the first, that compete: at least two, else none."""
    found: list[Arrive] = []
    for change in changes[first:]:
        if not isinstance(change, Arrive) or not _competes(change):
            break
        found.append(change)
    return found if len({each.only for each in found}) > 1 else []


def _competes(change: Arrive) -> bool:
    return change.places_only and change.rule == "unmet" and change.most_percent is None


def placed_together(grounds: Sequence[Ground], changes: Sequence[Arrive], many: int) -> Together:
    """Place everybody of several changes at once, as many as can be.

    Shape   : one ground a change, positions in `many` territories of the view.
    Errors  : TimeoutError where the solver found nothing in time.
    """
    free = np.zeros(many)
    units, size, most, of_change = [], [], [], []
    for turn, (ground, change) in enumerate(zip(grounds, changes, strict=True)):
        free[ground.at] = np.floor(np.clip(-ground.gap, 0, None))
        families, rest = divmod(change.persons, change.family)
        for number, each in ((families, change.family), (1, rest)):
            if number and each:
                units.append(number)
                size.append(each)
                of_change.append(turn)
                room = np.zeros(many, dtype=bool)
                room[ground.at] = ground.most >= each
                most.append(room)
    placed = place(Arrivals(np.array(units), np.array(size), np.array(most)), free, _SECONDS)
    persons = [np.zeros(many, dtype=np.int64) for _ in changes]
    for kind, turn in enumerate(of_change):
        persons[turn] += placed.units[kind] * size[kind]
    return Together(persons, placed.unplaced_persons, placed.unplaced_bound)
