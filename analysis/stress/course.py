"""Week by week: who is present, who has a place, who has none.

A week is seven days. Within it, first those leave who leave, then people arrive; what is said of
a week holds at its end, and week 0 is today. Stays are exponential: each week the same part of
the newcomers leaves, so that a stay lasts `1 / part` weeks on average.

All arrays carry cases (ends of intervals, ways to share arrivals out) on the first axis and
territories on the second; courses have weeks on the third.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# Persons are reals here: what is missing from a place by less than this is rounding.
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Given:
    """What a course starts from.

    `present`, `places` : cases x territories; NaN is unknown.
    `arrivals`          : cases x territories x weeks; NaN is unknown.
    `staying`           : part of the newcomers who are still there a week later; 1: nobody leaves.
    `replaced`          : whether usual arrivals take the place of those here today who leave.
    `left_open`         : part of today's places that is open in each week; weeks, or
                          territories x weeks.
    """

    present: Floats
    places: Floats
    arrivals: Floats
    staying: float = 1.0
    replaced: bool = True
    left_open: Floats | None = None

    @property
    def weeks(self) -> int:
        """How many weeks there are after today."""
        return int(self.arrivals.shape[2])

    def places_by_week(self) -> Floats:
        """Places that are open at the end of each week, week 0 with all of them."""
        every = np.repeat(self.places[..., None], self.weeks + 1, axis=2)
        if self.left_open is not None:
            every[..., 1:] *= self.left_open
        return every

    def with_more(self, percent: float) -> "Given":
        """The same with so many per cent more places."""
        return replace(self, places=self.places * (1 + percent / 100))


@dataclass(frozen=True, eq=False)
class Course:
    """What comes of it; cases x territories x weeks from 0. NaN is unknown."""

    persons: Floats
    places: Floats
    left: Floats

    @property
    def without(self) -> Floats:
        """Persons without a place."""
        short = self.persons - self.places
        return np.where(short > ROUNDING * np.maximum(1, self.places), short, np.abs(short) * 0)

    @property
    def occupancy(self) -> Floats:
        """Persons per 100 places; infinite where there are persons and no place at all."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(100 * self.persons / self.places, float)


def staying_part(mean_weeks: float | None) -> float:
    """The part of the newcomers who stay for another week; None is that nobody leaves.

    >>> staying_part(4), staying_part(None)
    (0.75, 1.0)
    """
    if mean_weeks is None:
        return 1.0
    if mean_weeks < 1:
        raise ValueError("A stay lasts at least a week on average.")
    return 1 - 1 / mean_weeks


def each_for_itself(given: Given) -> Course:
    """Who has no place waits in the same territory until one is free.

    Source: a linear recurrence, p(w) = s p(w-1) + a(w); with the same arrivals each week
    p(w) = a (1 - s^w) / (1 - s).
    """
    return _stepped(given, None)


def passed_on(given: Given, group: Ints) -> Course:
    """Who has no place goes where room is within the same group, in proportion to the room.

    Persons in all of a group are the same as when each stands for itself; so nobody is without a
    place before the whole group is full. A territory that is unknown neither gives nor takes.
    """
    return _stepped(given, np.eye(int(group.max()) + 1)[group])


def _stepped(given: Given, member: Floats | None) -> Course:
    """Both courses; `member` says which territory is of which group, None where none passes on."""
    places = given.places_by_week()
    base = given.present.astype(float).copy()
    new = np.zeros_like(base)
    persons, left = np.empty_like(places), np.zeros_like(places)
    for week in range(given.weeks + 1):
        if week:
            going = new * (1 - given.staying)
            base_going = base * 0 if given.replaced else base * (1 - given.staying)
            left[..., week] = going + base_going
            base = base - base_going
            new = new - going + given.arrivals[..., week - 1]
        if member is not None and week:
            base, new = _moved(base, new, places[..., week], member)
        persons[..., week] = base + new
    return Course(persons, places, left)


def _moved(base: Floats, new: Floats, places: Floats, member: Floats) -> tuple[Floats, Floats]:
    """Both kinds of persons after those without a place have gone where room is."""
    here = base + new
    free = np.nan_to_num(places - here)
    over, room = np.maximum(-free, 0), np.maximum(free, 0)
    all_over, all_room = over @ member, room @ member
    # Of those who go, as many are newcomers as among those who were there.
    gone = _ratio(over * (_ratio(np.minimum(all_over, all_room), all_over) @ member.T), here)
    takes = _ratio(room, all_room @ member.T)

    def after(kind: Floats) -> Floats:
        movers = np.nan_to_num(kind) * gone
        return kind - movers + (movers @ member) @ member.T * takes

    return after(base), after(new)


def _ratio(above: Floats, below: Floats) -> Floats:
    """One over the other; 0 where nothing is below or that is unknown."""
    found = np.zeros_like(above)
    np.divide(above, below, out=found, where=below > 0)
    return found
