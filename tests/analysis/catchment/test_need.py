"""A region's need on its cells: nobody is lost, nobody is made up, unknown stays unknown."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.catchment.need import shared_onto_cells

PEOPLE = st.lists(st.one_of(st.none(), st.integers(0, 10_000)), min_size=1, max_size=20)


@given(PEOPLE, st.floats(0, 1e6))
def test_the_cells_of_a_region_add_up_to_its_need(people, need):
    residents = np.array([np.nan if each is None else each for each in people], dtype=float)
    where = pd.Series(["A"] * len(people))
    found = shared_onto_cells(pd.Series({"A": need}), where, residents)
    assert (np.isnan(found) >= np.isnan(residents)).all(), "unknown residents, unknown need"
    if np.nansum(residents) > 0:
        assert np.nansum(found) == pytest.approx(need)
    else:
        assert not np.nansum(found)


def test_nobody_in_need_is_known_even_where_nobody_lives():
    found = shared_onto_cells(pd.Series({"A": 0.0}), pd.Series(["A", "B"]), np.array([0.0, 5.0]))
    assert found[0] == 0
    assert np.isnan(found[1]), "a region without a figure is unknown"


def test_the_order_of_cells_does_not_matter():
    need, where = pd.Series({"A": 9.0, "B": 1.0}), pd.Series(list("ABBA"))
    people = np.array([1.0, 2.0, 3.0, 4.0])
    back = shared_onto_cells(need, where[::-1].reset_index(drop=True), people[::-1])
    assert shared_onto_cells(need, where, people) == pytest.approx(back[::-1])


@pytest.mark.parametrize("need", [pd.Series({"A": -1.0}), pd.Series([1.0, 2.0], ["A", "A"])])
def test_less_than_nobody_and_a_region_named_twice_are_refused(need):
    with pytest.raises(ValueError, match="once per region"):
        shared_onto_cells(need, pd.Series(["A"]), np.array([1.0]))
