"""What a stress test says of each territory, from its courses: columns of its rows."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stress import saturation
from analysis.stress.buffers import gained, least_buffer
from analysis.stress.course import Course, Given
from analysis.stress.warning import warning_persons
from ui.stress.asked import StressChoice
from ui.stress.today import HOSTED_AT_ONCE, UNKNOWN

Floats = NDArray[np.float64]


def told_today(rows: pd.DataFrame) -> pd.DataFrame:
    """The territories whose people and places are both told, tested or not."""
    told = rows["people_known_as"].ne(UNKNOWN) & rows["places_known_as"].ne(UNKNOWN)
    return rows[told]


def stands_in(rows: pd.DataFrame) -> pd.Series:
    """Which territories' places are only the most people they hosted at once."""
    return rows["places_known_as"].eq(HOSTED_AT_ONCE)


def answers(given: Given, course: Course) -> dict[str, Any]:
    """When each territory is full, who is without a place, what would be enough for all."""
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


def bought(
    course: Course, buffered: Course, today: pd.DataFrame, choice: StressChoice
) -> dict[str, Any]:
    """Weeks gained by the buffer, and how many places a week takes."""
    before, after = saturation.full_week(course), saturation.full_week(buffered)
    weeks = gained(before, after, choice.horizon)
    places = today["places"].to_numpy(float) * choice.buffer / 100
    # The case that fills soonest is the one to plan for; of several, the one that gains least.
    soonest = np.nan_to_num(before, nan=np.inf, posinf=np.inf)
    soonest = soonest == soonest.min(axis=0)
    worst = np.where(soonest, weeks, np.inf).min(axis=0)
    lasts = np.isfinite(before) & np.isinf(after)
    per_week = np.divide(places, worst, out=np.full_like(places, np.nan), where=worst > 0)
    return {
        "buffer_places": places,
        **_both("weeks_gained", weeks),
        "gain_goes_on": lasts.any(axis=0),
        "worst_gain_goes_on": (lasts | ~soonest).all(axis=0),
        "places_per_week_gained": per_week,
    }


def warning(given: Given, choice: StressChoice) -> dict[str, Any]:
    """At which occupancy, per 100 places, to begin; each territory for itself."""
    persons = warning_persons(given, choice.lead)
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.min(100 * persons / given.places, axis=0)
    return {"warning_occupancy_percent": _finite(np.maximum(percent, 0))}


_CHANGED_BY_MORE_PLACES = (
    "week_full_latest", "without_peak_lower", "occupancy_peak_lower", "least_buffer_percent_lower",
)  # fmt: skip


def open_ends(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows whose places are a least only: what they say at best cannot be told."""
    rows = rows.assign(straddles=rows["answer"].eq(saturation.MAY_FILL))
    rows["answer"] = said(list(rows["answer"]), rows)
    held = stands_in(rows) & rows["answer"].eq(saturation.MAY_FILL)
    # Nor how empty a territory is at best that keeps room.
    rows["occupancy_peak_lower"] = rows["occupancy_peak_lower"].mask(stands_in(rows))
    for column in _CHANGED_BY_MORE_PLACES:
        rows[column] = rows[column].mask(held)
    return rows


def said(answers: list[str], rows: pd.DataFrame) -> list[str]:
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
