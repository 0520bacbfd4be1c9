"""Which of several rows for one figure stands, and rows that are its parts.

The newer file stands, then the later version. Equally new rows that differ leave one row of
low reliability. What does not stand is set aside: nothing is lost.
"""

import re
from dataclasses import dataclass

from etl.sources.regional.boundaries import whole_of
from etl.sources.regional.rows import Line, Row

_SUPERSEDED = "superseded by another row for the same territory and date"
_PART_MISSING = "a part of a region whose other part is not there"


@dataclass
class Candidate:
    """A line and the row it would give."""

    line: Line
    row: Row

    @property
    def newness(self) -> tuple[bool, int]:
        """The files with a kind are newer; "v2 (" in a note is a later version than "v1 ("."""
        version = re.search(r"\bv(\d+) \(", self.line.record["note"])
        return "kind" in self.line.record, int(version[1]) if version else 0

    @property
    def parts(self) -> int:
        """How many rows make up the figure."""
        whole = whole_of(self.line.record)
        return whole.parts if whole else 1


@dataclass
class Settled:
    """The row that stands, if any, and lines that do not, with the reason."""

    row: Row | None
    aside: list[tuple[Line, str]]


def settle(rivals: list[Candidate]) -> Settled:
    """The one row of `rivals`, which are for the same territory, measure, group and period."""
    whole = [rival for rival in rivals if rival.parts == 1]
    parts = [rival for rival in rivals if rival.parts > 1]
    if whole:
        *others, best = sorted(whole, key=lambda rival: rival.newness)
        _doubt(best, others)
        beaten = [rival.line for rival in (*others, *parts)]
        return Settled(best.row, [(line, _SUPERSEDED) for line in beaten])
    if len(parts) == parts[0].parts:
        return Settled(_sum(parts), [])
    return Settled(None, [(rival.line, _PART_MISSING) for rival in parts])


def _doubt(best: Candidate, others: list[Candidate]) -> None:
    """Mark the row that stands where an equally new one says something else."""
    for other in others:
        said, says = _number(other.row), _number(best.row)
        if other.newness == best.newness and said != says:
            best.row["obs_status"] = "U"
            doubt = f"another row for the same territory and date gives {said:g}"
            best.row["note"] = "; ".join(str(part) for part in (best.row["note"], doubt) if part)


def _sum(parts: list[Candidate]) -> Row:
    """The sum of published parts: estimated by us, as sure as they are."""
    values = [_number(part.row) for part in parts]
    names = [
        f"{part.line.record['territory_name']} {value:g}"
        for part, value in zip(parts, values, strict=True)
    ]
    total = round(sum(values), 10)
    note = f"sum of {' and '.join(names)}"
    return parts[0].row | {"value": total, "evidence": "estimated", "note": note}


def _number(row: Row) -> float:
    """What the row's page prints, value or lower end."""
    return float(str(row["lower"] if row["value"] is None else row["value"]))
