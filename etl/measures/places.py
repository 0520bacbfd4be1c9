"""Places of services and people identified for them: hardly published anywhere today.

They are measures all the same, so that a territory that does publish them has where to put
them, and so that the demonstration dataset can show what would then be seen.
"""

from etl.measures.measure import Measure

_SERVICES = (
    ("housing_places", "Housing places for newcomers", "housing", "homes offered to newcomers"),
    ("employment_service_places", "Employment service places", "employment", "job guidance"),
    ("education_places", "School and childcare places for newcomers", "education",
     "school, preparatory class or childcare"),
    ("health_service_places", "Health care places for newcomers", "health",
     "primary care dedicated to newcomers"),
    ("mental_health_places", "Rehabilitation and mental health places", "mental_health",
     "treatment or rehabilitation"),
    ("legal_aid_places", "Legal aid places", "legal_aid", "legal counselling"),
    ("social_orientation_places", "Social orientation places", "social_orientation",
     "orientation or social support"),
    ("social_participation_places", "Places to take part", "social_participation",
     "clubs, mentoring and voluntary work"),
    ("digital_service_places", "Digital service places", "digital", "guided digital services"),
)  # fmt: skip

MEASURES: tuple[Measure, ...] = (
    *(
        Measure(
            measure_id, label, "places", "capacity", domain, "more_is_better",
            f"People whom {about} can serve at the same time.",
        )
        for measure_id, label, domain, about in _SERVICES
    ),
    Measure(
        "identified_persons", "People identified as belonging to the group", "persons", "need",
        "reception", "neutral",
        "People whom a responsible body has identified as belonging to the group, on a day. Who "
        "is not identified is not counted.",
    ),
)  # fmt: skip
