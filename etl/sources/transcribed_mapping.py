"""What a transcribed row of the regional tables can be, and how tables of meanings are read.

The tables themselves, one per question, are in `etl.sources.regional`. A combination of
measure, kind, group and unit that is in none of them raises LayoutError, so that drift in a
file is noticed.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from etl.reading import LayoutError
from etl.sources.transcribed_funds import Money
from etl.sources.transcribed_places import Place
from etl.sources.transcribed_rows import Aside, Figure

Record = Mapping[str, str]


class Scheme(NamedTuple):
    """A row of table `sponsorship`: the scheme, the column its number goes to, and over which
    time arrivals were counted.
    """

    scheme_id: str
    column: str
    span: str = "period"


# A figure of a measure, a service point, money, sponsorship, or a row to set aside.
Meaning = Figure | Place | Money | Scheme | Aside


class ByNote(NamedTuple):
    """Meanings told apart by words in the row's note, the first that fit.

    Case matters: MUNICIPAL marks a row of a municipality, "municipal reception" is a country's.
    Without `otherwise`, a note with none of the words raises LayoutError.
    """

    words: tuple[tuple[str, Meaning], ...]
    otherwise: Meaning | None = None

    def of(self, record: Record) -> Meaning | None:
        """The meaning the row's note tells."""
        fits = (meaning for words, meaning in self.words if re.search(words, record["note"]))
        return next(fits, self.otherwise)


class ByCountry(NamedTuple):
    """One name that means another quantity in some countries."""

    countries: Mapping[str, Meaning | ByNote]
    otherwise: Meaning | ByNote

    def of(self, record: Record) -> Meaning | None:
        """The meaning in the row's country."""
        found = self.countries.get(record["territory_code"][:2], self.otherwise)
        return found.of(record) if isinstance(found, ByNote) else found


# (measure, kind, group, unit), or (measure, unit) in the older files, which have no kind or group.
Meanings = Mapping[tuple[str, ...], Meaning | ByNote | ByCountry]


def combination_of(record: Record) -> tuple[str, ...]:
    """What tells a row's meaning, note and country aside."""
    names = ("measure", "kind", "group", "unit") if "kind" in record else ("measure", "unit")
    return tuple(record[name] for name in names)


def meaning_in(table: Meanings, record: Record) -> Meaning:
    """What `table` says a row is. Raises LayoutError for what is not in it."""
    combination = combination_of(record)
    found = table.get(combination)
    if found is None:
        raise LayoutError(
            f"no meaning for {' / '.join(combination)}: add it to a table of etl.sources.regional"
        )
    meaning = found.of(record) if isinstance(found, ByNote | ByCountry) else found
    if meaning is None:
        note = record["note"]
        raise LayoutError(f"the note does not say what {' / '.join(combination)} is: {note!r}")
    return meaning
