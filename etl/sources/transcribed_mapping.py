"""What each row of the transcribed reception files is: a figure of ours, or why it is none.

Two fixed tables and one list of remarks, all explicit. A combination of measure, kind, group
and unit that is not listed raises LayoutError, so that drift in a file is noticed.
"""

import re
from collections.abc import Mapping
from datetime import date
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
_FIRST_STAGE = "first stage of reception only"
_SITE = "a municipality, county or single site, not the region"
_PARTIAL = "a sub-total, not the whole territory"
_ONE_KIND = "one kind of place only, not all reception"
_COMMITTED = "places offered or committed, neither asked for nor open"
_FLOW = "a flow or a cumulative count, not a stock"
_CARE = "people counted by status or hosted privately, not in reception"
_MIXED = "groups counted together that are counted apart elsewhere"
_DEFINITIONS = "definitions differ between the regions of the set"
_LATER = "superseded by a later decision"
_NO_GROUP = "for a group that is not in the code list"
_NO_PERIOD = "no reference period"
_AGGREGATE = "an aggregate of countries"
_OLD_CODE = "county of NUTS 2016, before the mergers"
_NOT_NUTS = "code is not in NUTS 2021 or 2024"
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
        _COMMITTED
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
    ("planned_new_reception_places", "places"): _COMMITTED,
    # Netherlands
    ("asylum_reception_places", "places"): Figure(PLACES, "asylum_applicants"),
    ("provincial_task_reception_places", "places"): Figure(TARGET, "asylum_applicants"),
    ("provincial_task_UAM_places", "places"): _CHILDREN,
    ("reception_place_shortfall_vs_target", "places"): "a difference between two figures",
    ("spreidingswet_indicative_municipal_places", "places"): _SITE,
    ("spreidingswet_places_found", "places"): _COMMITTED,
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
    ("settlement_municipal_commitment", "persons"): _COMMITTED,
    # Ireland
    ("IPAS_residents", "persons"): Figure(HOSTED, "asylum_applicants"),
    ("IPAS_residents_with_status", "persons"): _PART,
    ("IPAS_centres", "centres"): _COUNT,
    # Germany and Spain: initial or first reception, before people move on
    ("first_time_asylum_applications", "applications"): _APPLICATIONS,
    ("initial_reception_capacity", "places"): _FIRST_STAGE,
    ("initial_reception_capacity_anchor_centres", "places"): _FIRST_STAGE,
    ("initial_reception_occupancy", "percent"): _RATIO,
    ("initial_reception_occupied", "persons"): _FIRST_STAGE,
    ("international_protection_reception_places", "places"): _FIRST_STAGE,
    ("refugees_in_state_accommodation", "persons"): _FIRST_STAGE,
    # Greece: the facilities of five islands
    ("RIC_CCAC_capacity", "places"): _SITE,
    ("RIC_CCAC_capacity_5_islands", "places"): _SITE,
    ("RIC_CCAC_occupancy", "persons"): _SITE,
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
    ("federal_asylum_centre_places_regular_planning", "places"): _FIRST_STAGE,
}  # fmt: skip

# Remarks in a row's note that keep it out, the first that fits; read with every note in hand.
# Case matters: MUNICIPAL marks a row of a municipality, "municipal reception" is a country's.
_REMARKS: tuple[tuple[str, str], ...] = (
    (_OLD_CODE, r"NUTS 2016"),
    (_SITE, r"MUNICIPAL|LOCAL AUTHORITY|island facilit|STATE-OWNED|ANKER"),
    (_SITE, r"county figure"),
    (_PARTIAL, r"PARTIAL(?! SET)|excl\. Corsica"),
    (_COMMITTED, r"PLANNED|agreement for two years|counted towards the task"),
    (_COMMITTED, r"offered by the municipalities"),
    (_FIRST_STAGE, r"state facilities|state accommodation|\(Land\) facilities|Länder on the page"),
    (_FIRST_STAGE, r"federal \(BBU\) facilities only|FEDERAL asylum|federal centres (only|\()"),
    (_ONE_KIND, r"SUBSET|MAINLAND|ESTIA|CADA places only|long-term places only"),
    (_ONE_KIND, r"EMERGENCY beds|emergency places|mobile camps|hotel scheme|collective centres"),
    (_ONE_KIND, r"contracted"),
    (_FLOW, r"FLOW|flow, not stock|cumulative|so far|part of the 22,370"),
    (_CARE, r"cantonal asylum system|all refugees in|in the care of the canton"),
    (_CARE, r"accommodated people from Ukraine|accommodation need|hosts who claim|private homes"),
    (_MIXED, r"applicants and beneficiaries|about 30,000 from Ukraine|adjusted settlement request"),
    (_DEFINITIONS, r"definitions differ between Länder, do not sum"),
    (_LATER, r"superseded in June"),
    (_NO_PERIOD, r"undated"),
)
# "Dublin (city and county)" is the region IE061; other counties are parts of theirs.
_COUNTY_IS_REGION = {("IE061", "Dublin (city and county)")}
# A French decree fixes places to be provided: asked for, not open.
_DECREED = "set by arrêté"


def figure_of(record: Record) -> Figure | str:
    """The figure a row is, or why it is none; LayoutError for a combination not listed."""
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


def why_left_out(record: Record, figure: Figure) -> str | None:
    """Why a row that is a figure is still not its territory's value; None where it is."""
    code = record["territory_code"]
    if code in ("EU", "OECD"):
        return _AGGREGATE
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", code):
        return _NOT_NUTS
    if record.get("city"):
        return _SITE
    whole_county = (code, record["territory_name"]) in _COUNTY_IS_REGION
    for why, remark in _REMARKS:
        if re.search(remark, record["note"]) and not (whole_county and remark == "county figure"):
            return why
    return None if period_of(record["period"], figure) else _NO_PERIOD


def period_of(text: str, figure: Figure) -> str | None:
    """The period as ISO 8601 year, month or day; None for a range or anything else.

    "(target)" after a date is taken off, and is only right with a target.
    """
    found = re.fullmatch(r"(\d{4}(?:-\d{2}){0,2})( \(target\))?", text)
    if found is None or (found[2] and figure.measure_id != TARGET):
        return None
    try:
        date.fromisoformat(found[1] + "-01-01"[len(found[1]) - 4 :])
    except ValueError:
        return None
    return found[1]
