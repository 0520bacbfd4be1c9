"""A plan worked on what is known today: the state after, a ledger of moves, what was told."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.scenario import told
from analysis.scenario.additions import Affordable, affordable, spread
from analysis.scenario.arrivals import lacking, told_apart
from analysis.scenario.arriving import Moved, arrive, arrive_together
from analysis.scenario.competing import run_of
from analysis.scenario.plan import Add, Arrive, Lose, Places, Plan
from analysis.scenario.prices import Prices, widest
from analysis.scenario.state import Flags, Reals, State
from analysis.scenario.told import Told

LEDGER = ("change", "territory_id", "persons", "places", "places_lower", "places_upper")

_ENDS = ("_lower", "_upper")
ADDED = {
    "persons": "persons_added", "places": "places_added",
    "places_lower": "places_added_lower", "places_upper": "places_added_upper",
}  # fmt: skip


@dataclass(frozen=True)
class Terms:
    """What a scenario is worked by: the benchmark for one of the need, and prices of a place."""

    factor: float | None
    prices: Prices = field(default_factory=Prices)


@dataclass(frozen=True, eq=False)
class Applied:
    """A plan and what it does.

    `rows`   : today's rows by territory_id, `after_*` beside them, and sums of the ledger:
               `persons_added`, `places_added`, `places_added_lower`, `places_added_upper`.
    `ledger` : one row per change and territory it moved, whole: see LEDGER. `places` is the best
               guess; a budget's is the sure number, `places_upper` that of the lowest price.
               It is never outside its ends, and these are in order. Of places known only from
               below all three are the loss that is sure.
    `told`   : one entry per change.
    """

    rows: pd.DataFrame
    ledger: pd.DataFrame
    told: tuple[Told, ...]


def applied(today: pd.DataFrame, plan: Plan, terms: Terms) -> Applied:
    """Work the changes of a plan in their order.

    Shape   : `today` is indexed by territory_id, with `need`, `capacity` (each with `_lower`,
              `_upper`, `_exact`), `residents` and `country`, as `analysis.gap.gaps` gives them.
    Units   : need in persons, capacity in the benchmark's unit. Persons and places are whole.
    Missing : what is unknown today is unknown after; rules that need it pass the territory over
              and count it. Where a figure is an interval both ends are moved, and rules look at
              its best guess, the middle where there is none.
    Errors  : ValueError on a negative benchmark.
    """
    state = State(today, terms.factor)
    moves: list[Moved] = []
    while len(moves) < len(plan.changes):
        moves += _next(state, plan, len(moves), terms)
    ledger = _ledger(today, moves)
    sums = ledger.drop(columns="change").groupby("territory_id").sum()
    sums = sums.reindex(today.index).fillna(0).astype(np.int64)
    rows = state.after().join(sums.rename(columns=ADDED))
    return Applied(rows, ledger, tuple(each.told for each in moves))


def _next(state: State, plan: Plan, at: int, terms: Terms) -> list[Moved]:
    """Work the change at a position; arrivals that compete with the next ones, along with them."""
    if competing := run_of(plan.changes, at):
        return arrive_together(state, competing, at)
    change = plan.changes[at]
    if isinstance(change, Arrive):
        return [arrive(state, change, at)]
    if isinstance(change, Places):
        return [_places(state, change, at)]
    if isinstance(change, Lose):
        return [_lose(state, change, at)]
    return [_add(state, change, at, terms)]


def _places(state: State, change: Places, at: int) -> Moved:
    here = np.asarray(state.today.index == change.territory_id)
    if not here.any():
        nothing = Told(at, "places", change.places, 0, 0, told.NOT_SHOWN, abs(change.places))
        return Moved(nothing)
    many, there = change.places, state.figures.loc[change.territory_id]
    most = there[["capacity", "capacity_upper"]].max()
    if many < 0 and most < -many:
        # Not more than there can be at most.
        many = -int(np.floor(most))
    places = np.where(here, float(many), 0.0)
    lacks = (
        {told.CAPACITY: 1}
        if there[["capacity", "capacity_lower", "capacity_upper"]].isna().all()
        else {}
    )
    state.move("capacity", places)
    short = abs(change.places - many)
    limit = told.TOO_FEW if short else ""
    done = Told(at, "places", change.places, many, many, limit, short, lacks)
    return Moved(done, places=places)


def _lose(state: State, change: Lose, at: int) -> Moved:
    asked = state.inside(change.only)
    best, least, most = (
        state.best("capacity"),
        *(state.figures[f"capacity{end}"].to_numpy(float, copy=True) for end in _ENDS),
    )
    from_below = asked & np.isnan(best) & ~np.isnan(least)
    best = np.where(from_below, least, best)
    _, left_out = told_apart(asked, {told.CAPACITY: np.isnan(best)})

    def lost(values: Reals) -> Reals:
        whole = np.floor(values * change.percent / 100 + 1e-9)
        return -np.where(asked & ~np.isnan(values), whole, 0.0)

    for end in ("", *_ENDS):
        state.figures[f"capacity{end}"] += lost(state.figures[f"capacity{end}"].to_numpy())
    places = lost(best)
    # More places are more to lose; an end that is not known is that of the best guess.
    lower = np.minimum(places, lost(np.where(np.isnan(most), best, most)))
    upper = np.maximum(places, lost(np.where(np.isnan(least), best, least)))
    many = int(places.sum())
    limit = "" if asked.any() else told.NOWHERE
    sure = int(from_below.sum())
    done = Told(at, "places", None, many, many, limit, 0, left_out, from_below=sure,
                ends=(int(upper.sum()), int(lower.sum())))  # fmt: skip
    return Moved(done, places=places, places_lower=lower, places_upper=upper)


def _add(state: State, change: Add, at: int, terms: Terms) -> Moved:
    asked = state.inside(change.only)
    usable, left_out = told_apart(asked, lacking(state, change.rule, change.key))
    where = np.flatnonzero(usable)
    pays = _payable(state, change, usable, terms)
    asked_for = change.places
    if not len(where) or pays is None or not pays.most:
        limit = told.NOWHERE if not len(where) else told.NO_PRICE if pays is None else told.BUDGET
        if not len(where) and state.factor is None and change.rule != "key":
            limit = told.NO_BENCHMARK
        return Moved(Told(at, "places", asked_for, 0, 0, limit, change.places or 0, left_out))
    gap, weight = np.nan_to_num(state.gap()[where]), state.key(change.key)[where]
    sure, most = np.zeros(len(state.today)), np.zeros(len(state.today))
    sure[where] = spread(pays.sure, gap, weight, change)
    most[where] = spread(pays.most, gap, weight, change)
    guessed = int(state.is_open()[where].sum()) if change.rule != "key" else 0
    state.move("capacity", sure, most)
    done = Told(at, "places", asked_for, pays.sure, pays.most, "", 0, left_out, guessed)
    return Moved(done, places=sure, places_lower=sure, places_upper=most)


def _payable(state: State, change: Add, usable: Flags, terms: Terms) -> Affordable | None:
    """The places asked for, or those that the budget pays at the prices of these territories."""
    if change.places is not None:
        return Affordable(change.places, change.places)
    assert change.budget_eur is not None
    countries = state.today["country"][usable].unique()
    price = widest(terms.prices.of(str(each)) for each in countries)
    return None if price is None else affordable(change.budget_eur, change.days, price)


def _ledger(today: pd.DataFrame, moves: list[Moved]) -> pd.DataFrame:
    parts = []
    none = np.zeros(len(today))
    for move in moves:
        places = none if move.places is None else move.places
        lower = places if move.places_lower is None else move.places_lower
        upper = places if move.places_upper is None else move.places_upper
        part = pd.DataFrame({
            "change": move.told.change, "territory_id": today.index,
            "persons": none if move.persons is None else move.persons,
            "places": places, "places_lower": lower, "places_upper": upper,
        })  # fmt: skip
        moved = part[["persons", "places", "places_lower", "places_upper"]].ne(0).any(axis=1)
        parts.append(part[moved])
    found = pd.concat(parts) if parts else pd.DataFrame(columns=list(LEDGER))
    whole = {name: np.int64 for name in LEDGER if name != "territory_id"}
    return found.astype(whole).reset_index(drop=True)[list(LEDGER)]
