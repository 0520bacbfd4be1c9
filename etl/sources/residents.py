"""Residents on 1 January by NUTS region (demo_r_pjangrp3), in NUTS 2021 and older codes.

Regions that NUTS 2021 made new have their older years under the codes that ended. Only both
sexes and all ages are loaded; the file's other lines are counted as left out.
"""

from pathlib import Path

import pandas as pd

from etl.addresses import eurostat_tsv as address
from etl.readers import eurostat_tsv
from etl.reading import Reading, Source
from etl.sources.eurostat_rows import not_a_territory, observation

_FILE = "eurostat/estat_demo_r_pjangrp3.tsv.gz"
_DIMENSIONS = ("freq", "sex", "unit", "age", "geo")
_WANTED = {"freq": "A", "sex": "T", "unit": "NR", "age": "TOTAL"}


def read(folder: Path) -> Reading:
    """Table `observation`: residents_persons by region and year; `:` is missing (status L)."""
    reading = Reading("residents")
    rows: list[dict[str, object]] = []
    for line in eurostat_tsv.lines(folder / _FILE, _DIMENSIONS):
        if any(line.key[name] != code for name, code in _WANTED.items()):
            reading.leave_out(_FILE, "by sex or age")
        elif why := not_a_territory(line.key["geo"]):
            reading.leave_out(_FILE, why)
        else:
            try:
                cells = line.figures()
            except eurostat_tsv.CellError as error:
                reading.reject(_FILE, line.number, "period", str(error), line.raw)
                continue
            reading.loaded(_FILE)
            key = ("residents_persons", "residents")
            origin = ("residents", _FILE, line.number)
            rows += [observation(line.key["geo"], "2021", key, origin, cell) for cell in cells]
    reading.tables["observation"] = pd.DataFrame(rows)
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
