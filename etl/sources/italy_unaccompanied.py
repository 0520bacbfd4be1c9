"""Italy: unaccompanied children present by region and month, 2016 to 2022.

The publisher's monthly reports were extracted from PDF by somebody else, and the extraction
is broken from November 2016 to December 2021: the country falls from 15,883 to 1,198 within a
month and comes back from 333 to 11,542. The reports of those months give 17,245 children in
November 2016, of whom 1,198 girls, and 15,458 in March 2017, of whom 1,091 girls: what the
file has for all children. So what lies between two opposite jumps is unknown here (status U),
and the extracted figures stay in table `set_aside`. Other decisions:

- The national figure of a month is the extraction's own sum of its regions, so it proves
  little: it is in doubt (status U) where a region is missing, and with all its regions where
  the sum differs.
- Bolzano and Trento are given apart, so ITH1 and ITH2 have figures of their own.
- From 2023 the publisher gives the country twice a year and no region.
- Kind need: registered as present wherever they live, also with families; each needs a
  guardian and a place. Children who cannot be traced are counted apart by the publisher.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.series_breaks import broken_parts
from etl.reading import Reading, Source
from etl.sources.italy_unaccompanied_entries import COUNTRY, Figure, figures

_FILE = "italy/msna.json"
_MEASURE = "unaccompanied_children_present_persons"
# A step of this factor and size is a jump. In January many turn 18 on a presumed birthday: a
# real drop, and far smaller.
_FACTOR, _LEAST = 5, 50

_BROKEN = (
    "the extraction falls to a fraction for months and comes back: it probably took the girls "
    "for all children"
)


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: one measure a region and month, and the country."""
    reading = Reading("italy_unaccompanied")
    text = (folder / _FILE).read_text("utf-8")
    monthly, twice_a_year = figures(text, _FILE)
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


def _first_of_each(
    reading: Reading, figures: Iterable[Figure], lines: list[str]
) -> Iterator[Figure]:
    """Figures without those of a month that is there twice, which are counted as such."""
    first: dict[tuple[str, str], Figure] = {}
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


def _broken(figures: list[Figure]) -> set[tuple[str, str]]:
    """Territory and month of what lies between opposite jumps, in its series or the country's."""
    marked = broken_parts(_table(figures), COUNTRY, _FACTOR, _LEAST)
    return {(f.territory, f.month) for f in figures if marked.loc[f.month, f.territory]}


def _doubts(figures: list[Figure]) -> dict[tuple[str, str], str]:
    """What is odd about a month's sum, by territory and month."""
    found: dict[tuple[str, str], str] = {}
    names = {figure.territory: figure.name for figure in figures}
    for month, row in _table(figures).to_dict("index").items():
        total = row.pop(COUNTRY)
        known = {code: persons for code, persons in row.items() if not np.isnan(persons)}
        absent = ", ".join(sorted(names[str(code)] for code in row if code not in known))
        if not np.isnan(total) and sum(known.values()) != total:
            why = (
                f"the regions sum to {sum(known.values()):,.0f}, not to the country's {total:,.0f}"
            )
            found |= {(str(code), str(month)): why for code in (COUNTRY, *known)}
        elif absent:
            found[COUNTRY, str(month)] = f"too low: {absent} has no figure and is not in it"
    return found


def _table(figures: list[Figure]) -> pd.DataFrame:
    """Children by month, in order, and territory."""
    frame = pd.DataFrame(figures)
    table = frame.pivot(index="month", columns="territory", values="persons").sort_index()
    return table.astype(np.float64).reindex(columns=sorted({COUNTRY, *table.columns}))


def _row(figure: Figure, broken: bool, doubt: str | None) -> dict[str, object]:
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


def _aside(figure: Figure) -> dict[str, object]:
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
        "November 2016 to December 2021 the extraction has a small part of the children, "
        "probably the girls, and is shown as unknown. Veneto is missing in June 2016. In January "
        "many turn 18 on a presumed birthday. No region from 2023 on."
    ),
    files=(_FILE,),
    read=read,
)
