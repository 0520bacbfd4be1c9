"""Unaccompanied children: in care, places, what is asked for, keys."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "children_in_care_persons",
        "Unaccompanied children in care",
        "persons",
        "use",
        "reception",
        "neutral",
        "Unaccompanied children whom a territory's authorities look after on the reference day.",
    ),
    Measure(
        "children_places",
        "Places for unaccompanied children",
        "places",
        "capacity",
        "reception",
        "more_is_better",
        "Places that exist for unaccompanied children on the reference day, taken or free.",
    ),
    Measure(
        "children_legal_places",
        "Places for unaccompanied children set by law",
        "places",
        "target",
        "reception",
        "neutral",
        "Places for unaccompanied children a region must keep by law, in Spain 32.6 per "
        "100,000 residents: asked for, not open.",
    ),
    Measure(
        "children_places_to_create",
        "Places for unaccompanied children to create",
        "places",
        "target",
        "reception",
        "neutral",
        "Places for unaccompanied children a region has still to create to reach the number "
        "set by law, as the ministry works it out.",
    ),
    Measure(
        "children_target_places",
        "Places for unaccompanied children asked for",
        "places",
        "target",
        "reception",
        "neutral",
        "Places for unaccompanied children a territory is asked to provide: part of its task "
        "for all asylum seekers.",
    ),
    Measure(
        "children_to_receive_persons",
        "Unaccompanied children to receive",
        "persons",
        "target",
        "reception",
        "neutral",
        "Unaccompanied children a territory is asked, or has agreed, to receive from elsewhere.",
    ),
    Measure(
        "children_applicants_persons",
        "Unaccompanied children who applied for asylum",
        "persons",
        "need",
        "reception",
        "neutral",
        "Unaccompanied children who applied for asylum in the period: a flow, not children in "
        "care.",
        True,
    ),
    Measure(
        "children_placed_persons",
        "Unaccompanied children placed by decision",
        "persons",
        "need",
        "reception",
        "neutral",
        "Unaccompanied children a court placed in care in the period (France): a flow, not a "
        "stock.",
        True,
    ),
    Measure(
        "children_share_percent",
        "Share of the country's unaccompanied children",
        "% of the country",
        "use",
        "reception",
        "neutral",
        "Unaccompanied children in a region's care out of all in the country's.",
    ),
    Measure(
        "children_distribution_key_percent",
        "Distribution key for unaccompanied children",
        "%",
        "key",
        "reception",
        "neutral",
        "Share of the country's unaccompanied children a territory is to receive by a key.",
    ),
    Measure(
        "sai_children_places",
        "Places for unaccompanied children in SAI",
        "places",
        "capacity",
        "reception",
        "more_is_better",
        "Places for unaccompanied children in Italy's local reception system (SAI): part of "
        "its places.",
    ),
    Measure(
        "sai_children_share_percent",
        "Share of SAI's places for unaccompanied children",
        "% of the country",
        "capacity",
        "reception",
        "neutral",
        "A region's places for unaccompanied children in SAI out of all such places in the "
        "country.",
    ),
)
