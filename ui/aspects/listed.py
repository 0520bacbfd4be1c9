"""The aspects there are, by area of the Action Plan; a new one is an entry here."""

from collections.abc import Mapping

from ui.aspects.aspect import CONTEXT, Aspect, Better
from ui.language import later

_MORE: Better = "more"
_LESS: Better = "less"
_PER_1000 = later("per 1,000 residents")
_COVERED = later("% of what is asked for")


def _covered(aspect_id: str, area: str, label: str, about: str, **filters: str) -> Aspect:
    """A service's capacity as a share of what a benchmark asks for, as on the page Gaps."""
    return Aspect(aspect_id, area, label, _COVERED, _MORE, about, "gaps", filters, 100.0)


def _service(service: str, label: str, by: str = "") -> Aspect:
    return _covered(
        f"covered_{service}", "services", label,
        later(
            "Places against people in need of protection, by the benchmark of the page "
            "Gaps."
        ),
        service=service, whom="all", by=by or f"{service}_all",
    )  # fmt: skip


def _group(service: str, whom: str, label: str) -> Aspect:
    return _covered(
        f"covered_{whom}", "protection", label,
        later("Places against people counted in the group, by the benchmark of the page Gaps."),
        service=service, whom=whom, by=f"{service}_{whom}",
    )  # fmt: skip


ASPECTS: tuple[Aspect, ...] = (
    _covered(
        "covered_all", "reception", later("Reception: places for all newcomers"),
        later(
            "Reception places against pending applicants and people with temporary "
            "protection."
        ),
        service="reception", whom="all", by="place_each_newcomer",
    ),
    _covered(
        "covered_applicants", "reception", later("Reception: places for asylum applicants"),
        later("Reception places open to applicants against applicants whose case is pending."),
        service="reception", whom="asylum_applicants", by="place_each_applicant",
    ),
    Aspect(
        "places_per_1000", "reception", later("Reception places"), _PER_1000, _MORE,
        later("Reception places at the latest date published."), "figures",
        {"short": "places", "whom": "reception"},
    ),
    _covered(
        "covered_unaccompanied_children", "protection", later("Unaccompanied children: places"),
        later("Places for unaccompanied children against children counted."),
        service="reception", whom="unaccompanied_children", by="place_each_child",
    ),
    _group(
        "mental_health", "victims_of_torture",
        later("Victims of torture: rehabilitation places"),
    ),
    _group("housing", "victims_of_trafficking", later("Victims of trafficking: shelter places")),
    _group("housing", "women_at_risk", later("Women at risk: shelter places")),
    _service("language", later("Language courses"), "course_place_each"),
    _service("housing", later("Housing")),
    _service("employment", later("Help to find work")),
    _service("education", later("School and childcare")),
    _service("health", later("Health care")),
    _service("legal_aid", later("Legal aid")),
    _service("social_orientation", later("Orientation")),
    _service("social_participation", later("Ways to take part")),
    Aspect(
        "hospital_far", "services", later("Residents farther than 20 km from a hospital"),
        later("% of residents"), _LESS, later("As the crow flies, from the cells people live in."),
        "figures", {"short": "hospital", "km": "20"},
    ),
    Aspect(
        "places_to_move", "equality", later("Reception places in the wrong part of the territory"),
        later("% of its places"), _LESS,
        later(
            "The share that would have to move for each part to hold as large a share of "
            "the places as of the need (Hoover's index)."),
        "gaps", {"service": "reception", "whom": "all", "by": "place_each_newcomer"},
    ),
    Aspect(
        "actor_types", "partnership", later("Types of organisations at work"), later("of 7 types"),
        _MORE,
        later(
            "Public bodies, associations, refugee-led groups, employers, faith groups, "
            "universities, volunteers. Types nobody lists may be there: then it is an "
            "interval."),
        "partnership", {"view": "missing"},
    ),
    Aspect(
        "newcomer_seats", "partnership", later("Newcomers' seats where it is decided"),
        later("% of seats"),
        _MORE, later("Seats held by newcomers in the territory's own bodies."),
        "partnership", {"view": "seats"},
    ),
    Aspect(
        "sponsored", "sponsorship", later("Arrivals through community sponsorship"),
        later("per 100,000 residents"), _MORE,
        later("All years a source counts, schemes together."),
        "sponsorship", {"show": "arrivals", "pathway": "community_sponsorship"},
    ),
    Aspect(
        "fund_each", "funds", later("EU money for one applicant"), "EUR", _MORE,
        later("The fund and period that the page Funds opens with."), "funds",
        {"against": "applicants"},
    ),
    Aspect(
        "language_left_out", "digital", later("Newcomers no known digital service speaks to"),
        later("% of newcomers"), _LESS,
        later("By the languages of their countries of origin and those of known services."),
        "digital", {"view": "languages"},
    ),
    Aspect(
        "temporary_per_1000", CONTEXT, later("People with temporary protection"),
        _PER_1000, "", later("At the end of the latest period published."),
        "figures", {"short": "need", "whom": "temporary_protection"},
    ),
    Aspect(
        "hosted_per_1000", CONTEXT, later("People hosted in reception"), _PER_1000, "",
        later("People present, which is not the same as places."),
        "figures", {"short": "hosted", "whom": "reception"},
    ),
)  # fmt: skip
BY_ID: Mapping[str, Aspect] = {aspect.aspect_id: aspect for aspect in ASPECTS}
