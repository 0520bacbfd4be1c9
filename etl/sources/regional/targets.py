"""What territories are asked to provide, what they offer, and the keys people are shared by.

Decisions: provincial tasks, settlement assignments and quotas are targets. What municipalities
or provinces offer, guarantee or plan is neither asked for nor open: commitments of their own.
Norway's settlement requests of 2022 and 2023 are mostly for people with temporary protection
but are filed under beneficiaries of protection, so they are set aside.
"""

from etl.sources.regional.reasons import MIXED, SITE
from etl.sources.regional.reception import COMMITTED, TARGET
from etl.sources.transcribed_mapping import ByNote, Meanings
from etl.sources.transcribed_rows import AGGREGATE, PLANNED, Aside, Figure

_SETTLED = Figure(TARGET, "beneficiaries_of_protection")
_OFFERED = Figure("settlement_commitment_persons", "beneficiaries_of_protection")
_KEY = Figure("distribution_key_percent", "asylum_applicants")
_DIFFERENCE = Aside("a difference between two figures")
_ADDED = Aside("new places planned on top of those open; the regions do not add up to the total")
_FEDERAL = Aside(
    "planned places of federal centres, undated and by asylum regions that are not NUTS"
)

# Italy's plan names 8 regions, the Dutch task all 12; a single planned site is not a region's.
_ASYLUM = ByNote(
    (("FEDERAL asylum", _FEDERAL), ("planned federal centre", PLANNED)),
    Figure(TARGET, "asylum_applicants"),
)
_PROTECTED = ByNote((("about 30,000 from Ukraine|adjusted settlement", MIXED),), _SETTLED)
_MUNICIPAL_PLACES = ByNote((("offered by the municipalities", _OFFERED),), _SETTLED)


def _target(group: str, unit: str) -> tuple[str, str, str, str]:
    return ("reception_target_places", "target", group, unit)


_NEWER: Meanings = {
    _target("asylum_applicants", "places"): _ASYLUM,
    _target("temporary_protection", "places"): Figure(TARGET, "temporary_protection"),
    _target("temporary_protection", "persons"): Figure(TARGET, "temporary_protection"),
    _target("beneficiaries_of_protection", "persons"): _PROTECTED,
    _target("beneficiaries_of_protection", "places"): _MUNICIPAL_PLACES,
    _target("beneficiaries_of_protection_committed", "persons"): _OFFERED,
    _target("resettled", "persons"): Figure(TARGET, "resettled"),
    _target("humanitarian_admission", "persons"): Figure(TARGET, "humanitarian_admission"),
    _target("relocated", "persons"): AGGREGATE,
    _target("relocated_actual_pledges", "persons"): AGGREGATE,
    ("distribution_key_pct", "key", "asylum_applicants", "percent"): ByNote(
        (("Königstein key", Figure("koenigstein_key_percent", "asylum_applicants")),)
    ),
    ("distribution_key_pct", "key", "asylum_applicants", "%"): _KEY,
}

# France: the parts of the total that a decree fixes; PRAHDA is emergency accommodation too.
_DECREED = {
    "CADA": "cada_target_places",
    "CAES": "caes_target_places",
    "HUDA_excl_PRAHDA": "huda_target_places",
    "HUDA_hotel": "huda_hotel_target_places",
    "PRAHDA": "prahda_target_places",
}

_OLDER: Meanings = {
    ("reception_places_asylum_seekers_total", "places"): Figure(TARGET, "asylum_applicants"),
    ("reception_places_total", "places"): Figure(TARGET, "all"),
    **{
        (f"reception_places_{scheme}", "places"): Figure(measure_id, "asylum_applicants")
        for scheme, measure_id in _DECREED.items()
    },
    ("reception_places_CPH_refugees", "places"): Figure(
        "cph_target_places", "beneficiaries_of_protection"
    ),
    ("planned_new_reception_places", "places"): _ADDED,
    # Netherlands
    ("provincial_task_reception_places", "places"): Figure(TARGET, "asylum_applicants"),
    ("spreidingswet_target_places", "places"): Figure(TARGET, "asylum_applicants"),
    ("spreidingswet_places_found", "places"): Figure(COMMITTED, "asylum_applicants"),
    ("spreidingswet_indicative_municipal_places", "places"): SITE,
    ("reception_place_shortfall_vs_target", "places"): _DIFFERENCE,
    # Austria
    ("basic_care_quota_target", "persons"): Figure(TARGET, "all"),
    ("basic_care_quota_fulfilment", "percent"): Figure("basic_care_quota_percent", "all"),
    # Sweden, Denmark, Norway: settlement after a permit
    ("refugee_settlement_assignments_lanstal", "persons"): _SETTLED,
    ("refugee_settlement_quota_region", "persons"): _SETTLED,
    ("refugee_settlement_quota_municipal_sum", "persons"): _SETTLED,
    ("settlement_request", "persons"): _SETTLED,
    ("settlement_municipal_commitment", "persons"): _OFFERED,
    # Switzerland
    ("distribution_key_asylum", "percent"): _KEY,
}

MEANINGS: Meanings = {**_NEWER, **_OLDER}
