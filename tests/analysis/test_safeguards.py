"""Ratios against norms: told only where the whole interval is on one side."""

import pandas as pd
import pytest

from analysis.safeguards import (
    BROKEN,
    CANNOT_TELL,
    IN_EXCEPTION,
    KEPT,
    NOTHING,
    RATIOS,
    UNKNOWN,
    Ratio,
    ratios,
)

BY_ID = {each.ratio_id: each for each in RATIOS}
GUARDIANS, STAFF = BY_ID["children_per_guardian"], BY_ID["social_workers_per_service"]
NAN = float("nan")


def one(value: float, lower: float = NAN, upper: float = NAN, day: str = "2025-06-30"):
    frame = {"value": [value], "lower": [lower], "upper": [upper], "day": [pd.Timestamp(day)]}
    return pd.DataFrame(frame, index=["A"])


def answer(over: pd.DataFrame, under: pd.DataFrame, ratio: Ratio = GUARDIANS) -> str:
    return str(ratios(over, under, ratio).loc["A", "answer"])


@pytest.mark.parametrize(
    ("children", "expected"),
    [(300, KEPT), (301, IN_EXCEPTION), (500, IN_EXCEPTION), (501, BROKEN)],
)
def test_thirty_children_a_guardian_fifty_in_exceptional_situations(children, expected):
    assert answer(one(children), one(10)) == expected


def test_an_interval_on_both_sides_cannot_tell():
    assert answer(one(300, 250, 350), one(10)) == CANNOT_TELL
    assert answer(one(480, 450, 550), one(10)) == CANNOT_TELL
    found = ratios(one(300, 250, 350), one(10, 5, 10), GUARDIANS).loc["A"]
    assert (found["ratio_lower"], found["ratio_upper"]) == (25, 70)


def test_missing_is_unknown_and_so_are_figures_of_different_years():
    assert answer(one(300), one(NAN)) == UNKNOWN
    assert answer(one(300), one(10, day="2023-06-30")) == UNKNOWN
    assert ratios(one(300), one(10).iloc[:0], GUARDIANS).loc["A", "answer"] == UNKNOWN


def test_children_without_any_guardian_are_above_every_limit():
    assert answer(one(300), one(0)) == BROKEN
    assert answer(one(0), one(0)) == UNKNOWN


def test_staff_where_there_is_no_service_is_nothing_to_divide_by():
    assert answer(one(5), one(0), STAFF) == NOTHING
    assert answer(one(5), one(4), STAFF) == KEPT
    assert answer(one(3), one(4), STAFF) == BROKEN


def test_every_norm_says_where_it_is_from():
    for ratio in RATIOS:
        assert ratio.cited and ratio.kind in ("legal_norm", "target", "observed")
        assert ratio.benchmark_id or "Directive (EU) 2024/1346, Article 27" in ratio.cited
