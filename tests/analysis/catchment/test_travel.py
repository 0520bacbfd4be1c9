"""A table of travel times in place of distances."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.catchment.decay import flat, gaussian
from analysis.catchment.measures import balanced, two_step, within
from analysis.catchment.model import Setting, StoppedError
from analysis.catchment.travel import Travel, travel
from tests.analysis.catchment import plain


def table_of(setting):
    """Every pair with its kilometres as minutes, in no order."""
    km = plain.haversine(setting.cells, setting.places)
    cell, place = (each.ravel() for each in np.indices(km.shape))
    order = np.random.default_rng(1).permutation(km.size)
    return Travel(cell[order], place[order], km.ravel()[order], *km.shape)


@pytest.mark.parametrize("measure", [two_step, balanced])
def test_a_table_of_distances_gives_what_distances_give(measure):
    crow = plain.drawn(1, groups=2)
    table = Setting(crow.cells, crow.places, table_of(crow))
    ours, theirs = (measure(each, gaussian(120, 40), 1).lower for each in (table, crow))
    assert ours == pytest.approx(theirs, nan_ok=True)
    assert within(table, 120).places == pytest.approx(within(crow, 120).places)


def test_the_nearest_by_table_are_the_nearest():
    crow = plain.drawn(2)
    only = np.arange(25) % 2 == 0
    km, which = crow.ways.nearest(3, only)
    minutes, place = table_of(crow).nearest(3, only)
    assert minutes == pytest.approx(km, abs=1e-6)
    assert (place == which).all()


def test_a_pair_that_is_not_named_is_no_way():
    ways = Travel(np.array([0]), np.array([1]), np.array([5.0]), 2, 2)
    assert ways.at_cells(np.array([10.0, 3.0]), flat(9)).tolist() == [3.0, 0.0]
    assert ways.at_places(np.array([7.0, 1.0]), flat(9)).tolist() == [0.0, 7.0]
    minutes, which = ways.nearest(2)
    assert minutes.tolist() == [[5, math.inf], [math.inf, math.inf]]
    assert which.tolist() == [[1, -1], [-1, -1]]


def test_ids_become_positions():
    table = pd.DataFrame({"origin": ["b", "a"], "destination": [7, 9], "minutes": [1, 2]})
    ways = travel(table, pd.Index(["a", "b"]), pd.Index([7, 8, 9]))
    assert ways.origin.tolist() == [1, 0]
    assert ways.destination.tolist() == [0, 2]
    assert ways.cost.tolist() == [1.0, 2.0]


def test_an_id_that_is_not_known_is_named():
    table = pd.DataFrame({"origin": ["a", "x"], "destination": [7, 7], "minutes": [1, 2]})
    with pytest.raises(ValueError, match="unknown origin: x"):
        travel(table, pd.Index(["a"]), pd.Index([7]))


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        (([0], [0], [-1.0]), "0 or more"),
        (([0], [0], [math.nan]), "0 or more"),
        (([0, 0], [0, 0], [1.0, 2.0]), "twice"),
        (([2], [0], [1.0]), "what there is not"),
        (([0], [-1], [1.0]), "what there is not"),
        (([0], [0], [1.0, 2.0]), "per row"),
    ],
)
def test_a_table_that_cannot_be_is_refused(ways, words):
    with pytest.raises(ValueError, match=words):
        Travel(*(np.array(each) for each in ways), 2, 1)


def test_it_can_be_stopped():
    with pytest.raises(StoppedError):
        table_of(plain.drawn(3)).at_cells(np.ones(25), flat(9), lambda _: False)
