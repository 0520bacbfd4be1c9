"""Women and children among refugees and asylum-seekers, by country (UNHCR, demographics).

Sex and age are known for part of the people only. The publisher fills what is unknown with 0,
so a group of records whose ages are all 0 has unknown ages, not no children. What is not known
makes an interval: everybody of unknown age may be a child or none of them; a country where
nobody's is known has no figure. Children are 0 to 17.
"""

from pathlib import Path

from etl.addresses import unhcr
from etl.readers.unhcr import Item
from etl.reading import Reading, Source
from etl.sources.unhcr_countries import no_territory
from etl.sources.unhcr_sums import Count, Dataset, Judged, read_sums

_MEASURE = {"REF": "refugees_persons", "ASY": "asylum_seekers_pending_persons"}
# Without these the interface adds population types and places up.
_SHOWN = dict.fromkeys(
    ("ptype_show", "locationDescription_show", "locationUR_show", "locationAccType_show"), "1"
)
_OTHERS = frozenset({"OOC", "OIP", "IDP", "RET", "STA", "RDP", "HST"})
_CHILD = ("0_4", "5_11", "12_17")
_ADULT = ("18_59", "60")
_COLUMNS = tuple(f"{sex}_{age}" for sex in "fm" for age in (*_CHILD, *_ADULT, "total"))
_DATASET = Dataset(
    "unhcr/demographics.parquet",
    ("pop_type", "location", "loc_type", "acc_type"),
    (*_COLUMNS, "total"),
)


def read(folder: Path) -> Reading:
    """Table `observation`: two measures by country, year and group (children, women)."""
    reading = Reading("unhcr_demographics")
    read_sums(reading, folder, _DATASET, _judge)
    return reading


def _judge(item: Item) -> Judged | str:
    """The bounds of how many of a record's people are women, and children."""
    measure_id = _MEASURE.get(item.code("pop_type", _MEASURE.keys() | _OTHERS))
    if measure_id is None:
        return "neither refugees nor asylum-seekers"
    if why := no_territory(item):
        return why
    total = item.count("total")
    if total is None:
        return "no total"
    known = {column: item.count(column) or 0 for column in _COLUMNS}
    children = sum(known[f"{sex}_{age}"] for sex in "fm" for age in _CHILD)
    adults = sum(known[f"{sex}_{age}"] for sex in "fm" for age in _ADULT)
    women, men = known["f_total"], known["m_total"]
    return Judged(
        {
            (measure_id, "children"): _bounded(children, adults, total, "age"),
            (measure_id, "women"): _bounded(women, men, total, "sex"),
        }
    )


def _bounded(part: float, rest: float, total: float, what: str) -> Count:
    """At least those known to be of a group, at most all who are not known to be of the rest."""
    unknown = total > part + rest
    note = f"{what} is not published for everybody" if unknown else None
    return Count(part, max(part, total - rest), total, note)


SOURCE = Source(
    source_id="unhcr_demographics",
    title="Refugee Data Finder: demographics",
    publisher="UNHCR",
    url="https://www.unhcr.org/refugee-statistics/download",
    licence="CC BY 4.0",
    attribution="UNHCR Refugee Population Statistics Database",
    vintage="2025",
    caveats=(
        "Sex and age are published for part of the people: where some are unknown the figure is "
        "an interval, where all are it is unknown. Refugees include people with temporary "
        "protection. Summed over countries of origin and places by Groundwork; small cells are "
        "rounded to 5. The latest year is provisional."
    ),
    files=(_DATASET.file,),
    read=read,
    downloads=(
        unhcr("unhcr/demographics.jsonl", "demographics", yearFrom="{two_years_ago}", **_SHOWN),
    ),
)
