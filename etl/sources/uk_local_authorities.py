"""Home Office tables by local authority and quarter: their lines, and sums by UK region.

The region is the one the file names: no table places local authorities in NUTS 2 or 3 here.
Because a sum cannot do without one of its lines, an odd line stops the reading.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from etl.reading import LayoutError, Record, records

UK = "UK"

# Region in capitals -> NUTS 1 of 2021: the publisher writes "East Of England" and "East of ...".
REGION = {
    "NORTH EAST": "UKC",
    "NORTH WEST": "UKD",
    "YORKSHIRE AND THE HUMBER": "UKE",
    "EAST MIDLANDS": "UKF",
    "WEST MIDLANDS": "UKG",
    "EAST OF ENGLAND": "UKH",
    "LONDON": "UKI",
    "SOUTH EAST": "UKJ",
    "SOUTH WEST": "UKK",
    "WALES": "UKL",
    "SCOTLAND": "UKM",
    "NORTHERN IRELAND": "UKN",
}
# First letter of a local authority's code, where the region is not one of England's.
_NATION = {"UKL": "W", "UKM": "S", "UKN": "N"}
_UNKNOWN = "Unknown"
_NOT_BY_REGION = "N/A - "
_QUARTER_END = {"1": "03-31", "2": "06-30", "3": "09-30", "4": "12-31"}

COLUMNS = ("Date", "Year", "Quarter", "UK Region", "LAD Code", "Local Authority")


class Line(NamedTuple):
    """One line: persons of a local authority; `region` is None where the file names none."""

    number: int
    region: str | None
    not_by_region: bool
    persons: int
    record: Record


class Sum(NamedTuple):
    """Persons added up, of how many lines, and the first of them."""

    persons: int
    lines: int
    first: int


def authority_lines(path: Path, columns: Sequence[str], count: str) -> Iterator[Line]:
    """The lines of a table that has `columns` besides the shared ones; persons are in `count`.

    Raises LayoutError, naming the line, for a date that is not its quarter's last day, a region
    that is none of the twelve, a code of another nation, an authority under two regions, a
    count that is no whole number, and a line that is there twice.
    """
    regions: dict[str, str] = {}
    seen: dict[str, int] = {}
    for number, record in records(path, (*COLUMNS, *columns, count)):
        where = f"{path.name}, line {number}"
        if record["Date"] != f"{record['Year']}-{_QUARTER_END.get(record['Quarter'])}":
            raise LayoutError(f"{where}: {record['Date']!r} is not the last day of its quarter")
        if not (record[count].isascii() and record[count].isdigit()):
            raise LayoutError(f"{where}: {count} {record[count]!r} is not a whole number")
        if record.raw in seen:
            raise LayoutError(f"{where}: the same line as {seen[record.raw]}")
        seen[record.raw] = number
        region = _region(record, where)
        known = regions.setdefault(record["Local Authority"], region or "")
        if known != (region or ""):
            raise LayoutError(f"{where}: {record['Local Authority']} is in {known} and {region}")
        apart = record["UK Region"].startswith(_NOT_BY_REGION)
        yield Line(number, region, apart, int(record[count]), record)


def _region(record: Record, where: str) -> str | None:
    """NUTS 1 code of a line; None where the file gives no region."""
    name = record["UK Region"]
    if name == _UNKNOWN or name.startswith(_NOT_BY_REGION):
        return None
    region = REGION.get(name.upper())
    if region is None:
        raise LayoutError(f"{where}: UK Region {name!r} is none of the twelve")
    if not record["LAD Code"].startswith(_NATION.get(region, "E")):
        raise LayoutError(f"{where}: LAD Code {record['LAD Code']!r} is not of {name}")
    return region


def sums(lines: Iterable[Line]) -> dict[str, Sum]:
    """Sums by region that has a line, and of all lines, with a region or without, for the UK."""
    found: dict[str, Sum] = {}
    for line in lines:
        for territory in (UK, line.region):
            if territory is not None:
                old = found.get(territory, Sum(0, 0, line.number))
                found[territory] = Sum(old.persons + line.persons, old.lines + 1, old.first)
    return found


def without_region(lines: Iterable[Line]) -> int:
    """Persons the file puts in no region."""
    return sum(line.persons for line in lines if line.region is None)


def note_of(total: Sum, territory: str, nowhere: int) -> str:
    """What a sum is made of, and how many persons of the United Kingdom no region has."""
    lines = "1 line" if total.lines == 1 else f"sum of {total.lines} lines"
    if not nowhere:
        return f"{lines} by local authority"
    whom = "of the persons" if territory == UK else "persons in the United Kingdom"
    return f"{lines} by local authority; {nowhere:,} {whom} are without a region"


def interval(persons: int, territory: str, nowhere: int) -> tuple[float | None, float | None]:
    """Ends of a region's figure when persons without a region may belong to it."""
    if territory == UK or not nowhere:
        return None, None
    return float(persons), float(persons + nowhere)
