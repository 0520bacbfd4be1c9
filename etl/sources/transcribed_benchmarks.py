"""Norms read off public pages: how much is enough by law, by plan, or as found somewhere.

The words of each norm are in `transcribed_benchmark_mapping`, the threshold and its page in
the transcribed row. Decisions:

- Averages of the OECD stay averages of the OECD, and formulas of the EU of the EU.
- What a page only quotes from another work has low reliability (status U), as has a lower end
  ("just over 600"), which stands as the threshold.
- Spain's planned places by type are no norm and parts of one programme: set aside.
"""

from pathlib import Path

from etl.reading import LayoutError, Reading, Source
from etl.sources.transcribed_benchmark_mapping import NORMS, UNITS
from etl.sources.transcribed_rows import UNION, Aside, Line, Transcript
from etl.sources.transcribed_words import stated

_MODULE = "transcribed_benchmarks"
_FILE = "transcribed/norms_benchmarks.csv"
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip
_PLANNED_PART = Aside("planned places by type, parts of one programme")
_PLANNED = "humanitarian_places_"


def read(folder: Path) -> Reading:
    """Tables `benchmark` and `set_aside`: one row a line."""
    found = Transcript(_MODULE)
    for line in found.lines(folder, _FILE, _COLUMNS):
        if line.record["measure"].startswith(_PLANNED):
            found.set_aside(line, _PLANNED_PART)
        else:
            add_norm(found, line)
    return found.finish()


def add_norm(found: Transcript, line: Line, end: str = "") -> None:
    """A row of `benchmark` for one line; `end` tells the two ends of a range apart.

    Raises LayoutError for a norm or a unit that is not listed.
    """
    record = line.record
    norm = NORMS.get(record["measure"])
    if norm is None or record["unit"] not in UNITS:
        known = f"{record['measure']} in {record['unit']}"
        raise LayoutError(f"{line.file}, line {line.number}: no norm for {known}")
    # A norm of about 2019 is as sure as one of 2019: its period is text here.
    said = stated(dict(record) | {"period": ""})
    if record["source_publisher"].startswith("quoted at"):
        said = said._replace(obs_status="U")
    code = record["territory_code"]
    row = norm._asdict() | {
        "benchmark_id": "_".join(part for part in (code, record["measure"], end) if part).lower(),
        "label": f"{norm.label}, {end} end" if end else norm.label,
        "threshold": said.lower if said.value is None else said.value,
        "unit": record["unit"],
        "territory_id": UNION if code == "EU" else code,
        "period": record["period"] or None,
    }
    found.add("benchmark", line, said, row)


SOURCE = Source(
    source_id=_MODULE,
    title="Norms and reference values, read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2016 to 2027",
    caveats=(
        "Transcribed by hand. A norm of one country binds nobody elsewhere; what is observed is "
        "not what is enough. Prices and hours are those of their year."
    ),
    files=(_FILE,),
    read=read,
)
