"""What each transcribed norm is: its label, what is counted per what, and how binding it is.

A norm that a law, decree or statutory resolution fixes is `legal_norm`, a stated aim or a
planning assumption `target`, and what was found somewhere `observed`. Shares and amounts of a
funding formula are not for a user to edit.
"""

from typing import NamedTuple


class Norm(NamedTuple):
    """The columns of table `benchmark` that the transcribed row does not have."""

    label: str
    numerator: str
    denominator: str
    kind: str
    service: str | None
    group_id: str = "all"
    editable: bool = True


_LAW, _AIM, _FOUND = "legal_norm", "target", "observed"
_UAM, _APPLICANTS = "unaccompanied_children", "asylum_applicants"
_ORIENTATION = "social_orientation"


def _hours(label: str, kind: str, service: str = "language", group: str = "all") -> Norm:
    return Norm(label, "course hours", "participant", kind, service, group)


def _price(label: str, group: str = "all") -> Norm:
    return Norm(label, "euro", "place and day", _LAW, "reception", group)


def _formula(label: str, numerator: str, denominator: str) -> Norm:
    return Norm(label, numerator, denominator, _LAW, None, editable=False)


def _staff(who: str) -> Norm:
    label = f"{who} in a migrant integration centre"
    return Norm(label, f"{who.lower()}s", "centre", _FOUND, _ORIENTATION)


_ASYLUM_PART = "asylum part of the formula"

