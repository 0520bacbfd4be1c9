"""Cells summed up to territories."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.catchment.regions import by_territory, people_by_distance

CELLS = pd.DataFrame(
    {
        "region_id": ["A1", "A1", "A2", "B1"],
        "lower": [1.0, 3.0, 5.0, 7.0],
        "upper": [2.0, 4.0, math.nan, 9.0],
        "residents": [10.0, 30.0, 60.0, 5.0],
        "newcomers": [0.0, 1.0, math.nan, 0.0],
    }
)
MEMBERSHIP = pd.DataFrame(
    {"territory_id": ["A", "A", "B", "AB", "AB", "AB"],
     "region_id": ["A1", "A2", "B1", "A1", "A2", "B1"]}
)  # fmt: skip


def found(weight, cells=CELLS, values=("lower", "upper")):
    return by_territory(cells, MEMBERSHIP, list(values), weight).set_index("territory_id")


def test_a_mean_is_over_the_people_of_known_cells():
    rows = found("residents")
    assert rows.loc["A", "lower"] == pytest.approx((10 * 1 + 30 * 3) / 40)
    assert rows.loc["A", "upper"] == pytest.approx((10 * 2 + 30 * 4) / 40)
    assert rows.loc["B", ["lower", "upper"]].tolist() == [7, 9]


def test_what_is_not_known_is_counted():
    rows = found("residents")
    assert rows.loc["A", "unknown_cells_percent"] == pytest.approx(100 / 3)
    assert rows.loc["A", "unknown_people_percent"] == pytest.approx(60)
    assert rows.loc["B", ["unknown_cells_percent", "unknown_people_percent"]].tolist() == [0, 0]
    assert rows["cells"].to_dict() == {"A": 3, "AB": 4, "B": 1}


def test_territories_overlap_without_taking_from_each_other():
    rows = found("residents")
    assert rows.loc["AB", "people"] == rows.loc["A", "people"] + rows.loc["B", "people"]


def test_by_newcomers_cells_of_unknown_newcomers_are_unknown():
    rows = found("newcomers", values=["lower"])
    assert rows.loc["A", "lower"] == 3
    assert rows.loc["A", "unknown_cells_percent"] == pytest.approx(100 / 3)


def test_where_nobody_lives_there_is_no_mean():
    assert math.isnan(found("newcomers").loc["B", "lower"])


def test_an_infinite_distance_where_nobody_lives_is_no_matter():
    cells = CELLS.assign(lower=[math.inf, 3, 5, 7])
    assert found("newcomers", cells, ["lower"]).loc["A", "lower"] == 3
    assert found("residents", cells, ["lower"]).loc["A", "lower"] == math.inf


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="fewer than none"):
        found("residents", CELLS.assign(residents=-1.0))
    with pytest.raises(ValueError, match="twice"):
        by_territory(CELLS, pd.concat([MEMBERSHIP, MEMBERSHIP]), ["lower"], "residents")


def test_everybody_is_in_one_class_of_distance():
    km, people = np.array([0, 4.9, 5, 80, math.inf]), np.array([1.0, 2, 4, 8, math.nan])
    rows = people_by_distance(km, people, [0, 5, 50])
    assert rows["people"].tolist() == [3, 4, 8]


@pytest.mark.parametrize(
    ("km", "bounds"), [([math.nan], [0, 5]), ([1.0], [1, 5]), ([1.0], [0, 5, 5])]
)
def test_a_histogram_that_cannot_be_is_refused(km, bounds):
    with pytest.raises(ValueError, match="bounds"):
        people_by_distance(np.array(km), np.ones(1), bounds)
