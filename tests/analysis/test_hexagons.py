"""The cell around a cell is the one the H3 library names."""

import h3
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hexagons import around, resolution_of


@given(st.floats(-180, 180), st.floats(-90, 90), st.integers(0, 15), st.integers(0, 15))
def test_the_parent_is_the_library_s(lon: float, lat: float, first: int, second: int) -> None:
    coarse, fine = sorted((first, second))
    name = h3.latlng_to_cell(lat, lon, fine)
    cells = np.array([h3.str_to_int(name)], dtype=np.uint64)
    assert resolution_of(cells).tolist() == [fine]
    assert h3.int_to_str(int(around(cells, coarse)[0])) == h3.cell_to_parent(name, coarse)


def test_a_finer_cell_around_is_refused() -> None:
    cells = np.array([h3.str_to_int(h3.latlng_to_cell(50, 10, 4))], dtype=np.uint64)
    with pytest.raises(ValueError, match="coarser than resolution 5"):
        around(cells, 5)
