"""Integration centres, courses and therapy by region: most are presence, not capacity.

Decisions: a count of a region's centres is presence; a row that names one centre in one city is
a site and set aside, since its point is the city's, recalled by the transcriber. People who
start a course in a year and contracts signed are flows.
"""

from etl.sources.regional.reasons import FLOW, PLANNED, SITE
from etl.sources.transcribed_mapping import Aside, ByNote, Figure, Meanings

_STARTS = Figure("integration_course_participants_persons", "all")
_ONE_PROGRAMME = "users of one programme in one month"
_LEAVING_OUT_A_CITY = "the region without its largest city, which counts apart"

MEANINGS: Meanings = {
    ("integration_centres_count", "service", "all", "centres"): ByNote(
        (("status: planned", Aside(PLANNED)),), Figure("integration_centres", "all")
    ),
    ("integration_centres_count", "service", "all", "sites"): Figure("integration_centres", "all"),
    ("integration_centre", "service", "all", "centre"): Aside(SITE),
    ("language_services_count", "service", "all", "centres"): Figure("language_centres", "all"),
    ("torture_rehab_centres", "capacity", "all", "centres"): Figure(
        "torture_rehabilitation_centres", "victims_of_torture"
    ),
    ("integration_course_places", "capacity", "all", "places"): Figure(
        "integration_course_places", "all"
    ),
    ("integration_course_participants", "use", "all", "persons"): ByNote(
        (
            ("excludes the city", Aside(_LEAVING_OUT_A_CITY)),
            ("new participants", _STARTS),
            (r"contracts \(CIR\)", Figure("integration_contracts_persons", "all")),
        )
    ),
    ("integration_course_participants", "use", "all", "course places used"): Aside(FLOW),
    ("integration_programme_users", "use", "all", "persons"): Aside(_ONE_PROGRAMME),
}
