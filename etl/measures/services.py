"""Services besides reception: what exists, what it can take, whom it serves, who needs it.

A service point that exists says nothing of how many people it can take: presence is not
capacity. Each page counts with units of its own, and a unit is a measure here.
"""

from etl.measures.measure import Measure

_COUNTS = "Counts points, not what they can take."


def _presence(measure_id: str, label: str, unit: str, domain: str, about: str) -> Measure:
    """A measure of service points that exist."""
    return Measure(
        measure_id, label, unit, "presence", domain, "more_is_better", f"{about} {_COUNTS}"
    )


def _use(measure_id: str, label: str, unit: str, domain: str, about: str) -> Measure:
    """A measure of what was used in the period: a flow unless it says otherwise."""
    return Measure(measure_id, label, unit, "use", domain, "neutral", about)


def _need(measure_id: str, label: str, unit: str, domain: str, about: str) -> Measure:
    """A measure of who needs a service."""
    return Measure(measure_id, label, unit, "need", domain, "neutral", about)


_ORIENTATION = "social_orientation"

_PRESENCE: tuple[Measure, ...] = (
    _presence(
        "integration_centres",
        "Integration centres",
        "centres",
        _ORIENTATION,
        "Centres of the integration network that the page counts; other networks are not in it.",
    ),
    _presence(
        "integration_teams",
        "Integration teams of local authorities",
        "teams",
        _ORIENTATION,
        "Local authorities' integration teams, one in each authority.",
    ),
    _presence(
        "integration_projects",
        "Integration projects",
        "projects",
        _ORIENTATION,
        "Projects that were selected for public funding in the year.",
    ),
    _presence(
        "integration_authorities",
        "Authorities responsible for integration",
        "authorities",
        _ORIENTATION,
        "Areas or municipalities that are responsible for integration services.",
    ),
    _presence(
        "advice_offices",
        "Advice offices for migrants",
        "offices",
        _ORIENTATION,
        "Offices or contact points of the advice network that the page counts.",
    ),
    _presence(
        "advice_localities",
        "Localities with multilingual advice",
        "localities",
        _ORIENTATION,
        "Municipalities that offer guidance in several languages.",
    ),
    _presence(
        "refugee_guidance_departments",
        "Departments with a one-stop programme for refugees",
        "departments",
        _ORIENTATION,
        "French departments in which the programme AGIR (work, housing, rights) runs.",
    ),
    _presence(
        "legal_advice_offices",
        "Legal advice offices for asylum applicants",
        "offices",
        "legal_aid",
        "Admitted legal advice offices responsible for the territory.",
    ),
    _presence(
        "recognition_advice_offices",
        "Offices advising on foreign qualifications",
        "offices",
        "employment",
        "Offices that advise on the recognition of qualifications; 0 is served from elsewhere.",
    ),
    _presence(
        "employment_networks",
        "Networks for access to work",
        "networks",
        "employment",
        "Regional networks for work, advice and qualification of newcomers.",
    ),
    _presence(
        "employment_programmes",
        "Employment programmes for refugees",
        "programmes",
        "employment",
        "Regions of a State programme that helps refugees into work.",
    ),
    _presence(
        "employment_service_localities",
        "Localities with a centre of expertise for work",
        "localities",
        "employment",
        "Cities with a centre of expertise on newcomers' skills and work.",
    ),
    _presence(
        "language_providers",
        "Language course providers",
        "providers",
        "language",
        "Schools, boards or companies that give the language courses the page is about.",
    ),
    _presence(
        "language_course_sites",
        "Language course sites",
        "sites",
        "language",
        "Places where courses of the national language are held.",
    ),
    _presence(
        "digital_services",
        "Digital services",
        "services",
        "digital",
        "Apps or websites for newcomers; the note names the languages.",
    ),
    _presence(
        "digital_service_localities",
        "Localities with an app of their own",
        "localities",
        "digital",
        "Towns and districts that run a local edition of an app for newcomers.",
    ),
    _presence(
        "rehabilitation_centres",
        "Rehabilitation centres for victims of torture",
        "centres",
        "mental_health",
        "Centres that treat survivors of torture and war.",
    ),
    _presence(
        "mental_health_resource_centres",
        "Resource centres on trauma and refugee health",
        "centres",
        "mental_health",
        "Centres that advise professionals; they do not treat.",
    ),
)

