"""Community sponsorship and humanitarian corridors, read off public pages.

Decisions: groups, places pledged and persons who arrived stand apart and are never worked out
from each other; families are none of them and are set aside, as is what was only planned, is
known only as "more than" a number, or was counted from an unknown beginning. Local groups are
added up to their NUTS 3 region. Figures for several countries together are set aside. Regions
that took in people of one flight of a corridor are observations (presence).
"""

import re
from pathlib import Path
from typing import NamedTuple

from etl.reading import LayoutError, Reading, Record, Source
from etl.sources.transcribed_benchmarks import add_norm
from etl.sources.transcribed_pages import page_of
from etl.sources.transcribed_rows import (
    AGGREGATE,
    NO_START,
    NUMBER,
    Aside,
    Figure,
    Line,
    Transcript,
)
from etl.sources.transcribed_sponsorship_mapping import (
    ARRIVED,
    BEGUN,
    GROUPS,
    LOCAL,
    MEANING,
    scheme_of,
)
from etl.sources.transcribed_words import Stated, stated

_MODULE = "transcribed_sponsorship"
_FILE = "transcribed/community_sponsorship.csv"
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "city", "note",
)  # fmt: skip
_RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)
_NUMBER_OR_RANGE = re.compile(rf"{NUMBER.pattern}|{_RANGE.pattern}", re.ASCII)
_GROUP_SIZE = "sponsor_group_size"
_LOWER_END = Aside("more than this: a lower end only")
# The year of a page that is dated only about, in its title.
_PAGE_OF_ABOUT = re.compile(r"\(c\. (\d{4})\)")


class _Item(NamedTuple):
    """One figure of a scheme: which column it is, and what its row states."""

    column: str
    line: Line
    said: Stated


def read(folder: Path) -> Reading:
    """Tables sponsorship, observation, benchmark and set_aside."""
    found = Transcript(_MODULE)
    items: dict[tuple[str, str, str], list[_Item]] = {}
    for line in found.lines(folder, _FILE, _COLUMNS, _NUMBER_OR_RANGE):
        if line.record["measure"] == _GROUP_SIZE:
            _add_group_size(found, line)
            continue
        if _RANGE.fullmatch(line.record["value"]):
            reason = f"{line.record['value']!r} is not one number"
            found.reading.reject(_FILE, line.number, "value", reason, line.record.raw)
            continue
        meaning = _meaning(line)
        if isinstance(meaning, Aside):
            found.set_aside(line, meaning)
        elif isinstance(meaning, Figure):
            found.observe(line, meaning)
        else:
            key, item = _item(line, meaning)
            items.setdefault(key, []).append(item)
    for key, of_key in items.items():
        _add(found, key, of_key)
    return found.finish()


def _meaning(line: Line) -> str | Aside | Figure:
    """What a row is, its words heard; raises LayoutError for a measure that is not listed."""
    record = line.record
    meaning = MEANING.get(record["measure"])
    if meaning is None:
        raise LayoutError(f"{_FILE}, line {line.number}: no mapping for {record['measure']!r}")
    if record["territory_code"] == "EU":
        return AGGREGATE
    if isinstance(meaning, str):
        since = record["note"].startswith("cumulative") and scheme_of(record) not in BEGUN
        if since or "cumulative" in record["period"]:
            return NO_START
    return _LOWER_END if stated(record).value is None else meaning


def _item(line: Line, column: str) -> tuple[tuple[str, str, str], _Item]:
    """A figure of a scheme and its key: scheme, territory and period.

    Raises LayoutError where the period cannot be read or has no end.
    """
    record, said = line.record, stated(line.record)
    scheme, period = scheme_of(record), said.period
    if period is not None and record["period"].endswith("+"):
        told = _PAGE_OF_ABOUT.search(record["source_title"])
        period = f"{period}/{told[1]}" if told else None
        said = said._replace(obs_status="U")
    elif said.note is not None and said.note.startswith("cumulative"):
        period = f"{BEGUN[scheme]}/{period}"
    if period is None:
        where = f"{_FILE}, line {line.number}"
        raise LayoutError(f"{where}: {record['period']!r} is not a period that ends")
    return (scheme, record["territory_code"], period), _Item(column, line, said)


def _add(found: Transcript, key: tuple[str, str, str], items: list[_Item]) -> None:
    """One row of `sponsorship`; local groups are added up, two other figures do not meet.

    Raises LayoutError when two rows give the same figure of a scheme, territory and period.
    """
    local = [item for item in items if item.line.record["measure"] == LOCAL]
    rest = [item for item in items if item not in local]
    columns = [item.column for item in rest] + [GROUPS] * bool(local)
    pages = {page_of(item.line.record) for item in items}
    if len(set(columns)) < len(columns) or len(pages) > 1:
        raise LayoutError(f"{_FILE}: {' / '.join(key)} is given twice")
    row: dict[str, object] = dict(zip(("scheme_id", "territory_id", "period"), key, strict=True))
    row |= {item.column: item.said.value for item in rest}
    if ARRIVED in row:
        row["arrivals_span"] = "period"
    said = items[0].said._replace(note=_notes(items, local))
    if any(item.said.obs_status == "U" for item in items):
        said = said._replace(obs_status="U")
    if local:
        row[GROUPS] = sum(item.said.value or 0 for item in local)
        said = said._replace(evidence="estimated" if len(local) > 1 else said.evidence)
    for item in items[1:]:
        found.cite(item.line)
    found.add("sponsorship", items[0].line, said, row)


def _notes(items: list[_Item], local: list[_Item]) -> str | None:
    """What the rows of one figure note, where its groups are, and which other lines it is of."""
    periods = [item.line.record["period"] for item in items]
    notes = [period for period in periods if re.search(r"[a-z]{3}", period)]
    notes += [item.said.note for item in items if item.said.note]
    if local:
        notes.append("groups in " + ", ".join(item.line.record["city"] for item in local))
    notes += [
        f"{item.column.replace('_', ' ')}: line {item.line.number} of the file"
        for item in items[1:]
    ]
    return "; ".join(dict.fromkeys(notes)) or None


def _add_group_size(found: Transcript, line: Line) -> None:
    """Both ends of a range as norms: what is one line of the file are two thresholds."""
    ends = _RANGE.fullmatch(line.record["value"])
    if ends is None:
        add_norm(found, line)
        return
    for end, value in zip(("lower", "upper"), ends.groups(), strict=True):
        record = Record(dict(line.record) | {"value": value}, line.record.raw)
        add_norm(found, line._replace(record=record), end)


SOURCE = Source(
    source_id=_MODULE,
    title="Community sponsorship and humanitarian corridors, read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2013 to 2025",
    caveats=(
        "Transcribed by hand. Groups, places pledged and arrivals are different figures and "
        "are not worked out from each other. Many are cumulative: see the period."
    ),
    files=(_FILE,),
    read=read,
)
