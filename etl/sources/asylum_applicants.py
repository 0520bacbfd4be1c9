"""Asylum applicants in each year, all citizenships (migr_asyappctza)."""

from pathlib import Path

from etl.addresses import eurostat_csv
from etl.reading import Reading, Source
from etl.sources.eurostat_asylum import read_countries

_FILE = "eurostat/migr_asyappctza.csv"
_FIXED = {"freq": "A", "unit": "PER", "sex": "T", "age": "TOTAL", "asyl_app": "ASY_APP"}


def read(folder: Path) -> Reading:
    """Table `observation`: asylum_applicants_persons by country and year."""
    reading = Reading("asylum_applicants")
    reading.tables["observation"] = read_countries(
        reading,
        (folder, _FILE),
        _FIXED,
        "TOTAL",
        ("asylum_applicants_persons", "asylum_applicants"),
    )
    return reading


SOURCE = Source(
    source_id="asylum_applicants",
    title="Asylum applicants by type, citizenship, age and sex, annual (migr_asyappctza)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/migr_asyappctza",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="2008 to 2024",
    caveats=(
        "Applications in the year, first and repeated: a flow, not the number of people who "
        "need a place on a day. By country: no region is published. Rounded to 5."
    ),
    files=(_FILE,),
    read=read,
    downloads=(eurostat_csv(_FILE, "migr_asyappctza", **_FIXED, citizen="TOTAL"),),
)
