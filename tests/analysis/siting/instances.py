"""Small sitings, drawn or written by hand, and the best there is by trying every choice."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from analysis.siting.model import Candidates

Case = tuple[list[int], list[set[int]], int]


def candidates(need: list[int], reach: list[set[int]]) -> Candidates:
    cells = [np.array(sorted(each), dtype=np.int32) for each in reach]
    starts = np.r_[0, np.cumsum([len(each) for each in cells])].astype(np.int64)
    joined = np.concatenate([np.zeros(0, dtype=np.int32), *cells])
    return Candidates(np.array(need, dtype=float), starts, joined)


def given_case(case: Case) -> tuple[Candidates, int]:
    """The candidates of a case and how many of them to choose."""
    need, reach, many = case
    return candidates(need, reach), min(many, len(reach))


cases = st.integers(1, 8).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 20), min_size=n, max_size=n),
        st.lists(st.sets(st.integers(0, n - 1)), min_size=2, max_size=7),
        st.integers(1, 3),
    )
)


def best(found: Candidates, many: int) -> float:
    """The most that any choice of so many sites reaches."""
    return max(found.covered(each) for each in combinations(range(len(found)), many))


def plane(cells: int, sites: int, seed: int, reach: float = 0.12) -> Candidates:
    """Cells by chance in a square of side 1; sites in some of them reach what is near."""
    draw = np.random.default_rng(seed)
    points = draw.uniform(0, 1, (cells, 2))
    there = points[draw.choice(cells, sites, replace=False)]
    near = [set(np.flatnonzero(np.hypot(*(points - at).T) <= reach).tolist()) for at in there]
    return candidates(draw.integers(0, 100, cells).tolist(), near)
