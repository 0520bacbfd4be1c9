"""What is asked for in parts, what is offered, and keys."""

from etl.measures.measure import Measure

_PART_OF_TOTAL = "set by a French decree: part of the total."


def _decreed(name: str, what: str) -> Measure:
    """Places of a French scheme that a decree asks for."""
    return Measure(
        f"{name.lower().replace(' ', '_')}_target_places",
        f"{name} places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        f"{what} {_PART_OF_TOTAL}",
    )


MEASURES: tuple[Measure, ...] = (
    _decreed("CADA", "Places in centres for asylum applicants (CADA)"),
    _decreed("CAES", "Places in centres of first reception and orientation (CAES)"),
    _decreed("CPH", "Places in temporary housing for refugees (CPH)"),
    _decreed("HUDA", "Places in emergency housing for asylum applicants (HUDA) without PRAHDA"),
    _decreed("HUDA hotel", "Hotel places among those in emergency housing (HUDA)"),
    _decreed("PRAHDA", "Places in the emergency housing programme PRAHDA"),
    Measure(
        "committed_places",
        "Places committed",
        "places",
        "commitment",
        "reception",
        "neutral",
        "Places municipalities or provinces have found, guaranteed or planned for a later day: "
        "neither asked for nor open.",
    ),
    Measure(
        "settlement_commitment_persons",
        "People municipalities offer to settle",
        "persons",
        "commitment",
        "reception",
        "neutral",
        "People with protection whom municipalities have decided or offered to settle in the "
        "year: not places, not people settled.",
    ),
    Measure(
        "distribution_key_percent",
        "Distribution key",
        "percent",
        "key",
        "reception",
        "neutral",
        "Share of a country's asylum seekers a territory is to receive by a key: neither people "
        "nor places.",
    ),
)
