"""Candidate sites and the need each would reach."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
# Called now and then by long work; what it raises ends the work.
GoOn = Callable[[], None]


def to_the_end() -> None:
    """Go on, whatever happens."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """Which cells each site would reach, and how much need is in a cell.

    Shape   : `need` has one entry a cell; site j reaches `cells[starts[j]:starts[j + 1]]`.
    Units   : persons, or any weight of persons that is not negative.
    Missing : a cell whose need is unknown is refused: leave it out and say so.
    Ending  : `go_on` is called between the steps of a choice among them, by any thread.
    Errors  : ValueError when need is unknown or negative, or a cell does not exist.
    """

    need: Reals
    starts: Index
    cells: npt.NDArray[np.int32]
    go_on: GoOn = to_the_end

    def __post_init__(self) -> None:
        if not np.isfinite(self.need).all() or (self.need < 0).any():
            raise ValueError("need is unknown or below 0")
        if (
            self.starts[0] != 0
            or self.starts[-1] != len(self.cells)
            or (np.diff(self.starts) < 0).any()
        ):
            raise ValueError("the sites do not share out the reached cells")
        if len(self.cells) and not 0 <= self.cells.min() <= self.cells.max() < len(self.need):
            raise ValueError("a site reaches a cell that does not exist")

    def __len__(self) -> int:
        return len(self.starts) - 1

    @cached_property
    def by_cell(self) -> tuple[Index, npt.NDArray[np.int32]]:
        """The same the other way round: which sites reach each cell."""
        site = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))
        order = np.argsort(self.cells, kind="stable")
        counts = np.bincount(self.cells, minlength=len(self.need))
        return np.r_[0, np.cumsum(counts)].astype(np.int64), site[order]

    def without(self, reached: Flags) -> "Candidates":
        """The need that is left once existing services reach some cells."""
        return Candidates(np.where(reached, 0.0, self.need), self.starts, self.cells)

    def reached(self, chosen: npt.ArrayLike) -> Flags:
        """The cells that at least one chosen site reaches."""
        found = np.zeros(len(self.need), dtype=bool)
        for j in np.asarray(chosen, dtype=np.int64):
            found[self.cells[self.starts[j] : self.starts[j + 1]]] = True
        return found

    def covered(self, chosen: npt.ArrayLike) -> float:
        """The need within reach of the chosen sites, each cell counted once."""
        return float(self.need[self.reached(chosen)].sum())
