"""Services besides reception: what exists and what it can take.

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

MEASURES: tuple[Measure, ...] = (*_PRESENCE, *_CAPACITY)
