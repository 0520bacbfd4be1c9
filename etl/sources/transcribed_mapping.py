"""What a transcribed row can be, and how tables of meanings are read.

The tables themselves, one per question, are in `etl.sources.regional`. A combination of
measure, kind, group and unit that is in none of them raises LayoutError, so that drift in a
file is noticed.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from etl.reading import LayoutError

Record = Mapping[str, str]


class Figure(NamedTuple):
    """A row of table `observation`: its measure and whom it counts."""

    measure_id: str
    group_id: str


class Aside(NamedTuple):
    """A row of table `set_aside`: why it stays out of maps and sums."""

    reason: str


class Money(NamedTuple):
    """A row of table `funding`: the fund, and what its money is for."""

    fund_id: str
    objective: str


class Scheme(NamedTuple):
    """A row of table `sponsorship`: the scheme, and the column its number goes to."""

    scheme_id: str
    column: str


Meaning = Figure | Aside | Money | Scheme


class ByNote(NamedTuple):
    """Meanings told apart by words in the row's note, the first that fit.

    Case matters: MUNICIPAL marks a row of a municipality, "municipal reception" is a country's.
    Without `otherwise`, a note with none of the words raises LayoutError.
    """

    words: tuple[tuple[str, Meaning], ...]
    otherwise: Meaning | None = None


# (measure, kind, group, unit), or (measure, unit) in the older files, which have no kind or group.
Meanings = Mapping[tuple[str, ...], Meaning | ByNote]


def combination_of(record: Record) -> tuple[str, ...]:
    """What tells a row's meaning, note aside."""
    names = ("measure", "kind", "group", "unit") if "kind" in record else ("measure", "unit")
    return tuple(record[name] for name in names)


def meaning_in(table: Meanings, record: Record) -> Meaning:
    """What `table` says a row is. Raises LayoutError for what is not in it."""
    combination = combination_of(record)
    found = table.get(combination)
    if isinstance(found, ByNote):
        note = record["note"]
        fits = (meaning for words, meaning in found.words if re.search(words, note))
        found = next(fits, found.otherwise)
        if found is None:
            raise LayoutError(f"the note does not say what {' / '.join(combination)} is: {note!r}")
    if found is None:
        raise LayoutError(
            f"no meaning for {' / '.join(combination)}: add it to a table of etl.sources.regional"
        )
    return found
