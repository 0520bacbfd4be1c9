"""Reach of services whose address is protected: an interval, and nothing of the address in it."""

import numpy as np
import pandas as pd

from analysis.reach_protected import shares, within_reach

# Cells along the equator, a tenth of a degree (11.1 km) apart; the service is somewhere in 3-5.
CELLS = pd.DataFrame({"lon": np.arange(10) / 10, "lat": 0.0})
AREA = {"R": np.array([3, 4, 5])}


def test_surely_is_wherever_it_stands_and_possibly_where_it_might():
    """Middle at 0.4, radius 11.1 km: within 30 km surely 0.3 to 0.5, possibly 0.1 to 0.7."""
    surely, possibly = within_reach(CELLS, AREA, 30)
    assert list(np.flatnonzero(surely)) == [3, 4, 5]
    assert list(np.flatnonzero(possibly)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_known_address_has_no_interval():
    surely, possibly = within_reach(CELLS, {"cell": np.array([4])}, 30)
    assert (surely == possibly).all() and list(np.flatnonzero(surely)) == [2, 3, 4, 5, 6]


def test_the_truth_lies_between_for_every_address():
    surely, possibly = within_reach(CELLS, AREA, 30)
    for address in AREA["R"]:
        truly = within_reach(CELLS, {"x": np.array([address])}, 30)[0]
        assert (surely <= truly).all() and (truly <= possibly).all()


def test_an_area_wider_than_the_reach_makes_nobody_sure():
    surely, possibly = within_reach(CELLS, {"R": np.arange(10)}, 30)
    assert not surely.any() and possibly.all()


def test_no_service_reaches_nobody():
    surely, possibly = within_reach(CELLS, {}, 30)
    assert not surely.any() and not possibly.any()


def test_shares_are_of_residents():
    cells = CELLS.assign(region_id=["A"] * 5 + ["B"] * 5, residents=[10.0] * 9 + [np.nan])
    membership = pd.DataFrame({"territory_id": ["A", "B", "AB", "AB"], "region_id": list("ABAB")})
    surely, possibly = within_reach(cells, AREA, 30)
    found = shares(cells, membership, surely, possibly).set_index("territory_id")
    assert found.loc["A"].tolist() == [40, 80]
    assert found.loc["B"].tolist() == [25, 75]
    assert found.loc["AB"].round(1).tolist() == [33.3, 77.8]
