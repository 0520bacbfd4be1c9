"""What a shortage is measured by: a benchmark, what it is per, and what is held against it."""

from dataclasses import dataclass
from typing import Literal

# Where the figures that a benchmark multiplies come from.
NEED, FIGURE, RESIDENTS = "need", "figure", "residents"


@dataclass(frozen=True)
class Basis:
    """What a benchmark is per: a definition of need, a published figure, or residents.

    `key` is a need_id, or a measure; `group_id` whom that measure counts.
    """

    basis_id: str
    label: str
    reads: Literal["need", "figure", "residents"]
    key: str
    group_id: str


@dataclass(frozen=True)
class Standard:
    """One way to say how much is missing of a service for a group.

    Demand is `threshold` / `per` for one of the basis; `inverse` turns it round (an occupancy
    of 90 people per 100 places asks for 100 / 90 places a person). `supply` lists measures and
    groups, the first known one counts. `supply_kind` is what they are. `threshold` None: no
    norm is published, and a user may write her own. `benchmark_id` is the norm in the
    catalogue, whose source, kind and country it takes; `countries` limits where it is asked,
    () is everywhere. `published` is the publisher's own statement of the gap, if any.
    """

    standard_id: str
    service: str
    group_id: str
    label: str
    bases: tuple[Basis, ...]
    threshold: float | None
    unit: str
    supply: tuple[tuple[str, str], ...]
    supply_kind: Literal["capacity", "commitment", "use"] = "capacity"
    per: float = 1
    per_label: str = "person in need"
    inverse: bool = False
    benchmark_id: str = ""
    countries: tuple[str, ...] = ()
    published: tuple[str, str] | None = None
    published_label: str = ""
    max_days_apart: int = 366
    note: str = ""

    def factor(self, threshold: float | None) -> float | None:
        """How much of the unit one of the basis asks for; None without a benchmark."""
        if threshold is None:
            return None
        if not self.inverse:
            return threshold / self.per
        return self.per / threshold if threshold > 0 else None
