"""Tiles: one square each, near where it lies, whatever the order of rows."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from analysis.tiles import tile_cells


def places(points: list[tuple[float, float]], countries: list[str] | None = None) -> pd.DataFrame:
    ids = [f"T{i:03}" for i in range(len(points))]
    frame = pd.DataFrame(points, columns=["x", "y"], index=ids, dtype=float)
    return frame.assign(country=countries or "AA")


def cells(found: pd.DataFrame) -> set[tuple[int, int]]:
    return set(zip(found["column"], found["row"], strict=True))


def test_a_square_of_squares_stays_one():
    """Nine points of a regular grid with room between them take a block of nine cells."""
    found = tile_cells(places([(x, y) for y in range(3) for x in range(3)]))
    assert [tuple(each) for each in found.to_numpy()] == [
        (x, y) for y in range(3) for x in range(3)
    ]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=1, max_size=40),
    st.randoms(use_true_random=False),
)
def test_no_two_share_a_square_and_the_order_does_not_matter(points, shuffled):
    """Even where several lie in the same place."""
    given_ = places([(x / 10, y / 10) for x, y in points])
    found = tile_cells(given_)
    assert len(cells(found)) == len(given_)
    assert found.to_numpy().min(axis=0).tolist() == [0, 0]
    ids = list(given_.index)
    shuffled.shuffle(ids)
    pd.testing.assert_frame_equal(tile_cells(given_.loc[ids]).sort_index(), found.sort_index())


def test_west_stays_west_and_north_stays_north():
    random = np.random.default_rng(5)
    given_ = places([tuple(point) for point in random.normal(0, 1, (200, 2))])
    found = tile_cells(given_)
    for axis, side in (("x", "column"), ("y", "row")):
        assert given_[axis].rank().corr(found[side].rank()) > 0.95


def test_a_place_that_is_missing_or_told_twice_is_refused():
    with pytest.raises(ValueError, match="one place"):
        tile_cells(places([(0.0, 0.0), (float("nan"), 1.0)]))
    with pytest.raises(ValueError, match="one place"):
        tile_cells(places([(0.0, 0.0)]).set_axis(["A"]).loc[["A", "A"]])


@pytest.fixture(scope="module")
def built(dataset) -> pd.DataFrame:
    """The tiles of NUTS 2 as built: middle of each, its country, and where it lies."""
    return dataset.execute(
        """
        select tile.territory_id, region.country,
            (tile.west + tile.east) / 2 as x, (tile.south + tile.north) / 2 as y,
            tile.east - tile.west as side,
            (shape.west + shape.east) / 2 as map_x, (shape.south + shape.north) / 2 as map_y
        from map_tile as tile
        inner join region using (territory_id)
        inner join map_shape as shape using (territory_id)
        where tile.grid = 2 and region.members is null and tile.level = (
            select least(2, max(level)) from region as own where own.country = region.country
        )
        """
    ).df()


def test_every_region_is_one_tile_of_the_same_size(built):
    assert len(built) > 320
    assert built["side"].max() - built["side"].min() < 2e-4
    assert len(built[["x", "y"]].round(3).drop_duplicates()) == len(built)


def test_neighbours_stay_near_and_countries_together(built):
    """Half of a region's five nearest are among the ten nearest tiles; most tiles of a country
    touch another of it."""
    near = cKDTree(built[["map_x", "map_y"]]).query(built[["map_x", "map_y"]], 6)[1][:, 1:]
    tiles = cKDTree(built[["x", "y"]]).query(built[["x", "y"]], 11)[1][:, 1:]
    kept = [len(set(a) & set(b)) / 5 for a, b in zip(near, tiles, strict=True)]
    assert np.mean(kept) > 0.5
    side = built["side"].median()
    reach = cKDTree(built[["x", "y"]]).query_ball_point(built[["x", "y"]], side * 1.05)
    country = built["country"].to_numpy()
    many = built["country"].map(built["country"].value_counts()).to_numpy() > 1
    touching = [any(country[j] == country[i] for j in around if j != i)
                for i, around in enumerate(reach)]  # fmt: skip
    assert np.mean(np.array(touching)[many]) > 0.9
