"""The funnel of durable protection: how many of a group get as far as each step.

A step lets through as many people as its own figure says, and never more than came through the
step before. A missing figure lets through anybody between nobody and all: the count is then
unknown and bounded, never zero.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

PEOPLE, EXISTS, REACH, ROOM, OPEN, DURABLE = (
    "people", "exists", "reach", "room", "open", "durable",
)  # fmt: skip
STEPS = (PEOPLE, EXISTS, REACH, ROOM, OPEN, DURABLE)
# Counts of these groups are rounded to 5, each by up to 2: two losses, each a difference of two
# counts, may differ by 8 for that alone.
ROUNDING = 8
KNOWN, BOUNDED, UNKNOWN = "known", "bounded", "unknown"
NARROWS, KEEPS_ALL, CANNOT_TELL = "narrows", "keeps all", "cannot tell"
Floats = npt.NDArray[np.float64]


def passing(lower: pd.DataFrame, upper: pd.DataFrame, floor: pd.DataFrame) -> pd.DataFrame:
    """How many people get as far as each step, as an interval.

    Shape   : three frames with the same index (territories) and the columns STEPS. `lower` and
              `upper` are what a step by itself lets through; `floor` counts people who are known
              to have got as far. Result: index territory_id and step; `lower`, `upper`, `state`.
    Units   : persons. Infinite is everybody.
    Missing : NaN is unknown. A step whose own figure is missing is UNKNOWN, one that is known
              from one side, or stands behind an unknown one, BOUNDED; `upper` is NaN where
              nothing bounds it.
    """
    own_lower, own_upper = _floats(lower), _floats(upper)
    most = np.minimum.accumulate(_filled(own_upper, np.inf), axis=1)
    least = np.minimum.accumulate(_filled(own_lower, 0.0), axis=1)
    # Who got to a later step got through all steps before it.
    seen = _filled(_floats(floor), 0.0)
    seen = np.maximum.accumulate(seen[:, ::-1], axis=1)[:, ::-1]
    least = np.minimum(np.maximum(least, seen), most)
    missing = np.isnan(own_lower) & np.isnan(own_upper)
    half = np.isnan(own_lower) | np.isnan(own_upper)
    sure = ~np.maximum.accumulate(half, axis=1) | ((least == most) & np.isfinite(most))
    state = np.where(sure, KNOWN, np.where(missing, UNKNOWN, BOUNDED))
    most[np.isinf(most)] = np.nan
    index = pd.MultiIndex.from_product([lower.index, STEPS], names=["territory_id", "step"])
    return pd.DataFrame(
        {"lower": least.ravel(), "upper": most.ravel(), "state": state.ravel()}, index=index
    )


def lost(steps: pd.DataFrame) -> pd.DataFrame:
    """How many people each step loses: at least `lost_lower`, at most `lost_upper`.

    Shape   : `steps` as `passing` gives them; the result has its index.
    Missing : `lost_upper` is NaN where nothing bounds the people before. The first step loses
              nobody.
    """
    lower, upper = _wide(steps, "lower"), _wide(steps, "upper")
    most = _filled(upper, np.inf)
    surely, perhaps = np.zeros_like(lower), np.zeros_like(lower)
    surely[:, 1:] = np.maximum(0, lower[:, :-1] - most[:, 1:])
    perhaps[:, 1:] = most[:, :-1] - lower[:, 1:]
    perhaps[np.isinf(perhaps)] = np.nan
    return pd.DataFrame(
        {"lost_lower": surely.ravel(), "lost_upper": perhaps.ravel()}, index=steps.index
    )


def narrowest(steps: pd.DataFrame) -> pd.DataFrame:
    """Where each funnel narrows most, if that can be told at all.

    Shape   : `steps` as `passing` gives them. Result: one row per territory with `people`
              (at most), `answer` (one of NARROWS, KEEPS_ALL, CANNOT_TELL, UNKNOWN), `step` (''
              unless NARROWS), `lost_lower`, `lost_upper` (there), `first_unknown` (the first step
              without a figure of its own, '' if none), `certain_lost` (people who surely do
              not come through at all), `certain_by` (the step by which they are lost),
              `certain_percent` (of the people there may at most be).
    Missing : UNKNOWN where nobody counts the people.
    Source  : a step narrows most where it surely loses more than any other step can, by more
              than rounding could be the reason of (ROUNDING); failing that, nothing is named.
    """
    losses = lost(steps)
    surely, perhaps = _wide(losses, "lost_lower"), _wide(losses, "lost_upper")
    lower, upper = _wide(steps, "lower"), _wide(steps, "upper")
    perhaps = _filled(perhaps, np.inf)
    best = surely.argmax(axis=1)
    row = np.arange(len(best))
    others = perhaps.copy()
    others[row, best] = 0
    most_other = others.max(axis=1, initial=0)
    largest = surely[row, best]
    counted = ~np.isnan(upper[:, 0])
    told = counted & (largest - most_other >= ROUNDING)
    keeps = counted & (perhaps.max(axis=1, initial=0) == 0)
    answer = np.select([~counted, told, keeps], [UNKNOWN, NARROWS, KEEPS_ALL], CANNOT_TELL)
    gone = np.maximum(0, lower[:, :1] - _filled(upper, np.inf))
    certain, by = gone.max(axis=1, initial=0), gone.argmax(axis=1)
    unknown = (steps["state"] == UNKNOWN).to_numpy().reshape(-1, len(STEPS))[:, 1:]
    names = np.array(STEPS)
    # Of nobody, nobody is lost.
    people = np.where(upper[:, 0] > 0, upper[:, 0], 1.0)
    return pd.DataFrame(
        {
            "people": upper[:, 0],
            "answer": answer,
            "step": np.where(told, names[best], ""),
            "lost_lower": np.where(told, largest, np.nan),
            "lost_upper": np.where(told, perhaps[row, best], np.nan),
            "first_unknown": np.where(unknown.any(axis=1), names[1:][unknown.argmax(axis=1)], ""),
            "certain_lost": np.where(counted, certain, np.nan),
            "certain_by": np.where(counted & (certain > 0), names[by], ""),
            "certain_percent": np.where(counted, certain / people * 100, np.nan),
        },
        index=steps.index.get_level_values(0).unique(),
    )


def together(steps: pd.DataFrame) -> pd.DataFrame:
    """The funnels of several territories added up; those that count no people stay out.

    Shape   : `steps` as `passing` gives them; the result has the index STEPS.
    Missing : the sum is known where every part is, unknown where no part is known.
    """
    people = steps[steps.index.get_level_values("step") == PEOPLE]
    counted = people[people["upper"].notna()].index.get_level_values(0)
    inside = steps[steps.index.get_level_values(0).isin(counted)]
    if inside.empty:
        nothing = {"lower": 0.0, "upper": np.nan, "state": UNKNOWN}
        return pd.DataFrame(nothing, index=pd.Index(STEPS, name="step"))
    sums = inside.groupby(level="step", sort=False)[["lower", "upper"]].sum(min_count=1)
    states = inside.groupby(level="step", sort=False)["state"]
    same = states.first().where(states.nunique() == 1, BOUNDED)
    sums["state"] = same
    return sums.reindex(list(STEPS))


def _floats(frame: pd.DataFrame) -> Floats:
    return frame[list(STEPS)].to_numpy(dtype=float)


def _filled(values: Floats, fill: float) -> Floats:
    return np.where(np.isnan(values), fill, values)


def _wide(steps: pd.DataFrame, column: str) -> Floats:
    """One column as territories x steps."""
    return steps[column].to_numpy(dtype=float).reshape(-1, len(STEPS))
