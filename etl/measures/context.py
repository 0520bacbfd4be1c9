"""Context: residents and area."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "residents_persons",
        "Residents",
        "persons",
        "context",
        None,
        "neutral",
        "Usually resident population on 1 January.",
    ),
    Measure(
        "land_area_km2",
        "Land area",
        "km²",
        "context",
        None,
        "neutral",
        "Area without inland water, as last reported.",
    ),
    Measure(
        "total_area_km2",
        "Total area",
        "km²",
        "context",
        None,
        "neutral",
        "Area with inland water, as last reported.",
    ),
)
