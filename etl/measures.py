"""The measures of a dataset: one name for one quantity, wherever it comes from.

Places, persons present, targets and keys are different kinds and never share a measure.
"""

from typing import NamedTuple


class Measure(NamedTuple):
    """A row of table `measure`."""

    measure_id: str
    label: str
    unit: str
    kind: str
    domain: str | None
    direction: str
    definition: str


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
    ),
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

BY_ID = {measure.measure_id: measure for measure in MEASURES}