_CAPACITY: tuple[Measure, ...] = (
    Measure(
        "language_course_places",
        "Language course places",
        "places",
        "capacity",
        "language",
        "more_is_better",
        "Places in funded courses of the national language in the year.",
    ),
    Measure(
        "integration_course_places",
        "Integration course places",
        "places",
        "capacity",
        _ORIENTATION,
        "more_is_better",
        "Places in integration, adaptation or orientation courses in the year.",
    ),
)

_SERVED: tuple[Measure, ...] = (
    _use(
        "counselled_persons",
        "People advised",
        "persons",
        _ORIENTATION,
        "People advised or accompanied by integration and advice centres in the period.",
    ),
    _use(
        "advice_contacts",
        "Advice contacts",
        "contacts",
        _ORIENTATION,
        "Consultations or contacts in the period: a person may have several.",
    ),
    _use(
        "employment_advice_persons",
        "People advised on work or qualifications",
        "persons",
        "employment",
        "People advised on work or on recognition of qualifications in the period.",
    ),
    _use(
        "employment_advice_contacts",
        "Advice contacts on work or qualifications",
        "contacts",
        "employment",
        "Consultations on recognition and qualification in the period.",
    ),
    _use(
        "integration_course_persons",
        "Participants in integration courses",
        "persons",
        _ORIENTATION,
        "People in the country's own integration, orientation or introduction programme in the "
        "period; programmes differ between countries.",
    ),
    _use(
        "integration_course_starters_persons",
        "People who began an integration course",
        "persons",
        "language",
        "New participants of integration courses (language and orientation) in the period.",
    ),
    _use(
        "integration_contracts",
        "Integration contracts signed",
        "contracts",
        _ORIENTATION,
        "Republican integration contracts signed in the period (France).",
    ),
    _use(
        "integration_certificates",
        "Certificates of integration programmes",
        "certificates",
        _ORIENTATION,
        "Certificates given at the end of the integration programme in the period.",
    ),
    _use(
        "language_course_persons",
        "Participants in language courses",
        "persons",
        "language",
        "People in courses of the national language in the period.",
    ),
    _use(
        "language_course_taken_places",
        "Language course places taken up",
        "places",
        "language",
        "Course places used in the period: a person may use several.",
    ),
    _use(
        "digital_learners_persons",
        "Learners on a digital platform",
        "persons",
        "digital",
        "Registered learners of a free online course platform.",
    ),
    _use(
        "digital_course_attendances",
        "Attendances of online courses",
        "attendances",
        "digital",
        "Attendances of online language offers in the period: a person may have several.",
    ),
    _use(
        "digital_service_accesses",
        "Accesses to an app",
        "accesses",
        "digital",
        "Accesses to an app for newcomers in twelve months, not persons.",
    ),
    _use(
        "digital_service_views",
        "Page views of a website",
        "views",
        "digital",
        "Page views of a website for newcomers in the period, not persons.",
    ),
    _use(
        "rehabilitation_persons",
        "People treated in rehabilitation centres",
        "persons",
        "mental_health",
        "Clients of centres for survivors of torture and war in a year.",
    ),
)

_ASKED: tuple[Measure, ...] = (
    _need(
        "rehabilitation_refused_persons",
        "People turned away by rehabilitation centres",
        "persons",
        "mental_health",
        "People turned away for want of treatment places in a year.",
    ),
    _need(
        "integration_obliged_persons",
        "People who became obliged to integrate",
        "persons",
        _ORIENTATION,
        "Newcomers for whom the duty to follow an integration programme began in the year.",
    ),
    _need(
        "integration_course_entitlements",
        "Entitlements to an integration course",
        "entitlements",
        "language",
        "Entitlements or obligations to attend an integration course issued in the period.",
    ),
    Measure(
        "advice_target_persons",
        "People to be advised",
        "persons",
        "target",
        _ORIENTATION,
        "neutral",
        "People that funded projects or centres are asked to accompany.",
    ),
)

MEASURES: tuple[Measure, ...] = (*_PRESENCE, *_CAPACITY, *_SERVED, *_ASKED)
