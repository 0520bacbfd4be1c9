"""Words for methods: how unequal, in which order, what if."""

from ui.glossary.term import Term
from ui.language import later

TERMS = (
    Term(
        "gini", later("Gini"),
        later(
            "A measure of inequality: 0 where all have the same for one in need, near 1 where one "
            "territory has all."
        ),
        ("equality", "sites"), "Gini (1912)",
    ),
    Term(
        "theil", later("Theil"),
        later(
            "A measure of inequality that splits exactly into a part between countries and a part "
            "within them."
        ),
        ("equality",), "Theil, Economics and Information Theory (1967)",
    ),
    Term(
        "kolm_pollak", later("Kolm-Pollak"),
        later(
            "The rate that, given to everyone, would be as good as the unequal rates there are, to "
            "somebody to whom the worst supplied matter more."
        ),
        ("equality",), "Kolm (1976); Sheriff and Maguire (2020)",
    ),
    Term(
        "lorenz", later("Lorenz curve"),
        later(
            "Territories in the order of what they have for one in need: how much of all capacity "
            "the worst supplied share of need has. The further from the straight line, the less "
            "equal."
        ),
        ("equality",), "Lorenz (1905)",
    ),
    Term(
        "parity", later("Parity"),
        later("Each territory has at least a stated share of the mean of all."),
        ("equality",),
    ),
    Term(
        "composite", later("Composite picture"),
        later(
            "Many figures put together into one order. Which comes first depends on choices, so "
            "every order is shown with how far other choices would move it."
        ),
        ("vision",), "OECD and JRC, Handbook on Constructing Composite Indicators (2008)",
        "https://doi.org/10.1787/9789264043466-en",
    ),
    Term(
        "sensitivity_range", later("Sensitivity range"),
        later("The ranks a territory has under all the assumptions that were tried."),
        ("vision",), "Saisana, Saltelli and Tarantola (2005)",
        "https://doi.org/10.1111/j.1467-985X.2005.00350.x",
    ),
    Term(
        "plan", later("Plan"),
        later("Changes to need and capacity that are tried on paper: people come, places open."),
        ("scenario",),
    ),
    Term(
        "stress_test", later("Stress test"),
        later("What happens week by week where many people come at once or places are lost."),
        ("stress",), "EUAA, Guidance on contingency planning",
        "https://euaa.europa.eu/publications/guidance-contingency-planning",
    ),
    Term(
        "buffer", later("Buffer"),
        later("Places kept free so that reception holds out longer when more people come."),
        ("stress",),
    ),
)  # fmt: skip
