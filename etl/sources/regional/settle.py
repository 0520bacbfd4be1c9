"""Which of several rows for one figure stands, and rows that are its parts.

The newer file stands, then the later version. Equally new rows that differ leave one row of
low reliability. What does not stand is set aside: nothing is lost.
"""

import re
from typing import NamedTuple

from etl.sources.transcribed_rows import Aside, Figure, Line, version_of
from etl.sources.transcribed_words import Stated

_SUPERSEDED = Aside("superseded by another row for the same territory and date")
_PART_MISSING = Aside("a part of a region whose other part is not there")
# Norway's counties before the mergers of 2018 to 2024.
_OLD_CODE = "NUTS 2016"
# France's key counts the metropolis of Lyon and the rest of the Rhône apart.
_TWO_PARTS = "add the two rows"


class Candidate(NamedTuple):
    """A line, the figure it is, and what it states."""

    line: Line
    figure: Figure
    said: Stated

    @property
    def place(self) -> dict[str, str]:
        """The territory the row is a figure of, in the version of NUTS its code is of."""
        old = _OLD_CODE in self.line.record["note"]
        version = "2016" if old else version_of(self.line)
        return {"territory_id": self.line.record["territory_code"], "nuts_version": version}

    @property
    def key(self) -> tuple[str, Figure, str | None]:
        """What the row is a figure of: territory, measure, group and period."""
        return self.place["territory_id"], self.figure, self.said.period

    @property
    def parts(self) -> int:
        """How many rows make up the figure of the territory."""
        return 2 if _TWO_PARTS in self.line.record["note"] else 1

    @property
    def newness(self) -> tuple[bool, int]:
        """The files with a kind are newer; "v2 (" in a note is a later version than "v1 ("."""
        version = re.search(r"\bv(\d+) \(", self.line.record["note"])
        return "kind" in self.line.record, int(version[1]) if version else 0

    @property
    def number(self) -> float | None:
        """What the row's page prints, value or lower end."""
        return self.said.lower if self.said.value is None else self.said.value


class Settled(NamedTuple):
    """The row that stands, if any, lines that are parts of it, and lines that do not stand."""

    best: Candidate | None
    parts: list[Line]
    aside: list[tuple[Line, Aside]]


def settle(rivals: list[Candidate]) -> Settled:
    """The one row of `rivals`, which are for the same territory, measure, group and period."""
    whole = [rival for rival in rivals if rival.parts == 1]
    parts = [rival for rival in rivals if rival.parts > 1]
    if whole:
        *others, best = sorted(whole, key=lambda rival: rival.newness)
        beaten = [(rival.line, _SUPERSEDED) for rival in (*others, *parts)]
        return Settled(_doubted(best, others), [], beaten)
    if len(parts) == parts[0].parts:
        return Settled(_sum(parts), [part.line for part in parts[1:]], [])
    return Settled(None, [], [(part.line, _PART_MISSING) for part in parts])


def _doubted(best: Candidate, others: list[Candidate]) -> Candidate:
    """The row that stands, marked where an equally new one says something else."""
    said = best.said
    for other in others:
        if other.newness == best.newness and other.number != best.number:
            doubt = f"another row for the same territory and date gives {other.number:g}"
            note = "; ".join(part for part in (said.note, doubt) if part)
            said = said._replace(obs_status="U", note=note)
    return best._replace(said=said)


def _sum(parts: list[Candidate]) -> Candidate:
    """The sum of published parts: estimated by us, as sure as they are."""
    numbers = [part.number or 0.0 for part in parts]
    names = [
        f"{part.line.record['territory_name']} {number:g}"
        for part, number in zip(parts, numbers, strict=True)
    ]
    said = parts[0].said._replace(
        value=round(sum(numbers), 10),
        evidence="estimated",
        note=f"sum of {' and '.join(names)}",
    )
    return parts[0]._replace(said=said)
