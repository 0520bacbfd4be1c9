"""Integration: centres, courses, contracts."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "integration_centres",
        "Integration centres",
        "centres",
        "presence",
        "social_orientation",
        "neutral",
        "Integration and advice centres of the network the note names, however many people "
        "each serves.",
    ),
    Measure(
        "language_centres",
        "Language centres",
        "centres",
        "presence",
        "language",
        "neutral",
        "Centres that teach the country's language to adults, however many people each serves.",
    ),
    Measure(
        "torture_rehabilitation_centres",
        "Centres for survivors of torture",
        "centres",
        "presence",
        "mental_health",
        "neutral",
        "Centres that offer therapy to survivors of torture, however many people each serves.",
    ),
    Measure(
        "integration_course_participants_persons",
        "New participants in integration courses",
        "persons",
        "use",
        "language",
        "neutral",
        "People who began an integration or orientation course in the year: a flow.",
        True,
    ),
    Measure(
        "integration_course_places",
        "Places in integration courses",
        "places",
        "capacity",
        "language",
        "more_is_better",
        "Places in integration or language courses offered in the year.",
        True,
    ),
    Measure(
        "integration_contracts_persons",
        "Integration contracts signed",
        "persons",
        "use",
        "social_orientation",
        "neutral",
        "People who signed an integration contract with the state in the year (France, CIR): "
        "a flow.",
        True,
    ),
)
