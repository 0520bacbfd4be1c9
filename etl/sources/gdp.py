"""Gross domestic product by NUTS region and year (nama_10r_3gdp), in NUTS 2021 codes.

Loaded are the total in million euro, which the key of Regulation (EU) 2024/1351 needs, and the
amount per inhabitant in purchasing power standards; the table's other units say the same in
other currencies or as a percentage of the European Union and are counted as left out.
"""

from pathlib import Path

import pandas as pd

from etl.addresses import eurostat_tsv as address
from etl.readers import eurostat_tsv
from etl.reading import LayoutError, Reading, Source
from etl.sources.eurostat_rows import not_a_territory, observation

_FILE = "eurostat/estat_nama_10r_3gdp.tsv"
_DIMENSIONS = ("freq", "unit", "geo")
_MEASURE = {"MIO_EUR": "gdp_meur", "PPS_EU27_2020_HAB": "gdp_per_inhabitant_pps"}
_NOT_USED = {
    "EUR_HAB": "euro per inhabitant",
    "EUR_HAB_EU27_2020": "percentage of the EU's euro per inhabitant",
    "MIO_NAC": "million units of national currency",
    "MIO_PPS_EU27_2020": "million purchasing power standards",
    "PPS_HAB_EU27_2020": "percentage of the EU's purchasing power standards per inhabitant",
}


def read(folder: Path) -> Reading:
    """Table `observation`: two measures by region and year; `:` is missing (status L)."""
    reading = Reading("gdp")
    rows: list[dict[str, object]] = []
    for line in eurostat_tsv.lines(folder / _FILE, _DIMENSIONS):
        unit, geo = line.key["unit"], line.key["geo"]
        if line.key["freq"] != "A" or unit not in _MEASURE.keys() | _NOT_USED.keys():
            found = f"freq {line.key['freq']!r}, unit {unit!r}"
            raise LayoutError(f"{_FILE}, line {line.number}: {found} is not a known series")
        if unit in _NOT_USED:
            reading.leave_out(_FILE, f"in {_NOT_USED[unit]}")
        elif why := not_a_territory(geo):
            reading.leave_out(_FILE, why)
        else:
            try:
                cells = line.figures()
            except eurostat_tsv.CellError as error:
                reading.reject(_FILE, line.number, "period", str(error), line.raw)
                continue
            reading.loaded(_FILE)
            key, origin = (_MEASURE[unit], "residents"), ("gdp", _FILE, line.number)
            rows += [observation(geo, "2021", key, origin, cell) for cell in cells]
    reading.tables["observation"] = pd.DataFrame(rows)
    return reading


SOURCE = Source(
    source_id="gdp",
    title="Gross domestic product at current market prices by NUTS 3 region (nama_10r_3gdp)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/nama_10r_3gdp",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="2000 to 2021",
    caveats=(
        "In NUTS 2021 codes. No figures for the United Kingdom, Iceland and Liechtenstein. "
        "Regions do not quite add up to their country: what belongs to none of them, such as "
        "embassies and oil at sea, is not loaded. The last years are provisional."
    ),
    files=(_FILE,),
    read=read,
    downloads=(address(_FILE, "nama_10r_3gdp", f"A.{'+'.join(_MEASURE)}."),),
)