NORMS: dict[str, Norm] = {
    "UAM_places_per_100000_inhabitants": Norm(
        "Places for unaccompanied children that a region is to have",
        "places", "100,000 residents", _LAW, "reception", _UAM,
    ),
    "UAM_contingency_threshold_multiple_of_capacity": Norm(
        "Children cared for at which a region may call a contingency",
        "children in care", "place of ordinary capacity", _LAW, "reception", _UAM,
    ),
    "min_floor_area_per_person_reception": Norm(
        "Least floor area in reception", "square metres", "person", _LAW, "reception", _APPLICANTS,
    ),
    "CADA_HUDA_budget_per_person_day_min": Norm(
        "Budget of reception centres, lower end", "euro", "person and day", _FOUND, "reception",
        _APPLICANTS,
    ),
    "CADA_HUDA_budget_per_person_day_max": Norm(
        "Budget of reception centres, upper end", "euro", "person and day", _FOUND, "reception",
        _APPLICANTS,
    ),
    "share_of_new_asylum_seekers_to_be_oriented_outside_IDF": Norm(
        "New applicants to be sent to regions outside Île-de-France",
        "applicants sent elsewhere", "100 new applicants", _LAW, "reception", _APPLICANTS,
    ),
    "civic_training_hours": _hours("Civic training", _LAW, _ORIENTATION),
    "language_training_hours_min": _hours("Language training, shortest path", _LAW),
    "language_training_hours_max": _hours("Language training, longest path", _LAW),
    "UAM_state_contribution_per_extra_minor": Norm(
        "State contribution for children above the key", "euro", "child above the key", _FOUND,
        "reception", _UAM,
    ),
    "integration_course_language_hours": _hours("Integration course, language part", _LAW),
    "integration_course_orientation_hours": _hours(
        "Integration course, orientation part", _LAW, _ORIENTATION
    ),
    "language_hours_entitlement_humanitarian_average": _hours(
        "Language hours for humanitarian migrants, average", _FOUND,
        group="beneficiaries_of_protection",
    ),
    "language_hours_other_migrants_average": _hours(
        "Language hours for other migrants, average", _FOUND
    ),
    "language_hours_refugees": _hours(
        "Language hours for refugees", _FOUND, group="beneficiaries_of_protection"
    ),
    "language_hours_average": _hours("Language hours, average", _FOUND),
    "language_hours_min": _hours("Language hours, least", _FOUND),
    "language_hours_max": _hours("Language hours, most", _FOUND),
    "koenigstein_weight_tax_revenue": _formula(
        "Königstein key: weight of tax revenue", "weight of tax revenue", "100 of the key"
    ),
    "koenigstein_weight_population": _formula(
        "Königstein key: weight of residents", "weight of residents", "100 of the key"
    ),
    "basic_care_federal_cost_share": Norm(
        "Federal share of the cost of basic care", "federal euro", "100 euro of basic care", _LAW,
        "reception",
    ),
    "max_stay_federal_centre_days": Norm(
        "Longest stay in a federal asylum centre", "days", "stay", _LAW, "reception", _APPLICANTS,
    ),
    "municipal_reception_quota_share_of_population": Norm(
        "People a municipality is to receive", "people received", "100 residents", _LAW,
        "reception", _APPLICANTS,
    ),
    "target_occupancy_reception": Norm(
        "Occupancy of reception aimed at", "people present", "100 places", _AIM, "reception",
    ),
    "UAM_share_of_reception_task": Norm(
        "Places for unaccompanied children in the reception task",
        "places for unaccompanied children", "100 places of the task", _AIM, "reception", _UAM,
    ),
    "KEM_staff_social_worker": _staff("Social worker"),
    "KEM_staff_lawyer": _staff("Lawyer"),
    "KEM_staff_psychologist": _staff("Psychologist"),
    "KEM_staff_intercultural_mediator": _staff("Intercultural mediator"),
    "asylum_home_room_area_min": Norm(
        "Room area in the asylum home, least found", "square metres", "person", _FOUND,
        "reception", _APPLICANTS,
    ),
    "AMIF_2021_27_fixed_amount_per_MS": _formula("AMIF: fixed amount", "euro", "Member State"),
    "AMIF_2021_27_fixed_amount_CY_MT_EL": _formula(
        "AMIF: fixed amount for Cyprus, Malta and Greece", "euro", "Member State"
    ),
    "AMIF_2021_27_weight_asylum": _formula(
        "AMIF: weight of asylum", "weight of asylum", "100 of the formula"
    ),
    "AMIF_2021_27_weight_legal_migration_integration": _formula(
        "AMIF: weight of legal migration and integration",
        "weight of legal migration and integration", "100 of the formula",
    ),
    "AMIF_2021_27_weight_return": _formula(
        "AMIF: weight of return", "weight of return", "100 of the formula"
    ),
    "AMIF_2021_27_asylum_subweight_protection_status": _formula(
        "AMIF: weight of people granted protection", "weight of protection granted",
        f"100 of the {_ASYLUM_PART}",
    ),
    "AMIF_2021_27_asylum_subweight_applications": _formula(
        "AMIF: weight of asylum applications", "weight of applications",
        f"100 of the {_ASYLUM_PART}",
    ),
    "AMIF_2021_27_asylum_subweight_resettlement": _formula(
        "AMIF: weight of resettlement", "weight of resettlement", f"100 of the {_ASYLUM_PART}"
    ),
    "ESF_plus_min_social_inclusion": _formula(
        "ESF+: least share for social inclusion", "euro for social inclusion", "100 euro of ESF+"
    ),
    "ESF_plus_min_material_deprivation": _formula(
        "ESF+: least share against material deprivation", "euro against material deprivation",
        "100 euro of ESF+",
    ),
    "ESF_plus_min_child_poverty_affected_MS": _formula(
        "ESF+: least share against child poverty, in states affected",
        "euro against child poverty", "100 euro of ESF+",
    ),
    "ESF_plus_min_youth_affected_MS": _formula(
        "ESF+: least share for young people, in states affected", "euro for young people",
        "100 euro of ESF+",
    ),
    "reference_price_integral_reception": _price("Reference price of a reception place"),
    "reference_price_vulnerable_reception": _price("Reference price of a place for the vulnerable"),
    "reference_price_trafficking_victims_reception": _price(
        "Reference price of a place for victims of trafficking", "victims_of_trafficking"
    ),
    "reference_price_CAED_reception": _price("Reference price of a place in emergency centres"),
    "reference_price_emergency_reception": _price("Reference price of an emergency place"),
    "reception_min_household_rule": Norm(
        "People planned for in a room of a flat", "people", "room", _AIM, "reception", _APPLICANTS,
    ),
    "MIPEX_EU_average_score": Norm(
        "Migrant Integration Policy Index, average of the EU", "points", "100 points", _FOUND,
        None, editable=False,
    ),
    # services.csv and services_west_north.csv
    "PSZ_share_of_estimated_need_met": Norm(
        "Estimated need for care of torture victims that centres meet", "people treated",
        "100 people estimated to need it", _FOUND, "mental_health", "victims_of_torture",
    ),
    "PSZ_average_waiting_time": Norm(
        "Waiting time for care in psychosocial centres, average", "months", "person treated",
        _FOUND, "mental_health", "victims_of_torture",
    ),
    "integration_team_unit_cost_eur": Norm(
        "Cost of an integration team (four posts)", "euro a year", "local authority", _FOUND,
        _ORIENTATION,
    ),
    # community_sponsorship.csv
    "sponsor_group_size": Norm(
        "People in a sponsoring team", "people", "team", _FOUND, _ORIENTATION,
        "beneficiaries_of_protection",
    ),
}  # fmt: skip

# Units as the tables give them; another unit would make another norm of it.
UNITS = frozenset(
    "places per 100,000|times|m2 per person|EUR per person per day|percent|hours|EUR|days|"
    "percent of inhabitants|staff per centre|EUR per place per day|persons per room|score 0-100|"
    "months|persons per team".split("|")
)
