"""The shortage ledger of a view: a row per territory, from need to the datum that is missing."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis import gap as gaps
from analysis.classes import class_of, labels
from analysis.drawn import drawn_territories
from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.narrowing import narrowing
from analysis.round_breaks import round_breaks
from ui import words
from ui.picture import Picture
from ui.shortage_choice import NEED, ShortageChoice
from ui.store import Dataset, ask

# Shortfall as a percentage of what is asked for: below zero is more than enough.
BREAKS = (-50.0, -20.0, 0.0, 20.0, 50.0)
CLASSES = (
    "half as much again, or more", "20 to 50 % more than asked", "met, up to 20 % more",
    "short by up to 20 %", "short by 20 to 50 %", "short by half or more",
)  # fmt: skip
_UNKNOWN_CLASS, _CANNOT_TELL_CLASS = -1, -2


@dataclass(frozen=True)
class Ledger:
    """One view: its rows, indexed by territory_id, one per territory drawn.

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
        return self.choice.standard.unit

    def picture(self) -> Picture:
        """The view as a map."""
        choice = self.choice
        shows_need = choice.show == NEED
        classes = labels(self.breaks, "") if shows_need else list(CLASSES)
        missing = "nobody has published the need" if shows_need else "a figure is missing"
        return Picture(
            self.dataset,
            self.rows,
            choice.level,
            choice.countries,
            tuple(classes),
            f"unknown: {missing}",
            f"{self.unit()} per 1,000 residents" if shows_need else "of what is asked for",
            f"Map: {choice.question()} The table below holds the same figures.",
            scale="sequential" if shows_need else "diverging",
            form="tiles" if choice.form == "tiles" else "geographic",
            cannot_tell="" if shows_need else "cannot tell: the interval straddles zero",
            watermark=getattr(self.dataset, "watermark", ""),
        )


@lru_cache(maxsize=128)
def ledger_of(dataset: Dataset, choice: ShortageChoice) -> Ledger:
    """The ledger of a choice; its frame is shared between reruns and is never written to."""
    territories = ask(dataset, "region")
    if choice.countries:
        territories = territories[territories["country"].isin(choice.countries)]
    found = ask(
        dataset, "shortage", standard_id=choice.standard.standard_id,
        basis_id=choice.basis.basis_id, period=choice.period,
    )  # fmt: skip
    context = territories[["territory_id", "name", "country", "level", "residents"]]
    every = context.merge(found, on="territory_id", how="left", validate="1:1")
    every[["need_exact", "capacity_exact"]] = every[["need_exact", "capacity_exact"]].eq(True)
    every = gaps.gaps(every, choice.factor())
    every = every.join(narrowing(every))
    drawn = drawn_territories(_known(every, choice), territories, choice.level)
    rows = every.set_index("territory_id").loc[drawn["territory_id"]].copy()
    rows["place"] = words.places(rows)
    breaks = round_breaks(_per_1000(rows)) if choice.show == NEED else BREAKS
    rows["map_class"] = _need_class(rows, breaks) if choice.show == NEED else _gap_class(rows)
    rows["label"] = [_label(row, choice) for row in rows.to_dict("records")]
    return Ledger(dataset, choice, rows, breaks)


def _known(every: pd.DataFrame, choice: ShortageChoice) -> pd.DataFrame:
    """What decides the level each country is drawn at: an answer, else a need of its own."""
    known = every["answer"].isin([SHORT, MET, CANNOT_TELL])
    if choice.show == NEED or not known.any():
        known = every["demand"].notna() if choice.factor() else every["need"].notna()
    return pd.DataFrame(
        {"territory_id": every["territory_id"], "value": np.where(known, 1.0, np.nan)}
    )


def _per_1000(rows: pd.DataFrame) -> pd.Series:
    residents = rows["residents"].astype(float)
    return rows["demand"] / residents.where(residents > 0) * 1000


def _need_class(rows: pd.DataFrame, breaks: tuple[float, ...]) -> pd.Series:
    return class_of(_per_1000(rows), breaks)


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


def _label(row: dict[str, object], choice: ShortageChoice) -> str:
    """What the hover says, short: digits and our own words."""
    if choice.show == NEED:
        value = row["demand"]
        residents = row["residents"]
        if pd.isna(value) or pd.isna(residents) or not residents:  # type: ignore[call-overload]
            return "unknown"
        return words.rate(float(value) / float(residents) * 1000)  # type: ignore[arg-type]
    if row["answer"] == CANNOT_TELL:
        return CANNOT_TELL
    if row["answer"] not in (SHORT, MET):
        return "unknown"
    covered = row["coverage_percent"]
    if pd.isna(covered):  # type: ignore[call-overload]
        return str(row["answer"])
    return f"{words.rate(float(covered))}{words.THIN}%"  # type: ignore[arg-type]
