"""What single countries publish of their own: kinds of accommodation, schemes, keys, contracts."""

from etl.measures.measure import Measure

_ACCOMMODATION: tuple[Measure, ...] = tuple(
    Measure(measure_id, label, "persons", "use", "reception", "neutral", definition)
    for measure_id, label, definition in (
        (
            "hosted_in_dispersal_persons",
            "People hosted in dispersal accommodation",
            "People on UK asylum support in longer-term flats and houses (dispersal "
            "accommodation) on the reference day. Dates are never added up.",
        ),
        (
            "hosted_in_hotels_persons",
            "People hosted in hotels",
            "People on UK asylum support in hotels (contingency accommodation) on the "
            "reference day. Dates are never added up.",
        ),
        (
            "hosted_in_other_contingency_persons",
            "People hosted in other contingency accommodation",
            "People on UK asylum support in contingency accommodation that is no hotel, on the "
            "reference day. Dates are never added up.",
        ),
        (
            "hosted_in_initial_persons",
            "People hosted in initial accommodation",
            "People on UK asylum support in initial accommodation on the reference day. Dates "
            "are never added up.",
        ),
        (
            "supported_without_accommodation_persons",
            "People supported without accommodation",
            "People on UK asylum support who get money only (subsistence) and are housed by "
            "nobody's reception, on the reference day. Dates are never added up.",
        ),
        (
            "hosted_in_long_term_persons",
            "People hosted in long-term IPAS centres",
            "People staying in Ireland's longer-term centres for protection applicants on the "
            "reference day.",
        ),
        (
            "hosted_in_first_reception_persons",
            "People hosted in the national reception centre",
            "People staying in Ireland's national reception centre on the reference day.",
        ),
        (
            "hosted_in_transit_persons",
            "People hosted in the transit hub",
            "People staying in Ireland's transit hub on the reference day.",
        ),
        (
            "hosted_in_tents_persons",
            "People hosted in tents",
            "People staying in tented accommodation for protection applicants in Ireland on the "
            "reference day.",
        ),
    )
)

MEASURES: tuple[Measure, ...] = (
    *_ACCOMMODATION,
    Measure(
        "reception_centres_count",
        "Reception centres",
        "centres",
        "presence",
        "reception",
        "neutral",
        "Centres that host people in reception on the reference day, however many each can take.",
    ),
    Measure(
        "resettled_by_scheme_persons",
        "People resettled to local authorities",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who arrived in the quarter under a UK resettlement scheme other than the Afghan "
        "ones, community sponsorship included: a flow. Do not add people present to it.",
        flow=True,
    ),
    Measure(
        "resettled_afghans_persons",
        "Afghans resettled",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who arrived in the quarter under the UK's Afghan Citizens Resettlement Scheme or "
        "whose Afghan route is not recorded, community sponsorship included: a flow.",
        flow=True,
    ),
    Measure(
        "relocated_afghans_persons",
        "Afghans relocated",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who arrived in the quarter under the UK's Afghan Relocations and Assistance "
        "Policy (ARAP), for those who worked with UK forces and their families: a flow.",
        flow=True,
    ),
    Measure(
        "unaccompanied_children_present_persons",
        "Unaccompanied children present",
        "persons",
        "need",
        "reception",
        "neutral",
        "Unaccompanied foreign children registered as present on the last day of the period, "
        "wherever they live: they need a guardian and a place, whether or not they have one.",
    ),
    Measure(
        "koenigstein_key_percent",
        "Königstein key",
        "percent",
        "key",
        "reception",
        "neutral",
        "Share of Germany's asylum seekers that a Land has to take: two thirds by tax revenue, "
        "one third by residents.",
    ),
    Measure(
        "reception_contracts_count",
        "Reception contracts put out",
        "contracts",
        "partnership",
        "reception",
        "neutral",
        "Contracts (lots with a number of their own) for the reception of migrants that public "
        "bodies published in the year, without those that ended without an award. Contracts "
        "differ in size and length: not places, not centres, not money.",
    ),
)
