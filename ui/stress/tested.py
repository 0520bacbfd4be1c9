"""The stress test of a choice: its territories, and week by week what becomes of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stress import saturation
from analysis.stress.buffers import gained, least_buffer
from analysis.stress.course import Course, Given, each_for_itself, passed_on, staying_part
from analysis.stress.shares import by_key
from analysis.stress.warning import warning_persons
from ui.store import Dataset
from ui.stress.asked import PASSED, STEADY, StressChoice
from ui.stress.shock import Arriving, arriving
from ui.stress.today import HOSTED_AT_ONCE, today_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NO_SERIES = "a series of arrivals"


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

    def answers(self, course: Course) -> list[str]:
        """What another course of the same territories says of each; see `answer`."""
        return _said(saturation.answer(saturation.full_week(course)), self.rows)

    def first(self) -> list[int]:
        """Positions of the territories that fill or may fill, soonest first."""
        return saturation.order(saturation.full_week(self.course), self.course.occupancy[..., 0])


@lru_cache(maxsize=32)
def stress_of(dataset: Dataset, choice: StressChoice) -> Stress:
    """The test of a choice; its frame is shared between reruns and is never written to."""
    today = today_of(dataset, choice)
    coming = arriving(dataset, choice, today)
    given = _given(today, coming, choice)
    country = pd.factorize(today["country"])[0].astype(np.int64)
    course = _run(given, choice, country)
    buffered = _run(given.with_more(choice.buffer), choice, country)
    rows = today.assign(**_answers(given, course), **_bought(course, buffered, today, choice))
    rows = _open_ends(rows.assign(**_warning(given, choice)))
    silent = np.isnan(given.arrivals).any(axis=(0, 2)) & rows["missing"].eq("").to_numpy()
    rows["missing"] = rows["missing"].mask(silent, NO_SERIES)
    return Stress(dataset, choice, rows, given, course, coming, country)


def _run(given: Given, choice: StressChoice, country: Ints) -> Course:
    if choice.overflow == PASSED and len(country):
        return passed_on(given, country)
    return each_for_itself(given)


def _given(today: pd.DataFrame, coming: Arriving, choice: StressChoice) -> Given:
    """Cases: each key with the worst end of every figure, then with the best."""
    shares = by_key(
        choice.key, today["residents"].to_numpy(float), today["people"].to_numpy(float), coming.pool
    )
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


def _answers(given: Given, course: Course) -> dict[str, Any]:
    weeks = saturation.full_week(course)
    earliest, latest = saturation.ends(weeks)
    without, occupancy = course.without.max(axis=2), course.occupancy
    most = course.without.max(axis=0)
    peak = np.where(most.max(axis=1) > 0, most.argmax(axis=1), np.nan)
    return {
        "answer": saturation.answer(weeks),
        "week_full_earliest": _finite(earliest),
        "week_full_latest": _finite(latest),
        "without_peak_week": peak,
        "occupancy_today": _finite(occupancy[..., 0].max(axis=0)),
        **_both("arrivals", given.arrivals.sum(axis=2)),
        **_both("without_peak", without),
        **_both("occupancy_peak", occupancy.max(axis=2)),
        **_both("least_buffer_percent", least_buffer(course)),
    }


def _bought(
    course: Course, buffered: Course, today: pd.DataFrame, choice: StressChoice
) -> dict[str, Any]:
    """Weeks gained by the buffer, and how many places a week takes."""
    before, after = saturation.full_week(course), saturation.full_week(buffered)
    weeks = gained(before, after, choice.horizon)
    places = today["places"].to_numpy(float) * choice.buffer / 100
    # The end that fills soonest is the one to plan for.
    worst = weeks[np.argmin(np.nan_to_num(before, nan=np.inf), axis=0), np.arange(weeks.shape[1])]
    per_week = np.divide(places, worst, out=np.full_like(places, np.nan), where=worst > 0)
    return {
        "buffer_places": places,
        **_both("weeks_gained", weeks),
        "places_per_week_gained": per_week,
    }


def _warning(given: Given, choice: StressChoice) -> dict[str, Any]:
    """At which occupancy, per 100 places, to begin; each territory for itself."""
    persons = warning_persons(given, choice.lead)
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.min(100 * persons / given.places, axis=0)
    return {"warning_occupancy_percent": _finite(np.maximum(percent, 0))}


_CHANGED_BY_MORE_PLACES = (
    "week_full_latest", "without_peak_lower", "occupancy_peak_lower", "least_buffer_percent_lower",
)  # fmt: skip


def _open_ends(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows whose places are a least only: what they say at best cannot be told."""
    rows = rows.assign(straddles=rows["answer"].eq(saturation.MAY_FILL))
    rows["answer"] = _said(list(rows["answer"]), rows)
    held = stands_in(rows) & rows["answer"].eq(saturation.MAY_FILL)
    for column in _CHANGED_BY_MORE_PLACES:
        rows[column] = rows[column].mask(held)
    return rows


def _said(answers: list[str], rows: pd.DataFrame) -> list[str]:
    """The answers, where more places than are known may exist: what fills only may."""
    fills = (saturation.FULL, saturation.FILLS)
    return [
        saturation.MAY_FILL if open_ and each in fills else each
        for each, open_ in zip(answers, stands_in(rows), strict=True)
    ]


def _both(name: str, values: Floats) -> dict[str, Any]:
    low, high = saturation.ends(values)
    return {f"{name}_lower": _finite(low), f"{name}_upper": _finite(high)}


def _finite(values: Floats) -> Floats:
    """The values, NaN for what is not a number anybody can plan with."""
    return np.where(np.isfinite(values), values + 0.0, np.nan)


def stands_in(rows: pd.DataFrame) -> pd.Series:
    """Which territories' places are only the most people they hosted at once."""
    return rows["places_known_as"].eq(HOSTED_AT_ONCE)
