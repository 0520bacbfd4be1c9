"""The EU's consultation on integration of 2020, and the body in which it hears migrants.

The facts are in `eu_consultations.csv` and `eu_bodies.csv` beside this module, a line each, with
the page they were read off. Decisions:

- What a page does not state is unknown: the consultation's replies from newcomers, the members
  of the expert group who are newcomers ("most have a migrant background" is no count), and its
  meetings in a year (a page counts them since the beginning).
- The decision power is read by us from what the body is for; the note says how.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from etl.reading import Reading, Record, Source, records
from etl.sources.transcribed_pages import page_id, page_of, pages

_MODULE = "eu_participation"
_CONSULTATIONS = Path(__file__).with_name("eu_consultations.csv")
_BODIES = Path(__file__).with_name("eu_bodies.csv")
_PAGE = ("source_title", "source_publisher", "source_url")
_COLUMNS = {
    _CONSULTATIONS: (
        "consultation_id", "name", "organiser", "period", "asked", "replies", "outcome", "note",
    ),
    _BODIES: ("body_id", "name", "period", "seats", "decision_power", "note"),
}  # fmt: skip
_NUMBERS = ("replies", "seats", "decision_power")


def read(folder: Path) -> Reading:
    """Tables `consultation`, `participation` and `organisation` (who asked); nothing is read
    from `folder`.
    """
    reading = Reading(_MODULE)
    cited = []
    for table, path in (("consultation", _CONSULTATIONS), ("participation", _BODIES)):
        rows = []
        for number, record in _lines(path):
            rows.append(_row(path, number, record))
            cited.append((page_of(record), record["period"]))
            reading.loaded(path.name)
        reading.tables[table] = pd.DataFrame(rows)
    reading.tables["organisation"] = _organisers(reading.tables["consultation"])
    reading.tables["source"] = pages(_MODULE, cited)
    return reading


def _lines(path: Path) -> Iterator[tuple[int, Record]]:
    return records(path, (*_COLUMNS[path], *_PAGE))


def _row(path: Path, number: int, record: Record) -> dict[str, object]:
    """A line as a row of its table: what it states, and where."""
    own: dict[str, object] = {
        name: int(record[name]) if name in _NUMBERS else record[name] for name in _COLUMNS[path]
    }
    return own | {
        "territory_id": "EU27_2020",
        "level": "eu",
        "source_id": page_id(page_of(record)),
        "obs_status": "A",
        "evidence": "published",
        "source_file": path.name,
        "source_line": number,
    }


def _organisers(consultations: pd.DataFrame) -> pd.DataFrame:
    """Who asked, as organisations: public ones of the EU."""
    rows = consultations.drop_duplicates("organiser")
    fact = ["territory_id", "level", "source_id", "obs_status", "evidence", "source_file"]
    return rows[[*fact, "source_line"]].assign(
        organisation_id="eu_" + rows["organiser"].str.lower().str.replace(" ", "_"),
        name=rows["organiser"],
        actor="public",
    )


SOURCE = Source(
    source_id=_MODULE,
    title="The EU's consultation on integration and inclusion, and its expert group of migrants",
    publisher="various, named with each row",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each row",
    vintage="2020 to 2025",
    caveats=(
        "Read off public pages by hand. How many of those who replied, or who sit in the group, "
        "are newcomers is not stated on them."
    ),
    files=(str(_CONSULTATIONS), str(_BODIES)),
    read=read,
)
