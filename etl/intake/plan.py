"""How the lines of a file become rows of a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from etl.columns import Column, Table
from etl.intake.choices import Choices
from etl.intake.columns import Matched
from etl.intake.points import Points
from etl.intake.tables import asked_of


@dataclass(frozen=True)
class Plan:
    """How the lines of a file become rows: where each column is, how it is read.

    `asked` are columns that a question is open on: that they are empty is no row's fault.
    `across` gives the column of the file that holds a period's figures, where each has its own.
    """

    table: Table
    matched: Matched
    choices: Choices
    constants: Mapping[str, str]
    headers: tuple[str, ...]
    numbered: str = ""
    points: Points = field(default_factory=Points)
    asked: frozenset[str] = frozenset()
    across: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Where in the file each column of the table is."""
        return {to: place for place, to in self.matched.to.items() if to}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns to fill; the measure first, which says whether a figure may be a share."""
        return tuple(sorted(asked_of(self.table), key=lambda each: each.name != "measure_id"))

    def header_of(self, column: str) -> str:
        """The name of a column in the file, or the table's where the file has none."""
        place = self.at.get(column)
        return column if place is None else self.headers[place]
