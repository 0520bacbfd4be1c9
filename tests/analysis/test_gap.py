"""Gaps: four answers by hand, and what must hold whatever the figures."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gap import (
    ANSWERS,
    CANNOT_TELL,
    MET,
    NO_BENCHMARK,
    NO_CAPACITY,
    NO_NEED,
    SHORT,
    UNKNOWN,
    gaps,
    roll_up,
)

NAN = math.nan


def row(need: Any = NAN, have: Any = NAN, residents: float = 1000.0) -> dict[str, Any]:
    """A row: a number is published, a triple (value, lower, upper) an estimate."""
    out: dict[str, Any] = {"residents": residents}
    for name, given_ in (("need", need), ("capacity", have)):
        exact = not isinstance(given_, tuple)
        value, lower, upper = (given_, NAN, NAN) if exact else given_
        out |= {
            name: value, f"{name}_lower": lower, f"{name}_upper": upper,
            f"{name}_exact": exact and not math.isnan(value),
        }  # fmt: skip
    return out


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    out = pd.DataFrame(list(rows))
    exact = ["need_exact", "capacity_exact"]
    out[[each for each in out if each not in exact]] = out[
        [each for each in out if each not in exact]
    ].astype(float)
    return out


def answered(need: Any, have: Any, factor: float | None = 1.0) -> dict[str, Any]:
    return gaps(frame(row(need, have)), factor).iloc[0].to_dict()


def picked(found: dict[str, Any], *names: str) -> list[Any]:
    return [found[name] for name in names]


GAP = ("gap", "gap_lower", "gap_upper")
COVER = ("coverage_percent", "coverage_percent_lower", "coverage_percent_upper")


def test_published_figures_by_hand() -> None:
    """200 people at half a place each ask for 100; 80 exist: 20 short, 80 % covered."""
    found = answered(200.0, 80.0, 0.5)
    assert picked(found, "demand", "demand_lower", "demand_upper") == [100, 100, 100]
    assert picked(found, *GAP) == [20, 20, 20]
    assert picked(found, *COVER) == pytest.approx([80, 80, 80])
    assert found["gap_per_1000"] == 20
    assert (found["answer"], found["missing"]) == (SHORT, "")


def test_intervals_by_hand() -> None:
    """Need 80 to 120, capacity 50 to 60: 20 to 70 short; 50/120 to 60/80 covered."""
    found = answered((100.0, 80.0, 120.0), (55.0, 50.0, 60.0))
    assert picked(found, *GAP) == [45, 20, 70]
    assert picked(found, *COVER) == pytest.approx([55, 50 / 120 * 100, 75])
    assert picked(found, "gap_per_1000_lower", "gap_per_1000_upper") == [20, 70]
    assert found["answer"] == SHORT


@pytest.mark.parametrize(
    ("need", "have", "answer"),
    [
        (100.0, 100.0, MET),  # enough to the place
        (100.0, 99.0, SHORT),
        ((100.0, 80.0, 120.0), 120.0, MET),
        ((100.0, 80.0, 120.0), 80.0, CANNOT_TELL),  # the lowest need is just met
        ((100.0, 80.0, 120.0), 100.0, CANNOT_TELL),
        ((100.0, 80.0, 120.0), 79.0, SHORT),
        ((100.0, NAN, NAN), 50.0, CANNOT_TELL),  # an estimate that says nothing of its error
        (100.0, NAN, UNKNOWN),
        (NAN, 100.0, UNKNOWN),
        (NAN, NAN, UNKNOWN),
        # Bounded from one side: what is certain decides, what is not does not.
        (40.0, (NAN, 50.0, NAN), MET),
        (60.0, (NAN, 50.0, NAN), UNKNOWN),
        ((NAN, 60.0, NAN), 50.0, SHORT),
        ((NAN, 40.0, NAN), 50.0, UNKNOWN),
        (60.0, (NAN, 40.0, 50.0), SHORT),
        (45.0, (NAN, 40.0, 50.0), CANNOT_TELL),
    ],
)
def test_answers(need: Any, have: Any, answer: str) -> None:
    assert answered(need, have)["answer"] == answer


def test_what_an_unknown_answer_lacks() -> None:
    assert answered(NAN, 5.0)["missing"] == NO_NEED
    assert answered(NAN, NAN)["missing"] == NO_NEED
    assert answered(5.0, NAN)["missing"] == NO_CAPACITY
    assert answered(5.0, 5.0, None)["missing"] == NO_BENCHMARK
    assert answered(5.0, 6.0)["missing"] == ""


def test_occupancy_asks_for_more_places_than_people() -> None:
    """90 people per 100 places: 180 people ask for 200 places."""
    found = answered(180.0, 190.0, 100 / 90)
    assert found["demand"] == pytest.approx(200)
    assert (found["gap"], found["answer"]) == (pytest.approx(10), SHORT)


def test_where_nothing_is_asked_for_there_is_no_share_of_it() -> None:
    found = answered(0.0, 10.0)
    assert (found["gap"], found["answer"]) == (-10, MET)
    assert all(math.isnan(each) for each in picked(found, *COVER))
    assert answered(0.0, 0.0)["answer"] == MET


def test_without_residents_there_is_no_rate() -> None:
    for residents in (NAN, 0.0):
        found = gaps(frame(row(10.0, 5.0, residents)), 1.0)
        assert found["gap"].tolist() == [5]
        assert found["gap_per_1000"].isna().all()


def test_a_benchmark_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        gaps(frame(row(1.0, 1.0)), -0.1)


NUMBER = st.integers(0, 10_000).map(float)
ESTIMATE = st.lists(NUMBER, min_size=3, max_size=3).map(sorted).map(lambda v: (v[1], v[0], v[2]))
FIGURE = st.just(NAN) | NUMBER | ESTIMATE | st.tuples(st.just(NAN), NUMBER, st.just(NAN))
FACTOR = st.integers(0, 40).map(lambda each: each / 4)


def _more(have: Any, by: float) -> Any:
    return tuple(each + by for each in have) if isinstance(have, tuple) else have + by


@given(FIGURE, FIGURE, FACTOR, st.integers(0, 500))
def test_more_capacity_never_widens_a_gap(need, have, factor, by) -> None:
    before, after = answered(need, have, factor), answered(need, _more(have, float(by)), factor)
    for end in GAP:
        assert math.isnan(before[end]) == math.isnan(after[end])
        assert not after[end] > before[end]
    if before["answer"] == MET:
        assert after["answer"] == MET
    if after["answer"] == SHORT:
        assert before["answer"] == SHORT


@given(FIGURE, FIGURE, FACTOR, st.sampled_from([2.0, 8.0, 1024.0]))
def test_twice_as_much_of_everything_is_twice_the_gap(need, have, factor, times) -> None:
    def larger(given_: Any) -> Any:
        many = isinstance(given_, tuple)
        return tuple(each * times for each in given_) if many else given_ * times

    before, after = answered(need, have, factor), answered(larger(need), larger(have), factor)
    assert after["answer"] == before["answer"]
    for end in GAP:
        assert after[end] == pytest.approx(before[end] * times, nan_ok=True)
    for end in COVER:
        assert after[end] == pytest.approx(before[end], nan_ok=True)


@given(FIGURE, FIGURE, FACTOR)
def test_ends_hold_the_middle_and_unknown_has_no_gap(need, have, factor) -> None:
    found = answered(need, have, factor)
    assert found["answer"] in ANSWERS
    if math.isnan(found["capacity"]) or math.isnan(found["need"]):
        assert math.isnan(found["gap"])
    assert not found["gap_lower"] > found["gap_upper"]
    assert not found["gap_lower"] > found["gap"]
    assert not found["gap"] > found["gap_upper"]
    assert (found["missing"] == "") == (found["answer"] != UNKNOWN)


def summed(*rows: dict[str, Any]) -> dict[str, Any]:
    found = gaps(frame(*rows), 1.0)
    return roll_up(found, pd.Series("all", index=found.index)).loc["all"].to_dict()


def test_a_group_by_hand() -> None:
    """30 short, 20 to spare, 10 too few to 10 to spare: 20 more or less, 30 to 40 missing."""
    found = summed(row(100.0, 70.0), row(50.0, 70.0), row((50.0, 40.0, 60.0), 50.0))
    assert picked(found, "members", "short", "met", "cannot_tell", "unknown") == [3, 1, 1, 1, 0]
    assert picked(found, "gap_lower", "gap_upper") == [0, 20]
    assert picked(found, "missing_lower", "missing_upper") == [30, 40]


def test_an_unknown_member_leaves_the_group_unknown_and_the_rest_summed() -> None:
    found = summed(row(100.0, 70.0), row(50.0, NAN))
    assert picked(found, "members", "counted", "unknown") == [2, 1, 1]
    assert math.isnan(found["gap_lower"]) and math.isnan(found["gap_upper"])
    assert picked(found, "known_gap_lower", "known_gap_upper") == [30, 30]
    assert picked(found, "missing_lower", "missing_upper") == [30, 30]


def test_nothing_known_sums_to_nothing_known() -> None:
    found = summed(row(100.0, NAN))
    assert math.isnan(found["missing_lower"]) and math.isnan(found["known_gap_lower"])


def test_a_shortage_of_at_least_so_much_counts_with_that() -> None:
    """At least 60 people, 50 places, and 30 short beside: at least 40, and no most."""
    found = summed(row((NAN, 60.0, NAN), 50.0), row(100.0, 70.0))
    assert found["missing_lower"] == 40
    assert math.isnan(found["missing_upper"]), "nobody knows how many more people there are"
    assert math.isnan(found["gap_upper"])


def test_a_certain_surplus_leaves_nothing_missing() -> None:
    """At least 50 places for 40 people, and 30 short beside."""
    found = summed(row(40.0, (NAN, 50.0, NAN)), row(100.0, 70.0))
    assert picked(found, "missing_lower", "missing_upper", "met") == [30, 30, 1]
    assert math.isnan(found["gap_lower"])


ROWS = st.lists(st.tuples(FIGURE, FIGURE), min_size=1, max_size=12)
SUMMED = ("missing_lower", "missing_upper", "known_gap_lower", "known_gap_upper", "members",
          "counted", "short", "met", "cannot_tell", "unknown")  # fmt: skip


@given(ROWS, st.lists(st.sampled_from("abc"), min_size=12, max_size=12))
def test_groups_of_groups_add_up(figures, names) -> None:
    found = gaps(frame(*(row(*each) for each in figures)), 1.0)
    by = pd.Series(names[: len(found)], index=found.index)
    parts = roll_up(found, by)
    whole = roll_up(found, pd.Series("all", index=found.index)).loc["all"]
    for name in SUMMED:
        nothing_open = name != "missing_upper" or not _open(found).any()
        if nothing_open:
            total = parts[name].sum(min_count=1)
            assert total == pytest.approx(whole[name], nan_ok=True)
    assert parts["members"].sum() == len(found)
    answers = parts[["short", "met", "cannot_tell", "unknown"]].sum(axis=1)
    assert answers.tolist() == parts["members"].tolist()
    for group, part in parts.iterrows():
        mine = found[by == group]
        assert not part["missing_lower"] > part["missing_upper"] + 1e-9
        assert not part["missing_upper"] < part["known_gap_upper"] - 1e-9
        unknown = mine[["gap_lower", "gap_upper"]].isna().any(axis=None)
        assert np.isnan(part["gap_lower"]) == unknown


def _open(found: pd.DataFrame) -> pd.Series:
    """Short by at least so much, with no end above."""
    return (found["answer"] == SHORT) & found["gap_upper"].isna()
