"""The rows of a view: funnels of all territories, and what the map shows."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.funnel import KEEPS_ALL, NARROWS, STEPS, UNKNOWN, narrowest, passing, together
from analysis.funnel_inputs import own
from ui import words
from ui.area.spread import About, Spread, spread
from ui.language import _, per_language
from ui.picture import Picture
from ui.protection.choice import NARROWEST, Choice
from ui.protection.step_words import STEP_INSIDE
from ui.store import Dataset, ask

_CANNOT_TELL_CLASS = -2
_SAME, _MANY = 1.25, 5
_LOST_BREAKS = (10.0, 25.0, 50.0, 75.0)


@dataclass(frozen=True, eq=False)
class View:
    """One view. `inputs` are the figures behind the funnels, `steps` the funnels by territory
    and step, `narrow` the territories the funnels are told for, `shown` those of the map.
    `per_resident` says whether the map's colours are per resident, and not the figure itself.
    """

    dataset: Dataset
    choice: Choice
    inputs: pd.DataFrame
    steps: pd.DataFrame
    narrow: Spread
    shown: Spread
    per_resident: bool

    def picture(self) -> Picture:
        """The view as a map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        picture = self.shown.picture()
        if self.choice.show != NARROWEST:
            return picture
        return replace(picture, cannot_tell=_("cannot tell: a later step is unknown or too wide"))

    def steps_of(self, territory_id: str) -> pd.DataFrame:
        """The funnel of one territory by step; all unknown where it publishes nothing."""
        if territory_id in self.steps.index.get_level_values(0):
            here = self.steps[self.steps.index.get_level_values(0) == territory_id]
            return here.droplevel(0).reindex(list(STEPS))
        return pd.DataFrame(
            {"lower": 0.0, "upper": np.nan, "state": UNKNOWN}, index=pd.Index(STEPS, name="step")
        )

    def steps_together(self) -> pd.DataFrame:
        """The funnels of all territories told for that count the people, added up."""
        inside = self.steps.index.get_level_values(0).isin(self.narrow.rows.index)
        return together(self.steps[inside])


@per_language(64)
def view_of(dataset: Dataset, choice: Choice) -> View:
    """The view of a choice; its frames are shared between reruns and never written to."""
    inputs = ask(dataset, "protection", group_id=choice.group_id)
    lower, upper, floor = own(inputs, choice.group_id)
    steps = passing(lower, upper, floor)
    narrow = _narrow(dataset, choice, narrowest(steps), inputs)
    shown, per_resident = narrow, False
    if choice.show != NARROWEST:
        shown, per_resident = _of_measure(dataset, choice)
    return View(dataset, choice, inputs, steps, narrow, shown, per_resident)


def _narrow(dataset: Dataset, choice: Choice, found: pd.DataFrame, inputs: pd.DataFrame) -> Spread:
    """Every territory with where its funnel narrows; drawn where the people are counted."""
    figures = found.reset_index().assign(value=found["certain_percent"].to_numpy(dtype=float))
    people = inputs[inputs["step"] == "people"].drop_duplicates("territory_id")
    figures = figures.merge(
        people[["territory_id", "period", "obs_status", "evidence", "source_id"]],
        on="territory_id", how="left", validate="1:1",
    )  # fmt: skip
    figures["label"] = [_label(row) for row in found.to_dict("records")]
    about = About(
        choice.question(),
        _("of the people surely do not come through"),
        _("nobody counts the people"),
        breaks=_LOST_BREAKS,
        class_unit="%",
    )
    made = spread(dataset, choice.where, figures, about)
    made.rows["answer"] = made.rows["answer"].where(made.rows["answer"].notna(), UNKNOWN)
    unsure = (made.rows["value"] == 0) & ~made.rows["answer"].isin([KEEPS_ALL, NARROWS])
    made.rows["map_class"] = made.rows["map_class"].mask(unsure, _CANNOT_TELL_CLASS)
    return made


def _label(row: Mapping[Hashable, object]) -> str:
    """What the hover says of a funnel."""
    if row["answer"] == UNKNOWN:
        return _("unknown")
    if row["people"] == 0:
        return _("0-2 counted")
    if not row["certain_lost"]:
        return _("nobody is lost") if row["answer"] == KEEPS_ALL else _("cannot tell")
    percent = f"{words.rate(float(str(row['certain_percent'])))}{words.THIN}%"
    if row["answer"] == NARROWS:
        step = STEP_INSIDE[str(row["step"])]
        return _("at least {percent}, most at: {step}", percent=percent, step=step)
    return _("at least {count}", count=percent)


def _of_measure(dataset: Dataset, choice: Choice) -> tuple[Spread, bool]:
    """A published measure per resident; a share as it is; whether it is per resident."""
    figures = ask(
        dataset, "figure", measure_id=choice.show, group_id=choice.group_id, period=""
    ).rename(columns={"value": "count", "lower": "count_lower", "upper": "count_upper"})
    unit = choice.of("unit")
    share = unit.startswith("percent")
    residents = figures["residents"].astype(float).where(lambda each: each > 0)
    rate = figures["count"] / residents * choice.per
    as_it_is = share or not _differ(rate)
    figures["value"] = figures["count"] if as_it_is else rate
    figures["label"] = [_count_label(row, unit) for row in figures.to_dict("records")]
    about = About(
        choice.told("label"),
        _("of the country") if choice.of("kind") == "key" else
        _("percent") if share else choice.told("unit") if as_it_is else _coloured(choice),
        class_unit="%" if share else "",
    )  # fmt: skip
    per_resident = choice.of("kind") != "key" and not as_it_is
    return spread(dataset, choice.where, figures, about), per_resident


def _coloured(choice: Choice) -> str:
    """The unit of a count whose colour is a rate."""
    unit = choice.told("unit")
    if choice.per == 1_000_000:
        return _("{unit}; the colour is per million residents", unit=unit)
    return _("{unit}; the colour is per 100,000 residents", unit=unit)


def _differ(rate: pd.Series) -> bool:
    """Whether a rate tells territories apart: one that a law sets is the same everywhere."""
    known = rate[rate > 0]
    return len(known) < _MANY or bool(known.max() > _SAME * known.min())


def _count_label(row: Mapping[Hashable, object], unit: str) -> str | None:
    percent = unit.startswith("percent")
    for column in ("count", "count_lower"):
        if words.is_known(row[column]):
            figure = float(str(row[column]))
            said = f"{words.rate(figure)}{words.THIN}%" if percent else words.number(figure)
            return said if column == "count" else _("at least {count}", count=said)
    return None
