"""Moments side by side: the same territories, the same resamples."""

import numpy as np
import pytest

from analysis.equality.gains import CANNOT_TELL, GAINS, KEEPS, LOSES, gains, standing
from analysis.equality.measures import equivalent, gini, theil
from analysis.equality.open_figures import Ends
from analysis.equality.over_time import Figures, Panel, aversion_of, change, series
from tests.analysis.equality import of

NAN = np.nan


def figures(capacity, need, width: float = 0.0) -> Figures:
    capacity, need = np.array(capacity, dtype=float), np.array(need, dtype=float)
    return Figures(capacity, need, Ends(capacity, capacity, need * (1 - width), need * (1 + width)))


def panel(*moments: Figures) -> Panel:
    named = tuple(str(2020 + i) for i in range(len(moments)))
    return Panel(named, moments, np.array([0, 0, 1, 1]))


THEN = figures([10, 20, 30, 40], [10, 10, 10, 10])
NOW = figures([20, 25, 30, 25], [10, 10, 10, 10])


def test_each_moment_has_the_measures_of_its_figures() -> None:
    these = panel(THEN, NOW)
    kappa = aversion_of(these, 1)
    found = series(these, kappa).set_index("moment")
    for moment, each in zip(("2020", "2021"), (THEN, NOW), strict=True):
        again = of(each.capacity, each.need, these.group)
        assert found.loc[moment, "gini"] == pytest.approx(gini(again))
        assert found.loc[moment, "within"] == pytest.approx(theil(again).within)
        assert found.loc[moment, "equivalent"] == pytest.approx(equivalent(again, kappa))
        assert found.loc[moment, "mean"] == 2.5
        assert found.loc[moment, "gini_lower"] <= found.loc[moment, "gini_upper"]
        assert np.isnan(found.loc[moment, "gini_least"])  # all figures are exact


def test_kappa_is_one_for_all_moments() -> None:
    """Rates 1, 2, 3, 4 and 2, 2.5, 3, 2.5: sums 20 and 55.5."""
    assert aversion_of(panel(THEN, NOW), 0.5) == pytest.approx(0.5 * 20 / 55.5)


def test_a_moment_without_a_figure_says_so() -> None:
    lacks = figures([20, NAN, 30, 25], [10, 10, 10, 10])
    found = series(panel(THEN, lacks), 1.0)
    assert found["lacking"].tolist() == [0, 1]
    assert found["territories"].tolist() == [4, 3]
    nobody = figures([NAN] * 4, [10] * 4)
    assert series(panel(nobody), 1.0)[["gini", "theil", "equivalent"]].isna().all(axis=None)


def test_figures_known_as_intervals_widen_the_measure() -> None:
    found = series(panel(figures([10, 20, 30, 40], [10] * 4, 0.2)), 1.0).iloc[0]
    assert found["gini_least"] < found["gini"] < found["gini_most"]
    assert found["theil_least"] < found["theil"] < found["theil_most"]


def test_change_is_nothing_where_nothing_changed() -> None:
    found = change(panel(THEN, THEN), "2020", "2021", 1.0)
    assert (found == 0).all(axis=None)


def test_change_is_the_difference_and_its_resamples_are_paired() -> None:
    these = panel(THEN, NOW)
    found, points = change(these, "2020", "2021", 1.0), series(these, 1.0)
    assert found.loc["gini", "change"] == pytest.approx(np.diff(points["gini"])[0])
    cost = points["mean"] - points["equivalent"]
    assert found.loc["cost", "change"] == pytest.approx(np.diff(cost)[0])
    # The better supplied gave to the worse in every resample: never less equal.
    assert found.loc["gini", "upper"] <= 1e-12


def test_who_gains_against_the_mean() -> None:
    """The mean is 2.5 both times: 40, 80, 120, 160 % of it, then 80, 100, 120, 100 %."""
    then, now = standing(THEN), standing(NOW)
    assert then["relative"].tolist() == pytest.approx([40, 80, 120, 160])
    found = gains(then, now)
    assert found["gain"].tolist() == pytest.approx([40, 20, 0, -60])
    assert found["direction"].tolist() == [GAINS, GAINS, KEEPS, LOSES]


def test_who_cannot_be_told_is_not_called_a_winner() -> None:
    wide = figures([20, 25, 30, 25], [10] * 4, 0.3)
    found = gains(standing(figures([10, 20, 30, 40], [10] * 4, 0.3)), standing(wide))
    assert found["direction"].tolist() == [GAINS, CANNOT_TELL, CANNOT_TELL, CANNOT_TELL]
    assert (found["gain_lower"] <= found["gain"]).all()


def test_unknown_stands_nowhere() -> None:
    found = standing(figures([10, NAN, 30, 0], [10, 10, NAN, 10]))
    assert found["relative"].isna().tolist() == [False, True, True, False]
    assert found["need_share"].sum() == pytest.approx(1)
    assert found.loc[3, "relative"] == 0
