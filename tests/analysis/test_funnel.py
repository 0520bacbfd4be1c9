"""The funnel: it only narrows, unknown is bounded and never zero, the narrowest is certain."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.funnel import (
    BOUNDED,
    CANNOT_TELL,
    KEEPS_ALL,
    KNOWN,
    NARROWS,
    STEPS,
    UNKNOWN,
    lost,
    narrowest,
    passing,
    together,
)

NAN, INF = float("nan"), float("inf")


def frame(*values: float) -> pd.DataFrame:
    return pd.DataFrame([values], index=["A"], columns=list(STEPS), dtype=float)


def funnel(
    lower: tuple[float, ...], upper: tuple[float, ...] | None = None, floor: float = NAN
) -> pd.DataFrame:
    seen = frame(*[NAN] * 5, floor)
    return passing(frame(*lower), frame(*(upper or lower)), seen)


def ends(steps: pd.DataFrame) -> list[tuple[float, float]]:
    return list(steps[["lower", "upper"]].itertuples(index=False, name=None))


def test_a_step_lets_through_what_it_can_take_of_those_who_came():
    """1,000 people, a service for all, 300 near it, room for 500, 200 places theirs, 50 last."""
    steps = funnel((1000, INF, 300, 500, 200, 50))
    assert ends(steps) == [(n, n) for n in (1000, 1000, 300, 300, 200, 50)]
    assert (steps["state"] == KNOWN).all()
    found = narrowest(steps).loc["A"]
    assert (found["answer"], found["step"], found["lost_lower"]) == (NARROWS, "reach", 700)
    assert (found["certain_lost"], found["certain_by"]) == (950, "durable")


def test_an_unknown_step_is_bounded_by_the_one_before_and_never_zero():
    steps = funnel((1000, INF, NAN, 400, NAN, NAN))
    assert ends(steps)[2:] == [(0, 1000), (0, 400), (0, 400), (0, 400)]
    assert list(steps["state"])[2:] == [UNKNOWN, BOUNDED, UNKNOWN, UNKNOWN]
    found = narrowest(steps).loc["A"]
    assert (found["answer"], found["first_unknown"]) == (CANNOT_TELL, "reach")
    # At least 600 are lost by the time there is room, whichever of the two steps loses them.
    assert (found["certain_lost"], found["certain_by"]) == (600, "room")


def test_where_nobody_counts_the_people_nothing_is_told():
    steps = funnel((NAN, INF, NAN, 400, NAN, NAN))
    assert steps["upper"].isna().tolist() == [True, True, True, False, False, False]
    found = narrowest(steps).loc["A"]
    assert found["answer"] == UNKNOWN and np.isnan(found["certain_percent"])


def test_a_certain_loss_names_its_step_though_later_ones_are_unknown():
    """Of 1,000 only 300 are in reach: no later step can lose as many as the 700 before."""
    found = narrowest(funnel((1000, INF, 300, NAN, NAN, NAN))).loc["A"]
    assert (found["answer"], found["step"], found["first_unknown"]) == (NARROWS, "reach", "room")


def test_overlapping_intervals_name_no_step():
    found = narrowest(funnel((100, INF, 50, 30, 30, 30), (100, INF, 80, 60, 60, 60))).loc["A"]
    assert found["answer"] == CANNOT_TELL and found["step"] == ""


def test_people_seen_at_a_later_step_came_through_all_before():
    steps = funnel((1000, INF, NAN, NAN, NAN, NAN), floor=250)
    assert ends(steps)[2:] == [(250, 1000)] * 4


def test_nobody_lost_and_nobody_there_keep_all():
    assert narrowest(funnel((10, INF, INF, 20, 20, 10))).loc["A", "answer"] == KEEPS_ALL
    none = narrowest(funnel((0, INF, INF, 20, NAN, NAN))).loc["A"]
    assert none["answer"] == KEEPS_ALL and none["certain_percent"] == 0


def test_sums_leave_out_who_counts_nobody():
    rows = passing(
        pd.concat([frame(10, INF, 5, 5, 5, NAN), frame(NAN, 0, 0, 0, 0, 0)]).set_axis(["A", "B"]),
        pd.concat([frame(10, INF, 8, 5, 5, NAN), frame(NAN, 0, 0, 0, 0, 0)]).set_axis(["A", "B"]),
        pd.concat([frame(*[NAN] * 6)] * 2).set_axis(["A", "B"]),
    )
    sums = together(rows)
    assert ends(sums) == [(10, 10), (10, 10), (5, 8), (5, 5), (5, 5), (0, 5)]
    assert list(together(rows.loc[["B"]])["state"]) == [UNKNOWN] * 6


own_steps = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 50), st.booleans()), min_size=6, max_size=6
)


def from_(drawn: list[tuple[int, int, bool]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    lower = tuple(NAN if missing else float(value) for value, _, missing in drawn)
    upper = tuple(NAN if missing else float(value + width) for value, width, missing in drawn)
    return lower, upper


@given(own_steps)
def test_it_only_narrows_and_intervals_are_intervals(drawn):
    steps = funnel(*from_(drawn))
    lower, upper = steps["lower"].to_numpy(), steps["upper"].fillna(INF).to_numpy()
    assert (lower <= upper).all() and (lower >= 0).all()
    assert (np.diff(lower) <= 0).all() and (upper[1:] <= upper[:-1]).all()


@given(own_steps, st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_the_truth_lies_inside(drawn, where):
    """Whatever the figures truly are inside their intervals, the true counts and losses are."""
    steps = funnel(*from_(drawn))
    truth = [
        at * 2000 if missing else value + at * width
        for (value, width, missing), at in zip(drawn, where, strict=True)
    ]
    through = np.minimum.accumulate(truth)
    high = steps["upper"].fillna(INF).to_numpy()
    assert (steps["lower"] <= through + 1e-9).all() and (through <= high + 1e-9).all()
    losses = lost(steps)
    gone = np.append(0, through[:-1] - through[1:])
    assert (losses["lost_lower"] <= gone + 1e-9).all()
    assert (gone <= losses["lost_upper"].fillna(INF) + 1e-9).all()
    found = narrowest(steps).loc["A"]
    if found["answer"] == NARROWS:
        assert gone[STEPS.index(found["step"])] == pytest.approx(gone.max())


@given(own_steps, st.integers(0, 5))
def test_a_figure_that_becomes_known_only_narrows_the_answer(drawn, index):
    known = [(v, w, False if i == index else m) for i, (v, w, m) in enumerate(drawn)]
    hidden = [(v, w, True if i == index else m) for i, (v, w, m) in enumerate(drawn)]
    inner, outer = funnel(*from_(known)), funnel(*from_(hidden))
    assert (inner["lower"] >= outer["lower"]).all()
    assert (inner["upper"].fillna(INF) <= outer["upper"].fillna(INF)).all()


@given(own_steps)
def test_unknown_is_said_wherever_a_figure_is_missing(drawn):
    steps = funnel(*from_(drawn))
    missing = np.array([each[2] for each in drawn])
    certain = (steps["lower"] == steps["upper"]).to_numpy()
    assert ((steps["state"] == UNKNOWN).to_numpy() == (missing & ~certain)).all()
