"""Employed persons per 100 of working age by citizenship and country (lfsa_ergan)."""

from pathlib import Path

from etl.addresses import eurostat_csv
from etl.reading import Reading, Source
from etl.sources.eurostat_citizenship import ONLY, read_rates

_FILE = "eurostat/lfsa_ergan.csv"


def read(folder: Path) -> Reading:
    """Table `observation`: employment_rate_percent by country, year and citizenship."""
    reading = Reading("employment")
    reading.tables["observation"] = read_rates(reading, (folder, _FILE), "employment_rate_percent")
    return reading


SOURCE = Source(
    source_id="employment",
    title="Employment rates by sex, age and citizenship, annual (lfsa_ergan)",
    publisher="Eurostat",
    url="https://ec.europa.eu/eurostat/databrowser/view/lfsa_ergan",
    licence="CC BY 4.0",
    attribution="© European Union, Eurostat",
    vintage="1995 to 2024",
    caveats=(
        "Ages 15 to 64, both sexes. By country: no region is published. A sample survey of "
        "private households: figures for foreign citizens are often of low reliability or "
        "missing, people in reception centres are not asked, and newcomers are few among "
        "foreign citizens. The United Kingdom ends in 2019, Montenegro and North Macedonia in "
        "2020."
    ),
    files=(_FILE,),
    read=read,
    downloads=(eurostat_csv(_FILE, "lfsa_ergan", **ONLY),),
)
