"""Lower and upper limits of each territory, and why a request does not fit between them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


class ImpossibleError(ValueError):
    """A request that no allocation can meet: which limit stands against it, by how many persons."""

    def __init__(self, limit: str, persons: int) -> None:
        self.limit, self.persons = limit, persons
        super().__init__(f"{limit}: {persons} persons")


@dataclass(frozen=True, eq=False)
class Limits:
    """What each territory must and may take: whole persons, `least` <= `most`, none below 0.

    Errors  : ValueError when a limit is negative, or a lower one above its upper one.
    """

    least: Counts
    most: Counts

    def __post_init__(self) -> None:
        if self.least.shape != self.most.shape or self.least.ndim != 1:
            raise ValueError("one lower and one upper limit for each territory are needed")
        if (self.least < 0).any():
            raise ValueError("a lower limit is below 0")
        if (self.least > self.most).any():
            raise ValueError("a lower limit is above its upper limit")

    @classmethod
    def up_to(cls, most: npt.ArrayLike) -> "Limits":
        """No lower limits."""
        upper = np.asarray(most, dtype=np.int64)
        return cls(np.zeros_like(upper), upper)

    def check(self, persons: int) -> None:
        """Raise ImpossibleError unless so many persons fit between the limits.

        >>> Limits.up_to([2, 3]).check(9)
        Traceback (most recent call last):
            ...
        analysis.allocation.limits.ImpossibleError: more than all upper limits together: 4 persons
        """
        if persons < 0:
            raise ValueError("fewer than 0 persons cannot be shared out")
        if persons > self.most.sum():
            over = persons - int(self.most.sum())
            raise ImpossibleError("more than all upper limits together", over)
        if persons < self.least.sum():
            under = int(self.least.sum()) - persons
            raise ImpossibleError("fewer than all lower limits together", under)
