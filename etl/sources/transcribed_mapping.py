"""What figure each row of the transcribed reception files is, by its measure and group.

Two fixed tables, one per layout. A combination of measure, kind, group and unit that is not
listed raises LayoutError, so that drift in a file is noticed.
"""

from collections.abc import Mapping
from typing import NamedTuple

from etl.reading import LayoutError

Record = Mapping[str, str]


class Figure(NamedTuple):
    """The measure and group a row is a figure of."""

    measure_id: str
    group_id: str


PLACES, HOSTED, TARGET = "reception_places", "people_hosted_persons", "reception_target_places"

_PART = "a part of a published total"
_SAI = "places in SAI, a part of Italy's reception system"
FIRST_STAGE = "first stage of reception only"
SITE = "a municipality, county or single site, not the region"
COMMITTED = "places offered or committed, neither asked for nor open"
_NO_GROUP = "for a group that is not in the code list"
_CHILDREN = "not a reception figure: unaccompanied children"
_RATIO = "not a reception figure: percentage or ratio"
_COUNT = "not a reception figure: count of centres or projects"
_MONEY = "not a reception figure: funding"
_COURSES = "not a reception figure: integration courses"
_APPLICATIONS = "not a reception figure: asylum applications"
_KEY = "not a reception figure: distribution key"

# kind of regional_*.csv -> why none of its rows is read here.
_OTHER_KIND = {
    "need": "not a reception figure: need",
    "key": _KEY,
    "service": "not a reception figure: service",
    "funding": _MONEY,
    "sponsorship": "not a reception figure: sponsorship",
}

# (measure, kind, group, unit) of regional_*.csv; beds count as places.
_REGIONAL: dict[tuple[str, str, str, str], Figure | str] = {
    ("reception_places", "capacity", "all", "places"): Figure(PLACES, "all"),
    ("reception_places", "capacity", "all", "beds"): Figure(PLACES, "all"),
    **{
        ("reception_places", "capacity", group, unit): Figure(PLACES, group)
        for group in ("asylum_applicants", "temporary_protection")
        for unit in ("places", "beds")
    },
    **{
        ("reception_places", "capacity", group, "places"): _PART
        for group in ("asylum_applicants_ILA_LOI", "asylum_applicants_emergency", "refugees_CPH")
    },
    ("integration_course_places", "capacity", "all", "places"): _COURSES,
    ("torture_rehab_centres", "capacity", "all", "centres"): _COUNT,
    ("uam_places", "capacity", "unaccompanied_children", "places"): _CHILDREN,
    **{
        ("reception_persons", "use", group, "persons"): Figure(HOSTED, group)
        for group in (
            "all", "asylum_applicants", "temporary_protection", "beneficiaries_of_protection",
        )
    },
    ("reception_persons", "use", "asylum_applicants_contingency", "persons"): _PART,
    ("reception_persons", "use", "asylum_applicants_dispersal", "persons"): _PART,
    ("reception_persons", "use", "humanitarian_programme", "persons"): _NO_GROUP,
    ("integration_course_participants", "use", "all", "persons"): _COURSES,
    ("integration_course_participants", "use", "all", "course places used"): _COURSES,
    **{
        ("uam_persons", "use", "unaccompanied_children", unit): _CHILDREN
        for unit in ("persons", "applicants", "applications")
    },
    **{
        ("reception_target_places", "target", group, unit): Figure(TARGET, group)
        for group, unit in (
            ("asylum_applicants", "places"),
            ("temporary_protection", "places"),
            ("temporary_protection", "persons"),
            ("beneficiaries_of_protection", "places"),
            ("beneficiaries_of_protection", "persons"),
            ("resettled", "persons"),
        )
    },
    ("reception_target_places", "target", "beneficiaries_of_protection_committed", "persons"): (
        COMMITTED
    ),
    **{
        ("reception_target_places", "target", group, "persons"): _NO_GROUP
        for group in ("humanitarian_admission", "relocated", "relocated_actual_pledges")
    },
    ("uam_target_places", "target", "unaccompanied_children", "persons"): _CHILDREN,
    ("uam_target_places", "target", "unaccompanied_children", "places"): _CHILDREN,
}  # fmt: skip

