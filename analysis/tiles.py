"""An equal-area tile map: every territory one square, near where it lies on the map."""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.spatial import ConvexHull, cKDTree

# Squares for the hull of all territories, per territory: the sea between them stays.
_ROOM = 1.75
_STEPS = 400
# How strongly a territory is drawn back to its place, and to the middle of its country.
_BACK, _TOGETHER = 0.010, 0.012


def tile_cells(places: pd.DataFrame) -> pd.DataFrame:
    """A square of an integer grid for each territory.

    Shape   : `places` is indexed by territory_id with `x`, `y` (map coordinates) and `country`;
              the result has the same index and whole `column` (to the east) and `row` (to the
              north), from 0. No two territories share a square.
    Missing : none may be.
    Errors  : ValueError on a missing coordinate or a repeated territory.
    Method  : points push each other apart until each has room for a square, drawn back to
              where they lie and to their country; then the assignment to squares with the
              least sum of squared distances (Jonker-Volgenant, as scipy solves it). Nothing is
              random and the order of rows does not matter.

    >>> two = pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, 0.0], "country": ["A", "B"]}, ["a", "b"])
    >>> tile_cells(two)[["column", "row"]].values.tolist()
    [[0, 0], [1, 0]]
    """
    if not places.index.is_unique or places[["x", "y"]].isna().any(axis=None):
        raise ValueError("every territory needs one place")
    ordered = places.sort_index()
    points = _apart(_scaled(ordered[["x", "y"]].to_numpy(dtype=float)), ordered["country"])
    low, high = np.floor(points.min(axis=0)) - 1, np.ceil(points.max(axis=0)) + 1
    columns, rows = (int(each) for each in high - low + 1)
    squares = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), -1).reshape(-1, 2)
    # Squares far from every point are never taken.
    near, _ = cKDTree(points - low).query(squares)
    squares = squares[near <= max(4.0, np.sort(near)[min(2 * len(points), len(near) - 1)])]
    cost = ((points[:, None, :] - low - squares[None, :, :]) ** 2).sum(axis=2)
    _, taken = linear_sum_assignment(cost)
    found = pd.DataFrame(squares[taken], index=ordered.index, columns=["column", "row"])
    return (found - found.min()).reindex(places.index)


def _scaled(points: np.ndarray) -> np.ndarray:
    """Points spread so that their hull has room for a square each, and the sea between."""
    if len(points) < 4 or np.ptp(points, axis=0).min() == 0:
        return points
    area = ConvexHull(points).volume
    return np.asarray(points * np.sqrt(len(points) * _ROOM / area))


def _apart(points: np.ndarray, country: pd.Series) -> np.ndarray:
    """Points pushed apart until they are a square's side away from each other."""
    home, moved = points, points.copy()
    codes = pd.factorize(country)[0]
    size = np.bincount(codes).astype(float)
    for _ in range(_STEPS):
        middle = np.column_stack([np.bincount(codes, moved[:, i]) / size for i in (0, 1)])
        moved += (home - moved) * _BACK + (middle[codes] - moved) * _TOGETHER
        pairs = cKDTree(moved).query_pairs(1.0, output_type="ndarray")
        if not len(pairs):
            continue
        first, second = pairs[:, 0], pairs[:, 1]
        between = moved[second] - moved[first]
        length = np.hypot(between[:, 0], between[:, 1])
        # Two in the same place part along a direction of their own, always the same.
        same = length < 1e-9
        between[same], length[same] = [1.0, 0.0], 1e-9
        push = between / length[:, None] * ((1.0 - length) / 2)[:, None]
        push[same] = [0.5, 0.0]
        np.add.at(moved, first, -push / 2)
        np.add.at(moved, second, push / 2)
    return moved
