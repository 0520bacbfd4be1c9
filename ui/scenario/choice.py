"""What a reader can choose on the Scenario page; every choice is in the address."""

from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from analysis.scenario.plan import MOST_PLANS, Plan
from ui import address
from ui.asked import without_a_page
from ui.controls import One, sidebar
from ui.language import Words, _
from ui.scenario import kept
from ui.shortage_choice import ShortageChoice, measure
from ui.store import Dataset
from ui.words import GROUP_WORDS, SERVICE_WORDS

CHANGE, AFTER = "change", "after"
SHOWN = Words({CHANGE: "What changes", AFTER: "What is then short"})
T = TypeVar("T", str, int)


@dataclass(frozen=True)
class ScenarioChoice:
    """Today's shortage as Gaps measures it, the plans tried on it, and the one looked at.

    `look` counts from 1. `shown` is what the map shows of that plan.
    """

    measured: ShortageChoice
    plans: tuple[Plan, ...]
    look: int = 1
    shown: str = CHANGE

    @property
    def plan(self) -> Plan | None:
        """The plan looked at; None where there is none."""
        return self.plans[min(self.look, len(self.plans)) - 1] if self.plans else None

    def question(self) -> str:
        """The question of the page's title."""
        standard = self.measured.standard
        return _(
            "What would close the gap in {service} for {whom}?",
            service=SERVICE_WORDS[standard.service], whom=GROUP_WORDS[standard.group_id],
        )  # fmt: skip


def choose(dataset: Dataset) -> ScenarioChoice:
    """Draw the baseline's controls in the sidebar; read the plans and how they are looked at."""
    with sidebar():
        measured = measure(dataset)
    plans = kept.plans(dataset)
    return ScenarioChoice(measured, plans, _read(look(plans)), _read(shown()))


def look(plans: tuple[Plan, ...]) -> One[int]:
    """Which plan is looked at, as a control."""
    names = [each.name for each in plans]
    # Where there is no plan yet, as many turns are offered as there can be plans.
    turns = range(1, (len(names) or MOST_PLANS) + 1)
    return One(
        _("Plan looked at"),
        kept.LOOK,
        list(turns),
        lambda turn: _name(names, turn),
        about=_("The plan that is shown on the map and changed by the fields below."),
    )


def shown() -> One[str]:
    """What the map shows, as a control."""
    return One(
        _("Map shows"),
        "show",
        list(SHOWN),
        SHOWN.__getitem__,
        about=_("What the plan changes, or how things stand with it."),
    )


def _name(names: list[str], turn: int) -> str:
    return names[turn - 1] if turn <= len(names) else _("Plan {number}", number=turn)


def _read(one: One[T]) -> T:
    """What is chosen; the page draws the control itself, further down."""
    if found := without_a_page():
        return one.among(found)
    address.one(one.key, list(one.options), one.first)
    value: T = st.session_state[one.key]
    return value
