"""Sitings to be solved: cells with the people who live there, and sites in some of them.

`lived_in` takes the cells of the grid that the product ships, nearest to Bologna first, with their
residents, and sites in cells by chance: a service reaches 20 km, some half an hour's drive. That
is what the product is asked. `clustered` is made hard: few dense clusters where very many choices
are about as good, which keeps any solver from proving one.
"""

from functools import cache
from pathlib import Path

import numpy as np

GRID = Path(__file__).parents[2] / "data/bundle/cell_persons/population_grid.parquet"
BOLOGNA, REACH_KM = (11.34, 44.49), 20.0
SEED = 20240101


@cache
def _grid():
    """Unit vectors and residents of every cell where somebody lives, nearest to Bologna first."""
    import h3
    import pandas as pd

    from analysis.reach import unit_vectors

    table = pd.read_parquet(GRID).sort_values("cell")
    table = table[table["grid_persons"] >= 1]
    at = np.array([h3.cell_to_latlng(h3.int_to_str(int(each))) for each in table["cell"]])
    points = unit_vectors(at[:, 1], at[:, 0])
    centre = unit_vectors(*(np.array([each]) for each in BOLOGNA))
    order = np.argsort(((points - centre) ** 2).sum(axis=1), kind="stable")
    return points[order], np.round(table["grid_persons"].to_numpy()[order])


def lived_in(cells: int, sites: int):
    """So many cells and sites of the grid, within reach as the crow flies."""
    from analysis.reach import EARTH_RADIUS_KM

    points, people = (each[:cells] for each in _grid())
    at = np.random.default_rng(SEED).choice(cells, sites, replace=False)
    return _within(points[at], points, people, 2 * np.sin(REACH_KM / EARTH_RADIUS_KM / 2))


def clustered(cells: int, sites: int, reach: float = 15.0):
    """Twenty clusters in a square of side 1,000, each some 15 wide; need by chance."""
    draw = np.random.default_rng(7)
    clusters = max(20, cells // 600)
    centres = draw.uniform(0, 1000, (clusters, 2))
    points = centres[draw.integers(0, clusters, cells)] + draw.normal(0, 15, (cells, 2))
    need = draw.integers(1, 1000, cells).astype(float)
    return _within(points[draw.choice(cells, sites, replace=False)], points, need, reach)


def _within(sites, points, need, reach):
    from scipy.spatial import cKDTree

    from analysis.siting.model import Candidates

    near = cKDTree(sites).query_ball_tree(cKDTree(points), reach)
    starts = np.r_[0, np.cumsum([len(each) for each in near])].astype(np.int64)
    return Candidates(
        need, starts, np.concatenate([np.sort(each) for each in near]).astype("int32")
    )
