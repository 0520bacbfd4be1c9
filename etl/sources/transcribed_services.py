"""Integration services by region and place, read off public pages: three transcribed tables.

What a row is, is decided in `transcribed_service_mapping` by measure, group and unit; what its
note says keeps it out of maps where it is not the region's own figure. Decisions:

- A service point that exists is presence, never capacity. Where a network covers every region
  ("one per Land") each region has an observation; single centres with a city are facilities.
- Centres that are planned, projects that have ended, old lists, and figures of one
  municipality or provider are set aside, each with its reason; so is what its page leaves
  undated, but for centres, which then have no period and status U.
- Flows carry the span they were counted over; a cumulative count without a beginning is set
  aside. "More than" a number is a lower end without a value.
- Spain's single reception centres become facilities with their series, as other centres do.
- Agreements between the French State and cities are partnerships, and the United Kingdom's
  strategic migration partnerships are organisations.
"""

import re
from pathlib import Path

from etl.reading import LayoutError, Reading, Source
from etl.sources.transcribed_benchmark_mapping import NORMS
from etl.sources.transcribed_benchmarks import add_norm
from etl.sources.transcribed_bodies import add_agreement, add_body
from etl.sources.transcribed_digital import SERVICE, USERS, add_digital
from etl.sources.transcribed_funds import add_money, money_of
from etl.sources.transcribed_places import Place, add_places, is_placed
from etl.sources.transcribed_rows import (
    AGGREGATE,
    NO_START,
    NOT_NUTS,
    ONE_SITE,
    PLANNED,
    Aside,
    Figure,
    Line,
    Transcript,
)
from etl.sources.transcribed_service_mapping import meaning_of
from etl.sources.transcribed_sites import PLACES, PRESENT, SiteFigure, add_sites, site_figure

_MODULE = "transcribed_services"
_FIRST = "transcribed/services.csv"
_LATER = (
    "transcribed/services_south_east_funds.csv",
    "transcribed/services_west_north.csv",
)
_COLUMNS = (
    "territory_code", "territory_name", "nuts_level", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "city", "lat", "lon", "note",
)  # fmt: skip
_FIRST_COLUMNS = (*_COLUMNS, "category", "geo_quality")
_LATER_COLUMNS = (*_COLUMNS, "kind", "group")

# How the later tables sort their rows; the first has no kinds.
_KINDS = frozenset({"need", "capacity", "use", "target", "key", "service", "funding"})

# What a note says that keeps a row out, the first that fits.
_REMARKS: tuple[tuple[Aside, str], ...] = (
    (PLANNED, r"PLANNED|status: planned|full size when extended|after the approved extension"),
    (
        Aside("a project that has ended; whether the centre still exists is not known"),
        r"AMIF project, 12 months|^OLD: ",
    ),
    (Aside("an old list, not a current register"), r"OLD, c\. 2004|closure feared"),
    (Aside("counts another area than its code"), r"without the cities of|England only"),
    (Aside("two centres together: do not add"), r"the two (Madrid )?CAED"),
    (ONE_SITE, r"MUNICIPAL|\(Mímir\) only|Lærdansk only|Hemayat"),
)
_CUMULATIVE = re.compile(r"\bcumulative(?! (?:since |from )?(?:end )?\d{4})|programme, to October")
_NO_PLACE = Aside("a single centre without coordinates")

# Spain's reception centres for a municipality each, by the city they are named with.
_SITES = {
    "Pozuelo de Alarcón": "CREADE Pozuelo",
    "Madrid (Carabanchel)": "CAED Carabanchel",
    "Alcalá de Henares": "CAED Alcalá de Henares",
}
_SITE_MEASURES = {"reception_places": PLACES, "reception_persons": PRESENT}


def read(folder: Path) -> Reading:
    """Tables observation, facility, facility_observation, funding and others, by line."""
    found = Transcript(_MODULE)
    sites: list[SiteFigure] = []
    digital: list[Line] = []
    for file in (_FIRST, *_LATER):
        columns = _FIRST_COLUMNS if file == _FIRST else _LATER_COLUMNS
        for line in found.lines(folder, file, columns):
            site = _site(line)
            if site is None:
                _take(found, line)
            else:
                sites.append(site)
            if line.record["measure"] in (SERVICE, USERS):
                digital.append(line)
    add_sites(found, sites)
    add_digital(found, digital)
    return found.finish()


def _site(line: Line) -> SiteFigure | None:
    """The figure of one reception centre, where a row is one."""
    record = line.record
    measure_id = _SITE_MEASURES.get(record["measure"])
    name = _SITES.get(record["city"])
    if measure_id is None or name is None or _remark(line) == PLANNED:
        return None
    group = "temporary_protection" if "of which" in record["note"] else "all"
    return site_figure(line, name, Figure(measure_id, group))


def _take(found: Transcript, line: Line) -> None:
    """The rows of one line; raises LayoutError for a kind of row that is not known."""
    record = line.record
    if record.get("kind", "service") not in _KINDS:
        where = f"{line.file}, line {line.number}"
        raise LayoutError(f"{where}: kind {record['kind']!r} is not one of {sorted(_KINDS)}")
    if record.get("kind") == "funding" and record["measure"] == "funding_eur":
        add_money(found, line, money_of(line))
    elif record["measure"] in NORMS:
        add_norm(found, line)
    elif record["measure"] == "integration_contract_city":
        add_agreement(found, line)
    elif record["unit"] == "strategic migration partnership":
        add_body(found, line)
    else:
        _take_service(found, line)


def _take_service(found: Transcript, line: Line) -> None:
    """The observation and the places of a line, or the reason why there are none."""
    why = _why_aside(line)
    meanings = meaning_of(line.record)
    if why is not None:
        found.set_aside(line, why)
        return
    places = [meaning for meaning in meanings if isinstance(meaning, Place)]
    if not is_placed(line):
        places = []
    for place in places:
        add_places(found, line, place)
    rest = [meaning for meaning in meanings if not isinstance(meaning, Place)]
    if not all(place.counts_for_region for place in places):
        return
    for meaning in rest or ([] if places else [_NO_PLACE]):
        if isinstance(meaning, Aside):
            found.set_aside(line, meaning)
        else:
            found.observe(line, meaning)


def _why_aside(line: Line) -> Aside | None:
    """Why a row of services is kept out whatever it counts; None where nothing does."""
    record = line.record
    if record["territory_code"] == "EU":
        return AGGREGATE
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", record["territory_code"]):
        return NOT_NUTS
    if _CUMULATIVE.search(record["note"]) and not re.search(r"\.\.|/", record["period"]):
        return NO_START
    return _remark(line)


def _remark(line: Line) -> Aside | None:
    return next((why for why, words in _REMARKS if re.search(words, line.record["note"])), None)


SOURCE = Source(
    source_id=_MODULE,
    title="Integration services, read off public pages",
    publisher="various, named with each figure",
    url="",
    licence="facts, cited",
    attribution="the publisher named with each figure",
    vintage="2009 to 2026",
    caveats=(
        "Transcribed by hand from pages of ministries, agencies, networks and the press. "
        "Presence is not capacity. Lists of centres are as complete as their page: a region "
        "without an entry is unknown. Coordinates are the city's."
    ),
    files=(_FIRST, *_LATER),
    read=read,
)
