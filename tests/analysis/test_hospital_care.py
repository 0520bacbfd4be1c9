"""Residents out of reach: the interval, when it is too wide, and why a row is unknown."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hospital_care import (
    HOLE,
    NEAR_HOLE,
    NO_REGISTER,
    NOT_PLACED,
    WIDEST_PERCENT,
    out_of_reach_rows,
)
from analysis.indicator import ROW_COLUMNS


def row(**changes: object) -> pd.Series:
    """The row of a region of 1,000 residents, 200 of them far, unless changed."""
    region = {
        "territory_id": "AT11", "residents_persons": 1000.0, "residents_period": "2024",
        "far_persons": 200.0, "doubtful_persons": 0.0, "unplaced_persons": 0.0,
        "best_verdict": "covered", "worst_verdict": "covered",
    }  # fmt: skip
    return out_of_reach_rows(pd.DataFrame([region | changes])).iloc[0]


def test_a_region_without_doubt_is_a_single_value():
    found = row()
    assert found[["value", "lower", "upper"]].tolist() == [20, 20, 20]
    assert found[["count", "count_lower", "count_upper"]].tolist() == [200, 200, 200]
    assert (found["obs_status"], found["evidence"]) == ("E", "estimated")
    assert pd.isna(found["note"])
    assert tuple(found.index) == ROW_COLUMNS


def test_doubtful_residents_lower_the_lower_end():
    found = row(doubtful_persons=50.0)
    assert found[["value", "lower", "upper"]].tolist() == [20, 15, 20]
    assert found["count_lower"] == 150
    assert found["note"] == NEAR_HOLE


def test_unplaced_residents_raise_the_upper_end_and_are_no_part_of_the_share():
    """200 of the 950 who are placed are far; all 50 others may be, or none."""
    found = row(unplaced_persons=50.0)
    assert found["value"] == pytest.approx(200 / 950 * 100)
    assert (found["lower"], found["upper"]) == (20, 25)
    # The people counted, not scaled up to those nobody placed.
    assert (found["count"], found["count_lower"], found["count_upper"]) == (200, 200, 250)


def test_nobody_far_is_none_and_not_unknown():
    found = row(far_persons=0.0)
    assert (found["value"], found["count"]) == (0, 0)


@pytest.mark.parametrize("far", range(10, 101))
def test_exactly_ten_points_are_still_a_value(far):
    """10 of 100 residents in doubt are 10 points apart, not more, whatever the rest."""
    found = row(residents_persons=100.0, far_persons=float(far), doubtful_persons=10.0)
    assert found["value"] == pytest.approx(far)


@pytest.mark.parametrize("more", [{"doubtful_persons": 101.0}, {"unplaced_persons": 101.0}])
def test_more_than_ten_points_are_unknown_with_their_interval(more):
    found = row(**more)
    assert pd.isna(found["value"]) and pd.isna(found["count"])
    assert found["upper"] - found["lower"] == pytest.approx(10.1)
    assert found["obs_status"] == "U"
    assert found["note"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"doubtful_persons": 150.0}, NEAR_HOLE),
        ({"doubtful_persons": 150.0, "worst_verdict": "too few"}, HOLE),
        ({"doubtful_persons": 1.0, "best_verdict": "too few", "worst_verdict": "too few"}, HOLE),
        ({"doubtful_persons": 150.0, "best_verdict": "no register"}, NO_REGISTER),
        ({"unplaced_persons": 500.0}, NOT_PLACED),
        ({"unplaced_persons": 500.0, "best_verdict": "no register"}, NO_REGISTER),
        ({"unplaced_persons": 1000.0, "far_persons": None, "doubtful_persons": None}, NOT_PLACED),
        ({"residents_persons": None, "unplaced_persons": None}, NOT_PLACED),
    ],
)
def test_reasons(changes, reason):
    assert row(**changes)["note"] == reason


@pytest.mark.parametrize(
    "missing", ["far_persons", "doubtful_persons", "unplaced_persons", "residents_persons"]
)
def test_unknown_never_becomes_zero(missing):
    found = row(**{missing: None})
    assert pd.isna(found["value"]) and pd.isna(found["count"])
    assert found["obs_status"] == "U"


def test_a_region_of_nobody_has_no_share():
    found = row(residents_persons=0.0, far_persons=0.0)
    assert pd.isna(found["value"])
    assert found["obs_status"] == "U"


@given(st.lists(st.integers(0, 10**7), min_size=3, max_size=3), st.integers(0, 10**7))
def test_a_value_lies_within_its_interval(parts, doubtful):
    near, far, unplaced = parts
    found = row(
        residents_persons=float(near + far + unplaced),
        far_persons=float(far),
        doubtful_persons=float(min(doubtful, far)),
        unplaced_persons=float(unplaced),
    )
    if pd.notna(found["value"]):
        hair = 1e-9
        assert 0 <= found["lower"] <= found["value"] + hair
        assert found["value"] <= found["upper"] + hair <= 100 + 2 * hair
        assert found["upper"] - found["lower"] <= WIDEST_PERCENT
        assert found["count_lower"] <= found["count"] <= found["count_upper"]


@pytest.mark.parametrize("far", [0.0, 200.0])
def test_more_residents_placed_than_counted_turn_no_interval_around(far):
    """Grid and register are of different years: 1,005 placed where 1,000 are counted."""
    found = row(far_persons=far, unplaced_persons=-5.0)
    assert 0 <= found["lower"] <= found["upper"]
    assert found["count_lower"] <= found["count_upper"]
    if pd.notna(found["value"]):
        assert found["lower"] <= found["value"] <= found["upper"]


def test_no_regions_give_no_rows():
    assert out_of_reach_rows(pd.DataFrame([row().to_dict()]).iloc[:0].assign(
        residents_persons=[], far_persons=[], doubtful_persons=[], unplaced_persons=[],
        best_verdict=[], worst_verdict=[],
    )).empty  # fmt: skip
