"""Who goes where: against every way there is, against the solver, and what must always hold."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.allocation.together import Arrivals, place
from analysis.gap import gaps
from analysis.scenario import told
from analysis.scenario.applied import Applied, Terms, applied
from analysis.scenario.plan import RULES, Add, Arrive, Plan

NAN = float("nan")
known = st.tuples(st.integers(0, 9), st.integers(0, 9))
regions = st.lists(known, min_size=1, max_size=3)
few = settings(max_examples=20)


def ledger(places: list[tuple[int, int]]) -> pd.DataFrame:
    """Exact need and capacity of territories with 100 residents each."""
    need, capacity = zip(*places, strict=True)
    rows = pd.DataFrame({"need": need, "capacity": capacity}, dtype=float)
    rows.index = pd.Index([f"T{at}" for at in range(len(places))], name="territory_id")
    for name in ("need", "capacity"):
        rows[[f"{name}_lower", f"{name}_upper"]] = NAN
        rows[f"{name}_exact"] = True
    return gaps(rows.assign(residents=100.0, country="IT"), 1.0)


def after(places: list[tuple[int, int]], change: Arrive | Add) -> Applied:
    return applied(ledger(places), Plan("p", (change,)), Terms(1.0))


def fewest_out(free: list[int], families: int, size: int, rest: int) -> int:
    """Persons left out by the best of all ways to place families whole and one smaller one."""
    best = 0
    for each in product(*(range(room // size + 1) for room in free)):
        if sum(each) > families:
            continue
        left = [room - size * many for room, many in zip(free, each, strict=True)]
        last = rest if rest and max(left) >= rest else 0
        best = max(best, sum(each) * size + last)
    return families * size + rest - best


@few
@given(places=regions, persons=st.integers(1, 20), size=st.integers(1, 4))
def test_families_are_placed_as_well_as_in_any_way(
    places: list[tuple[int, int]], persons: int, size: int
) -> None:
    said = after(places, Arrive(persons, places_only=True, family=size)).told[0]
    free = [max(capacity - need, 0) for need, capacity in places]
    families, rest = divmod(persons, size)
    assert said.short_by == fewest_out(free, families, size, rest)
    assert said.done + said.short_by == persons


@pytest.mark.parametrize("seed", range(3))
def test_families_are_placed_as_the_solver_places_them(seed: int) -> None:
    random = np.random.default_rng(seed)
    places = list(zip(random.integers(0, 90, 60), random.integers(0, 120, 60), strict=True))
    persons, size = 1_001, 4
    found = after(places, Arrive(persons, places_only=True, family=size))
    units = Arrivals(np.array([250, 1]), np.array([4, 1]), np.ones((2, 60), dtype=bool))
    free = [max(capacity - need, 0) for need, capacity in places]
    placed = place(units, free)
    assert found.told[0].short_by == placed.unplaced_persons
    assert placed.unplaced_bound == pytest.approx(placed.unplaced_persons, abs=1e-6)


@few
@given(places=regions, persons=st.integers(1, 40), rule=st.sampled_from(RULES),
       size=st.integers(1, 3))  # fmt: skip
def test_nobody_is_lost_and_free_places_are_never_exceeded(
    places: list[tuple[int, int]], persons: int, rule: str, size: int
) -> None:
    found = after(places, Arrive(persons, rule=rule, places_only=True, family=size))
    come = found.rows["persons_added"]
    assert come.sum() == found.told[0].done == persons - found.told[0].short_by
    assert (come <= (-found.rows["gap"]).clip(lower=0)).all()
    free = after(places, Arrive(persons, rule=rule, family=size))
    assert free.rows["persons_added"].sum() == persons and free.told[0].limit == ""
    rest = persons % size
    cut = free.rows["persons_added"] % size
    assert (cut > 0).sum() == (rest > 0) and cut.sum() == rest, "no family is cut in two"


@few
@given(places=regions, persons=st.integers(1, 40), at=st.integers(0, 2))
def test_a_further_place_never_leaves_more_out(
    places: list[tuple[int, int]], persons: int, at: int
) -> None:
    roomier = [
        (need, capacity + (turn == at % len(places)))
        for turn, (need, capacity) in enumerate(places)
    ]
    before = after(places, Arrive(persons, places_only=True)).told[0].short_by
    assert after(roomier, Arrive(persons, places_only=True)).told[0].short_by <= before


@few
@given(places=regions, many=st.integers(1, 12))
def test_added_places_leave_as_few_missing_as_any_way_to_add_them(
    places: list[tuple[int, int]], many: int
) -> None:
    found = after(places, Add(many))
    gap = [need - capacity for need, capacity in places]
    every = [each for each in product(range(many + 1), repeat=len(gap)) if sum(each) == many]
    least = min(sum(max(g - x, 0) for g, x in zip(gap, each, strict=True)) for each in every)
    assert found.rows["after_gap"].clip(lower=0).sum() == least
    assert found.rows["places_added"].sum() == many
    worst = after(places, Add(many, rule="worst")).rows["after_gap"].max()
    assert worst == min(max(g - x for g, x in zip(gap, each, strict=True)) for each in every)


def test_rooms_that_are_cut_up_wrongly_are_told() -> None:
    """Two rooms of two: a family of three finds four places and no room."""
    said = after([(0, 2), (0, 2)], Arrive(3, places_only=True, family=3)).told[0]
    assert (said.done, said.short_by, said.limit) == (0, 3, told.FAMILIES)
