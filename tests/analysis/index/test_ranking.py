"""What holds for every ranking: order of rows, units, dominance, threads, the unknown."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.index.assumptions import AXES, Assumptions, drawn
from analysis.index.kernel import positions
from analysis.index.ranking import LEAST, Ranking, quantiles, rank
from analysis.index.table import Table
from analysis.sensitivity import design
from tests.analysis.index.worked import at_random, fixed, table

SEEDS = [1, 2, 3]
ROW = 64


def shuffled(given: Table, territories: np.ndarray, indicators: np.ndarray) -> Table:
    def some(names, order):
        return [names[at] for at in order]

    return Table(
        some(given.territories, territories),
        some(given.indicators, indicators),
        some(given.areas, indicators),
        some(given.better, indicators),
        given.lower[territories][:, indicators],
        given.upper[territories][:, indicators],
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_and_columns_does_not_matter(seed: int) -> None:
    given, random = at_random(seed), np.random.default_rng(seed)
    other = shuffled(given, random.permutation(12), random.permutation(5))
    one, two = rank(given, base=ROW).summary, rank(other, base=ROW).summary
    pd.testing.assert_frame_equal(one, two.loc[one.index], check_exact=False, rtol=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_units_do_not_matter(seed: int) -> None:
    given = at_random(seed)
    units = np.array([1000.0, 0.5, 2.0, 8.0, 0.25])
    other = replace(given, lower=given.lower * units, upper=given.upper * units)
    assert np.array_equal(
        rank(given, base=ROW).positions, rank(other, base=ROW).positions, equal_nan=True
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_zero_elsewhere_does_not_matter_but_to_ratios(seed: int) -> None:
    given = at_random(seed)
    other = replace(given, lower=given.lower + 64, upper=given.upper + 64)
    chosen = Assumptions(normalisations=("minmax", "deviation", "rank"))
    assert np.array_equal(
        rank(given, chosen, ROW).positions, rank(other, chosen, ROW).positions, equal_nan=True
    )


def test_threads_do_not_matter() -> None:
    given = at_random(1, territories=30)
    draws = drawn(given, Assumptions(), design(len(AXES), 50, 3))
    one, four = positions(given, draws, 1), positions(given, draws, 4)
    assert np.array_equal(one, four, equal_nan=True)
    assert np.array_equal(one, positions(given, draws, 3), equal_nan=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_better_in_everything_is_never_below(seed: int) -> None:
    given = at_random(seed, unknown=0.0)
    # T1's intervals are moved to where T0 is at least as good, whatever is drawn.
    lower, upper = given.lower.copy(), given.upper.copy()
    turned = given.is_less
    lower[1] = np.where(turned, upper[0], lower[0] * 0.9)
    upper[1] = np.where(turned, upper[0] * 1.1, lower[0])
    found = rank(replace(given, lower=lower, upper=upper), base=256)
    assert (found.positions[:, 0] <= found.positions[:, 1]).all()
    assert found.above[1, 0] == 0.0


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric", "outranking"])
def test_an_unknown_of_an_average_territory_gives_no_advantage(aggregation: str) -> None:
    # B is in the middle of everything. Whether its last value is known or not, it stays there.
    values = [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [3.0, 3.0, 3.0]]
    known = rank(table(values), fixed("minmax", aggregation), base=8)
    values[1][2] = float("nan")
    without = rank(table(values), fixed("minmax", aggregation), base=8)
    assert known.reference.tolist() == without.reference.tolist() == [3, 2, 1]


def test_an_imputed_unknown_takes_the_whole_range_of_the_known() -> None:
    # Ten territories with one indicator, an eleventh with nothing but another that all share.
    values = [[float(at), 1.0] for at in range(10)] + [[float("nan"), 1.0]]
    chosen = fixed("minmax", "arithmetic", "impute")
    found = rank(table(values), chosen, base=512)
    last = found.summary.loc["K"]
    assert last["lower"] <= 2 and last["upper"] >= 10
    assert last["median"] == pytest.approx(6, abs=1)
    assert bool(last["wide"])
    # The known keep the order they have.
    assert (np.diff(found.positions[:, :10], axis=1) < 0).all()


def test_nobody_is_ranked_of_whom_nothing_is_known() -> None:
    nan = float("nan")
    found = rank(table([[1.0, nan], [nan, nan], [2.0, nan]]), base=8)
    assert list(found.table.territories) == ["A", "C"]
    assert list(found.table.indicators) == ["i0"]
    with pytest.raises(ValueError, match="nothing is known"):
        rank(table([[nan], [nan]]))


def test_who_meets_nobody_has_no_position() -> None:
    nan = float("nan")
    values = [[1.0, nan], [2.0, nan], [nan, 5.0]]
    found = rank(table(values), fixed("minmax", "outranking"), base=8)
    assert found.reference[:2].tolist() == [2.75, 1.25]
    assert np.isnan(found.reference[2])


def test_overlapping_intervals_cannot_be_told_apart_and_others_can() -> None:
    ends = np.array([[0.0, 10.0], [0.0, 10.0], [20.0, 30.0]])
    given = Table(["A", "B", "C"], ["i"], ["x"], ["more"], ends[:, :1], ends[:, 1:])
    found = rank(given, fixed("minmax", "arithmetic"), base=512)
    assert found.above[2, 0] == found.above[2, 1] == 1.0
    assert found.above[0, 1] == pytest.approx(0.5, abs=0.05)
    assert found.distinct.tolist() == [0.5, 0.5, 1.0]
    assert found.from_the_middle.tolist() == [False, False, True]
    assert found.summary["top_third"].tolist() == [0.0, 0.0, 1.0]
    # Only the values are left to chance.
    assert found.drivers("A")["total"].tolist() == pytest.approx([0, 0, 0, 0, 1, 0], abs=0.1)
    assert found.drivers("C")["total"].isna().all()


def test_the_assumption_that_moves_ranks_is_named() -> None:
    # Exact, complete values: values and the unknown move nothing.
    values = [[1.0, 90.0], [2.0, 30.0], [3.0, 20.0], [90.0, 1.0], [40.0, 39.0]]
    chosen = Assumptions(weightings=("equal",), leave_out=False)
    drivers = rank(table(values), chosen, base=256).drivers()
    assert list(drivers.index) == list(AXES)
    still = ["weights", "unknown", "values", "left_out"]
    assert (drivers.loc[still, "total"] == 0).all()
    assert (drivers.loc[["normalisation", "aggregation"], "total"] > 0.1).all()


def test_quantiles_are_numpys_and_pass_over_the_unknown() -> None:
    random = np.random.default_rng(1)
    values = random.random((40, 3))
    values[::3, 1] = np.nan
    ordered = np.sort(values, axis=0)
    ranked = (~np.isnan(ordered)).sum(axis=0)
    for at in (0.05, 0.5, 0.95):
        assert quantiles(ordered, ranked, at) == pytest.approx(np.nanquantile(values, at, axis=0))


def test_what_cannot_be_compared_is_refused() -> None:
    good = at_random(1)
    for wrong, said in [
        ({"lower": good.upper + 1}, "lower end lies above"),
        ({"upper": np.full_like(good.upper, np.inf)}, "no end"),
        ({"territories": ["T"] * 12}, "repeats"),
        ({"better": ["most"] * 5}, "more"),
        ({"areas": ["one"]}, "one area"),
        ({"upper": good.upper[1:]}, "values are needed"),
    ]:
        with pytest.raises(ValueError, match=said):
            replace(good, **wrong)
    with pytest.raises(ValueError, match="must be among"):
        Assumptions(aggregations=("sum",))
    with pytest.raises(ValueError, match="0 or more"):
        Assumptions(weights={"one": -1.0})
    with pytest.raises(ValueError, match="nothing is known"):
        rank(good, Assumptions(weights={"one": 0.0, "two": 0.0}))


def test_an_area_that_weighs_nothing_plays_no_part() -> None:
    given = at_random(2)
    found: Ranking = rank(given, Assumptions(weights={"two": 0.0}), base=ROW)
    assert set(found.table.areas) == {"one"}


def withheld(**more: object) -> Ranking:
    """C has one value of three: too little for the draws that withhold."""
    nan = float("nan")
    values = [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [3.0, nan, nan], [4.0, 4.0, 4.0]]
    return rank(table(values), Assumptions(("minmax",), ("own",), ("arithmetic",), **more), 64)  # type: ignore[arg-type]


def test_a_few_draws_make_no_place() -> None:
    # The only draws that rank C are those that leave out both of what it lacks: none do.
    found = withheld(unknowns=("withhold",))
    summary = found.summary
    assert summary["placed"].tolist() == [True, True, False, True]
    assert summary.loc["C", ["lower", "median", "upper", "top_third"]].isna().all()
    assert not found.from_the_middle["C"]
    assert np.isnan(found.above[2]).all() and np.isnan(found.above[:, 2]).all()
    assert found.above[3, 0] == 1.0
    assert found.unplaced.loc["C"].tolist() == [1.0, 0.0, 0.0]
    assert found.drivers("C")["total"].isna().all() and not found.is_still("C")
    # D is first in every draw: nothing drives that, which is no unknown.
    assert found.drivers("D")["total"].isna().all() and found.is_still("D")


@pytest.mark.parametrize("seed", SEEDS)
def test_every_draw_without_a_place_has_one_cause(seed: int) -> None:
    found = rank(at_random(seed, unknown=0.6), base=ROW)
    summary = found.summary
    assert found.unplaced.sum(axis=1).to_numpy() == pytest.approx(1 - summary["ranked"].to_numpy())
    assert (summary["median"].notna() == (summary["ranked"] >= LEAST)).all()
    told = ~np.isnan(found.above)
    assert not told[~summary["placed"].to_numpy()].any()


def test_leaving_out_the_only_thing_known_is_its_own_cause() -> None:
    causes = withheld(unknowns=("reweigh",)).unplaced
    # One of three indicators, or none, is left out: a quarter of the draws each.
    assert causes.loc["C"].tolist() == pytest.approx([0.0, 0.25, 0.0], abs=0.05)
    assert causes.drop("C").to_numpy().sum() == 0
