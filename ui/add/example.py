"""A worked example per table: invented rows that are accepted as they are."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ui import export
from ui.add.template import template
from ui.store import Dataset

Row = Mapping[str, object]
_SAID = {"note": "invented, to show how a row is filled in"}
_MILAN, _LEGNANO = "it_01199250158", "it_00807960158"
_PLACE = {
    "country": "IT", "mode": "on_site", "publish_level": "point", "period": "2025",
    "obs_status": "A", **_SAID,
}  # fmt: skip
_FIGURE = {"nuts_version": "2024", "obs_status": "A", **_SAID}

EXAMPLES: Mapping[str, Sequence[Row]] = {
    "observation": (
        {"territory_id": "ITC4C", "period": "2025-06-30", "measure_id": "reception_places",
         "group_id": "all", "value": 1240, **_FIGURE},
        {"territory_id": "ITC46", "period": "2025-06-30", "measure_id": "reception_places",
         "group_id": "all", "value": 310, "lower": 290, "upper": 330, **_FIGURE,
         "obs_status": "E"},
        {"territory_id": "ITC47", "period": "2025-06-30", "measure_id": "reception_places",
         "group_id": "all", **_FIGURE, "obs_status": "L"},
        {"territory_id": "ITC4", "period": "2025-Q2", "measure_id": "language_course_places",
         "group_id": "all", "value": 5200, **_FIGURE, "obs_status": "P"},
    ),
    "facility": (
        {"facility_id": "example_house", "name": "Casa Esempio", "kind": "reception",
         "service": "reception", "lon": 11.3426, "lat": 44.4949, "places": 40, "occupied": 31,
         "groups": "asylum_applicants", "languages": "it en ar", "opened": "2023-04-01",
         **_PLACE},
        {"facility_id": "example_school", "name": "Scuola Esempio", "kind": "service",
         "service": "language", "lon": 11.3312, "lat": 44.5021, "languages": "it", **_PLACE},
    ),
    "digital_service": (
        {"service_id": "example_app", "name": "App Esempio", "provider": "Comune Esempio",
         "territory_id": "ITH55", "reach": "whole", "service": "social_orientation",
         "languages": "it en ar", "languages_count": 3, "accessibility": "partial",
         "offline": True, "on_site": False, "updated": "2025-02", "started": "2023",
         "period": "2025-03", "obs_status": "A", **_SAID},
    ),
    "organisation": (
        {"organisation_id": "example_city", "name": "Comune Esempio", "actor": "public",
         "level": "local", "territory_id": "ITH55", "obs_status": "A", **_SAID},
        {"organisation_id": "example_voices", "name": "Voci Esempio", "actor": "refugee_led",
         "level": "local", "territory_id": "ITH55", "obs_status": "A", **_SAID},
    ),
    "activity": (
        {"organisation_id": _MILAN, "service": "language", "territory_id": "ITC4C",
         "period": "2025", "contracts": 3, "obs_status": "A", **_SAID},
        {"organisation_id": _LEGNANO, "service": "housing", "territory_id": "ITC4C",
         "period": "2025", "obs_status": "A", **_SAID},
    ),
    "partnership": (
        {"organisation_id": _MILAN, "partner_id": _LEGNANO, "territory_id": "ITC4C",
         "period": "2025", "service": "language", "agreement": "memorandum", "obs_status": "A",
         **_SAID},
    ),
    "participation": (
        {"body_id": "example_council", "name": "Consulta Esempio", "territory_id": "ITH55",
         "period": "2025", "level": "local", "seats": 20, "newcomer_seats": 6,
         "decision_power": 2, "meetings": 4, "obs_status": "A", **_SAID},
    ),
    "consultation": (
        {"consultation_id": "example_plan_2025", "name": "Local integration plan",
         "organiser": "Comune Esempio", "territory_id": "ITH55", "period": "2025-03",
         "level": "local", "asked": "associations of the city", "replies": 48,
         "newcomer_replies": 12, "outcome": "nine of 14 proposals taken up", "obs_status": "A",
         **_SAID},
    ),
    "sponsorship": (
        {"scheme_id": "nest", "territory_id": "DE212", "period": "2025", "sponsor_groups": 7,
         "pledged_places": 35, "arrivals_persons": 28, "arrivals_span": "period",
         "obs_status": "A", **_SAID},
        {"scheme_id": "nest", "territory_id": "DE21H", "period": "2025", "sponsor_groups": 2,
         "pledged_places": 9, "obs_status": "A", **_SAID},
    ),
    "scheme": (
        {"scheme_id": "example_villages", "name": "Villages that welcome", "country": "AT",
         "pathway": "community_sponsorship", "began": "2024-01", "obs_status": "A", **_SAID},
    ),
    "scheme_rule": (
        {"scheme_id": "example_villages", "rule": "support_months", "lower": 12, "upper": 24,
         "obs_status": "A", **_SAID},
    ),
    "funding": (
        {"fund_id": "City fund", "objective": "language courses", "territory_id": "ITC4C",
         "period": "2025", "committed_eur": 420000, "paid_eur": 185500.5,
         "recipient": "civil_society", "service": "language", "obs_status": "A", **_SAID},
        {"fund_id": "City fund", "objective": "housing", "territory_id": "ITC4C",
         "period": "2021/2027", "committed_eur": 2100000, "recipient": "local_or_regional",
         "service": "housing", "obs_status": "A", **_SAID},
    ),
    "actor_list": (
        {"territory_id": "ITH55", "actor": "refugee_led", "service": "all", "complete": False,
         "about": "associations that answered a call of the city", "period": "2025",
         "obs_status": "A", **_SAID},
    ),
}  # fmt: skip


def frame(dataset: Dataset, table: str) -> pd.DataFrame:
    """The example with every column a reader fills in; a cell left out is empty."""
    names = list(template(dataset, table)["column_name"])
    return pd.DataFrame(list(EXAMPLES[table]), dtype=object).reindex(columns=names)


def file(dataset: Dataset, table: str) -> bytes:
    """The example as CSV."""
    return export.frame_as_csv(frame(dataset, table))
