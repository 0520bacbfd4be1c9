"""United Kingdom: people on asylum support at the end of each quarter, by region.

The file has a line per local authority, kind of support and kind of accommodation. A person
is on one kind of support at a time: Section 98 while an application for support is looked at,
Section 95 until the asylum claim is decided, Section 4 after a refusal. The three do not
overlap and are added up; the sums by accommodation are the publisher's own totals (45,775
people in hotels at the end of 2022, 50,546 at the end of June 2023). Decisions:

- Subsistence only is support without accommodation: a measure of its own, not people hosted.
- Some lines are for the country only ("N/A - Section 98 (pre-Dec 2022)"). What they count
  may be anywhere, so a region's figure is then unknown between what is placed there and that
  with all of them. The United Kingdom's figure has them.
- Lines of region "Unknown" are few: a region keeps its sum, with its interval, and the note
  says how many persons they are.
- Section 98 before December 2022 has no kind of accommodation. It was housing in all but name,
  so the country's people hosted include it, as an estimate; no kind of accommodation does.
- Until March 2023 Section 95 has dispersal accommodation only; hotels under it are told apart
  from June 2023 on, when London's dispersal falls by a third. That date is a break (status B).
- A region without a line has no row: nobody was listed, which is not a published zero.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from etl.reading import LayoutError, Reading, Source
from etl.sources.uk_local_authorities import (
    UK,
    Line,
    authority_lines,
    interval,
    note_of,
    sums,
    without_region,
)

_FILE = "uk/local_authority_support.csv"
_HOSTED, _DISPERSAL = "people_hosted_persons", "hosted_in_dispersal_persons"
_SUPPORT = {"Section 4", "Section 95", "Section 98"}
_TOLD_APART = "2023-06-30"
_NO_KIND = "n/a - section 98 (pre-2023)"
# Kind of accommodation in small letters -> the measures its people count in.
_MEASURES = {
    "dispersal accommodation": (_HOSTED, _DISPERSAL),
    "contingency accommodation - hotel": (_HOSTED, "hosted_in_hotels_persons"),
    "contingency accommodation - other": (_HOSTED, "hosted_in_other_contingency_persons"),
    "initial accommodation": (_HOSTED, "hosted_in_initial_persons"),
    "other accommodation": (_HOSTED,),
    _NO_KIND: (_HOSTED,),
    "subsistence only": ("supported_without_accommodation_persons",),
}


def read(folder: Path) -> Reading:
    """Table `observation`: six measures by region and for the United Kingdom, a quarter's end."""
    reading = Reading("uk_support")
    groups: dict[tuple[str, str], list[Line]] = {}
    no_kind: dict[str, int] = {}
    columns = ("Support Type", "Accommodation Type")
    for line in authority_lines(folder / _FILE, columns, "People"):
        kind, date = line.record["Accommodation Type"].lower(), line.record["Date"]
        if kind not in _MEASURES or line.record["Support Type"] not in _SUPPORT:
            known = f"{line.record['Support Type']!r} in {line.record['Accommodation Type']!r}"
            raise LayoutError(f"{_FILE}, line {line.number}: {known} is not known")
        if kind == _NO_KIND:
            no_kind[date] = no_kind.get(date, 0) + line.persons
        for measure_id in _MEASURES[kind]:
            groups.setdefault((measure_id, date), []).append(line)
        reading.loaded(_FILE)
    rows = [
        row
        for (measure_id, date), lines in groups.items()
        for row in _observations(measure_id, date, lines, no_kind.get(date, 0))
    ]
    reading.tables["observation"] = pd.DataFrame(rows)
    return reading


def _observations(
    measure_id: str, date: str, lines: list[Line], no_kind: int
) -> Iterator[dict[str, object]]:
    """The sums of one measure and date; `no_kind` are the date's people of no known kind."""
    nowhere = without_region(lines)
    withheld = any(line.not_by_region for line in lines)
    status, remark = _doubt(measure_id, date, no_kind)
    for territory, total in sums(lines).items():
        lower, upper = interval(total.persons, territory, nowhere)
        unknown = withheld and territory != UK
        yield {
            "territory_id": territory,
            "nuts_version": "2021",
            "period": date,
            "measure_id": measure_id,
            "group_id": "asylum_applicants",
            "value": None if unknown else float(total.persons),
            "lower": lower,
            "upper": upper,
            "obs_status": "M" if unknown else status,
            "evidence": "estimated",
            "source_id": SOURCE.source_id,
            "note": note_of(total, territory, nowhere) + remark,
            "source_file": _FILE,
            "source_line": total.first,
        }


def _doubt(measure_id: str, date: str, no_kind: int) -> tuple[str, str]:
    """Status of a figure that is known, and what its note adds."""
    if measure_id == _HOSTED and no_kind:
        return "E", f"; {no_kind:,} under Section 98 have no published kind of accommodation"
    if measure_id == _DISPERSAL and no_kind:
        return "A", f"; {no_kind:,} under Section 98, of no published kind, are not in it"
    if measure_id == _DISPERSAL and date == _TOLD_APART:
        return "B", "; other accommodation under Section 95 is told apart from here on"
    return "A", ""


SOURCE = Source(
    source_id="uk_support",
    title="Immigration system statistics: people on asylum support by local authority",
    publisher="UK Home Office",
    url="https://www.gov.uk/government/statistical-data-sets/immigration-system-statistics-data-tables",
    licence="Open Government Licence v3.0",
    attribution=(
        "© Crown copyright, UK Home Office; contains public sector information licensed under "
        "the Open Government Licence v3.0"
    ),
    vintage="March 2014 to September 2024, at the end of each quarter",
    caveats=(
        "Added up by region from local authorities. People with money only are not counted as "
        "hosted. Section 4 has no region before 2018, Section 98 before December 2022, "
        "subsistence from December 2023: what is then unknown of a region has bounds only. "
        "Hotels are told apart from December 2022, under Section 95 from June 2023. In December "
        "2022 many lines carry the code of another authority of the same operator; names and "
        "regions are right. Two authorities are split over two lines in one quarter. A region "
        "without a row had nobody listed."
    ),
    files=(_FILE,),
    read=read,
)
