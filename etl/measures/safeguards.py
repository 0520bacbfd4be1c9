"""Protection of vulnerable groups: services, guardians, staff, arrangements that last.

Hardly any of it is published by territory today. They are measures all the same, so that who
has the figures has where to put them. Each is counted for one group (`group_id`).
"""

from etl.measures.measure import Measure


def _measure(measure_id: str, label: str, unit: str, kind: str, about: str) -> Measure:
    better = "more_is_better" if kind in ("capacity", "presence") else "neutral"
    return Measure(measure_id, label, unit, kind, "reception", better, about)


MEASURES: tuple[Measure, ...] = (
    _measure(
        "protection_services",
        "Services for the group",
        "services",
        "presence",
        "Services (homes, shelters, centres) that take people of the group. Counts services, not "
        "what they can take; 0 is none, and an address is never part of it.",
    ),
    _measure(
        "protection_places",
        "Places in services that could take the group",
        "places",
        "capacity",
        "Places in services of the kind the group needs, reserved for it or not, taken by it or "
        "free.",
    ),
    _measure(
        "within_reach_percent",
        "People within reach of a service",
        "percent",
        "presence",
        "Share of the group's people who live within 50 km of a service that takes them.",
    ),
    _measure(
        "guardian_appointed_persons",
        "Children with a guardian",
        "persons",
        "use",
        "Unaccompanied children for whom a guardian or representative is appointed.",
    ),
    _measure(
        "residence_granted_persons",
        "People with a residence permit",
        "persons",
        "use",
        "People of the group who hold a residence permit of at least a year.",
    ),
    _measure(
        "after_care_persons",
        "Children with after-care agreed",
        "persons",
        "use",
        "Unaccompanied children for whom support beyond the eighteenth birthday is agreed.",
    ),
    _measure(
        "guardians_count",
        "Guardians of unaccompanied children",
        "guardians",
        "capacity",
        "Guardians or representatives appointed to unaccompanied children, in persons.",
    ),
    _measure(
        "social_workers_count",
        "Social workers in the group's services",
        "staff",
        "capacity",
        "Social workers who work in services for the group, in full-time equivalents.",
    ),
    _measure(
        "psychologists_count",
        "Psychologists in the group's services",
        "staff",
        "capacity",
        "Psychologists who work in services for the group, in full-time equivalents.",
    ),
)
