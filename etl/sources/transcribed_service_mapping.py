"""What each row of the transcribed service tables is, by measure, group and unit.

Service points that exist are kind `presence`, apart from course places (capacity), people
served (use) and people to be served (need, target). The pages count with units of their own:
the unit decides which measure a row is of, and a combination that is not listed raises
LayoutError, so that drift in a file is noticed.
"""

from collections.abc import Mapping

from etl.reading import LayoutError, Record
from etl.sources.transcribed_places import Place
from etl.sources.transcribed_rows import ONE_SITE, Aside, Figure

Key = tuple[str, str, str]
Meaning = tuple[Figure | Place | Aside, ...]


_ORIENTATION = "social_orientation"
# The lists of these centres are not whole: a centre says nothing of how many its region has.
_REHABILITATION = Place(
    "Rehabilitation centre for victims of torture",
    "mental_health",
    groups="victims_of_torture",
    publish_level="nuts3",
    counts_for_region=False,
)
_CENTRES = Figure("integration_centres")
_COURSES = Figure("integration_course_persons")
_LANGUAGE = Figure("language_course_persons")
_REFUGEES, _UKRAINE = "beneficiaries_of_protection", "temporary_protection"
_SHARE = Aside("a share of a total that is published elsewhere or not at all")
_PART = Aside("a part of an offer whose whole is not given")
_NOT_PERSONS = Aside("cases, exams or attendances: neither places nor persons")
_TO_COME = Aside("places to be added, not the total asked for")
_OFFERED = Aside("places offered, neither asked for nor open")
_NETWORK = Aside("another network than the one counted as the country's")
_HUMANITARIAN = Figure("humanitarian_reception_places")

# services.csv, which has no groups.
_SERVICES: dict[Key, Meaning] = {
    ("integration_centre_network", "", "regional centre"): (
        _CENTRES, Place("Centre for the support of foreigners", _ORIENTATION),
    ),
    ("migrant_integration_centre_KEM", "", "municipality with a KEM"): (
        Place("Migrant integration centre (KEM)", _ORIENTATION),
    ),
    ("KEM_users", "", "persons"): (Figure("counselled_persons"),),
    ("KEM_centres", "", "centres"): (_CENTRES,),
    ("OIF_integration_centre", "", "centre"): (
        _CENTRES, Place("ÖIF integration centre", _ORIENTATION),
    ),
    ("OIF_rural_advice_points", "", "points"): (Figure("advice_offices"),),
    ("OIF_german_course_places", "", "places"): (Figure("language_course_places"),),
    ("OIF_german_exams", "", "exams"): (_NOT_PERSONS,),
    ("OIF_consultations_12_months", "", "consultations"): (Figure("advice_contacts"),),
    ("OIF_integration_declarations_share", "", "percent"): (_SHARE,),
    ("centre_for_integration_of_foreigners_CIC", "", "centre"): (
        Place("Foreigners' integration centre (CIC)", _ORIENTATION),
    ),
    ("CIC_planned", "", "centres"): (Aside("planned, not open"),),
    ("CIC_voivodeships_withdrawn", "", "voivodeships"): (
        Aside("regions that withdrew from a plan, not a service"),
    ),
    ("CLAIM_centres", "", "centres"): (_CENTRES,),
    ("CLAIM_consultations", "", "consultations"): (Figure("advice_contacts"),),
    ("national_integration_centre_CNAIM", "", "centre"): (
        Place("National integration centre (CNAIM)", _ORIENTATION),
    ),
    ("local_integration_centre_CLAIM", "", "centre"): (
        Place("Local integration centre (CLAIM)", _ORIENTATION),
    ),
    ("CLAIM_operations_approved_AMIF", "", "centres"): (_PART,),
    ("torture_treatment_centres_PSZ", "", "centres"): (
        Figure("rehabilitation_centres", "victims_of_torture"),
    ),
    ("PSZ_clients", "", "persons"): (Figure("rehabilitation_persons", "victims_of_torture"),),
    ("PSZ_rejected_for_capacity", "", "persons"): (
        Figure("rehabilitation_refused_persons", "victims_of_torture"),
    ),
    ("integration_course_new_participants", "", "persons"): (
        Figure("integration_course_starters_persons"),
    ),
    ("integration_course_starters", "", "persons"): (
        Figure("integration_course_starters_persons"),
    ),
    ("integration_course_entitlements", "", "entitlements"): (
        Figure("integration_course_entitlements"),
    ),
}  # fmt: skip

