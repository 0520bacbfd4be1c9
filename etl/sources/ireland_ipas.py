"""Ireland: people in accommodation for protection applicants (IPAS) on 29 December 2024.

The country's figures by kind of accommodation are complete and are loaded. Of the 31 local
authorities the excerpt quotes six; none is a NUTS region and most of their regions' other
authorities are missing, so their figures are set aside and never a region's value. Centres are
loaded as a total; how many each kind has is in the notes.
"""

from pathlib import Path

import pandas as pd

from etl.reading import LayoutError, Reading, Record, Source, records

_FILE = "ireland/ie_ipas_2024-12-29_partial.csv"
_DATE = "2024-12-29"
_COLUMNS = ("level", "area", "accommodation_type", "centres", "persons", "children", "note")
_TOTAL = "TOTAL"
_COUNTS = ("centres", "persons", "children")
_MEASURE = {
    "IPAS Accommodation (long-term)": "hosted_in_long_term_persons",
    "Emergency Accommodation": "hosted_in_emergency_persons",
    "National Reception Centre": "hosted_in_first_reception_persons",
    "Citywest Transit Hub": "hosted_in_transit_persons",
    "Tented Accommodation": "hosted_in_tents_persons",
    _TOTAL: "people_hosted_persons",
}
# Local authority -> the NUTS 3 region of 2024 it is a part of, for orientation only.
_INSIDE = {
    "South Dublin": "IE061",
    "Dublin City": "IE061",
    "Fingal": "IE061",
    "Donegal": "IE041",
    "Galway City": "IE042",
    "Longford": "IE063",
}
_WHY = "a local authority, not a NUTS region, and only 6 of 31 are quoted"
_STATUS_NOTE = "residents of IPAS accommodation, some of whom have a status already"


def read(folder: Path) -> Reading:
    """Tables `observation` (the country) and `set_aside` (six local authorities)."""
    reading = Reading("ireland_ipas")
    rows: list[dict[str, object]] = []
    aside: list[dict[str, object]] = []
    kinds: dict[str, dict[str, int]] = {}
    for line, record in records(folder / _FILE, _COLUMNS):
        kind = record["accommodation_type"]
        if record["level"] == "local_authority" and kind == _TOTAL:
            aside.append(_aside(record, line))
        elif record["level"] == "country" and kind in _MEASURE and record["area"] == "Ireland":
            kinds[kind] = {name: _count(record, name, line) for name in _COUNTS}
            rows += _observations(kind, kinds[kind], line)
        else:
            what = " / ".join(record[name] for name in _COLUMNS[:3])
            raise LayoutError(f"{_FILE}, line {line}: {what} is not known")
        reading.loaded(_FILE)
    _check_total(kinds)
    reading.tables["observation"] = pd.DataFrame(rows)
    reading.tables["set_aside"] = pd.DataFrame(aside)
    return reading


def _check_total(kinds: dict[str, dict[str, int]]) -> None:
    """Raise LayoutError unless every kind is there and each count sums to the total's."""
    absent = ", ".join(sorted(set(_MEASURE) - set(kinds)))
    if absent:
        raise LayoutError(f"{_FILE}: no line for {absent}")
    for name, total in kinds[_TOTAL].items():
        parts = sum(counts[name] for kind, counts in kinds.items() if kind != _TOTAL)
        if parts != total:
            raise LayoutError(f"{_FILE}: {name} of all kinds are {parts:,}, not {total:,}")


def _count(record: Record, name: str, line: int) -> int:
    """A count of the country; LayoutError where it is none, as the sum needs it."""
    if not (record[name].isascii() and record[name].isdigit()):
        raise LayoutError(f"{_FILE}, line {line}: {name} {record[name]!r} is not a whole number")
    return int(record[name])


def _observations(kind: str, counts: dict[str, int], line: int) -> list[dict[str, object]]:
    """Persons and children of one kind of accommodation, and the centres of all."""
    centres = "1 centre" if counts["centres"] == 1 else f"{counts['centres']} centres"
    figures = [
        (_MEASURE[kind], "asylum_applicants", counts["persons"], f"{_STATUS_NOTE}; in {centres}"),
        (_MEASURE[kind], "children", counts["children"], f"among the residents; in {centres}"),
    ]
    if kind == _TOTAL:
        figures.append(("reception_centres_count", "asylum_applicants", counts["centres"], "IPAS"))
    return [
        {
            "territory_id": "IE",
            "nuts_version": "2024",
            "period": _DATE,
            "measure_id": measure_id,
            "group_id": group_id,
            "value": float(value),
            "obs_status": "A",
            "evidence": "published",
            "source_id": SOURCE.source_id,
            "note": note,
            "source_file": _FILE,
            "source_line": line,
        }
        for measure_id, group_id, value, note in figures
    ]


def _aside(record: Record, line: int) -> dict[str, object]:
    """The figure of a local authority, as printed."""
    return {
        "reason": _WHY,
        "territory_name": record["area"],
        "territory_id": _INSIDE.get(record["area"]),
        "measure": "IPAS residents",
        "group_name": "international protection applicants",
        "period": _DATE,
        "value": record["persons"],
        "unit": "persons",
        "source_id": SOURCE.source_id,
        "obs_status": "A",
        "evidence": "published",
        "note": record["note"] or None,
        "source_file": _FILE,
        "source_line": line,
    }


SOURCE = Source(
    source_id="ireland_ipas",
    title="IPAS weekly accommodation and arrivals statistics, 29 December 2024",
    publisher="International Protection Accommodation Services (IPAS)",
    url="https://www.gov.ie",
    licence="Irish PSI licence",
    attribution="International Protection Accommodation Services, Government of Ireland",
    vintage="29 December 2024",
    caveats=(
        "An excerpt: the country by kind of accommodation, and 6 of 31 local authorities, which "
        "are kept out of maps and sums. Residents include people who already have a status."
    ),
    files=(_FILE,),
    read=read,
)
