"""Digital services, read off public pages: what the transcribed rows say of each service.

A row of measure `digital_service` is a service, or a local edition of one, that its note names;
a row of `digital_service_users` of the same page and place is its evidence of use. What the
note does not say stays missing: no page transcribed so far speaks of accessibility, of use
without a connection, of the last update, of a counterpart on site, or of an effect. Decisions:

- "Everyone in the country" is the reach of a national service; an app that towns and districts
  run for themselves reaches those, and a part of the country or Land they are in.
- Languages are those named. A page that gives their number only ("12 language versions") gives
  no list; one that lists them gives their number too.
- Where one page names a service and counts the attendances of several, the count is not taken.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from babel import Locale

from etl.reading import LayoutError
from etl.sources.transcribed_rows import Line, Transcript
from etl.sources.transcribed_words import Stated, stated

SERVICE, USERS = "digital_service", "digital_service_users"


class Known(NamedTuple):
    """A service that the notes name: what it helps with, and who runs it where they say so."""

    service_id: str
    name: str
    service: str
    provider: str | None = None
    url: str | None = None


# By the words its note has; a row whose note has none of them is a drift in the file.
SERVICES: dict[str, Known] = {
    r"^ÖIF-Sprachportal": Known(
        "sprachportal", "ÖIF-Sprachportal", "language",
        "ÖIF", "https://www.sprachportal.at",
    ),
    r"^Réfugiés\.info": Known("refugies_info", "Réfugiés.info", "social_orientation", "DIAIR"),
    r"^vhs-Lernportal": Known("vhs_lernportal", "vhs-Lernportal", "language", "DVV"),
    r"^InfoFinland\.fi": Known(
        "infofinland", "InfoFinland.fi", "social_orientation", None, "https://www.infofinland.fi"
    ),
    r"^Integreat (?:app|in use)": Known("integreat", "Integreat", "social_orientation"),
    r"^Integreat München": Known("integreat", "Integreat München", "social_orientation"),
    r"^Integreat app of Kreis Lippe": Known("integreat", "Integreat Kreis Lippe",
                                            "social_orientation", "Kreis Lippe"),
}  # fmt: skip
_WHOLE = "integreat"
_LOCAL = frozenset({"towns and districts", "Land with an Integreat app"})

_ENGLISH = {name: code for code, name in Locale("en").languages.items()}
_CODES = _ENGLISH | {"Farsi": "fa", "Kurmanji": "ku"}
_LISTED = re.compile(r": ([A-Z]\w+(?:, [A-Z]\w+)+)(?:;|$)")
_NUMBER = re.compile(r"\b(\d+) language")
_TAUGHT = re.compile(r"online German")
# The year of a first use that a note tells, and how.
_LAUNCHED = re.compile(r"year of the app launch")
_YEARS_AFTER = re.compile(r"after the start in (\d{4})")
_ATTENDED = re.compile(r"about ([\d,]+) (course attendances) (\d{4})-(\d{4})")


def add_digital(found: Transcript, lines: Sequence[Line]) -> None:
    """Rows of table `digital_service`, one per row of measure `digital_service`."""
    users = {_place(line): line for line in lines if line.record["measure"] == USERS}
    shared = _starts([line for line in lines if line.record["measure"] == SERVICE])
    for line in lines:
        if line.record["measure"] == SERVICE:
            said = stated(line.record)
            row = _row(line, said) | _use(line, users.get(_place(line)))
            started = shared.get((line.record["source_url"], line.record["territory_code"]))
            found.add(
                "digital_service", line, said, row | ({"started": started} if started else {})
            )


def _place(line: Line) -> tuple[str, str]:
    """The page and territory of a row."""
    return line.record["source_url"], line.record["territory_code"]


def _starts(lines: Sequence[Line]) -> dict[tuple[str, str], str]:
    """The year a page tells as its article's subject's start, by page and finest territory.

    The note stands with each row of the page, and is of the local edition the page is about.
    """
    found: dict[tuple[str, str], str] = {}
    for line in lines:
        told = _YEARS_AFTER.search(line.record["note"])
        if told is not None:
            url = line.record["source_url"]
            codes = [each.record["territory_code"] for each in lines
                     if each.record["source_url"] == url]  # fmt: skip
            found[url, max(codes, key=len)] = told[1]
    return found


def _row(line: Line, said: Stated) -> dict[str, object]:
    """What a row says of its service, but for its use."""
    record = line.record
    note, code = record["note"], record["territory_code"]
    known = next((each for words, each in reversed(SERVICES.items()) if re.search(words, note)),
                 None)  # fmt: skip
    if known is None:
        raise LayoutError(f"{line.file}, line {line.number}: no known digital service in {note!r}")
    local = known.service_id == _WHOLE and len(code) > len("DE")
    languages, count = _languages(note)
    return {
        "service_id": f"{known.service_id}_{code}" if local else known.service_id,
        "name": known.name,
        "provider": known.provider,
        "territory_id": code,
        "reach": "part" if record["unit"] in _LOCAL else "whole",
        "part_of": _WHOLE if local else None,
        "service": known.service,
        "languages": languages,
        "languages_count": count,
        "started": said.period if _LAUNCHED.search(note) else None,
        "url": known.url,
        "period": said.period,
    }


def _languages(note: str) -> tuple[str | None, int | None]:
    """The languages a note names as codes, and how many there are in all.

    >>> _languages("Integreat München, 2 languages: German, Kurmanji")
    ('de ku', 2)
    >>> _languages("InfoFinland.fi: 12 language versions")
    (None, 12)
    >>> _languages("Sprachportal: free online German courses")
    ('de', None)
    """
    listed, number = _LISTED.search(note), _NUMBER.search(note)
    count = int(number[1]) if number else None
    if listed is None:
        return ("de" if _TAUGHT.search(note) else None), count
    codes = [_CODES.get(name) for name in listed[1].split(", ")]
    if None in codes:
        raise LayoutError(f"not all of {listed[1]!r} are known names of languages")
    return " ".join(str(code) for code in codes), count or len(codes)


def _use(line: Line, users: Line | None) -> dict[str, object]:
    """Evidence of use: what the note tells of this service, else the page's row of users."""
    told = _ATTENDED.search(line.record["note"])
    if told is not None:
        return {
            "use_value": float(told[1].replace(",", "")),
            "use_unit": told[2],
            "use_period": f"{told[3]}/{told[4]}",
            "use_line": line.number,
        }
    if users is None:
        return {}
    said = stated(users.record)
    return {
        "use_value": said.value,
        "use_lower": said.lower,
        "use_unit": users.record["unit"],
        "use_period": said.period,
        "use_line": users.number,
    }
