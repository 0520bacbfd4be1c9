"""The rows of a view: funnels of all territories, and what the map shows."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from analysis.funnel import KEEPS_ALL, NARROWS, STEPS, UNKNOWN, narrowest, passing, together
from analysis.funnel_inputs import own
from ui import words
from ui.area.spread import About, Spread, spread
from ui.picture import Picture
from ui.protection.choice import NARROWEST, Choice
from ui.protection.step_words import STEP_LABELS
from ui.store import Dataset, ask

_CANNOT_TELL_CLASS = -2
_SAME, _MANY = 1.25, 5
_LOST_BREAKS = (10.0, 25.0, 50.0, 75.0)


@dataclass(frozen=True, eq=False)
class View:
    """One view. `inputs` are the figures behind the funnels, `steps` the funnels by territory
    and step, `narrow` the territories the funnels are told for, `shown` those of the map.
    """

    dataset: Dataset
    choice: Choice
    inputs: pd.DataFrame
    steps: pd.DataFrame
    narrow: Spread
    shown: Spread

    @property
    def per_resident(self) -> bool:
        """Whether the map's colours are per resident, and not the figure itself."""
        return "colour is per" in self.shown.about.unit and self.choice.show != NARROWEST

    def picture(self) -> Picture:
        """The view as a map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        picture = self.shown.picture()
        if self.choice.show != NARROWEST:
            return picture
        return replace(picture, cannot_tell="cannot tell: a later step is unknown or too wide")

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


@lru_cache(maxsize=64)
def view_of(dataset: Dataset, choice: Choice) -> View:
    """The view of a choice; its frames are shared between reruns and never written to."""
    inputs = ask(dataset, "protection", group_id=choice.group_id)
    lower, upper, floor = own(inputs, choice.group_id)
    steps = passing(lower, upper, floor)
    narrow = _narrow(dataset, choice, narrowest(steps), inputs)
    shown = narrow if choice.show == NARROWEST else _of_measure(dataset, choice)
    return View(dataset, choice, inputs, steps, narrow, shown)


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
        "of the people surely do not come through",
        "nobody counts the people",
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
        return "unknown"
    if row["people"] == 0:
        return "0-2 counted"
    if not row["certain_lost"]:
        return "nobody is lost" if row["answer"] == KEEPS_ALL else "cannot tell"
    at_least = f"at least {words.rate(float(str(row['certain_percent'])))}{words.THIN}%"
    if row["answer"] == NARROWS:
        return f"{at_least}, most at: {STEP_LABELS[str(row['step'])].lower()}"
    return at_least


def _of_measure(dataset: Dataset, choice: Choice) -> Spread:
    """A published measure per resident; a share as it is."""
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
        choice.of("label"),
        "of the country" if choice.of("kind") == "key" else
        "percent" if share else unit if as_it_is else
        f"{unit}; the colour is per {choice.per_words} residents",
        class_unit="%" if share else "",
    )  # fmt: skip
    return spread(dataset, choice.where, figures, about)


def _differ(rate: pd.Series) -> bool:
    """Whether a rate tells territories apart: one that a law sets is the same everywhere."""
    known = rate[rate > 0]
    return len(known) < _MANY or bool(known.max() > _SAME * known.min())


def _count_label(row: Mapping[Hashable, object], unit: str) -> str | None:
    percent = unit.startswith("percent")
    for column, before in (("count", ""), ("count_lower", "at least ")):
        if words.is_known(row[column]):
            number = float(str(row[column]))
            return before + (f"{words.rate(number)}{words.THIN}%" if percent
                             else words.number(number))  # fmt: skip
    return None
