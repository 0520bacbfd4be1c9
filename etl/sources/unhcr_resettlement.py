"""Refugees who arrived by resettlement, by country and year (UNHCR, solutions).

The file's other columns (returns, naturalisations) are not read. A country or year without a
record has no figure: the publisher gives no zeros here, so it is unknown whether none came.
"""

from pathlib import Path

from etl.addresses import unhcr
from etl.readers.unhcr import Item
from etl.reading import Reading, Source
from etl.sources.unhcr_sums import Dataset, Judged, exactly, read_sums

_DATASET = Dataset("unhcr/solutions.parquet", (), ("resettlement",))


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: resettlement_arrivals_persons by country and year."""
    reading = Reading("unhcr_resettlement")
    read_sums(reading, folder, _DATASET, _judge)
    return reading


def _judge(item: Item) -> Judged:
    """The persons one record counts."""
    what = ("resettlement_arrivals_persons", "resettled")
    return Judged({what: exactly(item.count("resettlement"))})


SOURCE = Source(
    source_id="unhcr_resettlement",
    title="Refugee Data Finder: solutions (resettlement arrivals)",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/download",
    licence="CC BY 4.0",
    attribution="UNHCR Refugee Population Statistics Database",
    vintage="2000 to 2025",
    caveats=(
        "Arrivals in the year, with or without UNHCR's help, summed over countries of origin by "
        "Groundwork; small cells are rounded to 5. Gaps are not zeros: nothing is published "
        "for years in which nobody came or nothing was reported. The latest year is provisional."
    ),
    files=(_DATASET.file,),
    read=read,
    downloads=(unhcr("unhcr/solutions.jsonl", "solutions", yearFrom="2000"),),
)
