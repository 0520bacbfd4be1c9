"""Reception: places, people hosted, places asked for."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "reception_places",
        "Reception places",
        "places",
        "capacity",
        "reception",
        "more_is_better",
        "Places that exist in reception accommodation on the reference day, taken or free.",
    ),
    Measure(
        "people_hosted_persons",
        "People hosted in reception",
        "persons",
        "use",
        "reception",
        "neutral",
        "People staying in reception accommodation on the reference day.",
    ),
    Measure(
        "hosted_in_centres_persons",
        "People hosted in reception centres",
        "persons",
        "use",
        "reception",
        "neutral",
        "People staying in first-line, government or temporary reception centres.",
    ),
    Measure(
        "hosted_in_sai_persons",
        "People hosted in SAI projects",
        "persons",
        "use",
        "reception",
        "neutral",
        "People staying in Italy's local reception and integration system (SAI, before "
        "2021 SIPROIMI).",
    ),
    Measure(
        "hosted_in_hotspots_persons",
        "People in hotspots",
        "persons",
        "use",
        "reception",
        "neutral",
        "People in first-arrival identification sites: days of transit, not reception.",
    ),
    Measure(
        "reception_target_places",
        "Reception places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places or persons a territory is asked to provide for by a law, decree or decision.",
    ),
)
