"""Area of NUTS regions, with and without inland water, as last reported (1990 to 2015).

The file is a re-publication as CSV with the key split and flags glued to the value, in the
codes of its day: NUTS 2013 to NUTS 2021. Only the last year with a figure is loaded. What is
fetched is the dataset that continues it, reg_area3, as Eurostat lays it out today.
"""

from pathlib import Path

from etl.addresses import eurostat_tsv as address
from etl.readers.eurostat_wide import Wide, cells, known, leave_out, only
from etl.reading import LOADED, Reading, Source
from etl.sources.eurostat_rows import not_a_territory, observations

_FILE = "eurostat/area.tsv"
_MEASURE = {"L0008": "land_area_km2", "TOTAL": "total_area_km2"}
_WIDE = Wide(
    ("freq", "unit", "landuse", "geo"),
    {
        "freq": only("A"),
        "unit": known("KM2"),
        "landuse": known(*_MEASURE),
        "geo": leave_out(not_a_territory),
    },
)


def read(folder: Path) -> Reading:
    """Table `observation`: land and total area, one row a region and measure."""
    reading = Reading("land_area")
    found = cells(reading, (folder, _FILE), _WIDE)
    reported = found.dropna(subset="value").drop_duplicates("line", keep="last")
    unreported = found["line"].nunique() - len(reported)
    if unreported:
        reading.outcomes[_FILE, LOADED] -= unreported
        reading.leave_out(_FILE, "no year has a figure", unreported)
    rows = observations(reported, "2021", ("", "residents"), ("land_area", _FILE))
    rows["measure_id"] = reported["landuse"].map(_MEASURE)
    reading.tables["observation"] = rows
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
