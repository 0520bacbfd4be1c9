"""Asylum applications by country and year (UNHCR), for the countries Eurostat has none of.

New and repeated applications in persons; appeals and reviews are left out. Where Eurostat has
a figure, the two differ by definition and revision and are kept as measures of their own.
"""

from pathlib import Path

from etl.addresses import unhcr
from etl.readers.unhcr import Item
from etl.reading import Reading, Source
from etl.sources.unhcr_procedures import Procedures, first_look
from etl.sources.unhcr_sums import Count, Dataset, Judged, exactly, read_sums

_DATASET = Dataset(
    "unhcr/asylum_applications.parquet",
    ("procedure_type", "app_type", "dec_level", "app_pc"),
    ("applied",),
)
_APPEALS = frozenset({"A", "J", "SP", "BL"})
_TYPES = _APPEALS | {"N", "R", "NR", "NA", "FA", "RA", "V"}
_NOT_TOLD_APART = "new and repeated applications are not told apart"


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: asylum_applications_persons by country and year."""
    reading = Reading("unhcr_applications")
    known = first_look(folder, _DATASET, "app_pc", _APPEALS, whole=True)
    read_sums(reading, folder, _DATASET, lambda item: _judge(item, known))
    return reading


def _judge(item: Item, known: Procedures) -> Judged | str:
    """The persons one record counts, or why it is left out."""
    if item.code("app_type", _TYPES) in _APPEALS:
        return "an appeal, or an application for another status"
    if why := known.why_not(item):
        return why
    notes = (known.note(item), _NOT_TOLD_APART if item.text("app_type") == "V" else None)
    count = exactly(item.count("applied"), "; ".join(note for note in notes if note) or None)
    if count is not None and known.is_part(item):
        count = Count(count.least, float("inf"), float("inf"), count.note)
    return Judged({("asylum_applications_persons", "asylum_applicants"): count})


SOURCE = Source(
    source_id="unhcr_applications",
    title="Refugee Data Finder: asylum applications",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/download",
    licence="CC BY 4.0",
    attribution="UNHCR Refugee Population Statistics Database",
    vintage="2000 to 2025",
    caveats=(
        "Applications in the year, a flow, summed over countries of origin by Groundwork; small "
        "cells are rounded to 5. Appeals are left out where the publisher marks them as such. "
        "Some countries and years leave out repeated applications. Serbia and Kosovo* are one "
        "country here and not drawn. The latest year is provisional."
    ),
    files=(_DATASET.file,),
    read=read,
    downloads=(unhcr("unhcr/asylum_applications.jsonl", "asylum-applications", yearFrom="2000"),),
)
