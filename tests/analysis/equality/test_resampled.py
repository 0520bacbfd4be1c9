"""Resamples: each equals the measure of the territories it drew."""

import numpy as np
import pytest
from hypothesis import given, settings

from analysis.equality.kernel import COLUMNS
from analysis.equality.measures import equivalent, gini, kappa, theil
from analysis.equality.resampled import counts_of, interval, intervals, resampled
from tests.analysis.equality import holdings, of


def drawn(these, counts):
    """A resample written out: each territory as often as it was drawn."""
    return of(
        np.repeat(these.capacity, counts),
        np.repeat(these.need, counts),
        np.repeat(these.group, counts),
    )


@settings(max_examples=40)
@given(holdings())
def test_each_resample_is_measured_as_if_written_out(these) -> None:
    many = len(these.need)
    counts, aversion = counts_of(many, 8), kappa(these.rate, these.need, 1)
    found = resampled(these, counts, aversion, np.arange(many))
    for row, each in zip(found, counts, strict=True):
        again = drawn(these, each)
        values = dict(zip(COLUMNS, row, strict=True))
        assert values["gini"] == pytest.approx(gini(again), abs=1e-10, nan_ok=True)
        parts = (values["theil"], values["between"], values["within"])
        assert parts == pytest.approx(tuple(theil(again)), abs=1e-10, nan_ok=True)
        assert values["equivalent"] == pytest.approx(equivalent(again, aversion), abs=1e-10)
        assert values["mean"] == pytest.approx(again.capacity.sum() / again.need.sum())


def test_counts_are_the_same_each_time_and_as_many_as_territories() -> None:
    counts = counts_of(30, 50)
    assert counts is counts_of(30, 50)
    assert (counts.sum(axis=1) == 30).all()
    assert (counts.mean(axis=0) > 0.5).all()
    with pytest.raises(ValueError, match="read-only"):
        counts[0, 0] = 1


def test_a_period_with_fewer_territories_reads_its_own_columns() -> None:
    """Where the middle one is unknown, its count is passed over."""
    counts = counts_of(3, 20)
    found = resampled(of([1, 3]), counts, 0.0, np.array([0, 2]))
    again = resampled(of([1, 3]), counts[:, [0, 2]].copy(), 0.0, np.array([0, 1]))
    np.testing.assert_array_equal(found, again)
    with pytest.raises(ValueError, match="one column"):
        resampled(of([1, 3]), counts, 0.0, np.array([0]))


def test_equal_things_stay_equal_in_every_resample() -> None:
    found = resampled(of([3, 6, 9], [1, 2, 3]), counts_of(3), 1.0, np.arange(3))
    bounds = intervals(found)
    assert bounds.loc["gini"].abs().max() < 1e-14
    assert bounds.loc["equivalent"].tolist() == pytest.approx([3, 3])


def test_an_interval_of_mostly_nothing_is_unknown() -> None:
    assert np.isnan(interval(np.array([1.0] * 5 + [np.nan] * 5))).all()
    assert np.isnan(resampled(of([]), counts_of(2, 4), 1.0, np.array([], dtype=int))).all()
