"""The new places as a plan to try on the Scenario page."""

from urllib.parse import quote

import pandas as pd
import streamlit as st

from analysis.scenario.plan import MOST_CHANGES, MOST_PLACES, Places, Plan
from ui import address
from ui.language import _
from ui.scenario.text import NAME, written
from ui.sites.asked import SitesChoice
from ui.sites.plans import plan_of
from ui.sites.problem import problem_of
from ui.store import Dataset

# Services whose places are for one person each: a shortage is counted in them.
_IN_PERSONS = frozenset({"reception"})


def offer(dataset: Dataset, choice: SitesChoice) -> None:
    """A link that opens them as a plan, where places are counted in persons and have a size."""
    if link := scenario_link(dataset, choice):
        st.markdown(f"[{_('Try these places as a scenario')}]({address.link(link)})")


def scenario_link(dataset: Dataset, choice: SitesChoice) -> str:
    """The address of the plan; '' where there is none: no size, or too many territories.

    Each territory gains as many places as its new sites take.
    """
    task = choice.task
    gains = _gains(dataset, choice)
    if task.way.service not in _IN_PERSONS or not 0 < len(gains) <= MOST_CHANGES:
        return ""
    changes = tuple(Places(str(code), int(many)) for code, many in gains.items())
    asked = {NAME: written([Plan("New sites", changes)]), "level": str(task.where.level),
             "in": address.joined(task.where.countries)}  # fmt: skip
    return "scenario?" + "&".join(f"{key}={quote(text)}" for key, text in asked.items() if text)


def _gains(dataset: Dataset, choice: SitesChoice) -> "pd.Series[float]":
    """Places gained by territory; none where a new place has no size."""
    takes = round(choice.task.takes or 0)
    problem, plan = problem_of(dataset, choice.task), plan_of(dataset, choice)
    at = problem.cells["territory"].iloc[problem.sites[plan.picks.sites]]
    many = at[at >= 0].value_counts().sort_index() * takes
    many.index = problem.territories.index[many.index.to_numpy(dtype=int)]
    return many[(many > 0) & (many <= MOST_PLACES)].astype(float)
