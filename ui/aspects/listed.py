"""The aspects there are, by area of the Action Plan; a new one is an entry here."""

from collections.abc import Mapping

from ui.aspects.aspect import CONTEXT, Aspect, Better

_MORE: Better = "more"
_LESS: Better = "less"
_COVERED = "% of what is asked for"


def _covered(aspect_id: str, area: str, label: str, about: str, **filters: str) -> Aspect:
    """A service's capacity as a share of what a benchmark asks for, as on the page Gaps."""
    return Aspect(aspect_id, area, label, _COVERED, _MORE, about, "gaps", filters, 100.0)


def _service(service: str, label: str, by: str = "") -> Aspect:
    return _covered(
        f"covered_{service}", "services", label,
        "Places against people in need of protection, by the benchmark of the page Gaps.",
        service=service, whom="all", by=by or f"{service}_all",
    )  # fmt: skip


def _group(service: str, whom: str, label: str) -> Aspect:
    return _covered(
        f"covered_{whom}", "protection", label,
        "Places against people counted in the group, by the benchmark of the page Gaps.",
        service=service, whom=whom, by=f"{service}_{whom}",
    )  # fmt: skip


ASPECTS: tuple[Aspect, ...] = (
    _covered(
        "covered_all", "reception", "Reception: places for all newcomers",
        "Reception places against pending applicants and people with temporary protection.",
        service="reception", whom="all", by="place_each_newcomer",
    ),
    _covered(
        "covered_applicants", "reception", "Reception: places for asylum applicants",
        "Reception places open to applicants against applicants whose case is pending.",
        service="reception", whom="asylum_applicants", by="place_each_applicant",
    ),
    Aspect(
        "places_per_1000", "reception", "Reception places", "per 1,000 residents", _MORE,
        "Reception places at the latest date published.", "figures",
        {"short": "places", "whom": "reception"},
    ),
    _covered(
        "covered_unaccompanied_children", "protection", "Unaccompanied children: places",
        "Places for unaccompanied children against children counted.",
        service="reception", whom="unaccompanied_children", by="place_each_child",
    ),
    _group("mental_health", "victims_of_torture", "Victims of torture: rehabilitation places"),
    _group("housing", "victims_of_trafficking", "Victims of trafficking: shelter places"),
    _group("housing", "women_at_risk", "Women at risk: shelter places"),
    _service("language", "Language courses", "course_place_each"),
    _service("housing", "Housing"),
    _service("employment", "Help to find work"),
    _service("education", "School and childcare"),
    _service("health", "Health care"),
    _service("legal_aid", "Legal aid"),
    _service("social_orientation", "Orientation"),
    _service("social_participation", "Ways to take part"),
    Aspect(
        "hospital_far", "services", "Residents farther than 20 km from a hospital",
        "% of residents", _LESS, "As the crow flies, from the cells people live in.",
        "figures", {"short": "hospital", "km": "20"},
    ),
    Aspect(
        "places_to_move", "equality", "Reception places in the wrong part of the territory",
        "% of its places", _LESS,
        "The share that would have to move for each part to hold as large a share of the places "
        "as of the need (Hoover's index).",
        "gaps", {"service": "reception", "whom": "all", "by": "place_each_newcomer"},
    ),
    Aspect(
        "actor_types", "partnership", "Types of organisations at work", "of 7 types", _MORE,
        "Public bodies, associations, refugee-led groups, employers, faith groups, universities, "
        "volunteers. Types nobody lists may be there: then it is an interval.",
        "partnership", {"view": "missing"},
    ),
    Aspect(
        "newcomer_seats", "partnership", "Newcomers' seats where it is decided", "% of seats",
        _MORE, "Seats held by newcomers in the territory's own bodies.",
        "partnership", {"view": "seats"},
    ),
    Aspect(
        "sponsored", "sponsorship", "Arrivals through community sponsorship",
        "per 100,000 residents", _MORE, "All years a source counts, schemes together.",
        "sponsorship", {"show": "arrivals", "pathway": "community_sponsorship"},
    ),
    Aspect(
        "fund_each", "funds", "EU money for one applicant", "EUR", _MORE,
        "The fund and period that the page Funds opens with.", "funds", {"against": "applicants"},
    ),
    Aspect(
        "language_left_out", "digital", "Newcomers no known digital service speaks to",
        "% of newcomers", _LESS,
        "By the languages of their countries of origin and those of known services.",
        "digital", {"view": "languages"},
    ),
    Aspect(
        "temporary_per_1000", CONTEXT, "People with temporary protection",
        "per 1,000 residents", "", "At the end of the latest period published.",
        "figures", {"short": "need", "whom": "temporary_protection"},
    ),
    Aspect(
        "hosted_per_1000", CONTEXT, "People hosted in reception", "per 1,000 residents", "",
        "People present, which is not the same as places.",
        "figures", {"short": "hosted", "whom": "reception"},
    ),
)  # fmt: skip
BY_ID: Mapping[str, Aspect] = {aspect.aspect_id: aspect for aspect in ASPECTS}
