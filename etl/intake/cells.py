"""What a cell may hold for a column, and how it is to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from etl.columns import Column
from etl.intake.grid import Cell, Fault, shown
from etl.intake.missing import missing
from etl.intake.places import Places

MEND_NUMBER = "Write digits only, or leave the cell empty where the number is unknown."


class CellFaultError(ValueError):
    """A cell that its column cannot hold."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.reason, self.mend = reason, mend

    def fault(self, column: str, value: str) -> Fault:
        """The fault of a cell of this column."""
        return Fault(column, value, self.reason, self.mend)


@dataclass(frozen=True)
class Held:
    """What a cell holds: the text by the contract, None where there is no figure.

    `status` is the observation status it gives, '' where it gives none; `note` what it marks.
    """

    text: str | None
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Ways:
    """How the cells of one column are read: its decimal sign, the order of its days.

    '' is not decided: what can be read two ways is then refused.
    """

    decimal: str = ""
    order: str = ""
    percent: bool = False
    scale: Decimal = Decimal(1)
    places: Places | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    level: str | None = None
    display_only: bool = False


def blank(column: Column, cell: Cell) -> Held | None:
    """What a cell without a figure holds; None where there is one."""
    if not isinstance(cell, str) and cell is not None:
        return None
    text = shown(cell)
    status = missing(text)
    if status is None:
        return None
    return Held(None, status, text.strip() if text.strip() else "")
