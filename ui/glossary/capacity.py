"""Words for what is needed, what is there, and what is short."""

from ui.glossary.term import Term
from ui.language import later

TERMS = (
    Term(
        "need", later("Need"),
        later(
            "How many people need a place or a service, by one definition. Below a country it is "
            "often known only between two bounds."
        ),
        ("gaps?show=need",),
    ),
    Term(
        "capacity", later("Capacity"),
        later(
            "What exists for people: places, staff, hours, services. Unknown capacity is not "
            "the same as no capacity."
        ),
        ("gaps", "sources?kind=capacity"),
    ),
    Term(
        "reception_place", later("Reception place"),
        later(
            "A bed and what goes with it, for a person who waits for a decision or has just "
            "arrived. A place that exists, one in use and one only promised are three figures."
        ),
        ("figures?short=places", "gaps"),
        "Directive (EU) 2024/1346", "http://data.europa.eu/eli/dir/2024/1346/oj",
    ),
    Term(
        "benchmark", later("Benchmark"),
        later(
            "How much is enough for one in need: a norm of law, a target somebody has set, a value "
            "observed elsewhere, or one of your own."
        ),
        ("gaps",),
    ),
    Term(
        "gap", later("Gap"),
        later(
            "Need times benchmark, less capacity. Above zero something is short; where need or "
            "capacity is an interval, so is the gap."
        ),
        ("gaps",),
        "Moore, Interval Analysis (1966)",
    ),
    Term(
        "coverage", later("Coverage"),
        later("Capacity as a share of what the benchmark asks for: at 100 % there is enough."),
        ("gaps", "vision"),
    ),
    Term(
        "cannot_tell", later("Cannot tell"),
        later(
            "The figures leave both open, short and enough: the interval of the gap lies on both "
            "sides of zero. Maps dot it."
        ),
        ("gaps",),
    ),
    Term(
        "unknown", later("Unknown"),
        later(
            "Nobody has published the figure, as far as this product knows. It is never counted as "
            "zero: maps hatch it, rankings leave it out and sums say how many are unknown."
        ),
        ("sources", "gaps"),
    ),
    Term(
        "interval", later("Interval"),
        later("The least and the most a figure can be, where it is not known exactly."),
        ("gaps", "equality", "vision"),
        "Moore, Interval Analysis (1966)",
    ),
    Term(
        "distribution_key", later("Distribution key"),
        later(
            "Shares by which people or places are split between territories, such as residents, "
            "or half residents and half gross domestic product."
        ),
        ("gaps", "stress"),
        "Regulation (EU) 2024/1351", "http://data.europa.eu/eli/reg/2024/1351/oj",
    ),
    Term(
        "koenigstein_key", later("Königstein key"),
        later(
            "Germany's key for sharing applicants out to its Länder: two thirds by tax revenue, "
            "one third by residents."
        ),
        ("gaps",),
        "Gemeinsame Wissenschaftskonferenz (GWK)", "https://www.gwk-bonn.de",
    ),
    Term(
        "target", later("Target"),
        later("Places or persons that a law or a decision asks for. It is not what is there."),
        ("gaps", "sources?kind=target"),
    ),
    Term(
        "stock_and_flow", later("Stock and flow"),
        later(
            "A stock is counted on one day, a flow over a time. They are never added, and never "
            "divided by each other."
        ),
        ("gaps", "figures"),
    ),
)  # fmt: skip
