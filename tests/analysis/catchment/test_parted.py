"""A catchment in parts is the catchment as a whole, however it is cut."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import bands, exponential, flat, gaussian, linear
from analysis.catchment.measures import two_step
from analysis.catchment.model import Cells, Places
from analysis.catchment.parted import Asked, tasks_of, two_step_in_parts

DECAYS = [flat(90), bands(90), gaussian(90, 40), exponential(90, 40), linear(90)]


def drawn(seed: int, cells: int = 300, places: int = 60, west: float = 0.0):
    """Random people and places of two groups in 8 by 8 degrees, and the square each is in."""
    random = np.random.default_rng(seed)
    lon, lat = random.uniform(west, west + 8, cells), random.uniform(44, 52, cells)
    at, up = random.uniform(west, west + 8, places), random.uniform(44, 52, places)
    capacity = random.integers(0, 50, places).astype(float)
    capacity[random.random(places) < 0.1] = np.nan
    open_to = random.random((places, 2)) < 0.7
    people = Cells(lon, lat, random.integers(0, 90, (cells, 2)).astype(float))
    offer = Places(at, up, capacity, open_to)
    return (people, squares(lon, lat)), (offer, squares(at, up))


def squares(lon, lat, degrees: float = 2.0):
    return (np.floor(lon / degrees) * 1000 + np.floor(lat / degrees)).astype(np.int64)


def assert_whole(people, offer, asked, run=map):
    whole = as_the_crow_flies(people[0], offer[0], asked.detour)
    there = two_step(whole, asked.decay, asked.group, asked.typical)
    found = two_step_in_parts(people, offer, asked, run)
    for ours, theirs in zip(found, there, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.sampled_from(DECAYS), st.sampled_from([1.0, 1.3]),
       st.sampled_from([None, 20.0]), st.integers(0, 1))  # fmt: skip
def test_in_parts_is_as_a_whole(seed, decay, detour, typical, group):
    people, offer = drawn(seed)
    assert_whole(people, offer, Asked(decay, detour, group, typical))


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.integers(1, 40))
def test_parts_may_be_of_any_shape(seed, many):
    """Even parts that lie scattered over everything."""
    (cells, _), (places, _) = drawn(seed)
    random = np.random.default_rng(seed)
    parts = random.integers(0, many, len(cells.lon)), random.integers(0, many, len(places.lon))
    assert_whole((cells, parts[0]), (places, parts[1]), Asked(gaussian(90, 40)))


def test_across_the_antimeridian_it_is_the_same():
    people, offer = drawn(7, west=176.0)
    assert_whole(people, offer, Asked(exponential(200, 60)))


def test_a_reach_round_the_world_needs_everybody():
    people, offer = drawn(8, cells=60, places=9)
    assert_whole(people, offer, Asked(flat(float("inf"))))


def test_whoever_runs_the_parts_gives_the_same():
    people, offer = drawn(9)
    with ThreadPoolExecutor(2) as pool:
        assert_whole(people, offer, Asked(gaussian(90, 40)), pool.map)


def test_nobody_and_nothing():
    people, offer = drawn(10, places=0)
    assert two_step_in_parts(people, offer, Asked(flat(90))).lower.tolist() == [0.0] * 300
    nobody, offer = drawn(10, cells=0)
    assert len(two_step_in_parts(nobody, offer, Asked(flat(90))).lower) == 0


def test_a_task_has_what_its_part_needs_and_not_the_whole():
    people, offer = drawn(11)
    tasks = list(tasks_of(people, offer, Asked(flat(30))))
    assert sum(len(task.positions) for task in tasks) == len(people[0].lon)
    assert max(len(task.cells.lon) for task in tasks) < len(people[0].lon) / 2
    assert all(task.own.sum() == len(task.positions) for task in tasks)


def test_everything_must_have_a_part():
    people, offer = drawn(12)
    with pytest.raises(ValueError, match="must have a part"):
        two_step_in_parts((people[0], people[1][:-1]), offer, Asked(flat(90)))
