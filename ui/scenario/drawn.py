"""The map of a plan: how the gap changes in each territory, or what is short once it happened."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from analysis.round_breaks import round_breaks
from ui import words
from ui.language import _
from ui.language.numbers import with_point
from ui.picture import Picture
from ui.scenario.choice import AFTER, ScenarioChoice
from ui.scenario.found import Outcome, Scenario, scenario_of
from ui.store import Dataset

_UNCHANGED, _UNKNOWN = 3, -1


def picture_of(dataset: Dataset, choice: ScenarioChoice) -> Picture:
    """The map of the plan looked at; today's gap where there is none."""
    return _drawn(scenario_of(dataset, choice), choice.shown)


@lru_cache(maxsize=64)
def _drawn(scenario: Scenario, shown: str) -> Picture:
    outcome = scenario.looked
    if outcome is None:
        return scenario.today.picture()
    if shown == AFTER:
        picture = outcome.after.picture()
        return replace(picture, alt=_("Map: what is short after {plan}.", plan=outcome.plan.name))
    return change(scenario, outcome)


def change(scenario: Scenario, outcome: Outcome) -> Picture:
    """How much smaller (blue) or larger (orange) the gap becomes, for the residents there are."""
    today = scenario.today
    moved = outcome.moved
    residents = moved["residents"].astype(float)
    rate = moved["gap_change"] / residents.where(residents > 0) * 1_000
    low, high = breaks_of(rate)
    rows = moved.assign(
        map_class=[class_of(each, low, high) for each in rate],
        label=[_label(each) for each in moved["gap_change"]],
    )
    unit = _(today.unit())
    return Picture(
        today.dataset, rows, today.choice.level, today.choice.countries, _names(low, high),
        _("unknown: no known change"), _("{unit}: change of the gap", unit=unit),
        _("Map: how {plan} changes the gap, {unit} per 1,000 residents. The table below holds the "
          "same figures.", plan=outcome.plan.name, unit=unit),
        scale="change", watermark=today.dataset.watermark,
    )  # fmt: skip


def note(scenario: Scenario) -> str:
    """What the classes of the map count, on a line below the legend."""
    unit = _(scenario.today.unit())
    if scenario.choice.shown == AFTER:
        return _("Of what is asked for, once the plan happened.")
    return _("How the gap changes, in {unit} per 1,000 residents.", unit=unit)


def breaks_of(rate: pd.Series) -> tuple[float, float]:
    """Two round limits between small, middle and large changes of either sign.

    >>> breaks_of(pd.Series([0.0, -1.0, 4.0])), breaks_of(pd.Series([0.0]))
    ((2.0, 3.0), (1.0, 2.0))
    """
    found = round_breaks(rate.abs(), 3)
    return (found[0], found[1]) if len(found) > 1 else (found[0], 2 * found[0])


def class_of(rate: float, low: float, high: float) -> int:
    """The class of a change: 0 to 2 smaller gaps, 3 no change, 4 to 6 larger; -1 unknown.

    >>> [class_of(each, 1, 2) for each in (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 9.0)]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if not words.is_known(rate):
        return _UNKNOWN
    size = 0 if rate == 0 else 1 + (abs(rate) >= low) + (abs(rate) >= high)
    return _UNCHANGED + (size if rate > 0 else -size)


def _names(low: float, high: float) -> tuple[str, ...]:
    ends = {"low": with_point(f"{low:g}"), "high": with_point(f"{high:g}")}
    return (
        _("smaller by {high} or more", **ends), _("smaller by {low} to {high}", **ends),
        _("smaller by up to {low}", **ends), _("no change"), _("larger by up to {low}", **ends),
        _("larger by {low} to {high}", **ends), _("larger by {high} or more", **ends),
    )  # fmt: skip


def _label(change: float) -> str:
    if not words.is_known(change):
        return _("unknown")
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{words.short(abs(change))}"
