"""People who need protection."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "temporary_protection_persons",
        "People with temporary protection",
        "persons",
        "need",
        "reception",
        "neutral",
        "People enjoying temporary protection on the last day of the period.",
    ),
    Measure(
        "asylum_applicants_persons",
        "Asylum applicants in the year",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who applied for asylum in the year, first time or again: a flow, not a stock.",
        True,
    ),
)
