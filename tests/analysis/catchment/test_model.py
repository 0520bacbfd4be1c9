"""People and places that cannot be are refused before anything is worked out from them."""

import math

import numpy as np
import pytest

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.model import Cells, Places

ONE = np.ones(1)


@pytest.mark.parametrize("demand", [-1.0, math.nan, math.inf])
def test_demand_is_known(demand):
    with pytest.raises(ValueError, match="demand"):
        Cells(ONE, ONE, np.array([demand]))


@pytest.mark.parametrize("capacity", [-1.0, math.inf])
def test_a_capacity_is_a_number_or_unknown(capacity):
    with pytest.raises(ValueError, match="capacity"):
        Places(ONE, ONE, np.array([capacity]), ONE)


def test_columns_are_equally_long():
    with pytest.raises(ValueError, match="as many rows"):
        Cells(ONE, ONE, np.ones(2))
    with pytest.raises(ValueError, match="latitudes"):
        Cells(ONE, np.ones(2), ONE)
    with pytest.raises(ValueError, match="per place"):
        Places(ONE, ONE, ONE, np.ones(2))


def test_groups_are_the_same_on_both_sides():
    with pytest.raises(ValueError, match="same groups"):
        as_the_crow_flies(Cells(ONE, ONE, np.ones((1, 2))), Places(ONE, ONE, ONE, ONE))


def test_there_are_not_more_groups_than_bits():
    with pytest.raises(ValueError, match="63 groups"):
        Cells(ONE, ONE, np.ones((1, 64)))


def test_one_more_place_is_open_to_all():
    more = Places(ONE, ONE, ONE, np.array([[1, 0]])).and_one(2.0, 3.0, 40.0)
    assert (more.lon.tolist(), more.lat.tolist()) == ([1, 2], [1, 3])
    assert more.capacity.tolist() == [1, 40]
    assert more.open_to.tolist() == [[True, False], [True, True]]
