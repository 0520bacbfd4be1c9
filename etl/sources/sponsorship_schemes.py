"""What each scheme of sponsorship is, and its rules, read off public pages.

The facts are in three tables beside this module, a page with each line: the schemes, the rules
that a page states (`sponsorship_rules.csv`; what is not stated has no line), and figures that
pages on the schemes give and the transcribed tables lack. Names of schemes are written once,
here: every reader of figures uses these keys.
"""

from pathlib import Path

import pandas as pd

from etl.reading import Reading, Record, Source, records
from etl.sources.transcribed_pages import page_id, page_of, pages

_HERE = Path(__file__)
_SCHEMES = _HERE.with_name("sponsorship_schemes.csv")
_RULES = _HERE.with_name("sponsorship_rules.csv")
_FIGURES = _HERE.with_name("sponsorship_figures.csv")
_PAGE = ("source_title", "source_publisher", "source_url")
_COLUMNS = {
    "scheme": ("scheme_id", "name", "country", "pathway", "began", "ended", "note"),
    "scheme_rule": ("scheme_id", "rule", "lower", "upper", "words", "note"),
    "sponsorship": (
        "scheme_id", "territory_id", "period", "sponsor_groups", "pledged_places",
        "arrivals_persons", "obs_status", "note",
    ),
}  # fmt: skip
_NUMBERS = ("lower", "upper", "sponsor_groups", "pledged_places", "arrivals_persons")


def read(folder: Path) -> Reading:
    """Tables scheme, scheme_rule and sponsorship; nothing is read from `folder`."""
    reading = Reading("sponsorship_schemes")
    cited = []
    for table, path in (("scheme", _SCHEMES), ("scheme_rule", _RULES), ("sponsorship", _FIGURES)):
        rows = []
        for number, record in records(path, (*_COLUMNS[table], *_PAGE)):
            rows.append(_row(table, record) | {"source_file": path.name, "source_line": number})
            cited.append((page_of(record), record.get("period", "")))
            reading.loaded(path.name)
        frame = pd.DataFrame(rows)
        numbers = [name for name in _NUMBERS if name in frame]
        reading.tables[table] = frame.assign(
            **{name: pd.to_numeric(frame[name]) for name in numbers}
        )
    reading.tables["source"] = pages(reading.module, cited)
    return reading


def _row(table: str, record: Record) -> dict[str, object]:
    """A line as a row of its table; a blank is missing."""
    own: dict[str, object] = {name: record[name] or None for name in _COLUMNS[table]}
    if own.get("arrivals_persons"):
        own["arrivals_span"] = "period"
    fact = {"source_id": page_id(page_of(record)), "obs_status": "A", "evidence": "published"}
    return fact | own


SOURCE = Source(
    source_id="sponsorship_schemes",
    title="Schemes of sponsorship and their rules, read off public pages",
    publisher="various, named with each rule",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each rule",
    vintage="2013 to 2026",
    caveats=(
        "Read off pages of the schemes, of UNHCR, authorities and sponsoring groups. A rule that "
        "no page states is not stated here: it may exist. Rules change from year to year."
    ),
    files=(str(_SCHEMES), str(_RULES), str(_FIGURES)),
    read=read,
)
