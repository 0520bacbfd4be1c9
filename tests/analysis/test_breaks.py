"""Breaks in level: what a series has shown it can do is never doubted."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.breaks import FOUND, level_breaks, spikes


def series(values: list[float | None], statuses: dict[int, str] | None = None) -> pd.DataFrame:
    """One territory's months, from January 2020 on."""
    months = pd.period_range("2020-01", periods=len(values), freq="M").astype(str)
    marks = statuses or {}
    return pd.DataFrame(
        {
            "territory_id": "AA",
            "measure_id": "people",
            "group_id": "all",
            "source_id": "s",
            "period": months,
            "value": [math.nan if value is None else value for value in values],
            "obs_status": [marks.get(i, "A") for i in range(len(values))],
        }
    )


CALM = [10_000.0 * 1.01**month for month in range(12)]
FALL = [*CALM[:8], *[value * 0.8 for value in CALM[8:]]]


def test_a_fall_by_a_fifth_amid_calm_months_is_a_break() -> None:
    """1 % a month; then a month at 0.8 x 1.01, and calm again."""
    found = level_breaks(series(FALL))
    assert found["figure"].tolist() == [8]
    assert found["obs_status"].tolist() == ["B"]
    assert "-19 %" in found["reason"].iloc[0]
    # Six times 1 % is less than a tenth, so a tenth is what is still ordinary.
    assert found["expected_upper"].iloc[0] == pytest.approx(FALL[7] * 1.1)
    assert found["expected_lower"].iloc[0] == pytest.approx(FALL[7] / 1.1)


def test_calm_months_are_not_doubted() -> None:
    assert level_breaks(series(CALM)).empty
    assert spikes(series(CALM)).empty


def test_a_break_its_publisher_marks_is_explained() -> None:
    assert level_breaks(series(FALL, {8: "B"})).empty


def test_one_month_away_and_back_is_a_spike_not_a_break() -> None:
    away = [*CALM[:8], CALM[8] * 2, *CALM[9:]]
    found = spikes(series(away))
    assert (found["figure"].tolist(), found["obs_status"].tolist()) == ([8], ["U"])
    assert found["reason"].iloc[0].endswith("and back")
    assert level_breaks(series(away)).empty


def test_swings_are_history() -> None:
    """A series that doubles and halves all the time may double again."""
    swings = [1000.0, 2000.0] * 8
    assert level_breaks(series(swings)).empty
    assert spikes(series(swings)).empty


def test_a_surge_that_builds_up_and_ebbs_is_not_a_break() -> None:
    """As in spring 2022: each change is near to the one beside it."""
    factors = [1.01, 1.01, 1.01, 1.3, 1.9, 1.5, 1.2, 1.05, 1.01, 1.01, 1.01]
    values = [10_000.0]
    for factor in factors:
        values.append(values[-1] * factor)
    assert level_breaks(series(values)).empty


def test_a_series_that_has_just_begun_has_no_level() -> None:
    assert level_breaks(series([100.0, 30_000.0, *CALM])).empty


def test_small_counts_vary_by_chance() -> None:
    """Of ten persons, five more are nothing; of ten thousand, half as many again is much."""
    few = [10.0, 10.0, 11.0, 10.0, 9.0, 10.0, 10.0, 15.0, 15.0, 15.0, 15.0]
    assert level_breaks(series(few)).empty
    assert level_breaks(series([value * 1000 for value in few]))["figure"].tolist() == [7]


def test_a_missing_month_is_passed_over_and_never_doubted() -> None:
    found = level_breaks(series([*FALL[:3], None, *FALL[3:]]))
    assert found["figure"].tolist() == [9]


def test_series_are_judged_apart_and_in_any_order() -> None:
    both = pd.concat(
        [series(CALM), series(FALL).assign(territory_id="BB")], ignore_index=True
    ).sample(frac=1, random_state=1)
    found = level_breaks(both)
    row = both.loc[found["figure"]].iloc[0]
    assert (len(found), row["territory_id"], row["period"]) == (1, "BB", "2020-09")


@given(st.lists(st.none() | st.integers(0, 10**9).map(float), max_size=40))
def test_any_series_is_judged_without_error(values: list[float | None]) -> None:
    figures = series(values)
    for check in (level_breaks, spikes):
        found = check(figures)
        assert list(found.columns) == list(FOUND)
        assert set(found["figure"]) <= set(figures.index[figures["value"].notna()])
