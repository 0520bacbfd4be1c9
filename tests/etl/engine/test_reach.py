"""Reach by coarser cells is reach as a whole, worked out one part after the other."""

import numpy as np

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import gaussian
from analysis.catchment.measures import two_step
from analysis.catchment.model import Cells, Places
from analysis.catchment.parted import Asked
from etl.engine.reach import parent_of, two_step_by_parents

ASKED = Asked(gaussian(50, 20), detour=1.2)


def drawn(cells: int = 2000, places: int = 300):
    """People and places drawn over France and Italy."""
    random = np.random.default_rng(1)

    def points(many):
        return random.uniform(0, 14, many), random.uniform(41, 49, many)

    people = Cells(*points(cells), random.integers(0, 900, cells).astype(float))
    offer = Places(*points(places), random.integers(1, 90, places).astype(float), np.ones(places))
    return people, offer


def assert_whole(run):
    people, offer = drawn()
    whole = two_step(as_the_crow_flies(people, offer, ASKED.detour), ASKED.decay)
    found = two_step_by_parents(people, offer, ASKED, run)
    assert (whole.lower > 0).any()
    for ours, theirs in zip(found, whole, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


def test_by_parents_it_is_as_a_whole():
    people, _ = drawn()
    assert len(np.unique(parent_of(people.lon, people.lat))) > 10
    assert_whole(map)
