"""Rows of counted figures: bounds survive, what cannot be divided says so."""

import pandas as pd
import pytest

from analysis.figure_rate import NO_RESIDENTS, rate_rows
from analysis.indicator import ROW_COLUMNS


def rows(**changes: object) -> pd.Series:
    """The row of one figure: 30 persons among 10,000 residents unless changed."""
    figure = {
        "territory_id": "AT11", "value": 30.0, "lower": None, "upper": None,
        "residents": 10_000.0, "residents_period": "2024", "period": "2024-12-31",
        "group_id": "all", "obs_status": "A", "evidence": "published", "note": None,
        "source_id": "x", "source_file": "x.csv", "source_line": 3,
    }  # fmt: skip
    frame = pd.DataFrame([figure | changes], index=[17])
    frame["note"] = frame["note"].astype(object)
    return rate_rows(frame).iloc[0]


def test_a_figure_becomes_a_rate_and_keeps_its_count_and_provenance():
    row = rows()
    assert (row["value"], row["count"], row["residents"]) == (3.0, 30.0, 10_000.0)
    assert row[["period", "group_id", "obs_status", "evidence"]].tolist() == [
        "2024-12-31", "all", "A", "published",
    ]  # fmt: skip
    assert row[["source_id", "source_file", "source_line"]].tolist() == ["x", "x.csv", 3]
    assert tuple(row.index) == ROW_COLUMNS


def test_an_unknown_figure_with_a_lower_end_keeps_it_and_gets_no_value():
    row = rows(value=None, lower=20.0, obs_status="L", note="2 of 3 regions are known")
    assert pd.isna(row["value"]) and pd.isna(row["count"])
    assert (row["count_lower"], row["lower"]) == (20.0, 2.0)
    assert pd.isna(row["count_upper"]) and pd.isna(row["upper"])
    assert (row["obs_status"], row["note"]) == ("L", "2 of 3 regions are known")


def test_without_residents_there_is_no_rate_but_the_count_stays():
    row = rows(residents=None, lower=25.0, upper=35.0)
    assert row[["value", "lower", "upper"]].isna().all()
    assert (row["count"], row["count_lower"], row["count_upper"]) == (30.0, 25.0, 35.0)
    assert (row["obs_status"], row["note"]) == ("L", NO_RESIDENTS)


def test_without_residents_an_unknown_figure_keeps_its_own_reason():
    row = rows(value=None, residents=None, obs_status="Q", note="suppressed by the publisher")
    assert (row["obs_status"], row["note"]) == ("Q", "suppressed by the publisher")


def test_none_is_none_and_not_unknown():
    row = rows(value=0.0, lower=0.0, upper=5.0)
    assert (row["value"], row["lower"], row["upper"]) == (0.0, 0.0, 0.5)
    assert row["obs_status"] == "A"


def test_nobody_can_be_divided_by_nobody():
    with pytest.raises(ValueError, match="positive"):
        rows(residents=0)


def test_no_figures_give_no_rows():
    empty = rate_rows(pd.DataFrame(columns=list(ROW_COLUMNS)))
    assert empty.empty
    assert tuple(empty.columns) == ROW_COLUMNS
