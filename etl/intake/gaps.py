"""Columns that must be there and are not: asked, where they hold for all rows alike."""

import re

from etl.columns import Column, Table
from etl.intake import dates, pairs
from etl.intake.columns import Matched
from etl.intake.dates import DateFaultError
from etl.intake.grid import Question
from etl.intake.layout import NOTE, TITLE, Layout
from etl.intake.places import Places
from etl.intake.said import Words, say
from etl.intake.tables import USUAL, asked_of, codes_of

# Keys that can be numbered by line; and columns that are different in every row.
_NUMBERED = frozenset({"facility_id", "consultation_id", "service_id"})
_PER_ROW = frozenset({"lon", "lat", "name"})
# Of these, a file that has none says nothing.
_FIGURES = {
    "observation": ("value", "lower", "upper"),
    "sponsorship": ("arrivals_persons", "pledged_places", "sponsor_groups"),
    "funding": ("committed_eur", "paid_eur"),
}
# Columns that are asked for in the file before they are asked for all rows.
_IN_FILE = frozenset({"territory_id", "period"})
_CHOOSE_POINT = frozenset(f"choose.{column}" for column in pairs.LIMITS)
_OPEN = "its name, note and position are shown."
_WITHHELD = "its name and note are withheld too, it is counted as a protected place."
_WHEN = re.compile(
    r"\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d|(?:19|20)\d{2}"
)
_TEXTS = Words({
    "publish_level": "How finely may these places be shown? Shelters and places for children, "
    "women at risk or victims must not be shown as points.",
    "period": "Which day, month or year are these figures of?",
    "country": "Which country are these places in?",
    "measure_id": "What do these figures count?",
    "group_id": "Whom do these figures count?",
    "territory_id": "Which territory are all these rows of?",
    "service": "Which service are these rows about?",
    "kind": "Are these reception places or service points?",
    "mode": "How do these places reach people?",
})  # fmt: skip


def numbered(table: Table, matched: Matched, stem: str) -> str:
    """What the key of each row begins with where the file gives none, '' where it does."""
    key = table.key[0]
    return stem if key in _NUMBERED and matched.place(key) is None else ""


def questions(
    table: Table, matched: Matched, constants: dict[str, str], layout: Layout, places: Places
) -> list[Question]:
    """A question for each column that must be filled and that the file has not.

    Raises UnreadableError where places have no coordinates: nothing could be answered.
    """
    asked: list[Question] = []
    rivals = {question.setting.partition(".")[2] for question in matched.questions}
    for column in asked_of(table):
        there = matched.place(column.name) is not None or column.name in constants
        # Where its coordinates are says the country of a place.
        there |= column.name == "country" and None not in (
            matched.place("lon"),
            matched.place("lat"),
        )
        excused = column.name in {*USUAL, "nuts_version"} or column.name in _NUMBERED
        if not column.required or there or excused or column.name in rivals:
            continue
        asked.append(_question(column, matched, layout, places))
    where = [question for question in asked if question.setting in _CHOOSE_POINT]
    pairs.check([q.setting for q in where], (name for q in where for name, _ in q.options))
    return asked + _figures(table, matched, constants, layout)


def _figures(
    table: Table, matched: Matched, constants: dict[str, str], layout: Layout
) -> list[Question]:
    """Which column holds the figures, where none is known to."""
    names = _FIGURES.get(table.name, ())
    there = {*matched.to.values(), *constants}
    asked = {question.setting for question in matched.questions}
    if not names or there & set(names) or any(f"choose.{name}" in asked for name in names):
        return []
    return [_which(table.column(names[0]), matched, layout)]


def _question(column: Column, matched: Matched, layout: Layout, places: Places) -> Question:
    """What to ask for a column that is not in the file."""
    moments = _moments(layout) if column.name == "period" else []
    unused = _unused(matched, layout)
    in_file = column.name in _IN_FILE and unused and not moments
    if column.name in _PER_ROW or _is_key(column) or in_file:
        return _which(column, matched, layout)
    unnamed = say("No column is {column}. What is it for all rows?", column=column.name)
    text = say(_TEXTS[column.name]) if column.name in _TEXTS else unnamed
    return Question(f"constants.{column.name}", text, _options(column, layout, places))


def _which(column: Column, matched: Matched, layout: Layout) -> Question:
    """Which column of the file holds one of the table."""
    about = column.about.replace("NULL", "empty")
    text = say("Which column holds {column} ({about})?", column=column.name, about=about)
    unused = _unused(matched, layout)
    if column.name in pairs.LIMITS:
        unused = pairs.fitting(column.name, layout, unused)
    return Question(f"choose.{column.name}", text, [(name, name) for name in unused])


def _unused(matched: Matched, layout: Layout) -> list[str]:
    """Columns of the file that stand for none of the table."""
    names = enumerate(header.name for header in layout.headers)
    return [name for place, name in names if not matched.to.get(place)]


def _is_key(column: Column) -> bool:
    return column.name.endswith("_id") and column.name not in {
        "measure_id", "group_id", "territory_id", "scheme_id", "fund_id",
    }  # fmt: skip


def _options(column: Column, layout: Layout, places: Places) -> list[tuple[str, str]]:
    """What a column may be for all rows; an empty list asks for text."""
    if column.name == "publish_level":
        return [(code, _shown_as(code, label)) for code, label in (codes_of(column) or {}).items()]
    if codes := codes_of(column):
        return [(code, say(label)) for code, label in codes.items()]
    if column.name == "country":
        found = [(code, name) for code, name in places.names.items() if len(code) == 2]
        return sorted(found, key=lambda each: each[1])
    if column.name == "period":
        return [(each, each) for each in _moments(layout)]
    return []


def _shown_as(code: str, label: str) -> str:
    """How finely a place may be shown, and what follows from it."""
    return f"{label}: {_OPEN if code == 'point' else _WITHHELD}"


def _moments(layout: Layout) -> list[str]:
    """Days and years that stand in titles and notes around the rows."""
    found: list[str] = []
    for line, why in layout.left_out:
        if why not in (TITLE, NOTE):
            continue
        for text in _WHEN.findall(line.raw):
            try:
                period = dates.period(text, "")
            except DateFaultError:
                continue
            if period not in found:
                found.append(period)
    return found
