"""What territories hold and need, as the measures of equality take it; what is left out."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Held:
    """Capacity, need and country of territories whose both are known and that need anything.

    `group` numbers the countries from 0. No territory here is unknown: see `held`.
    """

    capacity: Floats
    need: Floats
    group: Integers

    @property
    def rate(self) -> Floats:
        """Capacity for one in need."""
        return self.capacity / self.need

    @property
    def groups(self) -> int:
        """How many countries there are."""
        return int(self.group.max()) + 1 if len(self.group) else 0


@dataclass(frozen=True)
class LeftOut:
    """What a measure does not count: never as zero, always told.

    `unknown` territories lack capacity, need or both; `need_unknown` is the need of those whose
    need is known; `idle` need nothing and have `idle_capacity` all the same.
    """

    counted: int
    need_counted: float
    unknown: int
    need_unknown: float
    idle: int
    idle_capacity: float


def is_counted(capacity: Floats, need: Floats) -> npt.NDArray[np.bool_]:
    """Whether both figures are known and anything is needed.

    >>> is_counted(np.array([5.0, np.nan, 3.0, 0.0]), np.array([10.0, 10.0, 0.0, 10.0])).tolist()
    [True, False, False, True]
    """
    return np.isfinite(capacity) & np.isfinite(need) & (need > 0)


def held(capacity: Floats, need: Floats, group: Integers | None = None) -> Held:
    """The territories that count.

    Shape   : three arrays of one length; without `group`, all are of one country.
    Missing : NaN is left out (`left_out` says how much), a capacity of 0 is counted.
    Errors  : ValueError where a figure is negative or infinite.
    """
    for figures in (capacity, need):
        if (figures < 0).any() or np.isinf(figures).any():
            raise ValueError("capacity and need must be finite and not negative")
    among = np.zeros(len(need), dtype=np.int64) if group is None else group
    counted = is_counted(capacity, need)
    _, numbered = np.unique(among[counted], return_inverse=True)
    return Held(capacity[counted], need[counted], numbered.astype(np.int64))


def left_out(capacity: Floats, need: Floats) -> LeftOut:
    """How much need and capacity `held` leaves out.

    >>> left_out(np.array([5.0, np.nan, 3.0]), np.array([10.0, 30.0, 0.0]))
    LeftOut(counted=1, need_counted=10.0, unknown=1, need_unknown=30.0, idle=1, idle_capacity=3.0)
    """
    counted = is_counted(capacity, need)
    idle = np.isfinite(capacity) & (need == 0)
    unknown = ~counted & ~idle
    return LeftOut(
        int(counted.sum()), float(need[counted].sum()),
        int(unknown.sum()), float(np.nansum(need[unknown])),
        int(idle.sum()), float(capacity[idle].sum()),
    )  # fmt: skip


def numbered(countries: pd.Series) -> Integers:
    """A number for each country, in alphabetical order.

    >>> numbered(pd.Series(["IT", "AT", "IT"])).tolist()
    [1, 0, 1]
    """
    return np.unique(countries.astype(str), return_inverse=True)[1].astype(np.int64)
