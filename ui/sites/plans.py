"""The answers to a task: a plan for each point between most people and most equal."""

from dataclasses import dataclass, replace

import numpy as np
import streamlit as st

from analysis.catchment.model import Floats, StoppedError, Watch, part
from analysis.siting.capacity import capacitated
from analysis.siting.explained import Served, one_by_one, served, shares, unequal
from analysis.siting.frontier import frontier
from analysis.siting.model import Candidates, GoOn, Index
from analysis.siting.solved import solved
from ui.out.stop import is_awaited
from ui.sites.asked import AIMS, MOST_SITES, SitesChoice, Task
from ui.sites.problem import Problem, problem_of
from ui.store import Dataset

# How long a proof may take once good places are found, and how many points lie between the ends.
_SECONDS, _POINTS, _LEAST = 6.0, 9, 1e-9


@dataclass(frozen=True, eq=False)
class Plan:
    """New places and what they change.

    `newly` is who is newly served in each cell, persons; `share` the share of each territory's
    people who then have a place in reach, `before` those who do today, NaN where nobody is known.
    """

    picks: Served
    newly: Floats
    before: Floats
    share: Floats
    unequal: float

    @property
    def reached(self) -> float:
        """Who is newly served, persons."""
        return float(self.newly.sum())

    @property
    def worst(self) -> int | None:
        """The position of the territory whose people reach least today, None where none is."""
        return None if np.isnan(self.before).all() else int(np.nanargmin(self.before))


@dataclass(frozen=True, eq=False)
class Answer:
    """Plans from most people to most equal, none bettered in both by another.

    `bound` is what no choice of as many places among the candidates can reach more than, `proven`
    whether the first plan reaches it; `by_number` is who is reached by so many places, from none;
    `unequal` is how unequal shares are today.
    """

    plans: tuple[Plan, ...]
    bound: float
    proven: bool
    by_number: Floats
    unequal: float

    @property
    def most(self) -> Plan:
        """The plan that reaches most people."""
        return self.plans[0]

    @property
    def gap_percent(self) -> float:
        """How much more could be reached at most, in per cent of what is."""
        if self.proven or self.bound <= self.most.reached:
            return 0.0
        return 100 * (self.bound / self.most.reached - 1) if self.most.reached else np.inf

    def at(self, aim: str) -> int:
        """The position of the plan that an aim means: there may be fewer plans than aims."""
        return round(AIMS.index(aim) * (len(self.plans) - 1) / (len(AIMS) - 1))


@st.cache_resource(max_entries=12, show_spinner=False)
def answer_of(dataset: Dataset, task: Task, _watch: Watch = is_awaited) -> Answer:
    """The answers to a task; not to be changed. Where nobody waits any more, StoppedError."""
    problem = problem_of(dataset, task, part(_watch, 0, 4))
    many = min(task.many, len(problem.sites))
    candidates = replace(problem.candidates, go_on=_asking(_watch, 0.25))
    best = solved(candidates, many, _SECONDS)
    fairer = _fairer(problem, many, replace(candidates, go_on=_asking(_watch, 0.6)))
    _asking(_watch, 0.9)()
    first = one_by_one(candidates, min(MOST_SITES, len(candidates)), task.takes)
    ending = replace(candidates, go_on=_asking(_watch, 0.95))
    limited, limit = _limited(ending, many, task.takes)
    plans = [_changed(problem, each, task.takes) for each in [best.chosen, *limited, *fairer]]
    bound = min(best.bound, limit)
    plans = _undominated(plans)
    today = _shares(problem, np.zeros(len(problem.cells)))
    return Answer(
        tuple(plans), bound, bound <= plans[0].reached * (1 + 1e-9),
        np.concatenate([[0.0], np.cumsum(first.by)]), unequal(today, people_of(problem)),
    )  # fmt: skip


def _limited(candidates: Candidates, many: int, takes: float | None) -> tuple[list[Index], float]:
    """Where places that take only so many serve most, and what none serve more than."""
    if takes is None:
        return [], np.inf
    found = capacitated(candidates, np.full(len(candidates), takes), many)
    return [found.chosen], found.bound


def _fairer(problem: Problem, many: int, candidates: Candidates) -> list[Index]:
    """Choices that reach fewer, but make the shares of territories more equal."""
    covered = np.where(problem.covered, problem.people, 0.0)
    group = problem.cells["territory"].to_numpy(dtype=np.int32)
    inside = group >= 0
    had = np.bincount(group[inside], covered[inside], len(problem.territories)).astype(np.float64)
    if not problem.without or not had.size:
        return []
    points = frontier(candidates, group, many, _POINTS, had)
    return [each.chosen for each in points]


def _undominated(plans: list[Plan]) -> list[Plan]:
    """Those that no other reaches as many with as equally, most people first."""
    kept: list[Plan] = []
    for each in sorted(plans, key=lambda plan: (-float(f"{plan.reached:.9g}"), plan.unequal)):
        if not kept or each.unequal < kept[-1].unequal - _LEAST:
            kept.append(each)
    return kept


def _asking(watch: Watch, share: float) -> GoOn:
    """Asks whether to go on, with so much done; raises StoppedError where not."""

    def go_on() -> None:
        if not watch(share):
            raise StoppedError

    return go_on


def plan_of(dataset: Dataset, choice: SitesChoice) -> Plan:
    """The plan that is looked at."""
    answer = answer_of(dataset, choice.task)
    return answer.plans[answer.at(choice.aim)]


def _changed(problem: Problem, chosen: Index, takes: float | None) -> Plan:
    """What a choice of candidates changes."""
    picks = served(problem.candidates, chosen, takes)
    newly = picks.at(len(problem.cells))
    before, after = _shares(problem, np.zeros(len(newly))), _shares(problem, newly)
    return Plan(picks, newly, before, after, unequal(after, people_of(problem)))


def _shares(problem: Problem, newly: Floats) -> Floats:
    """The share of each territory's people with a place in reach."""
    some = np.where(problem.covered, problem.people, newly)
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    return shares(some, problem.people, group, len(problem.territories))


def people_of(problem: Problem) -> Floats:
    """Who is counted in each territory."""
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    inside = group >= 0
    found: Floats = np.bincount(
        group[inside], problem.people[inside], minlength=len(problem.territories)
    ).astype(np.float64)
    return found
