"""Unaccompanied children: in care, what regions are asked for, keys.

Children present are in `national`, places and applications in `reception_parts`.
"""

from etl.measures.measure import Measure

_CHILDREN = "unaccompanied_children"


def _measure(name: str, label: str, unit: str, kind: str, about: str) -> Measure:
    """A measure of unaccompanied children in which neither more nor less is better."""
    return Measure(f"{_CHILDREN}_{name}", label, unit, kind, "reception", "neutral", about)


MEASURES: tuple[Measure, ...] = (
    _measure(
        "in_care_persons",
        "Unaccompanied children in care",
        "persons",
        "use",
        "Unaccompanied children whom a territory's authorities look after on the reference day.",
    ),
    _measure(
        "legal_places",
        "Places for unaccompanied children set by law",
        "places",
        "target",
        "Places for unaccompanied children a region must keep by law, in Spain 32.6 per 100,000 "
        "residents: asked for, not open.",
    ),
    _measure(
        "to_create_places",
        "Places for unaccompanied children to create",
        "places",
        "target",
        "Places for unaccompanied children a region has still to create to reach the number set "
        "by law, as the ministry works it out.",
    ),
    _measure(
        "target_places",
        "Places for unaccompanied children asked for",
        "places",
        "target",
        "Places for unaccompanied children a territory is asked to provide: part of its task for "
        "all asylum seekers.",
    ),
    _measure(
        "to_receive_persons",
        "Unaccompanied children to receive",
        "persons",
        "target",
        "Unaccompanied children a territory is asked, or has agreed, to receive from elsewhere.",
    ),
    _measure(
        "placed_persons",
        "Unaccompanied children placed by decision",
        "persons",
        "need",
        "Unaccompanied children a court placed in care in the period (France): a flow.",
    )._replace(flow=True),
    _measure(
        "share_percent",
        "Share of the country's unaccompanied children",
        "percent",
        "use",
        "Unaccompanied children present in a region out of all in the country.",
    ),
    _measure(
        "key_percent",
        "Distribution key for unaccompanied children",
        "percent",
        "key",
        "Share of the country's unaccompanied children a territory is to receive by a key.",
    ),
)
