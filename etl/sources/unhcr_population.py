"""Refugees and asylum-seekers at the end of the year, by country (UNHCR).

Refugees, asylum-seekers and other people in need of international protection stay three
measures. The file's other columns (internally displaced, stateless, returned, others of
concern, host community) are people of other kinds and are not read. The records of the latest
years are kept by country of origin too, in table `origin`.
"""

from pathlib import Path

from etl.addresses import unhcr
from etl.readers.unhcr import Item
from etl.reading import Reading, Source, held
from etl.sources.unhcr_origins import Origins
from etl.sources.unhcr_sums import Dataset, Judged, exactly, read_sums

_MEASURE = {
    "refugees": ("refugees_persons", "beneficiaries_of_protection"),
    "asylum_seekers": ("asylum_seekers_pending_persons", "asylum_applicants"),
    "oip": ("other_protection_need_persons", "all"),
}
_DATASET = Dataset("unhcr/population.parquet", (), tuple(_MEASURE), names=("coo_iso", "coo_name"))


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: three measures by country and year; `origin`."""
    reading = Reading("unhcr_population")
    origins = Origins(reading.module)
    file = held(folder, _DATASET.file).relative_to(folder).as_posix()

    def judge(item: Item) -> Judged:
        judged = _judged(item)
        origins.take(item, file)
        return judged

    read_sums(reading, folder, _DATASET, judge)
    reading.tables["origin"] = origins.table()
    return reading


def _judged(item: Item) -> Judged:
    """The persons one record counts."""
    return Judged({what: exactly(item.count(column)) for column, what in _MEASURE.items()})


SOURCE = Source(
    source_id="unhcr_population",
    title="Refugee Data Finder: population figures",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/download",
    licence="CC BY 4.0",
    attribution="UNHCR Refugee Population Statistics Database",
    vintage="2000 to 2025",
    caveats=(
        "Refugees include people with complementary and temporary protection, from 2022 most "
        "people who fled Ukraine: do not add Eurostat's temporary protection. In some countries "
        "estimated from past decisions. Summed over countries of origin by Groundwork; small "
        "cells are rounded to 5. Serbia and Kosovo* are one country here and not drawn. The "
        "latest year is provisional, and between autumn and June it is the middle of the year."
    ),
    files=(_DATASET.file,),
    read=read,
    downloads=(unhcr("unhcr/population.jsonl", "population", yearFrom="2000"),),
)
