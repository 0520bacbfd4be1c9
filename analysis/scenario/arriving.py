"""One change of people who come, or several in a row that compete, worked on the state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from analysis.scenario import told
from analysis.scenario.arrivals import fitting, ground, shared
from analysis.scenario.competing import placed_together
from analysis.scenario.plan import Arrive
from analysis.scenario.state import Reals, State
from analysis.scenario.told import Told


@dataclass(frozen=True, eq=False)
class Moved:
    """What one change moved, by territory of the view, and what is told of it."""

    told: Told
    persons: Reals | None = None
    places: Reals | None = None
    places_lower: Reals | None = None
    places_upper: Reals | None = None


def arrive(state: State, change: Arrive, at: int) -> Moved:
    """Share the people of a change out, as many as its limits allow."""
    found = ground(state, change)
    many, limit = fitting(found, change)
    persons = np.zeros(len(state.today))
    guessed = 0
    if many:
        persons[found.at] = shared(found, change, many)
        looks = change.rule != "key" or change.places_only
        guessed = int(state.is_open()[found.at].sum()) if looks else 0
        state.move("need", persons)
    done = Told(
        at, "persons", change.persons, many, many, limit, change.persons - many,
        found.left_out, guessed,
    )  # fmt: skip
    return Moved(done, persons=persons)


def arrive_together(state: State, changes: Sequence[Arrive], first: int) -> list[Moved]:
    """Changes that compete: one after the other where all fit, else placed together if better.

    `told.bound` of each says how few of all of them any way could leave out.
    """
    before = state.figures.copy()
    grounds = [ground(state, each) for each in changes]
    turns = [arrive(state, each, first + turn) for turn, each in enumerate(changes)]
    left = sum(each.told.short_by for each in turns)
    if not left:
        return turns
    try:
        found = placed_together(grounds, changes, len(state.today))
    except TimeoutError:
        return turns
    bound = ceil(found.bound - 1e-6)
    if found.left_out >= left:
        return [replace(each, told=replace(each.told, bound=bound)) for each in turns]
    state.figures = before
    moves = []
    for change, turn, persons in zip(changes, turns, found.persons, strict=True):
        state.move("need", persons.astype(np.float64))
        many = int(persons.sum())
        short = change.persons - many
        # Who is left out found no place; a ground that is empty says so itself.
        limit = (turn.told.limit or told.FREE) if short else ""
        done = replace(
            turn.told, done=many, done_upper=many, short_by=short, limit=limit, bound=bound,
            together=len(changes),
        )  # fmt: skip
        moves.append(Moved(done, persons=persons.astype(np.float64)))
    return moves
