"""Area of NUTS regions, with and without inland water, as last reported (1990 to 2015).

The file is a re-publication as CSV with the key split and flags glued to the value, in the
codes of its day: NUTS 2013 to NUTS 2021. Only the last year with a figure is loaded. What is
fetched is the dataset that continues it, reg_area3, as Eurostat lays it out today.
"""

from pathlib import Path

import pandas as pd

from etl.addresses import eurostat_tsv as address
from etl.readers import eurostat_tsv
from etl.reading import Reading, Source
from etl.sources.eurostat_rows import not_a_territory, observation

_FILE = "eurostat/area.tsv"
_DIMENSIONS = ("freq", "unit", "landuse", "geo")
_MEASURE = {"L0008": "land_area_km2", "TOTAL": "total_area_km2"}


def read(folder: Path) -> Reading:
    """Table `observation`: land and total area, one row a region and measure."""
    reading = Reading("land_area")
    rows: list[dict[str, object]] = []
    for line in eurostat_tsv.lines(folder / _FILE, _DIMENSIONS):
        measure = _MEASURE.get(line.key["landuse"])
        if measure is None or line.key["unit"] != "KM2":
            reason = f"landuse {line.key['landuse']!r} in {line.key['unit']!r} is not known"
            reading.reject(_FILE, line.number, "landuse", reason, line.raw)
            continue
        if why := not_a_territory(line.key["geo"]):
            reading.leave_out(_FILE, why)
            continue
        try:
            reported = [cell for cell in line.figures() if cell.value is not None]
        except eurostat_tsv.CellError as error:
            reading.reject(_FILE, line.number, "period", str(error), line.raw)
            continue
        if not reported:
            reading.leave_out(_FILE, "no year has a figure")
            continue
        reading.loaded(_FILE)
        key = (measure, "residents")
        origin = ("land_area", _FILE, line.number)
        rows.append(observation(line.key["geo"], "2021", key, origin, reported[-1]))
    reading.tables["observation"] = pd.DataFrame(rows)
    return reading


SOURCE = Source(
    source_id="land_area",
    title="Area by NUTS 3 region (demo_r_d3area)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/demo_r_d3area",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="last figure up to 2015",
    caveats=(
        "Measured on the borders of its day. Regions that were split since 2015 are worked out by "
        "area and marked as estimated."
    ),
    files=(_FILE,),
    read=read,
    downloads=(address(_FILE, "reg_area3", "A.KM2.L0008+TOTAL."),),
)
