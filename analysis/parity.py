"""The fewest places to add, and the fewest to move, until no territory is far below the mean.

Parity means: each territory has at least a chosen percentage of today's mean of places for one
in need. Places are whole. All is worked out in whole numbers and fractions, so that no rounding
of the machine decides about a place.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from analysis.equality.held import Floats, Held, Integers


@dataclass(frozen=True, eq=False)
class Parity:
    """What parity asks for, by territory, in whole places.

    `add` brings a territory up to parity. `spare` is what it could give and stay there.
    `give` and `take` are one way of moving the fewest; what moving cannot mend is `left`.
    """

    add: Integers
    spare: Integers
    give: Integers
    take: Integers

    @property
    def added(self) -> int:
        """The fewest places to add where none are moved."""
        return int(self.add.sum())

    @property
    def moved(self) -> int:
        """The fewest places to move; together with `left` added, all reach parity."""
        return int(self.take.sum())

    @property
    def left(self) -> int:
        """Places that still have to be added once all that helps was moved."""
        return self.added - self.moved


def parity(held: Held, percent: int, in_country: bool = False) -> Parity:
    """What it takes until each has at least `percent` of the mean.

    Shape   : one number per territory of `held`.
    Units   : whole places. The mean is of all territories or, `in_country`, of each country, and
              places are then moved within it only.
    Missing : territories whose figures are unknown are not in `held` and neither give nor take.
    Errors  : ValueError where `percent` is not between 0 and 100.
    Method  : a territory below its floor needs the difference rounded up: no fewer places reach
              it, and no place moved serves two. Whoever is furthest above gives first, whoever is
              furthest below takes first.

    >>> three = Held(np.array([9.0, 2.0, 1.0]), np.array([10.0] * 3), np.array([0, 0, 0]))
    >>> found = parity(three, 75)  # three quarters of 0.4 are 3 places each
    >>> found.add.tolist(), found.give.tolist(), found.take.tolist()
    ([0, 1, 2], [3, 0, 0], [0, 1, 2])
    """
    if not 0 <= percent <= 100:
        raise ValueError("parity is a percentage of the mean, from 0 to 100")
    among = held.group if in_country else np.zeros_like(held.group)
    add, spare = _rooms(held, percent, among)
    give, take = np.zeros_like(add), np.zeros_like(add)
    for group in np.unique(among):
        inside = among == group
        moved = min(int(add[inside].sum()), int(spare[inside].sum()))
        capacity, need = held.capacity[inside], held.need[inside]
        give[inside] = _shared(moved, spare[inside], capacity, need, from_top=True)
        take[inside] = _shared(moved, add[inside], capacity, need, from_top=False)
    return Parity(add, spare, give, take)


def _rooms(held: Held, percent: int, among: Integers) -> tuple[Integers, Integers]:
    """Whole places each lacks below its floor, and has above it."""
    capacity = [Fraction(float(each)) for each in held.capacity]
    need = [Fraction(float(each)) for each in held.need]
    floors: dict[int, Fraction] = {}
    for group in np.unique(among):
        inside = np.flatnonzero(among == group)
        has = sum((capacity[i] for i in inside), Fraction())
        mean = has / sum((need[i] for i in inside), Fraction())
        floors[int(group)] = Fraction(percent, 100) * mean
    above = [
        has - floors[int(group)] * needs
        for has, needs, group in zip(capacity, need, among, strict=True)
    ]
    add = np.array([max(0, math.ceil(-each)) for each in above], dtype=np.int64)
    spare = np.array([max(0, math.floor(each)) for each in above], dtype=np.int64)
    return add, spare


def _shared(moved: int, room: Integers, capacity: Floats, need: Floats, from_top: bool) -> Integers:
    """`moved` places shared over `room`: from the best supplied down, or from the worst up."""
    if moved == room.sum():
        return room.copy()
    sign = 1.0 if from_top else -1.0
    rate = sign * capacity / need
    low, high = float(rate.min() - (room / need).max() - 1), float(rate.max())
    for _ in range(80):  # until the common level is known to the last bit
        level = (low + high) / 2
        if _down_to(level, rate, room, need).sum() >= moved:
            low = level
        else:
            high = level
    shared = _down_to(low, rate, room, need)
    # Ties: those whose last place only just passed the level get it back.
    past = np.where(shared > 0, shared - (rate - low) * need, -np.inf)
    shared[np.argsort(-past, kind="stable")[: int(shared.sum()) - moved]] -= 1
    return shared


def _down_to(level: float, rate: Floats, room: Integers, need: Floats) -> Integers:
    """Whole places until each is at the level, within its room."""
    wanted = np.ceil(np.maximum((rate - level) * need, 0.0))
    return np.minimum(wanted, room).astype(np.int64)
