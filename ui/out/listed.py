"""A table that can be taken away: its key, filters, place and sources, by fixed names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.out.grains import GRAINS


@dataclass(frozen=True, eq=False)
class Listed:
    """One table: every name here is a column of it.

    `place` holds a NUTS code whose name, country and level are added; where it is '', `country`
    and `level` may be columns of its own. `sources` says which column names a source, by what
    the columns of that source begin with. `abouts` describes what the build worked out.
    """

    name: str
    title: str
    key: tuple[str, ...]
    filters: tuple[str, ...] = ()
    place: str = "territory_id"
    country: str = ""
    level: str = ""
    period: str = "period"
    sources: Mapping[str, str] = field(default_factory=lambda: {"": "source_id"})
    abouts: Mapping[str, str] = field(default_factory=dict)

    @property
    def grain(self) -> str:
        """What one row is."""
        return GRAINS[self.name]
