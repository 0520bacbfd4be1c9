"""Words of the Vision page: areas, states, assumptions."""

from analysis.index import assumptions as given
from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, UNKNOWN
from ui.language import Words, later

# Areas short enough for the head of a narrow column.
SHORT_AREAS = Words(
    {
        "reception": "Reception",
        "protection": "Protection",
        "services": "Services",
        "equality": "Equality",
        "partnership": "Partners",
        "sponsorship": "Sponsors",
        "funds": "Funds",
        "digital": "Digital",
    }
)
WEIGHTS = Words({0: "not", 1: "once", 2: "twice", 3: "thrice"})
# The states as readers see them.
NAMES = Words({COVERED: "covered", PARTLY: "partly", NO_ANSWER: "no answer", UNKNOWN: "unknown"})
# Each state: the sign in its cell, and its rule.
SIGNS = {COVERED: "●", PARTLY: "◐", NO_ANSWER: "○", UNKNOWN: "?"}
RULES = Words(
    {
        COVERED: "every aspect of the area is known and reaches its mark",
        PARTLY: "something is known to be there, but not every aspect is known to reach its mark",
        NO_ANSWER: "every aspect is known, and there is nothing",
        UNKNOWN: "nothing is known to be there, and not every aspect is known",
    }
)
MARKS = later(
    "The mark is what a benchmark asks for where the aspect has one (100 %); else the middle of "
    "the territories it is known of, which says what is usual and not what is enough."
)
SCALINGS = Words(
    {
        given.MINMAX: "From worst to best (min-max)",
        given.DEVIATION: "Deviations from the mean (z-score)",
        given.RANK: "Rank among the known",
        given.LEADER: "Share of the best",
    }
)
COMBININGS = Words(
    {
        given.ARITHMETIC: "Mean: strength makes up for gaps",
        given.GEOMETRIC: "Geometric mean: gaps weigh more",
        given.OUTRANKING: "Majority: better in more areas",
    }
)
FILLINGS = Words(
    {
        given.REWEIGH: "Left out, the rest weighs more",
        given.IMPUTE: "Any value the others have",
        given.WITHHOLD: "No rank below two thirds known",
    }
)
AXES = Words(
    {
        "normalisation": "How figures are put on one scale",
        "weights": "How much each area counts",
        "aggregation": "How areas are put together",
        "unknown": "What is assumed of the unknown",
        "values": "Where in their intervals figures lie",
        "left_out": "Leaving one aspect out",
    }
)
# Why a territory has no place, short: kept in English, turned where it is shown.
NOTHING = later("unknown: nothing to rank it by")
TOO_LITTLE = later("withheld: too little known")
# Why draws give a territory no place, by the columns of `Ranking.unplaced`.
CAUSES = Words(
    {
        "withheld": "less than two thirds of the weights of aspects that anybody has is known here",
        "left_out": "they leave out the only aspect known here",
        "alone": "no aspect is known both here and of another",
    }
)
# Thirds of the ranking in the order of the map's classes, palest first.
THIRDS = (later("last third"), later("middle third"), later("first third"))
