"""Figures by region read off public pages, one row a figure: reception, need, children, keys.

Seven files, transcribed by hand: two older ones without kind and group, five newer. What a row
is, is decided by question in `etl.sources.regional`; what its note says of the figure in
`transcribed_notes`. Every line becomes a figure, a service point, money or sponsorship, or is
set aside with the reason; a value that is no number is rejected. Decisions that hold for all
questions:

- A row for a municipality, a county, one site or a part of the territory is never its region's
  value. Reception sites are not drawn as facilities: most have closed or are years old, the
  others are in the table of reception centres, and their points are their cities'.
- Norway's counties of NUTS 2016 keep their codes; the build converts them to regions of today.
- "More than" a number is a lower end without a value, status U. Sums worked out by the
  transcriber are estimates, status E. Rounded figures stay as printed, with their note.
- Where two rows give the same figure the newer file stands, then the later version.
- Austria's figures count people in basic care, in organised or private housing; the note says so.
"""

from collections import defaultdict
from pathlib import Path

from etl.reading import Reading, Source
from etl.sources.regional import meaning_of
from etl.sources.regional.doubts import NO_PERIOD, why_set_aside
from etl.sources.regional.settle import Candidate, settle
from etl.sources.regional.statements import said_of
from etl.sources.transcribed_funds import Money, add_money
from etl.sources.transcribed_mapping import Meaning, Scheme
from etl.sources.transcribed_places import Place, add_places
from etl.sources.transcribed_rows import Aside, Figure, Line, Transcript, measured

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
_NEWER_COLUMNS = (*_COLUMNS, "kind", "group", "city", "lat", "lon")


def read(folder: Path) -> Reading:
    """Tables observation, facility, funding, sponsorship and set_aside; a page is a source."""
    found = Transcript(_MODULE)
    figures: dict[tuple[str, Figure, str | None], list[Candidate]] = defaultdict(list)
    for file in (*_OLDER, *_NEWER):
        for line in found.lines(folder, file, _COLUMNS if file in _OLDER else _NEWER_COLUMNS):
            meaning = _decide(line)
            if isinstance(meaning, Figure):
                candidate = Candidate(line, meaning, said_of(line.record, meaning))
                figures[candidate.key].append(candidate)
            else:
                _add(found, line, meaning)
    for rivals in figures.values():
        _observe(found, rivals)
    return found.finish()


def _decide(line: Line) -> Meaning:
    """What a line is, or why it is set aside."""
    meaning = meaning_of(line.record)
    if isinstance(meaning, Aside | Place):
        return meaning
    figure = meaning if isinstance(meaning, Figure) else None
    undated = said_of(line.record, figure).period is None
    return why_set_aside(line.record) or (NO_PERIOD if undated else meaning)


def _add(found: Transcript, line: Line, meaning: Place | Money | Scheme | Aside) -> None:
    """The rows of a line that is no figure of a territory."""
    if isinstance(meaning, Aside):
        found.set_aside(line, meaning)
    elif isinstance(meaning, Place):
        add_places(found, line, meaning)
    elif isinstance(meaning, Money):
        add_money(found, line, meaning)
    else:
        said = said_of(line.record)
        row = {
            "scheme_id": meaning.scheme_id,
            "territory_id": line.record["territory_code"],
            "period": said.period,
            meaning.column: said.value,
        }
        if meaning.column == "arrivals_persons":
            row["arrivals_span"] = meaning.span
        found.add("sponsorship", line, said, row)


def _observe(found: Transcript, rivals: list[Candidate]) -> None:
    """The row of `observation` of one figure, and rows for the lines it leaves out."""
    settled = settle(rivals)
    if settled.best is not None:
        line, figure, said = settled.best
        found.add("observation", line, said, settled.best.place | measured(said, figure))
    for line in settled.parts:
        found.cite(line)
    for line, reason in settled.aside:
        found.set_aside(line, reason)


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
