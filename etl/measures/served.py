"""Services besides reception: whom they serve and who needs them.

Each page counts with units of its own, and a unit is a measure here.
"""

from etl.measures.measure import Measure

_ORIENTATION = "social_orientation"


def _use(measure_id: str, label: str, unit: str, domain: str, about: str) -> Measure:
    """A measure of what was used in the period: a flow unless it says otherwise."""
    return Measure(measure_id, label, unit, "use", domain, "neutral", about)


def _need(measure_id: str, label: str, unit: str, domain: str, about: str) -> Measure:
    """A measure of who needs a service."""
    return Measure(measure_id, label, unit, "need", domain, "neutral", about)


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

MEASURES: tuple[Measure, ...] = (*_SERVED, *_ASKED)
