"""Words for territories, ways and who reaches what."""

from ui.glossary.term import Term
from ui.language import later

_NUTS = ("Regulation (EC) No 1059/2003", "http://data.europa.eu/eli/reg/2003/1059/oj")

TERMS = (
    Term(
        "nuts", later("NUTS"),
        later(
            "The EU's nomenclature of territories for statistics: countries, large regions (NUTS "
            "1), regions (NUTS 2) and small regions (NUTS 3)."
        ),
        ("territory", "gaps?level=2"), *_NUTS,
    ),
    Term(
        "nuts_edition", later("Edition of NUTS"),
        later(
            "Regions are redrawn every few years; this product shows those of 2024. Figures of "
            "older regions are turned into these, and are estimates where a region was split."
        ),
        ("sources", "add"), *_NUTS,
    ),
    Term(
        "peer", later("Peer"),
        later(
            "A territory alike in facts that are not about capacity, such as residents or GDP per "
            "head. Who is alike, and has more, may know how."
        ),
        ("compare",),
    ),
    Term(
        "neighbour", later("Neighbour"),
        later("A territory with a common border, or with a shore across up to 100 km of water."),
        ("alliances",),
    ),
    Term(
        "alliance", later("Alliance"),
        later("Two to four neighbours who could share what one has to spare and another lacks."),
        ("alliances",),
    ),
    Term(
        "cell", later("Cell"),
        later("A hexagon of land of about 36 km², in which residents are counted."),
        ("reach", "sites"), "H3, resolution 6", "https://h3geo.org",
    ),
    Term(
        "catchment", later("Catchment"),
        later("All land from which a place is reached within a distance. Borders do not stop it."),
        ("reach",),
    ),
    Term(
        "detour_factor", later("Detour factor"),
        later("How many times longer a way is than the straight line between its ends."),
        ("reach", "sites"),
    ),
    Term(
        "e2sfca", later("E2SFCA"),
        later(
            "A measure of access: each place is divided by the people who reach it, nearer ones "
            "counting more, and people have the sum of what they reach."
        ),
        ("reach",), "Luo and Qi (2009)", "https://doi.org/10.1016/j.healthplace.2009.06.002",
    ),
    Term(
        "bfca", later("BFCA"),
        later(
            "The same, balanced: every person is shared between the places in reach and so counts "
            "once, not once for each place."
        ),
        ("reach",), "Páez, Higgins and Vivona (2019)",
        "https://doi.org/10.1371/journal.pone.0218773",
    ),
    Term(
        "out_of_reach", later("Served, full, out of reach"),
        later(
            "Served are people who find a free place within the distance; for some all places in "
            "reach are full; the others have none in reach at all."
        ),
        ("reach",),
    ),
    Term(
        "frontier", later("Frontier"),
        later(
            "Plans of which none is better in one aim without being worse in the other, such as "
            "reaching most people and reaching all alike."
        ),
        ("sites",),
    ),
)  # fmt: skip
