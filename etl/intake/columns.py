"""Which column of a file is which of the table: by its name, or as its user says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.columns import Table
from etl.intake import dates
from etl.intake.dates import DateFaultError
from etl.intake.grid import Question
from etl.intake.lists import column_words
from etl.intake.plain import plain, without_brackets
from etl.intake.settings import Settings
from etl.intake.tables import asked_of

CHOSEN, EXACT, WORD, NONE = "chosen", "the table's name", "known word", ""
VALUES = "known by its values"


# (column, place in the file) -> how plainly the values there are those of the column.
Prefers = Callable[[str, int], int]


class Namer:
    """Recognises the columns of a table by their names in a file."""

    def __init__(self, table: Table) -> None:
        names = [column.name for column in asked_of(table)]
        self._exact = {plain(name): name for name in names}
        self._words: dict[str, str] = {}
        for name in names:
            for word in column_words().get(name, frozenset()):
                self._words.setdefault(word, name)

    def of(self, header: str) -> tuple[str, str]:
        """The table's column a header means and how that is known; ('', '') where it is not."""
        for text in (header, without_brackets(header)):
            if found := self._exact.get(plain(text)):
                return found, EXACT
            if found := self._words.get(plain(text)):
                return found, WORD
        return "", NONE

    def count(self, headers: Sequence[str]) -> int:
        """How many columns of the table these headers name."""
        return len({found for header in headers if (found := self.of(header)[0])})


@dataclass(frozen=True)
class Header:
    """A column's name in a file; `parts` are its lines where it has two."""

    name: str
    parts: tuple[str, ...] = ()


@dataclass
class Matched:
    """`to` is the table's column by place in the file, `how` says how that is known.

    `dropped` are places that one's own settings leave out.
    """

    to: dict[int, str] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    how: dict[int, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    def place(self, column: str) -> int | None:
        """Where in the file a column of the table is; None if it is not in it."""
        return next((place for place, to in self.to.items() if to == column), None)


def match(
    headers: Sequence[Header],
    table: Table,
    settings: Settings,
    prefers: Prefers = lambda column, place: 0,
) -> Matched:
    """The columns of a file as those of a table.

    `prefers` says of a place how plainly its values are those of a column, 0 is not at all: of
    several that may be it, the plainest is.

    Raises ValueError when the settings name a column that is not there.
    """
    _check(headers, table, settings)
    namer, matched = Namer(table), Matched()
    rivals: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        if header.name in settings.choose.values():
            to = next(c for c, name in settings.choose.items() if name == header.name)
            matched.to[place], matched.how[place] = to, CHOSEN
            continue
        if header.name in settings.columns:
            matched.to[place] = settings.columns[header.name]
            matched.how[place] = CHOSEN if settings.columns[header.name] else NONE
            if not settings.columns[header.name]:
                matched.dropped.add(place)
            continue
        for text in (header.name, *header.parts[-1:]):
            found, how = namer.of(text)
            if found:
                rivals.setdefault(found, []).append(place)
                matched.how[place] = how
                break
    taken = {to for to in matched.to.values() if to}
    for column, places in rivals.items():
        ranks = {place: prefers(column, place) for place in places} if len(places) > 1 else {}
        likely = [place for place in places if not ranks or ranks[place] == max(ranks.values())]
        _settle(matched, column, [] if column in taken else likely, headers)
    for name in ("territory_id", "group_id"):
        if name in {column.name for column in asked_of(table)} and not rivals.get(name):
            _by_values(matched, name, len(headers), prefers)
    asked = {question.setting for question in matched.questions}
    for column, places in rivals.items():
        for place in places:
            if place not in matched.to and f"choose.{column}" not in asked:
                matched.to[place], matched.how[place] = "", NONE
    return matched


def period_in(name: str, table: Table) -> str:
    """The period that a column of figures is named after; '' where it is none.

    >>> from etl import contract
    >>> figures = contract.BY_NAME["observation"]
    >>> period_in("2024", figures), period_in("Posti 2023", figures), period_in("Posti", figures)
    ('2024', '2023', '')
    """
    if not any(column.name == "value" for column in table.columns):
        return ""
    words = name.split()
    for first in range(len(words)):
        before, rest = " ".join(words[:first]), " ".join(words[first:])
        if before and Namer(table).of(before)[0] != "value":
            continue
        try:
            return dates.period(rest, "")
        except DateFaultError:
            continue
    return ""


def _by_values(matched: Matched, column: str, width: int, prefers: Prefers) -> None:
    """Take the one column whose values are plainly those of a column of the table for it."""
    if matched.place(column) is not None:
        return
    free = [
        place for place in range(width) if place not in matched.to and not matched.how.get(place)
    ]
    found = [place for place in free if prefers(column, place)]
    if len(found) == 1:
        matched.to[found[0]], matched.how[found[0]] = column, VALUES


def _settle(
    matched: Matched,
    column: str,
    places: list[int],
    headers: Sequence[Header],
) -> None:
    """Give a column the one place that means it, or ask which does."""
    exact = [place for place in places if matched.how[place] == EXACT]
    found = exact if len(exact) == 1 else places
    if len(found) == 1:
        matched.to[found[0]] = column
    elif found:
        names = [headers[place].name for place in found]
        text = f"Columns {' and '.join(names)} both may be {column}. Which one is it?"
        matched.questions.append(
            Question(f"choose.{column}", text, [(name, name) for name in names])
        )


def _check(headers: Sequence[Header], table: Table, settings: Settings) -> None:
    """ValueError when settings name what is not there."""
    known = {column.name for column in asked_of(table)}
    named = [to for to in settings.columns.values() if to]
    for column in (*named, *settings.constants, *settings.choose):
        if column not in known:
            raise ValueError(f"Table {table.name} has no column {column!r} to fill.")
    single = [to for name, to in settings.columns.items() if to and not period_in(name, table)]
    twice = {to for to in single if single.count(to) > 1}
    if twice:
        raise ValueError(f"Two columns of the file are given for {', '.join(sorted(twice))}.")
    names = {header.name for header in headers}
    strange = [n for n in (*settings.columns, *settings.choose.values()) if n not in names]
    if strange:
        raise ValueError(f"The file has no column {', '.join(map(repr, strange))}.")


def constants_of(matched: Matched, settings: Settings, meant: Mapping[str, str]) -> dict[str, str]:
    """Values that hold for all rows: one's own, and those of the table's other name.

    A column of the file stands before what the name says, never before one's own word.
    """
    inside = set(matched.to.values())
    implied = {name: value for name, value in meant.items() if name not in inside}
    return implied | {name: value for name, value in settings.constants.items() if value}
