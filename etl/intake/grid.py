"""What every format is first read as: numbered lines of cells, and what was understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Percent:
    """A number that its spreadsheet shows with a percent sign, in percent."""

    value: float


@dataclass(frozen=True)
class Broken:
    """A cell that holds no value: an error of the spreadsheet, a formula never worked out."""

    shown: str
    reason: str
    mend: str


Cell = str | int | float | bool | date | datetime | Percent | Broken | None


class UnreadableError(ValueError):
    """A file that cannot be read at all: what is wrong, and what to do."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(f"{reason} {mend}".strip())
        self.reason, self.mend = reason, mend


@dataclass(frozen=True)
class Fault:
    """Why a line, or one of its cells, cannot be loaded, and how to mend it."""

    column: str
    value: str
    reason: str
    mend: str


@dataclass
class Line:
    """A line of a file, or a row of a sheet or layer: its number, its cells.

    `fault` says why it is no row at all, such as quotes that never close. `whole` is the line as
    it stands where it gives several rows.
    """

    number: int
    cells: list[Cell]
    fault: Fault | None = None
    whole: str = ""

    def text(self, place: int) -> str:
        """The cell at a place as text, '' where there is none."""
        return shown(self.cells[place]) if place < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """Places of the cells that hold something."""
        return [i for i, cell in enumerate(self.cells) if shown(cell).strip()]

    @property
    def raw(self) -> str:
        """The line as text, its cells parted by tabs."""
        return self.whole or "\t".join(shown(cell) for cell in self.cells).rstrip("\t")


@dataclass(frozen=True)
class Understood:
    """Something that was detected: a name for it, the value, a sentence, and whether it is sure.

    `options` are the values there are, where the file lists them: its sheets or layers.
    """

    what: str
    value: str
    label: str
    sure: bool = True
    options: Sequence[str] = ()


@dataclass(frozen=True)
class Question:
    """What the file does not decide: the setting that answers it, the text, what to choose from.

    `options` are (value, label); an empty list asks for text.
    """

    setting: str
    text: str
    options: Sequence[tuple[str, str]] = ()


@dataclass
class Grid:
    """A file as lines of cells. `ragged` is whether lines may be short, as in spreadsheets.

    `crs` is the reference system of a layer's points where the file says it. `settings` are
    what the reader found by itself: encoding, separator, sheet.
    """

    lines: list[Line]
    understood: list[Understood] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    ragged: bool = True
    crs: str = ""


def shown(cell: Cell) -> str:
    """A cell as a reader sees it.

    >>> shown(12.0), shown(None), shown(Percent(4.5)), shown(date(2024, 7, 31))
    ('12', '', '4.5%', '2024-07-31')
    """
    if cell is None or isinstance(cell, bool):
        return {None: "", True: "true", False: "false"}[cell]
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else cell.isoformat()
    if isinstance(cell, Percent):
        return f"{shown(cell.value)}%"
    return cell.shown if isinstance(cell, Broken) else str(cell)
