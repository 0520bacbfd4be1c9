"""First stages and further parts of reception, and rates that pages state themselves."""

from etl.measures.measure import Measure


def _measure(measure_id: str, label: str, unit: str, kind: str, about: str) -> Measure:
    """A measure of reception in which neither more nor less is better."""
    return Measure(measure_id, label, unit, kind, "reception", "neutral", about)


MEASURES: tuple[Measure, ...] = (
    _measure(
        "first_reception_places",
        "Places in first reception",
        "places",
        "capacity",
        "Places in the first phase of Spain's reception for international protection, in state "
        "centres and with organisations.",
    ),
    _measure(
        "hosted_in_federal_centres_persons",
        "People in federal asylum centres",
        "persons",
        "use",
        "People staying in Austria's federal centres, the first stage of reception.",
    ),
    _measure(
        "initial_reception_occupancy_percent",
        "Occupancy of initial reception",
        "percent",
        "use",
        "People per 100 places in Germany's initial reception by the Länder.",
    ),
    _measure(
        "hosted_in_contingency_persons",
        "People hosted in contingency accommodation",
        "persons",
        "use",
        "People on UK asylum support in contingency accommodation, mainly hotels: part of those "
        "supported.",
    ),
    _measure(
        "municipal_individual_places",
        "Individual places run by municipalities",
        "places",
        "capacity",
        "Individual places run by Belgian municipalities (ILA, LOI): part of the network.",
    ),
    _measure(
        "sai_ordinary_places",
        "Ordinary places in SAI",
        "places",
        "capacity",
        "Places in Italy's SAI for adults and families without special needs: part of its places.",
    ),
    _measure(
        "sai_local_authorities",
        "Local authorities in SAI",
        "local authorities",
        "presence",
        "Local authorities that run a project of Italy's SAI.",
    ),
    _measure(
        "hosted_per_1000_residents",
        "Asylum seekers hosted per 1,000 residents",
        "per 1,000 residents",
        "use",
        "Asylum seekers hosted per 1,000 residents as a page states it, not worked out here.",
    ),
    _measure(
        "basic_care_quota_percent",
        "Fulfilment of the basic care quota",
        "percent of the quota",
        "use",
        "People in a Land's basic care per 100 it is to care for by its share of Austria's "
        "residents.",
    ),
)
