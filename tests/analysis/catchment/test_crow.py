"""Sums over all pairs within reach, against the same sums written out with every pair at once."""

import dataclasses
import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.catchment.crow import Crow, as_the_crow_flies
from analysis.catchment.decay import bands, exponential, flat, gaussian, linear, step
from analysis.catchment.model import Cells, Places, StoppedError
from analysis.reach import EARTH_RADIUS_KM
from tests.analysis.catchment import plain

DEGREE = math.pi * EARTH_RADIUS_KM / 180
DECAYS = {
    "flat": flat(150), "bands": bands(150), "gaussian": gaussian(150, 60),
    "narrow gaussian": gaussian(150, 10), "exponential": exponential(150, 40),
    "steep exponential": exponential(150, 2), "linear": linear(150),
    "far gaussian": gaussian(4000, 900), "far exponential": exponential(4000, 900),
    "far linear": linear(4000), "far flat": flat(4000), "everywhere": flat(math.inf),
    "everywhere gaussian": gaussian(math.inf, 2000),
}  # fmt: skip
BOXES = {
    "europe": (-4, 4, 46, 51), "equator": (-3, 3, -3, 3), "all": (-180, 180, -90, 90),
    "north pole": (-180, 180, 85, 90), "south pole": (-180, 180, -90, -86),
}  # fmt: skip


def both_ways(setting, decay, detour=1.0):
    """Sums at places and at cells of values that differ by point, ours and the plain ones."""
    at = np.arange(1.0, len(setting.cells.lon) + 1), np.arange(1.0, len(setting.places.lon) + 1)
    ways = Crow(setting.cells, setting.places, detour)
    w = plain.weights(setting, decay, detour)
    ours = ways.at_places(at[0], decay), ways.at_cells(at[1], decay)
    return ours, (at[0] @ w, w @ at[1])


def places(points, capacity=10.0):
    lon, lat = np.array(points, dtype=float).reshape(-1, 2).T
    return Places(lon, lat, np.full(len(lon), capacity), np.ones(len(lon)))


def cells(points):
    lon, lat = np.array(points, dtype=float).reshape(-1, 2).T
    return Cells(lon, lat, np.ones(len(lon)))


@pytest.mark.parametrize("decay", DECAYS)
@pytest.mark.parametrize("box", BOXES)
def test_equals_the_sums_over_every_pair(decay, box):
    setting = plain.drawn(1, cells=120, places=60, box=BOXES[box])
    ours, expected = both_ways(setting, DECAYS[decay])
    assert ours[0] == pytest.approx(expected[0], rel=1e-11, abs=1e-12)
    assert ours[1] == pytest.approx(expected[1], rel=1e-11, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6), st.floats(0.5, 900), st.floats(-180, 179), st.floats(-90, 89),
    st.floats(0.01, 40),
)  # fmt: skip
def test_equals_the_sums_over_every_pair_anywhere_at_any_reach(seed, reach, west, south, size):
    box = (west, west + size, south, min(90.0, south + size))
    ours, expected = both_ways(plain.drawn(seed, 40, 20, box=box), gaussian(reach, reach / 2))
    assert ours[0] == pytest.approx(expected[0], rel=1e-9, abs=1e-9)
    assert ours[1] == pytest.approx(expected[1], rel=1e-9, abs=1e-9)


def test_a_detour_makes_every_way_longer():
    ours, expected = both_ways(plain.drawn(2), gaussian(120, 50), detour=1.3)
    assert ours[0] == pytest.approx(expected[0], rel=1e-11)
    assert ours[1] == pytest.approx(expected[1], rel=1e-11)


def test_turning_the_earth_below_the_antimeridian_changes_nothing():
    setting = plain.drawn(3)
    found = []
    for turn in (0.0, 100.0, 178.0, 180.0, 182.5):
        turned = [
            dataclasses.replace(each, lon=(each.lon + turn + 180) % 360 - 180)
            for each in (setting.cells, setting.places)
        ]
        found.append(as_the_crow_flies(*turned).ways.at_cells(np.arange(25.0), gaussian(150)))
    for each in found[1:]:
        assert each == pytest.approx(found[0], rel=1e-9)


@pytest.mark.parametrize("longitudes", [(180.0, -180.0), (-179.9, 180.1), (540.0, 180.0)])
def test_longitudes_beyond_the_antimeridian_are_the_places_they_name(longitudes):
    here, there = longitudes
    setting = as_the_crow_flies(cells([(here, 10.0)]), places([(there, 10.0)]))
    assert setting.ways.at_cells(np.ones(1), flat(0.01)).tolist() == [1.0]


def test_at_a_pole_every_longitude_is_in_reach():
    round_about = [(lon, 89.9) for lon in range(-180, 180, 30)]
    setting = as_the_crow_flies(cells([(17.0, 90.0)]), places(round_about))
    assert setting.ways.at_cells(np.ones(12), flat(0.11 * DEGREE)).tolist() == [12.0]
    assert setting.ways.at_cells(np.ones(12), flat(0.09 * DEGREE)).tolist() == [0.0]


