"""The standards a shortage is measured by; a new one is an entry here."""

from analysis import need
from analysis.standard import Basis, Standard

_ALL, _APPLICANTS, _TP = "all", "asylum_applicants", "temporary_protection"
_CHILDREN, _STATUS = "unaccompanied_children", "beneficiaries_of_protection"
_OWN = "No norm is published for this; the figure is Groundwork's starting point, to be edited."


def _need(need_id: str) -> Basis:
    if need_id in need.COMBINED:
        return Basis(need_id, need.COMBINED_LABELS[need_id], "need", need_id, _ALL)
    each = need.BY_ID[need_id]
    return Basis(need_id, each.label, "need", need_id, each.group_id)


def _figure(measure_id: str, group_id: str, label: str) -> Basis:
    return Basis(f"{measure_id}.{group_id}", label, "figure", measure_id, group_id)


_RESIDENTS = Basis("residents", "Residents on 1 January", "residents", "residents", "residents")

RECEPTION = (
    Standard(
        "place_each_applicant", "reception", _APPLICANTS, "A place for every applicant",
        (_need("asylum_pending"), _need("asylum_applied")), 1, "places",
        (("reception_places", _APPLICANTS), ("reception_places", _ALL)),
        note="Not every applicant asks for a place in reception: lower the figure to try that. "
        "No norm is published for this; the figure is Groundwork's starting point, to be edited.",
    ),
    Standard(
        "place_each_temporary", "reception", _TP, "A place for everyone under temporary protection",
        (_need("temporary_protection"),), 1, "places", (("reception_places", _TP),),
        note="Most people under temporary protection live in private homes: lower the figure to "
        "try that. No norm is published for this; the figure is Groundwork's starting point, to "
        "be edited.",
    ),
    Standard(
        "place_each_newcomer", "reception", _ALL, "A place for everyone in need of protection",
        (_need("pending_and_temporary"), _need("all_protection")), 1, "places",
        (("reception_places", _ALL),), note=_OWN,
    ),
    Standard(
        "occupancy", "reception", _ALL, "Occupancy of 90 people per 100 places",
        (_figure("people_hosted_persons", _ALL, "People hosted"),
         _figure("people_hosted_persons", _APPLICANTS, "Asylum applicants hosted")),
        90, "places", (("reception_places", _ALL), ("reception_places", _APPLICANTS)),
        per=100, per_label="100 places", inverse=True,
        benchmark_id="fi_target_occupancy_reception",
        note="Finland's aim, applied to every territory.",
    ),
    Standard(
        "task_nl", "reception", _APPLICANTS, "Netherlands: the provincial task",
        (_figure("reception_target_places", _APPLICANTS, "Places asked for"),), 1, "places",
        (("committed_places", _APPLICANTS),), "commitment", per_label="place asked for",
        countries=("NL",), max_days_apart=300,
        note="Places promised in provincial reports are not places that exist.",
    ),
    Standard(
        "quota_at", "reception", _ALL, "Austria: the quota of basic care",
        (_figure("reception_target_places", _ALL, "People to be received"),), 1, "people",
        (("people_hosted_persons", _ALL),), "use", per_label="person to be received",
        countries=("AT",), published=("basic_care_quota_percent", _ALL),
        published_label="per cent of the quota fulfilled", max_days_apart=31,
    ),
    Standard(
        "settlement", "reception", _STATUS, "People to be settled within the year",
        (_figure("reception_target_places", _STATUS, "People to be settled"),), 1, "people",
        (("settlement_commitment_persons", _STATUS),), "commitment",
        per_label="person to be settled",
        note="Sweden, Denmark and others assign people to municipalities; only places that "
        "municipalities decided are held against them.",
    ),
    Standard(
        "floor_area", "reception", _APPLICANTS, "France: 7.5 m² of floor for a person",
        (_need("asylum_pending"),), 7.5, "m²", (), per_label="person",
        benchmark_id="fr_min_floor_area_per_person_reception", countries=("FR",),
    ),
)  # fmt: skip

CHILDREN = (
    Standard(
        "children_es", "reception", _CHILDREN, "Spain: 32.6 places per 100,000 residents",
        (_RESIDENTS,), 32.6, "places", (("unaccompanied_children_places", _CHILDREN),),
        per=100_000, per_label="100,000 residents", countries=("ES",),
        benchmark_id="es_uam_places_per_100000_inhabitants",
        published=("unaccompanied_children_to_create_places", _CHILDREN),
        published_label="places to create", max_days_apart=1500,
    ),
    Standard(
        "place_each_child", "reception", _CHILDREN, "A place for every unaccompanied child",
        (_need("unaccompanied_children"), _need("children_in_care")), 1, "places",
        (("unaccompanied_children_places", _CHILDREN), ("sai_places", _CHILDREN)),
        per_label="child", note=_OWN,
    ),
    Standard(
        "children_nl", "reception", _CHILDREN, "Netherlands: 8.5 % of the provincial task",
        (_figure("reception_target_places", _APPLICANTS, "Places asked for"),), 8.5, "places",
        (("committed_places", _CHILDREN),), "commitment", per=100,
        per_label="100 places of the task", benchmark_id="nl_uam_share_of_reception_task",
        countries=("NL",), max_days_apart=300,
    ),
)  # fmt: skip

