"""The tables that can be taken away.

What is not here is not served: cells, outlines, steps of the conversion between NUTS versions,
and refused lines, which may hold what a reader withholds.
"""

from collections.abc import Mapping
from typing import Any

from ui.language import later
from ui.out.listed import Listed
from ui.out.marts import ABOUTS

_FACT = ("source_id", "obs_status", "evidence")


def _fact(name: str, title: str, key: str, filters: str = "", **more: Any) -> Listed:
    """A table of the contract that says of each row where it is from."""
    return Listed(name, title, tuple(key.split()), (*filters.split(), *_FACT), **more)


def _mart(name: str, title: str, key: str, filters: str = "", **more: Any) -> Listed:
    """A table the build worked out; the dataset has no comments on it."""
    return Listed(
        name, title, tuple(key.split()), tuple(filters.split()), abouts=ABOUTS[name], **more
    )


_NONE: Mapping[str, str] = {}
_FIGURE = "measure_id group_id"
_NO_PLACE = {"place": "", "period": ""}
_SHORTAGE_SOURCES = {
    "": "need_source_id",
    "capacity_": "capacity_source_id",
    "published_": "published_source_id",
}

LISTED: tuple[Listed, ...] = (
    _mart(
        "figure", later("Figures by territory"), "territory_id measure_id group_id period",
        f"{_FIGURE} source_id obs_status evidence",
    ),
    _mart(
        "shortage", later("Need and capacity by standard"),
        "territory_id standard_id basis_id period",
        "standard_id basis_id need_method need_status need_evidence need_source_id"
        " capacity_measure_id capacity_status capacity_evidence capacity_source_id",
        sources=_SHORTAGE_SOURCES,
    ),
    _mart(
        "need", later("Persons in need by territory"), "territory_id need_id period",
        "need_id group_id method source_id obs_status evidence",
    ),
    _fact(
        "observation", later("Observations as their sources state them"),
        "territory_id period measure_id group_id source_id", f"{_FIGURE} nuts_version",
    ),
    _fact(
        "facility", later("Reception and service places"), "facility_id",
        "facility_id kind service mode publish_level", place="", country="country",
    ),
    _fact(
        "facility_observation", later("Figures of single places"),
        "facility_id period measure_id group_id", f"facility_id {_FIGURE}", place="",
    ),
    _mart(
        "hospital_reach", later("Residents far from a hospital"), "territory_id distance_km",
        "distance_km best_verdict worst_verdict", period="residents_period", sources=_NONE,
    ),
    _mart(
        "funnel", later("Steps of protection of vulnerable groups"),
        "territory_id group_id people_period step measure_id",
        f"{_FIGURE} step role source_id obs_status evidence",
    ),
    _mart(
        "on_site_supply", later("Services known on site"), "territory_id service",
        "service measure_id source_id",
    ),
    _mart(
        "knowledge", later("What is known of each territory"), "territory_id kind_id",
        "kind_id source_id", period="latest_period",
    ),
    _fact(
        "funding", later("Funding"), "fund_id objective territory_id period source_id",
        "fund_id objective recipient service",
    ),
    _fact(
        "sponsorship", later("Sponsorship by territory"), "scheme_id territory_id period source_id",
        "scheme_id arrivals_span",
    ),
    _fact(
        "sponsorship_locality", later("Sponsorship by local authority"),
        "scheme_id locality_code period source_id", "scheme_id locality_code",
    ),
    _fact(
        "scheme", later("Schemes of sponsorship"), "scheme_id", "scheme_id pathway", place="",
        country="country", period="",
    ),
    _fact("scheme_rule", later("Rules of the schemes"), "scheme_id rule", "scheme_id rule",
          **_NO_PLACE),
    _fact(
        "organisation", later("Organisations"), "organisation_id",
        "organisation_id actor level publish_level", period="",
    ),
    _fact(
        "activity", later("Who is at work where, as stated"),
        "organisation_id service territory_id period", "organisation_id service",
    ),
    _mart(
        "at_work", later("Who is at work where"), "territory_id organisation_id service",
        "organisation_id service own source_id evidence", period="last_period",
    ),
    _fact(
        "actor_list", later("Lists of organisations"), "source_id territory_id actor service",
        "actor service complete",
    ),
    _fact(
        "partnership", later("Agreements between organisations"),
        "organisation_id partner_id territory_id period service",
        "organisation_id partner_id service agreement",
    ),
    _fact(
        "participation", later("Newcomers in bodies that decide"), "body_id period",
        "body_id level decision_power",
    ),
    _fact("consultation", later("Consultations"), "consultation_id", "consultation_id level"),
    _fact(
        "digital_service", later("Digital services"), "service_id",
        "service_id reach service part_of"
    ),
    _fact(
        "origin", later("People by country of origin"), "territory_id origin period source_id",
        "origin"
    ),
    _fact(
        "spoken_language", later("Languages by country"), "country locale", "language official",
        place="", country="country", period="",
    ),
    _fact(
        "benchmark", later("Norms and reference values"), "benchmark_id",
        "benchmark_id kind service group_id editable",
    ),
    _mart(
        "standard", later("Standards a shortage is measured by"), "standard_id",
        "standard_id service group_id benchmark_id", **_NO_PLACE, sources=_NONE,
    ),
    Listed(
        "measure", later("Measures"), ("measure_id",), ("measure_id", "kind", "domain",
        "direction"),
        place="", period="", sources=_NONE,
    ),
    Listed(
        "territory", later("Territories of every NUTS version"), ("territory_id", "version"),
        ("territory_id", "version", "parent_id", "urban_type", "shown"), place="",
        country="country", level="level", period="", sources=_NONE,
    ),
    _mart(
        "region", later("Territories as displayed"), "territory_id",
        "territory_id parent_id urban_type",
        place="", country="country", level="level", period="", sources=_NONE,
    ),
    _mart(
        "neighbour", later("Neighbouring territories"), "territory_id neighbour_id",
        "neighbour_id connection across_border", period="", sources=_NONE,
    ),
    _mart("residents", later("Residents by year"), "territory_id period", "obs_status evidence"),
    Listed(
        "nuts_change", later("NUTS codes that ended"),
        ("old_version", "old_code", "new_version", "new_code"),
        ("old_version", "old_code", "new_version", "new_code", "kind"), place="", period="",
    ),
    Listed(
        "finding", later("Figures in doubt"),
        ("check_id", "territory_id", "period", "measure_id", "group_id", "source_id"),
        ("check_id", "measure_id", "group_id", "source_id", "obs_status"),
    ),
    _fact(
        "set_aside", later("Figures kept out of maps and sums"), "source_file source_line measure",
        # the nearest code, which need not be its territory
        "territory_id reason", place="",
    ),
    Listed(
        "line_count", later("Lines of every file: loaded, left out, rejected"),
        ("module", "file", "outcome"), ("module",), place="", period="", sources=_NONE,
    ),
    Listed(
        "source", later("Sources"), ("source_id",), ("source_id", "module", "publisher", "licence"),
        place="", period="", sources=_NONE,
    ),
)  # fmt: skip
