"""Residents on 1 January by NUTS region (demo_r_pjangrp3), in NUTS 2021 and older codes.

Regions that NUTS 2021 made new have their older years under the codes that ended. Only both
sexes and all ages are loaded; the file's other lines are counted as left out.
"""

from pathlib import Path

from etl.addresses import eurostat_tsv as address
from etl.readers.eurostat_wide import Wide, cells, chosen, leave_out, only
from etl.reading import Reading, Source
from etl.sources.eurostat_rows import not_a_territory, observations

_FILE = "eurostat/estat_demo_r_pjangrp3.tsv.gz"
_WIDE = Wide(
    ("freq", "sex", "unit", "age", "geo"),
    {
        "freq": only("A"),
        "unit": only("NR"),
        "sex": chosen("T", "by sex or age", "F", "M"),
        "age": chosen("TOTAL", "by sex or age"),
        "geo": leave_out(not_a_territory),
    },
)


def read(folder: Path) -> Reading:
    """Table `observation`: residents_persons by region and year; `:` is missing (status L)."""
    reading = Reading("residents")
    reading.tables["observation"] = observations(
        cells(reading, (folder, _FILE), _WIDE),
        "2021",
        ("residents_persons", "residents"),
        ("residents", _FILE),
    )
    return reading


SOURCE = Source(
    source_id="residents",
    title="Population on 1 January by age group, sex and NUTS 3 region (demo_r_pjangrp3)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/demo_r_pjangrp3",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="2014 to 2022",
    caveats=(
        "In codes of NUTS 2021 and, for older years, of NUTS 2016. The United Kingdom ends in "
        "2019. Regions that were split are worked out from where people live and marked as "
        "estimated. Innlandet (NO02) before 2021 is Hedmark and Oppland as they were, with "
        "16,000 residents who are counted in Akershus too."
    ),
    files=(_FILE,),
    read=read,
    downloads=(address(_FILE, "demo_r_pjangrp3", "A.T.NR.TOTAL."),),
)
