"""First-instance asylum decisions by country, year and outcome (UNHCR).

Four outcomes, never added up: refugee status, another form of protection, rejection, and
closed otherwise. Which records are of first instance is told in `unhcr_procedures`. The
publisher's total is not loaded: it is the sum of the four but for rounding.
"""

from pathlib import Path

from etl.addresses import unhcr
from etl.readers.unhcr import Item
from etl.reading import Reading, Source
from etl.sources.unhcr_procedures import BOTH_INSTANCES, Procedures, first_look
from etl.sources.unhcr_sums import Count, Dataset, Judged, exactly, read_sums

_OUTCOME = {
    "dec_recognized": ("decisions_recognised_persons", "beneficiaries_of_protection"),
    "dec_other": ("decisions_complementary_persons", "beneficiaries_of_protection"),
    "dec_rejected": ("decisions_rejected_persons", "asylum_applicants"),
    "dec_closed": ("decisions_closed_persons", "asylum_applicants"),
}
_DATASET = Dataset(
    "unhcr/asylum_decisions.parquet", ("procedure_type", "dec_level", "dec_pc"), tuple(_OUTCOME)
)


def read(folder: Path) -> Reading:
    """Tables `observation` and `set_aside`: decisions by country, year and outcome."""
    reading = Reading("unhcr_decisions")
    known = first_look(folder, _DATASET, "dec_pc", frozenset(), whole=False)
    read_sums(reading, folder, _DATASET, lambda item: _judge(item, known))
    return reading


def _judge(item: Item, known: Procedures) -> Judged | str:
    """The persons one record counts by outcome, or why it is left out."""
    if why := known.why_not(item):
        return why
    note = known.note(item)
    counts = {what: exactly(item.count(column), note) for column, what in _OUTCOME.items()}
    if known.is_part(item):
        counts = {
            what: count and Count(count.least, float("inf"), float("inf"), note)
            for what, count in counts.items()
        }
    return Judged(counts, BOTH_INSTANCES if known.mixed(item) else None)


SOURCE = Source(
    source_id="unhcr_decisions",
    title="Refugee Data Finder: asylum decisions",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/download",
    licence="CC BY 4.0",
    attribution="UNHCR Refugee Population Statistics Database",
    vintage="2000 to 2025",
    caveats=(
        "First-instance decisions in the year on new and repeated applications, summed over "
        "countries of origin by Groundwork; small cells are rounded to 5. Austria, North "
        "Macedonia, Montenegro and some years of others report first instance and appeal as one "
        "figure: those are kept out of maps. Serbia and Kosovo* are one country here and not "
        "drawn. The latest year is provisional."
    ),
    files=(_DATASET.file,),
    read=read,
    downloads=(unhcr("unhcr/asylum_decisions.jsonl", "asylum-decisions", yearFrom="2000"),),
)
