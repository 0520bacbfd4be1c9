"""Between the most need with the least room and the opposite lies whatever the truth is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.catchment import coverage as covering
from analysis.catchment import ends, measures
from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import bands
from analysis.catchment.ends import Ends
from analysis.catchment.model import Cells, Places, Setting
from tests.analysis.catchment import plain

SEEDS = st.integers(0, 10**6)
REACH = 120.0


def with_figures(of, demand, capacity):
    cells = Cells(of.cells.lon, of.cells.lat, demand)
    places = Places(of.places.lon, of.places.lat, capacity, of.places.open_to)
    return Setting(cells, places, of.ways)


def three(seed, groups=1, nobody=True):
    """Both ends, and a truth drawn between them; `nobody` may be in need in some cells."""
    worst, random = plain.drawn(seed, groups=groups), np.random.default_rng(seed + 1)
    worst = worst if nobody else with_figures(worst, worst.cells.demand + 1, worst.places.capacity)
    fewest = worst.cells.demand * random.uniform(0.01, 1, worst.cells.demand.shape)
    fewest[(random.random(fewest.shape) < 0.1) & nobody] = 0
    most = worst.places.capacity + random.uniform(0, 40, len(worst.places.lon))
    part, share = random.uniform(0, 1, fewest.shape), random.uniform(0, 1, len(most))
    need = fewest + (worst.cells.demand - fewest) * part
    room = worst.places.capacity + (most - worst.places.capacity) * share
    truth = with_figures(worst, need, room)
    return Ends(worst, with_figures(worst, fewest, most)), truth


@given(SEEDS, st.integers(1, 2))
@settings(max_examples=30, deadline=None)
def test_the_share_served_lies_between_the_ends_whatever_the_truth(seed, groups):
    both, truth = three(seed, groups)
    found = ends.shares(ends.coverage(both, REACH), both)
    real = covering.shares(covering.coverage(truth, REACH), truth.cells.demand)
    some = truth.cells.demand > 0
    assert (found.served.lower <= real.served.lower + 1e-9)[some].all()
    assert (real.served.lower <= found.served.upper + 1e-9)[some].all()
    assert found.out[some] == pytest.approx(real.out[some])
    total = found.served.lower + found.full.upper + found.out
    assert total[some] == pytest.approx(1)
    assert (found.served.upper + found.full.lower + found.out)[some] == pytest.approx(1)


@given(SEEDS)
@settings(max_examples=20, deadline=None)
@pytest.mark.parametrize("measure", [measures.two_step, measures.balanced])
def test_capacity_per_person_lies_between_the_ends(measure, seed):
    both, truth = three(seed, nobody=False)
    found = ends.between(both, bands(REACH), measure)
    real = measure(truth, bands(REACH)).lower
    assert (found.lower <= real + 1e-9).all()
    assert (real <= found.upper + 1e-9).all()


def test_where_all_is_known_both_ends_are_the_measure_itself():
    only = plain.drawn(7)
    both = Ends(only, only)
    found = ends.coverage(both, REACH)
    assert found.worst is found.best
    plainly = covering.shares(covering.coverage(only, REACH), only.cells.demand)
    assert np.array_equal(ends.shares(found, both).served.lower, plainly.served.lower, True)
    rate = ends.between(both, bands(REACH), measures.two_step)
    assert rate.lower == pytest.approx(measures.two_step(only, bands(REACH)).lower)


def line(demand, capacity):
    """One cell and one place on the same spot."""
    at = np.zeros(1)
    places = Places(at, at, np.array([capacity]), np.ones(1, dtype=bool))
    return as_the_crow_flies(Cells(at, at, np.array([demand])), places)


def test_one_cell_and_one_place_worked_out():
    """40 to 100 people, 10 to 30 places: at worst 10 of 100 are served, at best 30 of 40."""
    both = Ends(line(100.0, 10.0), line(40.0, 30.0))
    parts = ends.shares(ends.coverage(both, 1.0), both)
    assert (parts.served.lower.item(), parts.served.upper.item()) == pytest.approx((0.1, 0.75))
    assert (parts.full.lower.item(), parts.full.upper.item()) == pytest.approx((0.25, 0.9))
    # 20 places more serve 20 of those still waiting at worst, and the last 10 at best.
    after = ends.coverage(both.and_one(0.0, 0.0, 20.0), 1.0)
    gain = ends.gain(ends.coverage(both, 1.0), after)
    assert (gain.worst.item(), gain.best.item()) == pytest.approx((20, 10))
    assert not gain.reached.any()


@given(SEEDS, st.integers(1, 2), st.floats(0, 60))
@settings(max_examples=30, deadline=None)
def test_one_more_place_never_serves_more_than_it_takes(seed, groups, capacity):
    both, _ = three(seed, groups)
    before = ends.coverage(both, REACH)
    lon, lat = both.worst.cells.lon[0], both.worst.cells.lat[0]
    gain = ends.gain(before, ends.coverage(both.and_one(lon, lat, capacity), REACH))
    lower, upper = ends.between_sums(gain.worst.sum(), gain.best.sum())
    assert 0 <= lower <= upper <= capacity + 1e-6


def test_ends_that_gain_in_different_cells_are_summed_before_they_are_compared():
    """At worst the cell west takes all 10 places, at best nobody is there and the one east does:
    10 people either way, not 0 to 20.
    """
    lon, lat = np.array([0.0, 0.1]), np.zeros(2)
    none = Places(np.zeros(1), np.full(1, 50.0), np.zeros(1), np.ones(1, dtype=bool))
    worst = as_the_crow_flies(Cells(lon, lat, np.array([10.0, 20.0])), none)
    both = Ends(worst, with_figures(worst, np.array([0.0, 20.0]), none.capacity))
    after = ends.coverage(both.and_one(0.0, 0.0, 10.0), 20.0)
    gain = ends.gain(ends.coverage(both, 20.0), after)
    assert gain.worst[:, 0] == pytest.approx([10, 0])
    assert gain.best[:, 0] == pytest.approx([0, 10])
    assert ends.between_sums(gain.worst.sum(), gain.best.sum()) == pytest.approx((10, 10))


def test_if_there_may_be_nobody_all_who_come_may_be_served():
    both = Ends(line(100.0, 10.0), line(0.0, 10.0))
    parts = ends.shares(ends.coverage(both, 1.0), both)
    assert (parts.served.lower.item(), parts.served.upper.item()) == pytest.approx((0.1, 1.0))


def test_unknown_room_that_nothing_is_typical_of_withholds_the_share():
    both = Ends(line(100.0, np.nan), line(40.0, np.nan))
    parts = ends.shares(ends.coverage(both, 1.0), both)
    assert np.isnan(parts.served.lower).all()
    assert np.isnan(parts.served.upper).all()
    assert parts.out.item() == 0
    assert np.isnan(ends.between(both, bands(1.0), measures.two_step).lower).all()
