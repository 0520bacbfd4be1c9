"""The shortage ledger of a view: a row per territory, from need to the datum that is missing."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from analysis import gap as gaps
from analysis.classes import class_of
from analysis.drawn import drawn_territories
from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.narrowing import narrowing
from analysis.round_breaks import round_breaks
from ui import words
from ui.class_names import labels
from ui.language import _, later, per_language
from ui.newer_need import newer_need
from ui.picture import Picture
from ui.shortage_choice import GAP, NEED, STATED, ShortageChoice
from ui.store import Dataset, ask

# Shortfall as a percentage of what is asked for: below zero is more than enough.
BREAKS = (-50.0, -20.0, 0.0, 20.0, 50.0)
CLASSES = (  # turned where they are shown
    later("half as much again, or more"), later("20 to 50 % more than asked"),
    later("met, up to 20 % more"), later("short by up to 20 %"), later("short by 20 to 50 %"),
    later("short by half or more"),
)  # fmt: skip
_UNKNOWN_CLASS, _CANNOT_TELL_CLASS = -1, -2


@dataclass(frozen=True, eq=False)
class Ledger:
    """One view: its rows, indexed by territory_id, one per territory drawn.

    A ledger equals itself only, so that what is said of it can be remembered with it.

    Columns: those of `ui/sql/shortage.sql` and `analysis.gap.gaps`, `ask` and `at_stake`,
    `name`, `place`, `country`, `level`, `residents`, `map_class`, `label`.
    """

    dataset: Dataset
    choice: ShortageChoice
    rows: pd.DataFrame
    breaks: tuple[float, ...]

    def answered(self, *answers: str) -> pd.DataFrame:
        """The rows with one of these answers."""
        return self.rows[self.rows["answer"].isin(answers)]

    def unit(self) -> str:
        """What is counted: places, hours, people."""
        return _(self.choice.standard.unit)

    @property
    def diverging(self) -> bool:
        """Whether the map is coloured around zero."""
        choice = self.choice
        return choice.show == GAP or (choice.show == STATED and choice.stated_in_percent)

    def picture(self) -> Picture:
        """The view as a map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        choice = self.choice
        classes = [_(each) for each in CLASSES] if self.diverging else labels(self.breaks, "")
        missing = {
            GAP: _("unknown: a figure is missing"),
            NEED: _("unknown: nobody publishes the need"),
            STATED: _("unknown: nothing is stated"),
        }
        return Picture(
            self.dataset,
            self.rows,
            choice.level,
            choice.countries,
            tuple(classes),
            missing[choice.show],
            _("of what is asked for") if self.diverging else self._unit_of_map(),
            _(
                "Map: {question} The table below holds the same figures.",
                question=choice.question(),
            ),
            scale="diverging" if self.diverging else "sequential",
            form="tiles" if choice.form == "tiles" else "geographic",
            cannot_tell=_("cannot tell: the interval straddles zero") if choice.show == GAP else "",
            watermark=self.dataset.watermark,
        )

    def _unit_of_map(self) -> str:
        if self.choice.show == STATED:
            label = _(self.choice.standard.published_label)
            return _("{label} per 100,000 residents", label=label)
        return _("{unit} per 1,000 residents", unit=self.unit())


def answers(dataset: Dataset, choice: ShortageChoice) -> pd.DataFrame:
    """Need, supply and answer of every territory of the choice, drawn or not."""
    found = ask(
        dataset, "shortage", standard_id=choice.standard.standard_id,
        basis_id=choice.basis.basis_id, period=choice.period,
    )  # fmt: skip
    territories = _territories(dataset, choice)
    context = territories[["territory_id", "name", "country", "level", "residents"]]
    every = context.merge(found, on="territory_id", how="left", validate="1:1")
    every[["need_exact", "capacity_exact"]] = every[["need_exact", "capacity_exact"]].eq(True)
    # Of one period nothing is newer: that is what was asked for.
    newer = [""] * len(every) if choice.period else newer_need(dataset, choice, every)
    return gaps.gaps(every.assign(newer_need_period=newer), choice.factor())


def _territories(dataset: Dataset, choice: ShortageChoice) -> pd.DataFrame:
    territories = ask(dataset, "region")
    if choice.countries:
        territories = territories[territories["country"].isin(choice.countries)]
    return territories


