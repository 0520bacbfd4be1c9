"""The stress test of a choice: its territories, and week by week what becomes of them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stress import saturation
from analysis.stress.course import Course, Given, each_for_itself, passed_on, staying_part
from analysis.stress.shares import by_key
from ui.language import per_language
from ui.store import Dataset
from ui.stress.answers import answers, bought, open_ends, said, stands_in, warning
from ui.stress.asked import CUSTOM, LIKE, MARCH, PASSED, STEADY, StressChoice
from ui.stress.shock import Arriving, arriving
from ui.stress.today import today_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NO_SERIES, NO_MARCH, NO_RESIDENTS = "arrivals", "arrivals in March 2022", "residents"


@dataclass(frozen=True, eq=False)
class Stress:
    """One test. Cases of `course`: for each way to share people out, the worst and the best end.

    `rows` are those of `today_of` and: `answer`, `straddles` (the cases differ on whether it
    fills), `week_full_earliest`, `week_full_latest` (NaN is not within the horizon, not to be told
    or unknown, as `answer` says), `arrivals_*`, `without_peak_*`, `without_peak_week`,
    `occupancy_today`, `occupancy_peak_*`, `weeks_gained_*`, `places_per_week_gained`,
    `least_buffer_percent_*`, `warning_occupancy_percent`. Where the most people hosted at once
    stand in for places, ends that more places would change are NaN.
    """

    dataset: Dataset
    choice: StressChoice
    rows: pd.DataFrame
    given: Given
    course: Course
    coming: Arriving
    country: Ints

    def run(self, given: Given) -> Course:
        """What becomes of the same territories with something changed."""
        return _run(given, self.choice, self.country)

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which territories have an answer."""
        return self.rows["answer"].ne(saturation.UNKNOWN).to_numpy()

    def without(self, course: Course | None = None) -> tuple[Floats, Floats]:
        """Persons without a place in all territories with an answer, least and most, by week.

        Where the most people hosted at once stand in for places there may be more of them: such a
        territory counts in the most and not in the least.
        """
        every = (course or self.course).without
        sure = self.known & ~stands_in(self.rows).to_numpy()
        return every[:, sure].sum(axis=1).min(axis=0), every[:, self.known].sum(axis=1).max(axis=0)

    def said(self, course: Course) -> list[str]:
        """What another course of the same territories says of each; see `answer`."""
        return said(saturation.answer(saturation.full_week(course)), self.rows)

    def first(self) -> list[int]:
        """Positions of the territories that fill or may fill, soonest first."""
        return saturation.order(saturation.full_week(self.course), self.course.occupancy[..., 0])


@per_language(32)
def stress_of(dataset: Dataset, choice: StressChoice) -> Stress:
    """The test of a choice; its frame is shared between reruns and is never written to."""
    today = today_of(dataset, choice)
    coming = arriving(dataset, choice, today)
    given = _given(today, coming, choice)
    country = pd.factorize(today["country"])[0].astype(np.int64)
    course = _run(given, choice, country)
    buffered = _run(given.with_more(choice.buffer), choice, country)
    rows = today.assign(**answers(given, course), **bought(course, buffered, today, choice))
    rows = open_ends(rows.assign(**warning(given, choice)))
    silent = np.isnan(given.arrivals).any(axis=(0, 2)) & rows["missing"].eq("").to_numpy()
    rows["missing"] = rows["missing"].mask(silent, _lacks(coming, choice))
    return Stress(dataset, choice, rows, given, course, coming, country)


def _lacks(coming: Arriving, choice: StressChoice) -> NDArray[np.object_]:
    """What is not known of a territory where people and places are known and arrivals are not."""
    if choice.shock.kind in (CUSTOM, LIKE):
        return np.full(len(coming.pool), NO_RESIDENTS, dtype=object)
    series = np.isnan(coming.weekly.sum(axis=1))[coming.pool]
    found = np.where(series, NO_MARCH if choice.shock.kind == MARCH else NO_SERIES, NO_RESIDENTS)
    return found.astype(object)


def _run(given: Given, choice: StressChoice, country: Ints) -> Course:
    if choice.overflow == PASSED and len(country):
        return passed_on(given, country)
    return each_for_itself(given)


def _given(today: pd.DataFrame, coming: Arriving, choice: StressChoice) -> Given:
    """Cases: each key with the worst end of every figure, then with the best."""
    shares = _shares(today, coming, choice)
    arrivals = shares[..., None] * coming.weekly[coming.pool]
    ends = {
        what: today[[f"{what}_lower", f"{what}_upper"]].to_numpy(float).T
        for what in ("people", "places")
    }
    left_open = np.ones((len(today), choice.horizon))
    lost = np.array([choice.lost_in in ("", code) for code in today.index], dtype=bool)
    left_open[lost, choice.lost_from - 1 :] = 1 - choice.lost / 100
    keys = len(shares)
    return Given(
        np.repeat(ends["people"][::-1], keys, axis=0), np.repeat(ends["places"], keys, axis=0),
        np.concatenate([arrivals, arrivals]), staying_part(choice.stay or None),
        choice.base == STEADY, left_open,
    )  # fmt: skip


def _shares(today: pd.DataFrame, coming: Arriving, choice: StressChoice) -> Floats:
    """Each territory's part of its pool; one without residents on record has an unknown part.

    Everything looked at together leaves those out; a country is then unknown as a whole.
    """
    residents, people = (today[each].to_numpy(float) for each in ("residents", "people"))
    counted = np.ones(len(today), dtype=bool)
    if choice.shock.kind == CUSTOM:
        counted = np.isfinite(residents)
    part = by_key(choice.key, residents[counted], people[counted], coming.pool[counted])
    shares = np.full((len(part), len(today)), np.nan)
    shares[:, counted] = part
    return shares