_CENTRE_UNITS = ("centre", "office", "directorate", "one-stop shop")
_KEY = Figure("koenigstein_key_percent", "asylum_applicants")

# services_south_east_funds.csv
_SOUTH_EAST: dict[Key, Meaning] = {
    ("uam_persons", "unaccompanied_children", "persons"): (
        Figure("unaccompanied_children_applicants_persons", "unaccompanied_children"),
    ),
    ("uam_places", "unaccompanied_children", "places"): (
        Figure("unaccompanied_children_places", "unaccompanied_children"),
    ),
    ("distribution_key_pct", "asylum_applicants", "percent"): (_KEY,),
    ("distribution_key_pct", "GWK_key_by_key_year", "percent"): (_KEY,),
    ("reception_places", "humanitarian_arrivals", "places"): (_HUMANITARIAN,),
    ("reception_persons", "humanitarian_arrivals", "persons"): (
        Figure("humanitarian_accommodated_persons"),
    ),
    ("reception_target_places", "humanitarian_arrivals", "places"): (_TO_COME,),
    ("reception_target_places", "asylum_applicants", "places"): (Aside("planned, not open"),),
    ("reception_target_places", "asylum_applicants_state_centres", "places"): (_TO_COME,),
    ("reception_places", "state_system", "places"): (_OFFERED,),
    ("reception_places", "regions_and_municipalities", "places"): (_OFFERED,),
    ("reception_persons", "all", "persons"): (Figure("people_hosted_persons"),),
    ("sai_projects", "all", "projects"): (Figure("sai_projects"),),
    ("reception_places", "SAI", "places"): (Figure("sai_places"),),
    ("reception_persons", "SAI_all", "persons"): (Figure("sai_accommodated_persons"),),
    ("reception_persons", "SAI_unaccompanied_children", "persons"): (
        Figure("sai_accommodated_persons", "unaccompanied_children"),
    ),
    ("reception_persons", "SAI_ordinary", "persons"): (Aside("a part of a published total"),),
    ("reception_persons", "SAI_special_needs", "persons"): (Aside("a part of a published total"),),
    ("reception_places_sai_share_pct", "all", "percent"): (_SHARE,),
    ("reception_places_government_share_pct", "all", "percent"): (_SHARE,),
    ("integration_centre_consultations", "all", "consultations"): (ONE_SITE,),
    ("integration_centres_count", "all", "centres"): (_CENTRES,),
    ("integration_centres_count", "all", "municipalities with a CLAIM"): (_PART,),
    ("integration_centres_count", "all", "towns"): (_CENTRES,),
    ("integration_centres_count", "CIC", "centres"): (_CENTRES,),
    ("integration_centres_count", "Caritas", "centres"): (_NETWORK,),
    ("integration_centres_count", "IOM", "centres"): (_NETWORK,),
    ("integration_centre_users", "all", "persons"): (Figure("counselled_persons"),),
    ("integration_course_participants", "beneficiaries_of_protection", "persons"): (
        Figure("integration_course_persons", _REFUGEES),
    ),
    ("integration_course_participants", "third_country_nationals", "persons"): (
        Figure("integration_course_persons", "non_eu_citizens"),
    ),
    ("ukrainian_citizens_share_pct", "all", "percent"): (
        Figure("ukrainian_citizens_share_percent"),
    ),
    ("temporary_protection_persons", "temporary_protection", "persons"): (
        Figure("temporary_protection_persons", _UKRAINE),
    ),
}  # fmt: skip

