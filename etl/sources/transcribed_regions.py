"""Figures by region read off public pages, one row a figure: reception, need, children, keys.

Seven files, transcribed by hand: two older ones without kind and group, five newer. What a row
is, is decided by question in `etl.sources.regional`; what its note says of the figure in
`transcribed_notes`. Every line becomes a figure, a row of money or of sponsorship, or is set
aside with the reason; a figure whose value is no number is rejected. Decisions that hold for
all questions:

- A row for a municipality, a county, one site or a part of the territory is never its region's
  value. Sites are not drawn as facilities: their points are their cities', recalled by the
  transcriber, and most have closed or are years old.
- Norway's counties of NUTS 2016 are read where a region of today is one or two of them whole.
- "More than" a number is a lower end without a value, status U. Sums worked out by the
  transcriber are estimates, status E. Rounded figures stay as printed, with their note.
- Where two rows give the same figure the newer file stands, then the later version.
- Austria's figures count people in basic care, in organised or private housing; the note says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from etl.reading import Reading, Source, records
from etl.sources.regional import meaning_of
from etl.sources.regional.doubts import why_set_aside
from etl.sources.regional.rows import Line, Row, funding, observation, set_aside, sponsorship
from etl.sources.regional.settle import Candidate, settle
from etl.sources.transcribed_mapping import Aside, Figure, Meaning, Money, Record, Scheme
from etl.sources.transcribed_notes import period_of
from etl.sources.transcribed_pages import page_of, pages

_MODULE = "transcribed_regions"
_OLDER = ("transcribed/reception_by_region.csv", "transcribed/uam_by_region.csv")
_NEWER = (
    "transcribed/regional_central_east_greece_cyprus.csv",
    "transcribed/regional_de_at_ch_lu_li.csv",
    "transcribed/regional_fr_be_nl_es_pt_it_mt.csv",
    "transcribed/regional_north_ireland_uk_eu.csv",
    "transcribed/extra_costs_central_east_greece.csv",
)
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip
_NEWER_COLUMNS = (*_COLUMNS, "kind", "group", "city")
_FIGURE = ("territory_id", "measure_id", "group_id", "period")


def read(folder: Path) -> Reading:
    """Tables `observation`, `funding`, `sponsorship`, `set_aside`, and `source`: a page each."""
    reading = Reading(_MODULE)
    known = list(_known(folder, reading))
    rows, beaten = _observations(known)
    aside = [(line, meaning.reason) for line, meaning in known if isinstance(meaning, Aside)]
    tables: dict[str, list[Row]] = {
        "observation": rows,
        "funding": [funding(line, m) for line, m in known if isinstance(m, Money)],
        "sponsorship": [sponsorship(line, m) for line, m in known if isinstance(m, Scheme)],
        "set_aside": [set_aside(line, reason) for line, reason in (*aside, *beaten)],
    }
    reading.tables |= {name: pd.DataFrame(rows) for name, rows in tables.items() if rows}
    dated = [(page_of(line.record), _date(line.record, meaning)) for line, meaning in known]
    reading.tables["source"] = pages(_MODULE, dated)
    return reading


def _known(folder: Path, reading: Reading) -> Iterator[tuple[Line, Meaning]]:
    """Lines and what they are; a figure that is no number is rejected."""
    for file in (*_OLDER, *_NEWER):
        for number, record in records(
            folder / file, _COLUMNS if file in _OLDER else _NEWER_COLUMNS
        ):
            line, value = Line(file, number, record), record["value"]
            meaning = _decide(line)
            if isinstance(meaning, Aside) or re.fullmatch(r"\d+(\.\d+)?", value):
                reading.loaded(file)
                yield line, meaning
            else:
                reason = f"{value!r} is not a plain number"
                reading.reject(file, number, "value", reason, record.raw)


def _decide(line: Line) -> Meaning:
    """What a line is, or why it is set aside."""
    meaning = meaning_of(line.record)
    if isinstance(meaning, Aside):
        return meaning
    reason = why_set_aside(line.record, meaning)
    return Aside(reason) if reason else meaning


def _observations(known: list[tuple[Line, Meaning]]) -> tuple[list[Row], list[tuple[Line, str]]]:
    """Rows of table `observation`, one per figure, and the lines another one beats."""
    rivals: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for line, meaning in known:
        if isinstance(meaning, Figure):
            row = observation(line, meaning)
            rivals[tuple(row[name] for name in _FIGURE)].append(Candidate(line, row))
    settled = [settle(candidates) for candidates in rivals.values()]
    rows = [each.row for each in settled if each.row is not None]
    return rows, [beaten for each in settled for beaten in each.aside]


def _date(record: Record, meaning: Meaning) -> str:
    """The period as far as it is one, for the vintage of the page."""
    return period_of(record["period"], meaning) or ""


SOURCE = Source(
    source_id=_MODULE,
    title="Figures by region read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2012 to 2026",
    caveats=(
        "Transcribed by hand from pages of ministries, agencies and the press. Definitions and "
        "dates differ between countries: do not add up countries. Targets, commitments and keys "
        "are not places. What is not the whole of its region is set aside with the reason."
    ),
    files=(*_OLDER, *_NEWER),
    read=read,
)
