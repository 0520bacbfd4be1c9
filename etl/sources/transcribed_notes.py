"""What the period, value and note of a transcribed row say about its figure.

The notes were written by the transcribers, who saw the page. They say whether a figure is
rounded, a lower end or a sum, and what to doubt. `note_of` puts them in words for readers.
"""

import re
from collections.abc import Mapping
from datetime import date

from etl.sources.transcribed_wording import in_words

Record = Mapping[str, str]

_MOMENT = r"\d{4}(?:-\d{2}){0,2}"
# 2021/2027, 2021-2027, 2024-02..2025-07, and 2024-01..11, whose end has the start's year.
_RANGE = re.compile(rf"({_MOMENT})(?:/|\.\.)({_MOMENT}|\d{{2}})|(\d{{4}})-(\d{{4}})")
_OF_A_TARGET = re.compile(r" \((?:target|new cycle)\)$")
# What to know besides the note: words in the measure's name or the note, and what they mean.
_ADDED_NOTES = (
    (
        r"basic care persons|persons in basic care|seekers in basic care",
        "people in basic care (Grundversorgung), in organised or private housing",
    ),
    (r"basic care quota", "persons in basic care, not places"),
    (r"IPAS residents", "residents of IPAS accommodation, some of whom have a status already"),
    (r"refugee settlement", "persons to be settled in municipalities in the year, not places"),
)
# Of a country and year; Migrationsverket, 3 July 2024.
_ADDED_NOTE_OF = {
    ("SE", "2025"): "with people under temporary protection who have registered as residents"
}
# The note of a whole set doubts one of its rows only.
_DOUBTED_ROW = ("NL12", "provincial_task_reception_places")
_ITS_DOUBT = "Friesland 3,744 is probably a typo"
# A table that contradicts itself, is known to undercount, was corrected later, or is contested.
_DOUBTED = re.compile(
    r"MISMATCH|does not match its|undercount|later corrected|confirmed the direction, not the ratio"
    r"|top-ups unknown"
)
_MORE_THAN = re.compile(r"\b(?:more than|at least|over) (\d[\d,]*)( thousand)?", re.IGNORECASE)
# "'more than'" at the start is said of the figure itself.
_MORE_THAN_THIS = re.compile(r"^'more than';")
# The transcriber's sums; "sum of rows 396" and "sum of 16 Länder = 486120" are only checks.
_SUMMED = re.compile(
    r"\bderived\b|\bcomputed\b(?! by)|\bsum of\b(?! rows| \d+ Länder)", re.IGNORECASE
)


def period_of(text: str, of_a_target: bool = False) -> str | None:
    """The period as ISO 8601: year, month, day, or two of them joined by a slash; else None.

    "(target)" or "(new cycle)" after a date is taken off, and is only right with a target.
    """
    bare = _OF_A_TARGET.sub("", text)
    if bare != text and not of_a_target:
        return None
    found = _RANGE.fullmatch(bare)
    if found is None:
        return bare if _is_moment(bare) else None
    start, end = (found[1], found[2]) if found[1] else (found[3], found[4])
    if len(end) == 2:
        end = f"{start[:4]}-{end}"
    return f"{start}/{end}" if _is_moment(start) and _is_moment(end) and start <= end else None


def _is_moment(text: str) -> bool:
    """Whether a text is a year, month or day of the calendar."""
    if not re.fullmatch(_MOMENT, text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def value_of(record: Record) -> tuple[float | None, float | None]:
    """Value and lower end: "more than" a number gives the lower end only."""
    number = float(record["value"])
    note = record["note"]
    stated = [
        float(printed.replace(",", "")) * (1000 if thousand else 1)
        for printed, thousand in _MORE_THAN.findall(note)
    ]
    unsaid = not stated and re.search(r"\bat least\b", note) is not None
    more = number in stated or unsaid or _MORE_THAN_THIS.match(note) is not None
    return (None, number) if more else (number, None)


def status_of(record: Record, value: float | None) -> tuple[str, str]:
    """Observation status and evidence, from what the note says about the figure."""
    note, row = record["note"], (record["territory_code"], record["measure"])
    doubted = _DOUBTED.search(note) or (row == _DOUBTED_ROW and _ITS_DOUBT in note)
    summed = _SUMMED.search(note) is not None
    evidence = "estimated" if summed else "published"
    if value is None or doubted:
        return "U", evidence
    return "E" if summed else "A", evidence


def note_of(record: Record) -> str | None:
    """The row's note in words for readers, after what else there is to know."""
    text = record["measure"].replace("_", " ") + " " + record["note"]
    added = [meaning for words, meaning in _ADDED_NOTES if re.search(words, text)]
    more = _ADDED_NOTE_OF.get((record["territory_code"][:2], record["period"]), "")
    return "; ".join(part for part in (*added, more, in_words(record["note"])) if part) or None
