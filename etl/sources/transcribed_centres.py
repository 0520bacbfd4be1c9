"""Reception centres by name, read off country reports: places and people present over time.

How a centre's figures become one facility and its series is in `transcribed_sites`. Decisions:
a row that sums the centres of a city is set aside, as its parts are here; a centre of which
only is known that it operates has no places (unknown); occupancy rates and people accommodated
over a year are in the series, never in the facility's row.
"""

from pathlib import Path

from etl.reading import LayoutError, Reading, Source
from etl.sources.transcribed_rows import Aside, Figure, Transcript
from etl.sources.transcribed_sites import PLACES, PRESENT, SiteFigure, add_sites, site_figure

_MODULE = "transcribed_centres"
_FILE = "transcribed/reception_centres.csv"
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "city", "lat", "lon", "geo_quality", "note",
)  # fmt: skip
_OPERATING = "reception_centre_operating"
_MEANING: dict[tuple[str, str], Figure | None] = {
    ("reception_centre_capacity", "places"): Figure(PLACES),
    ("UAM_reception_capacity", "places"): Figure(PLACES),
    ("reception_centre_occupancy", "persons"): Figure(PRESENT),
    ("reception_centre_occupancy_rate", "percent"): Figure("reception_occupancy_percent"),
    ("asylum_seekers_accommodated_during_year", "persons"): Figure("accommodated_persons"),
    (_OPERATING, "centre"): None,
}


def read(folder: Path) -> Reading:
    """Tables facility, facility_observation and set_aside."""
    found = Transcript(_MODULE)
    figures: list[SiteFigure] = []
    for line in found.lines(folder, _FILE, _COLUMNS):
        key = (line.record["measure"], line.record["unit"])
        if key not in _MEANING:
            where = f"{_FILE}, line {line.number}"
            raise LayoutError(f"{where}: no mapping for {' / '.join(key)}")
        if "do not add" in line.record["note"]:
            found.set_aside(line, Aside("a sum of centres that are here one by one"))
        else:
            figures.append(site_figure(line, line.record["territory_name"], _MEANING[key]))
    add_sites(found, figures)
    return found.finish()


SOURCE = Source(
    source_id=_MODULE,
    title="Reception centres by name, read off country reports",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2018 to 2024",
    caveats=(
        "Transcribed by hand. A selection of centres, not a register: a region without one is "
        "unknown. Coordinates are the city's. Capacity is nominal where its note says so."
    ),
    files=(_FILE,),
    read=read,
)
