"""The answers to a task: a plan for each point between most people and most equal."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from analysis.catchment.model import Floats, Watch, part, silent
from analysis.siting.bound import certify
from analysis.siting.explained import Served, one_by_one, served, shares, unequal
from analysis.siting.greedy import choose
from analysis.siting.model import Candidates, Index
from ui.sites.asked import AIMS, MOST_SITES, Task
from ui.sites.problem import Problem, problem_of
from ui.store import Dataset


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
    """A plan per aim, the proof of the first, and who is reached by so many places, from none.

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


@st.cache_resource(max_entries=12, show_spinner=False)
def answer_of(dataset: Dataset, task: Task, _watch: Watch = silent) -> Answer:
    """The answers to a task; not to be changed."""
    problem = problem_of(dataset, task, part(_watch, 0, 2))
    candidates, many = problem.candidates, min(task.many, len(problem.sites))
    proof = certify(candidates, choose(candidates, many))
    plans = [plan_of(problem, proof.chosen, task.takes)]
    for step in range(1, len(AIMS)):
        plans.append(plan_of(problem, _fairer(problem, many, step), task.takes))
        _watch(0.5 + 0.5 * step / len(AIMS))
    today = _shares(problem, np.zeros(len(problem.cells)))
    bound = proof.bound if task.takes is None else min(proof.bound, many * task.takes)
    proven = bound <= plans[0].reached * (1 + 1e-9)
    return Answer(
        tuple(plans), bound, proven,
        one_by_one(candidates, min(MOST_SITES, len(candidates)), task.takes),
        unequal(today, _people(problem)),
    )  # fmt: skip


def plan_of(problem: Problem, chosen: Index, takes: float | None) -> Plan:
    """What a choice of candidates changes."""
    picks = served(problem.candidates, chosen, takes)
    newly = picks.at(len(problem.cells))
    before, after = _shares(problem, np.zeros(len(newly))), _shares(problem, newly)
    return Plan(picks, newly, before, after, unequal(after, _people(problem)))


def _shares(problem: Problem, newly: Floats) -> Floats:
    """The share of each territory's people with a place in reach."""
    some = np.where(problem.covered, problem.people, newly)
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    return shares(some, problem.people, group, len(problem.territories))


def _people(problem: Problem) -> Floats:
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    inside = group >= 0
    found: Floats = np.bincount(
        group[inside], problem.people[inside], minlength=len(problem.territories)
    ).astype(np.float64)
    return found


def _fairer(problem: Problem, many: int, step: int) -> Index:
    """PROVISIONAL"""
    share = _shares(problem, np.zeros(len(problem.cells)))
    group = problem.cells["territory"].to_numpy(dtype=np.int64)
    weight = np.where(group >= 0, np.nan_to_num(1 - share)[group], 0.0) ** (2 * step)
    held = problem.candidates
    return choose(Candidates(held.need * weight, held.starts, held.cells), many)
