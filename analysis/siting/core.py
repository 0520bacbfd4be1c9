"""What is left to decide: sites that a bound proves in or out of any better choice are settled."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from analysis.siting.model import Candidates, Flags, Index, Reals


@dataclass(frozen=True, eq=False)
class Core:
    """The sites still open, those surely taken, and the need that only open sites can add.

    Shape   : `rows` has a row for each group of cells that the same open sites reach, a column
              for each open site; `need` is a group's need, `group` the row of each cell. `base` is
              what the taken ones reach.
    """

    open: Index
    taken: Index
    rows: csr_array
    need: Reals
    base: float
    group: Index


def settled(worth: Reals, many: int, bound: float, covered: float) -> tuple[Flags, Flags]:
    """The sites that every, and that no, choice reaching more than `covered` takes.

    A site below the `many` of most worth costs the bound what it lacks to the least of them; one
    of them, what it is above the best of the rest.
    """
    inside, outside = np.zeros(len(worth), dtype=bool), np.zeros(len(worth), dtype=bool)
    if not 0 < many < len(worth):
        inside[:] = many > 0
        return inside, outside
    order = np.argsort(-worth, kind="stable")
    top, rest = order[:many], order[many:]
    spare = bound - covered
    inside[top] = worth[top] - worth[rest[0]] >= spare
    outside[rest] = worth[top[-1]] - worth[rest] >= spare
    return inside, outside


def core_of(candidates: Candidates, inside: Flags, outside: Flags) -> Core:
    """The problem that is left once sites are settled, cells reached alike put together."""
    site = np.repeat(np.arange(len(candidates)), np.diff(candidates.starts))
    reached = candidates.reached(np.flatnonzero(inside))
    is_open = ~(inside | outside)
    position = np.cumsum(is_open) - 1
    keep = is_open[site] & ~reached[candidates.cells] & (candidates.need[candidates.cells] > 0)
    shape = (len(candidates.need), int(is_open.sum()))
    rows = csr_array((np.ones(keep.sum()), (candidates.cells[keep], position[site[keep]])), shape)
    group, first = _alike(rows)
    left = np.where(np.diff(rows.indptr) > 0, candidates.need, 0.0)
    need = np.bincount(group, left).astype(np.float64)
    return Core(
        np.flatnonzero(is_open), np.flatnonzero(inside), rows[first], need,
        float(candidates.need[reached].sum()), group,
    )  # fmt: skip


def _alike(rows: csr_array) -> tuple[Index, Index]:
    """The group of each row, rows alike together, and the first row of each group."""
    # Each column is given a number by chance: sums of 64 bits differ where the columns do.
    key = np.random.default_rng(7).integers(0, 2**63, rows.shape[1], dtype=np.uint64)
    other = np.random.default_rng(8).integers(0, 2**63, rows.shape[1], dtype=np.uint64)
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    sums = np.zeros((rows.shape[0], 2), dtype=np.uint64)
    np.add.at(sums[:, 0], row, key[rows.indices])
    np.add.at(sums[:, 1], row, other[rows.indices])
    _, first, group = np.unique(sums, axis=0, return_index=True, return_inverse=True)
    return group, first
