"""Reception figures read off public pages, one row a figure, by region and country.

Five files, transcribed by hand: `reception_by_region.csv` (older) and `regional_*.csv`
(newer, with kind and group). Only places, people hosted and targets that are the whole of
their territory are loaded; every other line is left out with its reason. What figure a row is,
is decided in `transcribed_mapping`, what its note says of it in `transcribed_notes`. Decisions:

- Germany: what is published by Land is initial reception (Erstaufnahme, state facilities),
  where people stay until they move to municipal housing. Of that housing nothing is published,
  so these figures are a first stage only and are left out, as are Spain's first-reception
  places of 2017 and the Swiss and Austrian federal centres.
- Places fixed by a French decree, provincial tasks and settlement assignments are targets.
  Places that municipalities offer or commit are neither asked for nor open: left out.
- Austria's figures count people in basic care, in organised or private housing; the note says so.
- Norway's settlement requests of 2022 and 2023 and Sweden's of 2024 are mostly for people
  with temporary protection but are filed under beneficiaries of protection: left out.
- "More than" a number is a lower end without a value, status U. Sums worked out by the
  transcriber are estimates, status E. Rounded figures stay as printed, with their note.
- Where two rows give the same figure the newer file stands, then the later version.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.reading import Reading, Source, records
from etl.sources.transcribed_mapping import Figure, figure_of
from etl.sources.transcribed_notes import note_of, period_of, status_of, value_of, why_left_out
from etl.sources.transcribed_pages import Page, page_id, page_of, pages

_MODULE = "transcribed_reception"
_OLDER = "transcribed/reception_by_region.csv"
_FILES = (
    _OLDER,
    "transcribed/regional_central_east_greece_cyprus.csv",
    "transcribed/regional_de_at_ch_lu_li.csv",
    "transcribed/regional_fr_be_nl_es_pt_it_mt.csv",
    "transcribed/regional_north_ireland_uk_eu.csv",
)
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip
_NEWER_COLUMNS = (*_COLUMNS, "kind", "group", "city")
_SUPERSEDED = "superseded by another row for the same territory and date"


@dataclass
class _Candidate:
    """A row that may be loaded, with the file and how new it is."""

    file: str
    newness: tuple[bool, int]
    page: Page
    row: dict[str, object]


def read(folder: Path) -> Reading:
    """Tables `observation` and `source`: one page a source; duplicates are settled."""
    reading = Reading(_MODULE)
    found: dict[tuple[object, ...], list[_Candidate]] = {}
    for file in _FILES:
        columns = _COLUMNS if file == _OLDER else _NEWER_COLUMNS
        for line, record in records(folder / file, columns):
            figure = _decide(record)
            if isinstance(figure, str):
                reading.leave_out(file, figure)
            elif not re.fullmatch(r"\d+(\.\d+)?", record["value"]):
                reason = f"{record['value']!r} is not a plain number"
                reading.reject(file, line, "value", reason, record.raw)
            else:
                candidate = _candidate(file, line, record, figure)
                found.setdefault(_key(candidate.row), []).append(candidate)
    kept = [_settle(reading, rivals) for rivals in found.values()]
    reading.tables["observation"] = pd.DataFrame([candidate.row for candidate in kept])
    cited = [(candidate.page, str(candidate.row["period"])) for candidate in kept]
    reading.tables["source"] = pages(_MODULE, cited)
    return reading


def _decide(record: dict[str, str]) -> Figure | str:
    """The figure a row gives its territory, or why it gives none."""
    figure = figure_of(record)
    return figure if isinstance(figure, str) else why_left_out(record, figure) or figure


def _key(row: dict[str, object]) -> tuple[object, ...]:
    return tuple(row[name] for name in ("territory_id", "measure_id", "group_id", "period"))


def _candidate(file: str, line: int, record: dict[str, str], figure: Figure) -> _Candidate:
    """The observation of one line, and what ranks it among others of the same territory."""
    page = page_of(record)
    version = re.search(r"\bv(\d+) \(", record["note"])
    value, lower = value_of(record)
    status, evidence = status_of(record, value)
    row: dict[str, object] = {
        "territory_id": record["territory_code"],
        "nuts_version": "2021" if record["territory_code"].startswith("UK") else "2024",
        "period": period_of(record["period"], figure),
        "measure_id": figure.measure_id,
        "group_id": figure.group_id,
        "value": value,
        "lower": lower,
        "obs_status": status,
        "evidence": evidence,
        "source_id": page_id(page),
        "note": note_of(record),
        "source_file": file,
        "source_line": line,
    }
    return _Candidate(file, (file != _OLDER, int(version[1]) if version else 0), page, row)


def _settle(reading: Reading, rivals: list[_Candidate]) -> _Candidate:
    """The newest of the rows for one figure; equally new ones that differ are marked."""
    *others, best = sorted(rivals, key=lambda candidate: candidate.newness)
    reading.loaded(best.file)
    for other in others:
        reading.leave_out(other.file, _SUPERSEDED)
        said, says = _number(other.row), _number(best.row)
        if other.newness == best.newness and said != says:
            best.row["obs_status"] = "U"
            doubt = f"another row for the same territory and date gives {said:g}"
            best.row["note"] = "; ".join(str(part) for part in (best.row["note"], doubt) if part)
    return best


def _number(row: dict[str, object]) -> float:
    """What the row's page prints, value or lower end."""
    return float(str(row["lower"] if row["value"] is None else row["value"]))


SOURCE = Source(
    source_id=_MODULE,
    title="Reception figures read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2014 to 2026",
    caveats=(
        "Transcribed by hand from pages of ministries, agencies and the press. Definitions and "
        "dates differ between countries: do not add up countries. Germany's initial reception, "
        "single sites and municipalities are left out. Targets are not places."
    ),
    files=_FILES,
    read=read,
)
