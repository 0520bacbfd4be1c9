"""United Kingdom: people who arrived under resettlement schemes, by quarter and region.

The Afghan schemes are almost wholly without a local authority in this file, so they are
measures of their own for the country: mixed in they would make every region's figure unknown.
Relocation (ARAP) is for people who worked with UK forces: kept apart from resettlement.
Community Sponsorship and Communities for Afghans are in table `sponsorship` too, and by local
authority, as listed, in `sponsorship_locality`. Before 2021 sponsored arrivals are inside the
Vulnerable Persons Scheme and cannot be told apart: its lines name no scheme of sponsors. A
region or quarter without a line has no row: nobody was listed, which is not a published zero.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from etl.reading import LayoutError, Reading, Source
from etl.sources.uk_local_authorities import (
    UK,
    Line,
    authority_lines,
    interval,
    note_of,
    sums,
    without_region,
)

_FILE = "uk/local_authority_resettlement.csv"
_RESETTLED, _AFGHANS = "resettled_by_scheme_persons", "resettled_afghans_persons"
_RELOCATED = "relocated_afghans_persons"
_COMMUNITY, _COMMUNITIES = "community_sponsorship_uk", "communities_for_afghans_uk"
_ACRS = "Resettlement - ACRS Pathway"
# Scheme as the file names it -> the measure it counts in, and the sponsorship scheme it is.
_SCHEME: dict[str, tuple[str, str | None]] = {
    "Mandate Scheme": (_RESETTLED, None),
    "Vulnerable Children Resettlement Scheme": (_RESETTLED, None),
    "Vulnerable Persons Resettlement Scheme": (_RESETTLED, None),
    "UK Resettlement Scheme": (_RESETTLED, None),
    "UK Resettlement Scheme - Community Sponsorship Scheme": (_RESETTLED, _COMMUNITY),
    f"{_ACRS} 1": (_AFGHANS, None),
    f"{_ACRS} 2": (_AFGHANS, None),
    f"{_ACRS} 3": (_AFGHANS, None),
    "Resettlement - Afghan route not recorded": (_AFGHANS, None),
    f"{_ACRS} 1 - Community Sponsorship Scheme": (_AFGHANS, _COMMUNITY),
    f"{_ACRS} 2 - Community Sponsorship Scheme": (_AFGHANS, _COMMUNITY),
    f"{_ACRS} 2 - Communities for Afghans": (_AFGHANS, _COMMUNITIES),
    f"{_ACRS} 3 - Communities for Afghans": (_AFGHANS, _COMMUNITIES),
    "Relocation - ARAP": (_RELOCATED, None),
}


def read(folder: Path) -> Reading:
    """Tables `observation` and `sponsorship`, by quarter, region and for the United Kingdom, and
    `sponsorship_locality`, by quarter and local authority.
    """
    reading = Reading("uk_resettlement")
    arrived: dict[tuple[str, str], list[Line]] = {}
    sponsored: dict[tuple[str, str], list[Line]] = {}
    for line in authority_lines(folder / _FILE, ("Resettlement Scheme",), "Persons"):
        scheme = line.record["Resettlement Scheme"]
        if scheme not in _SCHEME:
            raise LayoutError(f"{_FILE}, line {line.number}: scheme {scheme!r} is not known")
        measure_id, scheme_id = _SCHEME[scheme]
        quarter = f"{line.record['Year']}-Q{line.record['Quarter']}"
        arrived.setdefault((measure_id, quarter), []).append(line)
        if scheme_id:
            sponsored.setdefault((scheme_id, quarter), []).append(line)
        reading.loaded(_FILE)
    reading.tables["observation"] = pd.DataFrame(
        _observation(measure_id, row)
        for (measure_id, quarter), lines in arrived.items()
        for row in _sums(quarter, lines)
    )
    reading.tables["sponsorship"] = pd.DataFrame(
        _sponsorship(scheme_id, row)
        for (scheme_id, quarter), lines in sponsored.items()
        for row in _sums(quarter, lines)
    )
    reading.tables["sponsorship_locality"] = pd.DataFrame(
        row
        for (scheme_id, quarter), lines in sponsored.items()
        for row in _localities(scheme_id, quarter, lines)
    )
    return reading


def _sums(quarter: str, lines: list[Line]) -> Iterator[dict[str, object]]:
    """What a sum is, by region and for the United Kingdom, as rows of either table have it."""
    nowhere = without_region(lines)
    for territory, total in sums(lines).items():
        lower, upper = interval(total.persons, territory, nowhere)
        yield {
            "territory_id": territory,
            "period": quarter,
            "value": float(total.persons),
            "lower": lower,
            "upper": upper,
            "obs_status": "A",
            "evidence": "estimated",
            "source_id": SOURCE.source_id,
            "note": note_of(total, territory, nowhere),
            "source_file": _FILE,
            "source_line": total.first,
        }


def _observation(measure_id: str, row: dict[str, object]) -> dict[str, object]:
    own = {"nuts_version": "2021", "measure_id": measure_id, "group_id": "resettled"}
    return row | own


def _sponsorship(scheme_id: str, row: dict[str, object]) -> dict[str, object]:
    """A row of arrivals; the United Kingdom's row says that it holds those of the regions."""
    kept = {name: of for name, of in row.items() if name not in ("value", "lower", "upper")}
    whole = "; all regions together" if row["territory_id"] == UK else ""
    own = {
        "scheme_id": scheme_id,
        "arrivals_persons": row["value"],
        "arrivals_span": "period",
        "note": f"{row['note']}{whole}",
    }
    return kept | own


def _localities(scheme_id: str, quarter: str, lines: list[Line]) -> Iterator[dict[str, object]]:
    """Arrivals of a scheme by local authority; lines that name none are not among them."""
    named = [line for line in lines if line.region is not None]
    for code in dict.fromkeys(line.record["LAD Code"] for line in named):
        here = [line for line in named if line.record["LAD Code"] == code]
        yield {
            "scheme_id": scheme_id,
            "territory_id": here[0].region,
            "locality_code": code,
            "locality_name": here[0].record["Local Authority"],
            "period": quarter,
            "arrivals_persons": sum(line.persons for line in here),
            "source_id": SOURCE.source_id,
            "obs_status": "A",
            "evidence": "published" if len(here) == 1 else "estimated",
            "note": None if len(here) == 1 else f"sum of {len(here)} lines",
            "source_file": _FILE,
            "source_line": here[0].number,
        }


SOURCE = Source(
    source_id="uk_resettlement",
    title="Immigration system statistics: resettlement by local authority",
    publisher="UK Home Office",
    url="https://www.gov.uk/government/statistical-data-sets/immigration-system-statistics-data-tables",
    licence="Open Government Licence v3.0",
    attribution=(
        "© Crown copyright, UK Home Office; contains public sector information licensed under "
        "the Open Government Licence v3.0"
    ),
    vintage="January 2014 to September 2024, by quarter",
    caveats=(
        "Arrivals in the quarter, added up by region from local authorities: a flow, not people "
        "present. The Afghan schemes have no local authority and are given for the country "
        "only. Sponsored arrivals are told apart from 2021 on. A quarter or region without a "
        "row had nobody listed; resettlement stood still from April to November 2020."
    ),
    files=(_FILE,),
    read=read,
)
