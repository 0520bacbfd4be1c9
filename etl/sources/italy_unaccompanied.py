"""Italy: unaccompanied children present by region and month, 2016 to 2022.

The publisher's monthly reports were extracted from PDF by somebody else, and the extraction
is broken from November 2016 to December 2021: every region falls to a fifteenth and comes back
in January 2022. The reports of those months give 17,245 children in November 2016, of whom
1,198 girls, and 15,458 in March 2017, of whom 1,091 girls: 1,198 and 1,091 is what the file has
for all children. So what lies between two opposite jumps is unknown here (status U), and the
extracted figures stay in table `set_aside`. Other decisions:

- The national figure of a month is the extraction's own sum of its regions, so it proves
  little: it is in doubt (status U) where a region is missing, and with all its regions where
  the sum differs.
- Bolzano and Trento are given apart, so ITH1 and ITH2 have figures of their own.
- From 2023 the publisher gives the country twice a year and no region.
- Kind need: registered as present wherever they live, also with families, and some cannot be
  traced; each needs a guardian and a place.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.series_breaks import excursions
from etl.reading import LayoutError, Reading, Source

_FILE = "italy/msna.json"
_MEASURE = "unaccompanied_children_present_persons"
_COUNTRY = "IT"
_MONTHLY, _TWICE_A_YEAR = "mensile", "semestrale"
# A step of this factor and size is a jump; the January drop at presumed birthdays is a fifth.
_FACTOR, _LEAST = 5, 50

_REGION = {
    "Piemonte": "ITC1",
    "Valle d'Aosta": "ITC2",
    "Liguria": "ITC3",
    "Lombardia": "ITC4",
    "Abruzzo": "ITF1",
    "Molise": "ITF2",
    "Campania": "ITF3",
    "Puglia": "ITF4",
    "Basilicata": "ITF5",
    "Calabria": "ITF6",
    "Sicilia": "ITG1",
    "Sardegna": "ITG2",
    "Bolzano": "ITH1",
    "Trento": "ITH2",
    "Veneto": "ITH3",
    "Friuli-Venezia Giulia": "ITH4",
    "Emilia-Romagna": "ITH5",
    "Toscana": "ITI1",
    "Umbria": "ITI2",
    "Marche": "ITI3",
    "Lazio": "ITI4",
}

_BROKEN = (
    "the extraction falls to a fraction for months and comes back: it probably took the girls "
    "for all children"
)


class _Figure(NamedTuple):
    """Children present, as one entry of the file has it."""

    line: int
    name: str
    territory: str
    month: str
    persons: int


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: one measure a region and month, and the country."""
    reading = Reading("italy_unaccompanied")
    text = (folder / _FILE).read_text("utf-8")
    monthly, twice_a_year = _figures(text)
    monthly = list(_first_of_each(reading, monthly, text.splitlines()))
    reading.loaded(_FILE, len(monthly) + len(twice_a_year))
    broken, doubts = _broken(monthly), _doubts(monthly)
    rows = []
    for figure in monthly:
        key = (figure.territory, figure.month)
        rows.append(_row(figure, key in broken, _BROKEN if key in broken else doubts.get(key)))
    rows += [_row(figure, False, None) for figure in twice_a_year]
    reading.tables["observation"] = pd.DataFrame(rows)
    reading.tables["set_aside"] = pd.DataFrame(
        _aside(figure) for figure in monthly if (figure.territory, figure.month) in broken
    )
    return reading


def _figures(text: str) -> tuple[list[_Figure], list[_Figure]]:
    """Monthly and half-yearly entries in the order of the file, each with its line."""
    try:
        content = json.loads(text)
        country, regions = content["nazionale"], content["regioni"]
        entries = [(_COUNTRY, entry, entry["tipo"]) for entry in country]
        entries += [(part["regione"], e, _MONTHLY) for part in regions for e in part["serie"]]
    except (ValueError, KeyError, TypeError) as error:
        raise LayoutError(f"{_FILE}: not laid out as expected ({error!r})") from None
    numbered = enumerate(text.splitlines(), start=1)
    lines = [number for number, of_file in numbered if '"presenti"' in of_file]
    if len(lines) != len(entries):
        raise LayoutError(f"{_FILE}: {len(lines)} lines with presenti, {len(entries)} entries")
    found: dict[str, list[_Figure]] = {_MONTHLY: [], _TWICE_A_YEAR: []}
    for line, (name, entry, rhythm) in zip(lines, entries, strict=True):
        if rhythm not in found:
            raise LayoutError(f"{_FILE}, line {line}: tipo {rhythm!r} is not known")
        found[rhythm].append(_figure(line, name, entry))
    return found[_MONTHLY], found[_TWICE_A_YEAR]