# services_west_north.csv
_WEST_NORTH: dict[Key, Meaning] = {
    ("integration_centres_count", "all", "teams"): (Figure("integration_teams"),),
    ("integration_centres_count", "all", "offices"): (_CENTRES,),
    ("integration_centres_count", "all", "territorial directorates"): (_CENTRES,),
    **{
        ("integration_centre", group, unit): (Place("Integration centre", _ORIENTATION, open_to),)
        for group, open_to in (("all", None), (_REFUGEES, _REFUGEES))
        for unit in (*_CENTRE_UNITS, "hub")
    },
    ("integration_centre_target_persons", _REFUGEES, "persons"): (
        Figure("advice_target_persons", _REFUGEES),
    ),
    ("integration_projects_count", "all", "projects"): (Figure("integration_projects"),),
    ("counselling_persons", "all", "persons"): (Figure("counselled_persons"),),
    ("counselling_persons", "all", "new customers"): (Figure("employment_advice_persons"),),
    ("counselling_persons", "all", "cases"): (_NOT_PERSONS,),
    ("counselling_persons", _REFUGEES, "persons"): (Figure("counselled_persons", _REFUGEES),),
    ("counselling_persons", _REFUGEES, "service users"): (
        Figure("employment_advice_persons", _REFUGEES),
    ),
    ("counselling_persons", "young_migrants_12_27", "persons"): (
        Figure("counselled_persons", "young_migrants"),
    ),
    ("counselling_contacts", "all", "contacts"): (Figure("advice_contacts"),),
    ("counselling_contacts", "all", "consultations"): (Figure("employment_advice_contacts"),),
    ("counselling_contacts", _UKRAINE, "calls"): (Figure("advice_contacts", _UKRAINE),),
    ("counselling_centres_count", "all", "advice offices"): (Figure("advice_offices"),),
    ("counselling_centres_count", "all", "contact point"): (Figure("advice_offices"),),
    ("counselling_centres_count", "all", "localities"): (Figure("advice_localities"),),
    ("counselling_centres_count", "young_migrants_12_27", "youth migration services"): (
        Figure("advice_offices", "young_migrants"),
    ),
    ("counselling_centres_count", _REFUGEES, "departments"): (
        Figure("refugee_guidance_departments", _REFUGEES),
    ),
    ("counselling_centres_count", _REFUGEES, "AGIR programme"): (
        Figure("refugee_guidance_departments", _REFUGEES),
    ),
    ("coordination_bodies_count", "all", "employment areas"): (
        Figure("integration_authorities"),
    ),
    ("legal_aid_services_count", "asylum_applicants", "legal advice office"): (
        Figure("legal_advice_offices", "asylum_applicants"),
    ),
    ("employment_services_count", "all", "recognition advice unit"): (
        Figure("recognition_advice_offices"),
        Place("Advice on the recognition of qualifications", "employment"),
    ),
    ("employment_services_count", "all", "IQ Land network"): (Figure("employment_networks"),),
    ("employment_services_count", "all", "IQ regional integration networks"): (
        Figure("employment_networks"),
    ),
    ("employment_services_count", "all", "cities"): (Figure("employment_service_localities"),),
    ("employment_services_count", _REFUGEES, "programme region"): (
        Figure("employment_programmes", _REFUGEES),
    ),
    ("language_providers_count", "all", "education and training boards"): (
        Figure("language_providers"),
    ),
    ("language_providers_count", "all", "providers with a State grant"): (
        Figure("language_providers"),
    ),
    ("language_providers_count", _UKRAINE, "language schools"): (
        Figure("language_providers", _UKRAINE),
    ),
    ("language_services_count", "all", "course sites"): (Figure("language_course_sites"),),
    ("language_services_count", "all", "schools"): (Figure("language_course_sites"),),
    ("integration_course_participants", "all", "beneficiaries"): (_LANGUAGE,),
    ("integration_course_participants", "resettled", "beneficiaries"): (
        Figure("language_course_persons", "resettled"),
    ),
    ("integration_course_participants", "all", "participants"): (_COURSES,),
    ("integration_course_participants", _UKRAINE, "participants"): (
        Figure("integration_course_persons", _UKRAINE),
    ),
    ("integration_course_participants", "all", "places taken up"): (
        Figure("language_course_taken_places"),
    ),
    ("integration_course_participants", _UKRAINE, "persons"): (
        Figure("language_course_persons", _UKRAINE),
    ),
    ("integration_course_participants", "all", "contracts (CIR)"): (
        Figure("integration_contracts"),
    ),
    ("integration_course_participants", _REFUGEES, "contracts (CIR)"): (
        Figure("integration_contracts", _REFUGEES),
    ),
    ("integration_course_participants", "all", "learners"): (_LANGUAGE,),
    ("integration_course_participants", "all", "students"): (_LANGUAGE,),
    ("integration_course_participants", "all", "students (monthly average)"): (_PART,),
    ("integration_course_completions", "all", "certificates"): (
        Figure("integration_certificates"),
    ),
    ("integration_course_places_shortfall", "all", "places"): (_PART,),
    ("integration_course_places", "all", "places per year"): (_PART,),
    ("integration_course_places", "all", "persons per year"): (_PART,),
    ("integration_course_places", "all", "language course places"): (_PART,),
    ("integration_course_places", _UKRAINE, "places"): (
        Figure("integration_course_places", _UKRAINE),
    ),
    ("integration_obliged_persons", "all", "persons"): (Figure("integration_obliged_persons"),),
    ("integration_obliged_persons", _REFUGEES, "persons"): (
        Figure("integration_obliged_persons", _REFUGEES),
    ),
    ("digital_service", "all", "service"): (
        Figure("digital_services"), Place("Digital service", "digital", mode="digital"),
    ),
    ("digital_service", _REFUGEES, "service"): (Figure("digital_services", _REFUGEES),),
    ("digital_service", "all", "towns and districts"): (Figure("digital_service_localities"),),
    ("digital_service", "all", "Land with an Integreat app"): (Figure("digital_services"),),
    ("digital_service_users", "all", "course attendances"): (
        Figure("digital_course_attendances"),
    ),
    ("digital_service_users", "all", "learners"): (Figure("digital_learners_persons"),),
    ("digital_service_users", "all", "accesses in 12 months"): (
        Figure("digital_service_accesses"),
    ),
    ("digital_service_users", "all", "page views"): (Figure("digital_service_views"),),
    **{
        ("torture_rehab_centres", "all", unit): (
            Figure("rehabilitation_centres", "victims_of_torture"), _REHABILITATION,
        )
        for unit in ("centre", "centres", "clinics", "site", "psychosocial centres")
    },
    **{
        ("torture_rehab_persons", "all", unit): (
            Figure("rehabilitation_persons", "victims_of_torture"),
        )
        for unit in ("persons", "persons per year", "patients", "patients per year")
    },
    ("torture_rehab_waiting_persons", "all", "persons"): (ONE_SITE,),
    ("torture_rehab_places", "all", "patients per year"): (ONE_SITE,),
    **{
        ("mental_health_services_count", "all", unit): (
            Figure("mental_health_resource_centres"),
            Place("Resource centre for professionals", "mental_health"),
        )
        for unit in ("regional resource centre", "regional resource centres")
    },
}  # fmt: skip