# (measure, unit) of reception_by_region.csv, which has no kind and no group.
_BY_REGION: dict[tuple[str, str], Figure | str] = {
    # France: places by region as fixed by decree, so asked for, not open. CADA, CAES, HUDA and
    # PRAHDA are parts of the total for asylum applicants, CPH of the total for all.
    ("reception_places_asylum_seekers_total", "places"): Figure(TARGET, "asylum_applicants"),
    ("reception_places_total", "places"): Figure(TARGET, "all"),
    **{
        (f"reception_places_{scheme}", "places"): _PART
        for scheme in (
            "CADA", "CAES", "CPH_refugees", "HUDA_excl_PRAHDA", "HUDA_hotel", "PRAHDA",
        )
    },
    ("CADA_operating_grant", "EUR"): _MONEY,
    ("CPH_operating_grant", "EUR"): _MONEY,
    # Belgium: the federal reception network, for asylum applicants.
    ("reception_places", "places"): Figure(PLACES, "asylum_applicants"),
    ("asylum_seekers_hosted_per_1000_inhabitants", "per 1000"): _RATIO,
    ("planned_new_reception_places", "places"): COMMITTED,
    # Netherlands
    ("asylum_reception_places", "places"): Figure(PLACES, "asylum_applicants"),
    ("provincial_task_reception_places", "places"): Figure(TARGET, "asylum_applicants"),
    ("provincial_task_UAM_places", "places"): _CHILDREN,
    ("reception_place_shortfall_vs_target", "places"): "a difference between two figures",
    ("spreidingswet_indicative_municipal_places", "places"): SITE,
    ("spreidingswet_places_found", "places"): COMMITTED,
    ("spreidingswet_target_places", "places"): Figure(TARGET, "asylum_applicants"),
    ("spreidingswet_target_places_UAM", "places"): _CHILDREN,
    # Austria
    ("basic_care_persons", "persons"): Figure(HOSTED, "all"),
    ("basic_care_quota_target", "persons"): Figure(TARGET, "all"),
    ("basic_care_quota_fulfilment", "percent"): _RATIO,
    # Sweden, Denmark, Norway: settlement after a permit
    ("refugee_settlement_assignments_lanstal", "persons"): Figure(
        TARGET, "beneficiaries_of_protection"
    ),
    ("refugee_settlement_quota_region", "persons"): Figure(TARGET, "beneficiaries_of_protection"),
    ("refugee_settlement_quota_municipal_sum", "persons"): Figure(
        TARGET, "beneficiaries_of_protection"
    ),
    ("settlement_request", "persons"): Figure(TARGET, "beneficiaries_of_protection"),
    ("settlement_request_of_which_UAM", "persons"): _CHILDREN,
    ("settlement_municipal_commitment", "persons"): COMMITTED,
    # Ireland
    ("IPAS_residents", "persons"): Figure(HOSTED, "asylum_applicants"),
    ("IPAS_residents_with_status", "persons"): _PART,
    ("IPAS_centres", "centres"): _COUNT,
    # Germany and Spain: initial or first reception, before people move on
    ("first_time_asylum_applications", "applications"): _APPLICATIONS,
    ("initial_reception_capacity", "places"): FIRST_STAGE,
    ("initial_reception_capacity_anchor_centres", "places"): FIRST_STAGE,
    ("initial_reception_occupancy", "percent"): _RATIO,
    ("initial_reception_occupied", "persons"): FIRST_STAGE,
    ("international_protection_reception_places", "places"): FIRST_STAGE,
    ("refugees_in_state_accommodation", "persons"): FIRST_STAGE,
    # Greece: the facilities of five islands
    ("RIC_CCAC_capacity", "places"): SITE,
    ("RIC_CCAC_capacity_5_islands", "places"): SITE,
    ("RIC_CCAC_occupancy", "persons"): SITE,
    # Italy
    ("SAI_places_active", "places"): _SAI,
    ("SAI_places_disability", "places"): _SAI,
    ("SAI_places_occupied", "persons"): _SAI,
    ("SAI_places_ordinary", "places"): _SAI,
    ("SAI_places_UAM", "places"): _SAI,
    ("SAI_projects", "projects"): _COUNT,
    ("SAI_local_authorities", "authorities"): _COUNT,
    # Switzerland
    ("distribution_key_asylum", "percent"): _KEY,
    ("federal_asylum_centre_places_regular_planning", "places"): FIRST_STAGE,
}  # fmt: skip

# A French decree fixes places to be provided: asked for, not open.
_DECREED = "set by arrêté"


def figure_of(record: Record) -> Figure | str:
    """The figure a row is by its measure, kind, group and unit, or why it is none.

    Raises LayoutError for a combination that is not listed.
    """
    if "kind" not in record:
        old = (record["measure"], record["unit"])
        return _listed(_BY_REGION.get(old), old)
    if record["kind"] in _OTHER_KIND:
        return _OTHER_KIND[record["kind"]]
    key = (record["measure"], record["kind"], record["group"], record["unit"])
    figure = _listed(_REGIONAL.get(key), key)
    if isinstance(figure, Figure) and _DECREED in record["note"]:
        return figure._replace(measure_id=TARGET)
    return figure


def _listed(found: Figure | str | None, key: tuple[str, ...]) -> Figure | str:
    if found is None:
        raise LayoutError(f"no mapping for {' / '.join(key)}: add it to transcribed_mapping")
    return found
