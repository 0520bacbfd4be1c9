"""What is asked for or offered in parts, and keys."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "cada_target_places",
        "CADA places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in reception centres for asylum seekers (CADA) set by a French decree: part "
        "of the total.",
    ),
    Measure(
        "caes_target_places",
        "CAES places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in reception and examination centres (CAES) set by a French decree: part of "
        "the total.",
    ),
    Measure(
        "cph_target_places",
        "CPH places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in temporary housing centres for refugees (CPH) set by a French decree: "
        "beside the total for asylum seekers.",
    ),
    Measure(
        "huda_target_places",
        "HUDA places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in emergency accommodation (HUDA) without PRAHDA set by a French decree: part "
        "of the total.",
    ),
    Measure(
        "huda_hotel_target_places",
        "HUDA hotel places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in hotels among those in emergency accommodation (HUDA) set by a French decree.",
    ),
    Measure(
        "prahda_target_places",
        "PRAHDA places asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places in the PRAHDA programme of emergency accommodation set by a French decree: "
        "part of the total.",
    ),
    Measure(
        "committed_places",
        "Places committed",
        "places",
        "commitment",
        "reception",
        "neutral",
        "Places municipalities or provinces have found, guaranteed or planned for a later "
        "day: neither asked for nor open.",
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
        "%",
        "key",
        "reception",
        "neutral",
        "Share of a country's asylum seekers a territory is to receive by a key: neither "
        "people nor places.",
    ),
)