def _figure(line: int, name: str, entry: Mapping[str, object]) -> _Figure:
    """One entry; LayoutError for an unknown region, a month or a count that is none."""
    territory = _COUNTRY if name == _COUNTRY else _REGION.get(name)
    month, persons = str(entry.get("periodo")), entry.get("presenti")
    if territory is None:
        raise LayoutError(f"{_FILE}, line {line}: {name!r} is none of the 21 regions")
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise LayoutError(f"{_FILE}, line {line}: {month!r} is not a month")
    if type(persons) is not int or persons < 0:
        raise LayoutError(f"{_FILE}, line {line}: {persons!r} is not a number of children")
    return _Figure(line, name, territory, month, persons)


def _first_of_each(
    reading: Reading, figures: Iterable[_Figure], lines: list[str]
) -> Iterator[_Figure]:
    """Figures without those of a month that is there twice, which are counted as such."""
    first: dict[tuple[str, str], _Figure] = {}
    for figure in figures:
        other = first.setdefault((figure.territory, figure.month), figure)
        if other is figure:
            yield figure
        elif other.persons == figure.persons:
            reading.leave_out(_FILE, "the same month of the same region again")
        else:
            reason = f"{figure.month} is there again; line {other.line} has {other.persons}"
            raw = lines[figure.line - 1]
            reading.reject(_FILE, figure.line, "presenti", reason, raw)


def _broken(figures: list[_Figure]) -> set[tuple[str, str]]:
    """Territory and month of what lies between opposite jumps.

    Where the country's figure does, all its regions of that month were read the same way.
    """
    table = _table(figures)
    marked = table.apply(lambda series: excursions(series.to_numpy(float), _FACTOR, _LEAST))
    for name in marked.columns.difference([_COUNTRY]):
        marked[name] |= marked[_COUNTRY]
    return {(f.territory, f.month) for f in figures if marked.loc[f.month, f.territory]}


def _doubts(figures: list[_Figure]) -> dict[tuple[str, str], str]:
    """What is odd about a month's sum, by territory and month."""
    found: dict[tuple[str, str], str] = {}
    names = {figure.territory: figure.name for figure in figures}
    for month, row in _table(figures).to_dict("index").items():
        total = row.pop(_COUNTRY)
        known = {code: persons for code, persons in row.items() if not np.isnan(persons)}
        absent = ", ".join(sorted(names[str(code)] for code in row if code not in known))
        if not np.isnan(total) and sum(known.values()) != total:
            why = (
                f"the regions sum to {sum(known.values()):,.0f}, not to the country's {total:,.0f}"
            )
            found |= {(str(code), str(month)): why for code in (_COUNTRY, *known)}
        elif absent:
            found[_COUNTRY, str(month)] = f"too low: {absent} has no figure and is not in it"
    return found


def _table(figures: list[_Figure]) -> pd.DataFrame:
    """Children by month, in order, and territory."""
    frame = pd.DataFrame(figures)
    table = frame.pivot(index="month", columns="territory", values="persons").sort_index()
    return table.astype(np.float64).reindex(columns=sorted({_COUNTRY, *table.columns}))


def _row(figure: _Figure, broken: bool, doubt: str | None) -> dict[str, object]:
    """The observation of one entry; the extracted figure of a broken one is in its note."""
    return {
        "territory_id": figure.territory,
        "nuts_version": "2024",
        "period": figure.month,
        "measure_id": _MEASURE,
        "group_id": "unaccompanied_children",
        "value": None if broken else float(figure.persons),
        "obs_status": "U" if doubt else "A",
        "evidence": "published",
        "source_id": SOURCE.source_id,
        "note": f"{doubt}; the file has {figure.persons:,}" if broken else doubt,
        "source_file": _FILE,
        "source_line": figure.line,
    }


def _aside(figure: _Figure) -> dict[str, object]:
    """The extracted figure of a broken month, as the file has it."""
    return {
        "reason": _BROKEN,
        "territory_name": figure.name,
        "territory_id": figure.territory,
        "measure": "presenti",
        "group_name": "minori stranieri non accompagnati",
        "period": figure.month,
        "value": str(figure.persons),
        "unit": "persons",
        "source_id": SOURCE.source_id,
        "obs_status": "U",
        "evidence": "published",
        "source_file": _FILE,
        "source_line": figure.line,
    }


SOURCE = Source(
    source_id="italy_unaccompanied",
    title="Monthly report on unaccompanied foreign children in Italy, by region",
    publisher="Ministero del Lavoro e delle Politiche Sociali",
    url="https://www.lavoro.gov.it/temi-e-priorita/immigrazione/focus-on/minori-stranieri",
    licence="CC BY 4.0",
    attribution=(
        "Ministero del Lavoro e delle Politiche Sociali; extracted from its PDF reports by "
        "Osservatorio Accoglienza (CC BY 4.0)"
    ),
    vintage="January 2016 to December 2022 by month; the country to December 2025, half-yearly",
    caveats=(
        "Registered as present on the last day of the month. Extracted from PDF reports: from "
        "November 2016 to December 2021 the extraction has about a fifteenth of the children, "
        "probably the girls, and is shown as unknown. Veneto is missing in June 2016. In January "
        "many turn 18 on a presumed birthday. No region from 2023 on."
    ),
    files=(_FILE,),
    read=read,
)
