"""Correlations, coverage and importance on tables whose answers are known."""

import numpy as np
import pytest

from analysis.index.checks import correlation_ratio, correlations, coverage, importance
from tests.analysis.index.worked import table

NAN = float("nan")
RISING = np.arange(20.0)


def test_coverage_counts_the_known() -> None:
    found = coverage(table([[1.0, NAN], [2.0, 3.0], [NAN, NAN], [4.0, NAN]]))
    assert found["known"].tolist() == [3, 1]
    assert found["share"].tolist() == [0.75, 0.25]


def test_indicators_that_say_the_same_or_the_contrary_are_named() -> None:
    values = np.column_stack([RISING, RISING**3, -RISING, RISING * 2])
    found = correlations(table(values, ["more", "more", "more", "less"]))
    says = dict(zip(found["one"] + found["other"], found["says"], strict=True))
    assert says == {
        "i0i1": "the same", "i0i2": "the contrary", "i0i3": "the contrary",
        "i1i2": "the contrary", "i1i3": "the contrary", "i2i3": "the same",
    }  # fmt: skip
    assert found["correlation"].abs().tolist() == pytest.approx([1.0] * 6)


def test_too_few_in_common_say_nothing() -> None:
    values = np.column_stack([RISING, np.where(RISING < 9, RISING, NAN), np.ones(20)])
    found = correlations(table(values))
    assert found["correlation"].isna().all()
    assert (found["says"] == "").all()
    assert found["territories"].tolist() == [9, 20, 9]


def test_the_correlation_ratio_sees_what_is_not_a_line() -> None:
    # The result is a parabola of the value: no correlation, yet wholly decided by it.
    x = np.linspace(-1, 1, 2001)
    assert abs(np.corrcoef(x, x**2)[0, 1]) < 1e-9
    assert correlation_ratio(x, x**2) > 0.95


def test_what_plays_no_part_has_no_importance() -> None:
    random = np.random.default_rng(1)
    noise = random.random((2000, 2))
    found = importance(table(noise), noise[:, 0])["ratio"]
    assert found["i0"] > 0.98
    assert found["i1"] < 0.02
    assert np.isnan(correlation_ratio(np.ones(20), RISING))
    assert np.isnan(correlation_ratio(RISING[:5], RISING[:5]))
