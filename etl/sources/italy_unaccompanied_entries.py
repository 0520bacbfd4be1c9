"""Entries of the extracted reports on Italy's unaccompanied children, each with its line."""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from etl.reading import LayoutError
from etl.sources.italy_regions import REGION

COUNTRY = "IT"
_MONTHLY, _TWICE_A_YEAR = "mensile", "semestrale"


class Figure(NamedTuple):
    """Children present, as one entry of the file has it."""

    line: int
    name: str
    territory: str
    month: str
    persons: int


def figures(text: str, file: str) -> tuple[list[Figure], list[Figure]]:
    """Monthly and half-yearly entries in the order of the file, each with its line.

    Raises LayoutError for text that is not laid out as the publisher's, an entry that is not
    on a line of its own, and an unknown region or rhythm, a month or a count that is none.
    """
    try:
        content = json.loads(text)
        country, regions = content["nazionale"], content["regioni"]
        entries = [(COUNTRY, entry, entry["tipo"]) for entry in country]
        entries += [(part["regione"], e, _MONTHLY) for part in regions for e in part["serie"]]
    except (ValueError, KeyError, TypeError) as error:
        raise LayoutError(f"{file}: not laid out as expected ({error!r})") from None
    lines = [line for line in enumerate(text.splitlines(), start=1) if '"presenti"' in line[1]]
    if len(lines) != len(entries):
        raise LayoutError(f"{file}: {len(lines)} lines with presenti, {len(entries)} entries")
    found: dict[str, list[Figure]] = {_MONTHLY: [], _TWICE_A_YEAR: []}
    for (line, raw), (name, entry, rhythm) in zip(lines, entries, strict=True):
        try:
            figure = _figure(line, name, entry)
            if rhythm not in found:
                raise ValueError(f"tipo {rhythm!r} is not known")
            if not re.search(rf": {figure.persons}\b", raw):
                raise ValueError(f"{raw.strip()} where {figure.persons} was expected")
        except ValueError as error:
            raise LayoutError(f"{file}, line {line}: {error}") from None
        found[rhythm].append(figure)
    return found[_MONTHLY], found[_TWICE_A_YEAR]


def _figure(line: int, name: str, entry: Mapping[str, object]) -> Figure:
    """One entry; ValueError for an unknown region, a month or a count that is none."""
    territory = COUNTRY if name == COUNTRY else REGION.get(name)
    month, persons = str(entry.get("periodo")), entry.get("presenti")
    if territory is None:
        raise ValueError(f"{name!r} is none of the 21 regions")
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise ValueError(f"{month!r} is not a month")
    if type(persons) is not int or persons < 0:
        raise ValueError(f"{persons!r} is not a number of children")
    return Figure(line, name, territory, month, persons)