@per_language(64)
def whole_of(dataset: Dataset, choice: ShortageChoice) -> Ledger:
    """The ledger of every territory of every level, drawn or not; without classes of a map."""
    every = answers(dataset, choice)
    rows = every.join(narrowing(every)).set_index("territory_id")
    return Ledger(dataset, choice, rows.assign(place=words.places(rows)), BREAKS)


@per_language(128)
def ledger_of(dataset: Dataset, choice: ShortageChoice) -> Ledger:
    """The ledger of a choice; its frame is shared between reruns and is never written to."""
    territories = _territories(dataset, choice)
    every = answers(dataset, choice)
    every = every.join(narrowing(every))
    drawn = drawn_territories(_known(every, choice), territories, choice.level)
    rows = every.set_index("territory_id").loc[drawn["territory_id"]].copy()
    rows["place"] = words.places(rows)
    drawn_values = _drawn_values(rows, choice)
    breaks = BREAKS if drawn_values is None else round_breaks(drawn_values)
    if drawn_values is not None:
        rows["map_class"] = class_of(drawn_values, breaks)
        rows["label"] = [
            _("unknown") if not words.is_known(v) else words.rate(float(v)) for v in drawn_values
        ]
    else:
        covered = rows["published_value"] if choice.show == STATED else None
        rows["map_class"] = _gap_class(rows) if covered is None else _stated_class(covered)
        rows["label"] = _labels(rows, choice.show == STATED)
    return Ledger(dataset, choice, rows, breaks)


def redrawn(ledger: Ledger, rows: pd.DataFrame) -> Ledger:
    """The same view of gap with other rows, which have the columns of `analysis.gap.gaps`."""
    drawn = rows.assign(map_class=_gap_class(rows), label=_labels(rows, False))
    return Ledger(ledger.dataset, ledger.choice, drawn, BREAKS)


def _known(every: pd.DataFrame, choice: ShortageChoice) -> pd.DataFrame:
    """What decides the level each country is drawn at: an answer, else a need of its own."""
    known = every["answer"].isin([SHORT, MET, CANNOT_TELL])
    if choice.show == STATED:
        known = every["published_value"].notna()
    elif choice.show == NEED or not known.any():
        known = every["demand"].notna() if choice.factor() else every["need"].notna()
    return pd.DataFrame(
        {"territory_id": every["territory_id"], "value": np.where(known, 1.0, np.nan)}
    )


def _drawn_values(rows: pd.DataFrame, choice: ShortageChoice) -> pd.Series | None:
    """What a map of amounts draws, per resident; None for a map around zero."""
    residents = rows["residents"].astype(float)
    residents = residents.where(residents > 0)
    if choice.show == NEED:
        return rows["demand"] / residents * 1_000
    if choice.show == STATED and not choice.stated_in_percent:
        return rows["published_value"] / residents * 100_000
    return None


def _stated_class(percent: pd.Series) -> pd.Series:
    """The class of a share that its publisher states: 100 is met."""
    return class_of((100 - percent).mask(percent == 100, -0.1), BREAKS)


def _gap_class(rows: pd.DataFrame) -> pd.Series:
    """The class of a shortfall; an answer known from one side only takes that side's end."""
    end = rows["coverage_percent_upper"].where(
        rows["answer"] == SHORT, rows["coverage_percent_lower"]
    )
    covered = rows["coverage_percent"].fillna(end)
    # Nothing is asked for: that is met, however little there is.
    covered = covered.mask((rows["answer"] == MET) & covered.isna(), 100.0)
    found = class_of(100 - covered, BREAKS)
    # The answer decides the side of zero: enough to the place is met, not short.
    middle = BREAKS.index(0.0)
    found = found.mask((rows["answer"] == MET) & (found > middle), middle)
    found = found.where(rows["answer"].isin([SHORT, MET]), _UNKNOWN_CLASS)
    return found.mask(rows["answer"] == CANNOT_TELL, _CANNOT_TELL_CLASS)


def _labels(rows: pd.DataFrame, stated: bool) -> list[str]:
    read = rows[["answer", "coverage_percent", "published_value"]]
    return [_label(row, stated) for row in read.to_dict("records")]


def _label(row: dict[Hashable, Any], stated: bool) -> str:
    """What the hover says, short: digits and our own words."""
    covered = row["published_value"] if stated else row["coverage_percent"]
    if not stated and row["answer"] not in (SHORT, MET):
        return _("cannot tell") if row["answer"] == CANNOT_TELL else _("unknown")
    if not words.is_known(covered):
        return _("unknown") if stated else _(str(row["answer"]))
    return f"{words.rate(float(covered))}{words.THIN}%"