_ALL: Mapping[Key, Meaning] = _SERVICES | _SOUTH_EAST | _WEST_NORTH

# One measure name, group and unit that means another quantity in some countries.
_OF_COUNTRY: dict[tuple[str, Key], Meaning] = {
    ("BE", ("integration_course_participants", "all", "persons")): (_COURSES,),
    ("IS", ("integration_course_participants", "all", "persons")): (_LANGUAGE,),
    ("BE2", ("integration_course_participants", "all", "persons")): (_LANGUAGE,),
    ("FI", ("integration_course_participants", "all", "students")): (_PART,),
    ("AT", ("counselling_persons", "all", "persons")): (Figure("employment_advice_persons"),),
    ("FRJ", ("counselling_persons", "all", "persons")): (Figure("advice_target_persons"),),
    ("LV", ("counselling_contacts", "all", "consultations")): (Figure("advice_contacts"),),
}


def meaning_of(record: Record) -> Meaning:
    """What a row is; raises LayoutError for a combination that is not listed."""
    key = (record["measure"], record.get("group", ""), record["unit"])
    code = record["territory_code"]
    own = _OF_COUNTRY.get((code, key)) or _OF_COUNTRY.get((code[:2], key)) or _ALL.get(key)
    if own is None:
        raise LayoutError(f"no mapping for {' / '.join(key)}: add it to this table")
    return own
