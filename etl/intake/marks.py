"""The status and note of a row from those of its cells: missing never stays normal."""

from dataclasses import dataclass, field

from etl.columns import Column
from etl.intake.cells import Held
from etl.intake.tables import NUMBERS

# Its missing figure is the status of the whole row.
_MAIN = "value"
_MISSING = frozenset("LMQ")


@dataclass
class Marks:
    """What the cells of a row say besides their values."""

    main: str = ""
    others: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def take(self, column: Column, got: Held) -> None:
        """Take what one cell says."""
        if column.name == _MAIN:
            self.main = got.status
            self.notes += [got.note] if got.note and got.text is not None else []
        elif column.type in NUMBERS:
            self.others += [got.status] if got.text is not None and got.status else []
            self.notes += [f"{column.name}: {got.note}"] if got.note else []
        elif got.note and got.text is not None:
            self.notes.append(got.note)

    def settle(self, row: dict[str, str | None]) -> None:
        """Give the row its status and note.

        >>> row = {"value": None, "obs_status": "A", "note": "hotels"}
        >>> Marks(main="Q", notes=["places: <5"]).settle(row)
        >>> row["obs_status"], row["note"]
        ('Q', 'hotels; places: <5')
        """
        given = row.get("obs_status") or "A"
        if _MAIN in row and row[_MAIN] is None:
            given = given if given in _MISSING else self.main or "L"
        elif given == "A":
            same = set(self.others)
            given = self.main or (same.pop() if len(same) == 1 else given)
        row["obs_status"] = given
        if self.notes:
            told = [row["note"]] if row.get("note") else []
            row["note"] = "; ".join([*filter(None, told), *self.notes])
