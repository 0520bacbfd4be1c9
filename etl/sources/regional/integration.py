"""Integration centres, courses and therapy by region: most are presence, not capacity.

Decisions: a count of a region's centres is presence; a row that names one centre in one city is
a service point, its coordinates the city's. Centres that are planned, or of which only an old
list tells, are set aside. People who start a course in a year and contracts signed are flows.
"""

from etl.sources.regional.reasons import SITE
from etl.sources.transcribed_mapping import ByNote, Meanings
from etl.sources.transcribed_places import Place
from etl.sources.transcribed_rows import PLANNED, Aside, Figure

_CENTRES = Figure("integration_centres")
_OLD_LIST = Aside("an old list, not a current register")
_ONE_PROGRAMME = Aside("users of one programme in one month")
_LEAVING_OUT_A_CITY = Aside("the region without its largest city, which counts apart")
_BRANCH = Aside("a branch of a centre that is in the table of services")
_UNDATED = Aside("a centre that opened in a year the page does not give")


def _centre(label: str) -> Place:
    """A service point that helps newcomers find their way."""
    return Place(label, "social_orientation", counts_for_region=False)


_NAMED = ByNote(
    (
        ("CIC planned", PLANNED),
        ("^OLD|not a current register", _OLD_LIST),
        ("year not in the excerpt", _UNDATED),
        ("branch of CPIC", _BRANCH),
        ("CIC operating", _centre("Foreigners' integration centre (CIC)")),
        ("ADRA", _centre("ADRA integration centre")),
    ),
    _centre("Integration centre"),
)

MEANINGS: Meanings = {
    ("integration_centres_count", "service", "all", "centres"): ByNote(
        (("status: planned", PLANNED),), _CENTRES
    ),
    ("integration_centres_count", "service", "all", "sites"): Figure("advice_offices"),
    ("integration_centre", "service", "all", "centre"): _NAMED,
    ("language_services_count", "service", "all", "centres"): Figure("language_providers"),
    ("torture_rehab_centres", "capacity", "all", "centres"): ByNote(
        (("network centres", SITE),), Figure("rehabilitation_centres", "victims_of_torture")
    ),
    ("integration_course_places", "capacity", "all", "places"): Figure("language_course_places"),
    ("integration_course_participants", "use", "all", "persons"): ByNote(
        (
            ("excludes the city", _LEAVING_OUT_A_CITY),
            ("new participants", Figure("integration_course_starters_persons")),
            (r"contracts \(CIR\)", Figure("integration_contracts")),
        )
    ),
    ("integration_course_participants", "use", "all", "course places used"): Figure(
        "language_course_taken_places"
    ),
    ("integration_programme_users", "use", "all", "persons"): _ONE_PROGRAMME,
}
