"""Neighbours of invented outlines whose borders and straits are worked out on paper."""

import duckdb
import numpy as np
import pandas as pd
import pytest
import shapely

from etl.neighbours import FARTHEST_KM, neighbours

# A degree of the equator on the GRS80 ellipsoid, and on the sphere that water is measured on.
DEGREE_KM, SPHERE_DEGREE_KM = 111.3195, 111.1949


def found(shapes: dict[str, shapely.Geometry]) -> pd.DataFrame:
    return neighbours(pd.Series(shapes)).set_index(["region_id", "neighbour_id"])


def test_a_shared_line_is_a_border_as_long_as_it_is() -> None:
    """A and B share the equator from 10 to 11 degrees, drawn in two pieces."""
    a = shapely.Polygon([(10, 0), (10.25, 0), (11, 0), (11, 1), (10, 1)])
    b = shapely.Polygon([(10, 0), (10, -1), (11, -1), (11, 0), (10.25, 0)])
    rows = found({"B": b, "A": a})
    assert list(rows.index) == [("A", "B"), ("B", "A")]
    assert rows["border_km"].to_numpy() == pytest.approx(DEGREE_KM, abs=0.01)
    assert (rows["distance_km"] == 0).all()


def test_meeting_in_a_point_is_no_border_and_no_water() -> None:
    squares = {
        "SW": shapely.box(10, 50, 11, 51), "NE": shapely.box(11, 51, 12, 52),
        "NW": shapely.box(10, 51, 11, 52), "SE": shapely.box(11, 50, 12, 51),
    }  # fmt: skip
    met = set(found(squares)["border_km"].dropna().index)
    assert ("NE", "NW") in met and ("NE", "SE") in met
    assert not {("SW", "NE"), ("NE", "SW"), ("NW", "SE"), ("SE", "NW")} & met


def test_shores_that_meet_in_a_point_have_no_water_between() -> None:
    meeting = {"A": shapely.box(-41, 0, -40.5, 0.5), "B": shapely.box(-40.5, 0.5, -40, 1)}
    assert found(meeting).empty


@pytest.mark.parametrize(("degrees", "is_near"), [(0.5, True), (0.85, True), (0.95, False)])
def test_shores_up_to_a_hundred_kilometres_apart_are_neighbours(
    degrees: float, is_near: bool
) -> None:
    west = shapely.box(-41, 0, -40, 0.5)
    rows = found({"W": west, "E": shapely.box(-40 + degrees, 0, -39, 0.5)})
    assert len(rows) == (2 if is_near else 0)
    assert is_near == (degrees * SPHERE_DEGREE_KM <= FARTHEST_KM)
    if is_near:
        assert rows["distance_km"].to_numpy() == pytest.approx(degrees * SPHERE_DEGREE_KM, rel=1e-3)
        assert rows["border_km"].isna().all()


def test_land_between_two_shores_is_no_water() -> None:
    row = {name: shapely.box(-40 + x, 0, -39.8 + x, 0.5) for name, x in
           (("A", 0.0), ("B", 0.3), ("C", 0.6))}  # fmt: skip
    assert set(found(row).index) == {("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")}


def test_land_without_outlines_is_no_water() -> None:
    """Either side of Kaliningrad, 84 km apart as at sea."""
    west, east = shapely.box(19.5, 54.6, 19.59, 54.9), shapely.box(20.9, 54.6, 21.2, 54.9)
    assert found({"W": west, "E": east}).empty
    moved = {"W": shapely.transform(west, lambda p: p - [60, 0]),
             "E": shapely.transform(east, lambda p: p - [60, 0])}  # fmt: skip
    assert len(found(moved)) == 2


@pytest.mark.parametrize("many", [0, 1])
def test_one_region_alone_has_no_neighbour(many: int) -> None:
    one = pd.Series({"A": shapely.box(0, 0, 1, 1)}).head(many)
    rows = neighbours(one)
    assert rows.empty
    assert list(rows.columns) == ["region_id", "neighbour_id", "border_km", "distance_km"]


def test_borders_are_summed_over_the_regions_along_them(dataset: duckdb.DuckDBPyConnection) -> None:
    """Austria and Germany: as long at every level as between their finest regions."""
    finest, whole = dataset.execute(
        "select sum(border_km) filter (level = 3 and neighbour_level = 3),"
        " sum(border_km) filter (level = 0 and neighbour_level = 0)"
        " from neighbour where starts_with(territory_id, 'AT') and starts_with(neighbour_id, 'DE')"
    ).fetchall()[0]
    # Each is rounded to 0.1 km.
    assert finest == pytest.approx(whole, abs=2)
    # Surveyed: 784 km.
    assert 450 < whole < 800


@pytest.mark.parametrize(
    ("one", "other", "connection"),
    [
        ("DK01", "SE22", "water"), ("ITF6", "ITG1", "water"), ("ITG1", "MT00", "water"),
        ("FRE1", "UKJ4", "water"), ("ES52", "ES53", "water"), ("FRM0", "ITG2", "water"),
        ("IE04", "UKN0", "land"), ("AT33", "ITH1", "land"), ("AT33", "ITH1+ITH2", "land"),
        ("ITH1", "ITH2", "land"), ("ITH1", "ITH1+ITH2", None), ("LT02", "PL62", None),
        ("ES51", "ITG2", None), ("FRY1", "FRY2", None),
    ],
)  # fmt: skip
def test_known_neighbours_and_strangers(
    dataset: duckdb.DuckDBPyConnection, one: str, other: str, connection: str | None
) -> None:
    rows = dataset.execute(
        "select connection from neighbour where territory_id = ? and neighbour_id = ?", [one, other]
    ).fetchall()
    assert rows == ([] if connection is None else [(connection,)])


def test_a_pair_stands_once_and_is_a_neighbour_at_every_level(
    dataset: duckdb.DuckDBPyConnection,
) -> None:
    rows = dataset.execute("select * from neighbour").df()
    assert not rows.duplicated(["territory_id", "neighbour_id"]).any()
    assert (rows["territory_id"] < rows["neighbour_id"]).all()
    country = dataset.execute("select territory_id, country from region").df()
    of = country.set_index("territory_id")["country"]
    crosses = of[rows["territory_id"]].to_numpy() != of[rows["neighbour_id"]].to_numpy()
    assert np.array_equal(crosses, rows["across_border"])
