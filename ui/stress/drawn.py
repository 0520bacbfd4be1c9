"""The map of the Stress page: how soon each territory is full, at the earliest."""

from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.classes import CANNOT_TELL, class_of
from analysis.stress.saturation import ROOM, UNKNOWN
from ui.language import _, n_, per_language
from ui.picture import Picture
from ui.store import Dataset
from ui.stress.answers import stands_in
from ui.stress.asked import StressChoice
from ui.stress.tested import Stress, stress_of
from ui.stress.when import when

# Last weeks of the classes, as far as the horizon goes: today, then up to each of them.
_SHORT, _LONG = (0, 2, 4, 8, 13), (0, 4, 8, 13, 26)


@per_language(32)
def drawn_of(dataset: Dataset, choice: StressChoice) -> pd.DataFrame:
    """The rows of the test with `map_class` and `label`; shared, never written to."""
    stress = stress_of(dataset, choice)
    rows = stress.rows
    ends = _ends(choice.horizon)
    # Soonest is deepest: the classes run from not full within the horizon to full today.
    soonness = -rows["week_full_earliest"].mask(rows["answer"] == ROOM, choice.horizon + 1.0)
    breaks = [-end - 0.5 for end in reversed(ends)]
    found = class_of(soonness.mask(rows["answer"] == UNKNOWN), breaks)
    found = found.mask(rows["straddles"], CANNOT_TELL)
    return rows.assign(map_class=found, label=_labels(stress))


@per_language(32)
def picture_of(dataset: Dataset, choice: StressChoice) -> Picture:
    """The map; the same one each time, so that its deck can be remembered."""
    rows = drawn_of(dataset, choice)
    known = rows[rows["answer"].ne(UNKNOWN)]
    held, old = bool(stands_in(known).any()), bool(known["old_period"].ne("").any())
    return Picture(
        dataset, rows, choice.where.level, choice.where.countries,
        _names(choice.horizon, held, old),
        _("unknown: people, places or arrivals are not published"),
        _("until no place is free"),
        _("Map: {question} The table below holds the same figures.", question=choice.question()),
        cannot_tell=_("cannot tell: its figures allow both"), watermark=dataset.watermark,
    )  # fmt: skip


def _ends(horizon: int) -> list[int]:
    steps = _SHORT if horizon <= 26 else _LONG
    return [*(end for end in steps if end < horizon), horizon]


def _names(horizon: int, held: bool, old: bool) -> tuple[str, ...]:
    """The classes, least soon first; `held`: the most hosted stand in for places somewhere;
    `old`: somewhere the figures are years old.

    >>> _names(13, held=False, old=False)[1:3]
    ('full in weeks 9 to 13 at the earliest', '5 to 8')
    """
    low, high = (each[::-1] for each in zip(*pairwise(_ends(horizon)), strict=True))
    spans = [_("{low} to {high}", low=a + 1, high=b) for a, b in zip(low, high, strict=True)]
    latest = _("full in weeks {low} to {high} at the earliest", low=low[0] + 1, high=high[0])
    not_full = n_("not full within {count} week", "not full within {count} weeks", horizon)
    return not_full, latest, *spans[1:], _today(held, old)


def _today(held: bool, old: bool) -> str:
    """The class of those full already."""
    if held and old:
        return _("full today or when last counted, or at its highest so far")
    if held:
        return _("full today, or at its highest so far")
    return _("full today or when last counted") if old else _("full today")


def _labels(stress: Stress) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    records = stress.rows.to_dict("records")
    return np.array([when(row, stress.choice.horizon) for row in records], dtype=object)