def test_over_the_pole_is_in_reach():
    setting = as_the_crow_flies(cells([(0.0, 89.0)]), places([(180.0, 89.0), (90.0, 80.0)]))
    assert setting.ways.at_cells(np.ones(2), flat(2.1 * DEGREE)).tolist() == [1.0]


def test_points_on_one_spot_each_count():
    setting = as_the_crow_flies(cells([(5.0, 50.0)] * 3), places([(5.0, 50.0)] * 4))
    assert setting.ways.at_cells(np.ones(4), gaussian(1)).tolist() == [4.0] * 3
    assert setting.ways.at_places(np.array([1.0, 2, 4]), gaussian(1)).tolist() == [7.0] * 4


@given(st.integers(0, 100), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_input_changes_not_a_digit(seed, random):
    setting = plain.drawn(seed)
    # Some points share a spot but not a value.
    setting.cells.lon[:9], setting.cells.lat[:9] = 1.0, 48.0
    order = list(range(80))
    random.shuffle(order)
    values = np.random.default_rng(seed).random(80)
    moved = Cells(setting.cells.lon[order], setting.cells.lat[order], setting.cells.demand[order])
    first = Crow(setting.cells, setting.places).at_places(values, gaussian(200))
    second = Crow(moved, setting.places).at_places(values[order], gaussian(200))
    assert first.tolist() == second.tolist()


def test_the_number_of_threads_changes_not_a_digit():
    setting = plain.drawn(4, cells=9000, places=300)
    found = [
        Crow(setting.cells, setting.places, threads=threads).at_cells(np.arange(300.0), linear(90))
        for threads in (1, 2, 5)
    ]
    assert found[0].tolist() == found[1].tolist() == found[2].tolist()


def test_only_the_places_asked_for_are_summed():
    setting = plain.drawn(5)
    only = np.arange(25) % 3 == 0
    every = setting.ways.at_places(np.ones(80), flat(200))
    some = setting.ways.at_places(np.ones(80), flat(200), only)
    assert some.tolist() == np.where(only, every, 0).tolist()


def test_without_cells_or_places_there_is_nothing_to_sum():
    nobody, nowhere = cells([]), places([])
    assert as_the_crow_flies(nobody, places([(0, 0)])).ways.at_places(np.ones(0), flat(9)) == [0]
    assert as_the_crow_flies(cells([(0, 0)]), nowhere).ways.at_cells(np.ones(0), flat(9)) == [0]
    km, which = as_the_crow_flies(cells([(0, 0)]), nowhere).ways.nearest(2)
    assert km.tolist() == [[math.inf, math.inf]]
    assert which.tolist() == [[-1, -1]]


def test_the_nearest_are_the_least_of_all_distances():
    setting = plain.drawn(6, box=BOXES["all"])
    km, which = Crow(setting.cells, setting.places, detour=1.5).nearest(3)
    every = plain.haversine(setting.cells, setting.places) * 1.5
    assert km == pytest.approx(np.sort(every, axis=1)[:, :3], abs=1e-6)
    assert np.take_along_axis(every, which, axis=1) == pytest.approx(km, abs=1e-6)


def test_the_nearest_of_fewer_places_than_asked_for():
    setting = as_the_crow_flies(cells([(0, 0)]), places([(1, 0), (2, 0), (3, 0)]))
    km, which = setting.ways.nearest(3, np.array([False, True, True]))
    assert km[0].tolist() == pytest.approx([2 * DEGREE, 3 * DEGREE, math.inf])
    assert which.tolist() == [[1, 2, -1]]


def test_nothing_is_kept_by_the_pair():
    """Nine million pairs take less memory than a byte each."""
    setting = plain.drawn(8, cells=3000, places=3000, box=(0, 1, 50, 51))
    setting.ways.at_cells(np.ones(3000), gaussian(500))
    tracemalloc.start()
    found = setting.ways.at_cells(np.ones(3000), flat(501))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found == 3000).all()
    assert most < 3000 * 3000 / 4


def test_progress_rises_to_all_of_it():
    told = []
    setting = plain.drawn(7, cells=9000, places=300)
    setting.ways.at_cells(np.ones(300), flat(30), watch=lambda share: not told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 3


def test_a_watcher_that_says_no_stops_it():
    setting = plain.drawn(7, cells=9000, places=300)
    with pytest.raises(StoppedError):
        setting.ways.at_cells(np.ones(300), flat(30), watch=lambda share: share < 0.5)


def test_a_reach_that_cuts_a_step_off_counts_the_bound():
    setting = as_the_crow_flies(cells([(0, 0)]), places([(0, 0), (1, 0), (2, 0)]))
    steps = step({0: 5, 1.5 * DEGREE: 2})
    assert setting.ways.at_cells(np.ones(3), steps).tolist() == [7.0]


@pytest.mark.parametrize("bad", [(math.nan, 0.0), (0.0, math.inf), (0.0, 91.0)])
def test_coordinates_must_be_on_the_earth(bad):
    with pytest.raises(ValueError, match=r"coordinates|latitude"):
        as_the_crow_flies(cells([bad]), places([(0, 0)])).ways.at_cells(np.ones(1), flat(1))


def test_a_detour_is_never_shorter():
    with pytest.raises(ValueError, match="detour"):
        as_the_crow_flies(cells([]), places([]), detour=0.9)
