"""What territories are compared by: indicators with intervals, gaps, areas and directions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from analysis.index.chance import Numbers, keys_of, mixed

Floats = npt.NDArray[np.float64]
MORE, LESS = "more", "less"


@dataclass(frozen=True, eq=False)
class Table:
    """Territories by indicators.

    Shape   : `lower` and `upper` are territories x indicators; `areas` and `better` have one
              entry per indicator, the area it belongs to and "more" or "less".
    Units   : each indicator its own; ranks do not depend on them.
    Missing : NaN in both ends is unknown. One end alone says too little and is unknown too.
    Errors  : ValueError where shapes differ, an id repeats, an end is infinite, a lower end lies
              above its upper one or a direction is neither "more" nor "less".
    """

    territories: Sequence[str]
    indicators: Sequence[str]
    areas: Sequence[str]
    better: Sequence[str]
    lower: Floats
    upper: Floats

    def __post_init__(self) -> None:
        shape = (len(self.territories), len(self.indicators))
        if self.lower.shape != shape or self.upper.shape != shape:
            raise ValueError(f"values are needed for {shape[0]} territories x {shape[1]}")
        if not len(self.areas) == len(self.better) == shape[1]:
            raise ValueError("each indicator has one area and one direction")
        if len(set(self.territories)) < shape[0] or len(set(self.indicators)) < shape[1]:
            raise ValueError("a territory or an indicator repeats")
        if set(self.better) - {MORE, LESS}:
            raise ValueError('better is "more" or "less"')
        if np.isinf(self.lower).any() or np.isinf(self.upper).any():
            raise ValueError("an interval has no end: leave both ends unknown")
        if (self.lower > self.upper).any():
            raise ValueError("a lower end lies above its upper end")

    @cached_property
    def known(self) -> npt.NDArray[np.bool_]:
        """Where something is known: both ends are there."""
        return ~(np.isnan(self.lower) | np.isnan(self.upper))

    @cached_property
    def is_less(self) -> npt.NDArray[np.bool_]:
        """Indicators of which less is better."""
        return np.array([each == LESS for each in self.better], dtype=bool)

    @cached_property
    def ends(self) -> tuple[Floats, Floats]:
        """Both ends, indicators x territories, turned so that more is better; NaN is unknown."""
        low = np.where(self.is_less, -self.upper, self.lower)
        high = np.where(self.is_less, -self.lower, self.upper)
        low, high = (np.where(self.known, each, np.nan) for each in (low, high))
        return np.ascontiguousarray(low.T), np.ascontiguousarray(high.T)

    @property
    def middles(self) -> Floats:
        """The middle of each interval, indicators x territories, turned; NaN is unknown."""
        low, high = self.ends
        return low + (high - low) / 2

    @cached_property
    def cells(self) -> Numbers:
        """A number of each indicator and territory that chance starts from: by name, not place."""
        names = mixed(keys_of(self.indicators))[:, None] ^ keys_of(self.territories)[None, :]
        return mixed(names)

    def only(self, territories: npt.NDArray[np.bool_]) -> "Table":
        """The same with some of the territories."""
        names = [name for name, kept in zip(self.territories, territories, strict=True) if kept]
        return Table(
            names, self.indicators, self.areas, self.better,
            self.lower[territories], self.upper[territories],
        )  # fmt: skip

    def with_indicators(self, indicators: npt.NDArray[np.bool_]) -> "Table":
        """The same with some of the indicators."""

        def some(names: Sequence[str]) -> list[str]:
            return [name for name, kept in zip(names, indicators, strict=True) if kept]

        return Table(
            self.territories, some(self.indicators), some(self.areas), some(self.better),
            self.lower[:, indicators], self.upper[:, indicators],
        )  # fmt: skip
