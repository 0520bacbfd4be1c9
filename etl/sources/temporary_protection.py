"""People from Ukraine with temporary protection at the end of each month (migr_asytpsm)."""

from pathlib import Path

from etl.addresses import eurostat_csv
from etl.reading import Reading, Source
from etl.sources.eurostat_asylum import read_countries

_FILE = "eurostat/migr_asytpsm.csv"
_FIXED = {"freq": "M", "unit": "PER", "sex": "T", "age": "TOTAL"}


def read(folder: Path) -> Reading:
    """Table `observation`: temporary_protection_persons by country and month."""
    reading = Reading("temporary_protection")
    reading.tables["observation"] = read_countries(
        reading,
        (folder, _FILE),
        _FIXED,
        "UA",
        ("temporary_protection_persons", "temporary_protection"),
    )
    return reading


SOURCE = Source(
    source_id="temporary_protection",
    title="Beneficiaries of temporary protection at the end of the month (migr_asytpsm)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/migr_asytpsm",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="March 2022 to March 2025",
    caveats=(
        "Ukrainian citizens only. By country: no region is published. Rounded to 5. Portugal "
        "and Iceland have no figure for March 2025. Some countries count with another "
        "definition; the note on the figure says so."
    ),
    files=(_FILE,),
    read=read,
    downloads=(eurostat_csv(_FILE, "migr_asytpsm", **_FIXED, citizen="UA"),),
)