_COURSES = "Course hours are counted for the people of the basis; nobody publishes hours given."


def _hours(benchmark_id: str, country: str, label: str, hours: float) -> Standard:
    """Course hours that a country's norm gives each participant."""
    service = "social_orientation" if "orientation" in benchmark_id else "language"
    service = "social_orientation" if "civic" in benchmark_id else service
    return Standard(
        benchmark_id, service, _STATUS, label, (_need("recognised"),), hours, "hours", (),
        per_label="participant", benchmark_id=benchmark_id, countries=(country,), note=_COURSES,
    )  # fmt: skip


COURSES = (
    Standard(
        "course_place_each", "language", _ALL, "A course place for everyone in need of protection",
        (_need("all_protection"),), 1, "places", (("language_course_places", _ALL),), note=_OWN,
    ),
    _hours("de_integration_course_language_hours", "DE", "Germany: 600 hours of language", 600),
    _hours("fr_language_training_hours_max", "FR", "France: 600 hours on the longest path", 600),
    _hours("dk_language_hours_refugees", "DK", "Denmark: 1,800 hours of language", 1800),
    _hours("se_language_hours_average", "SE", "Sweden: 525 hours of language", 525),
    _hours("de_integration_course_orientation_hours", "DE", "Germany: 100 hours of orientation",
           100),
    _hours("fr_civic_training_hours", "FR", "France: 24 hours of civic training", 24),
)  # fmt: skip

_STAFF = (
    ("lawyer", "Greece: a lawyer in every integration centre"),
    ("psychologist", "Greece: a psychologist in every integration centre"),
    ("social_worker", "Greece: a social worker in every integration centre"),
    ("intercultural_mediator", "Greece: an intercultural mediator in every integration centre"),
)
STAFF = tuple(
    Standard(
        f"staff_{who}", "social_orientation", _ALL, label,
        (_figure("integration_centres", _ALL, "Integration centres"),), 1, "posts", (),
        per_label="centre", benchmark_id=f"el_kem_staff_{who}", countries=("EL",),
    )
    for who, label in _STAFF
)  # fmt: skip


def _service(service: str, group_id: str, basis: str, measure_id: str, label: str) -> Standard:
    """A service whose users can write a norm: none is published."""
    return Standard(
        f"{service}_{group_id}",
        service,
        group_id,
        label,
        (_need(basis),),
        None,
        "places",
        ((measure_id, group_id),),
        note="No norm and hardly a capacity is published for this service: write your own.",
    )


_EVERYONE = "all_protection"
# service, group, need, measure of capacity, label
_PLACES = (
    ("housing", _ALL, _EVERYONE, "housing_places", "Housing places per person in need"),
    ("employment", _ALL, _EVERYONE, "employment_service_places",
     "Employment places per person in need"),
    ("education", _ALL, _EVERYONE, "education_places",
     "School and childcare places per person in need"),
    ("health", _ALL, _EVERYONE, "health_service_places", "Health care places per person in need"),
    ("mental_health", "victims_of_torture", "victims_of_torture", "mental_health_places",
     "Rehabilitation places per person in need"),
    ("legal_aid", _ALL, "asylum_pending", "legal_aid_places",
     "Legal aid places per person in need"),
    ("housing", "victims_of_trafficking", "victims_of_trafficking", "housing_places",
     "Shelter for victims of trafficking, places per person in need"),
    ("housing", "women_at_risk", "women_at_risk", "housing_places",
     "Shelter for women at risk, places per person in need"),
    ("social_orientation", "persons_with_disabilities", "persons_with_disabilities",
     "social_orientation_places",
     "Support for people with disabilities, places per person in need"),
    ("social_orientation", _ALL, _EVERYONE, "social_orientation_places",
     "Orientation places per person in need"),
    ("social_participation", _ALL, _EVERYONE, "social_participation_places",
     "Places to take part per person in need"),
    ("digital", _ALL, _EVERYONE, "digital_service_places",
     "Digital service places per person in need"),
)  # fmt: skip
SERVICES = tuple(_service(*each) for each in _PLACES)

STANDARDS: tuple[Standard, ...] = (*RECEPTION, *CHILDREN, *COURSES, *STAFF, *SERVICES)
BY_ID = {standard.standard_id: standard for standard in STANDARDS}
