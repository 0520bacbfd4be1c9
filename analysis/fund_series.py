"""Which amounts of money may be compared with each other: a fund, an objective, a period.

A programme and its parts, an envelope with and without later additions, two funds together and
one of them are different amounts. Only amounts of one series are ranked, and none are added
across series.
"""

from collections.abc import Iterable
from dataclasses import dataclass

FORMULA = "estimate from the legal formula"
FUNDS = {
    "AMIF": "AMIF",
    "AMIF_ISF": "AMIF with ISF",
    "AMIF_ISF_BMVI": "AMIF with ISF and BMVI",
    "ESF_plus": "ESF+",
    "ERDF": "ERDF",
    "france_cada": "France's CADA grants",
    "france_cph": "France's CPH grants",
    "spain_children": "Spain's grants for unaccompanied children",
    "public_budget": "national and regional budgets",
    "solidarity_pool": "the solidarity pool",
}


@dataclass(frozen=True)
class About:
    """What is to be known of a series: what it is, who is in it, why it is not ranked."""

    what: str
    covers: str = ""
    not_ranked: str = ""


@dataclass(frozen=True)
class Series:
    """Amounts that may be compared: one fund, objective and period."""

    fund_id: str
    objective: str
    period: str

    @property
    def key(self) -> str:
        """The series as it stands in an address."""
        return "~".join((self.fund_id, self.objective, self.period))

    @property
    def fund(self) -> str:
        """The fund as readers know it."""
        return FUNDS.get(self.fund_id, self.fund_id)

    @property
    def of_the_union(self) -> bool:
        """Whether it is a fund of the Union, which has a short name of its own."""
        return self.fund_id.startswith(_UNION_FUNDS)

    @property
    def estimated(self) -> bool:
        """Whether Groundwork worked the amounts out."""
        return self.objective == FORMULA

    @property
    def about(self) -> About:
        """What the registry says of it; a series it does not know is what its objective says."""
        return _REGISTRY.get((self.fund_id, self.objective), About(f"{self.objective}."))

    def states(self) -> tuple[str, ...]:
        """The Member States that the fund is for in this period; () where that is not known."""
        if not self.of_the_union:
            return ()
        left_out = {"DK"} if self.fund_id.startswith("AMIF") else set()
        states = MEMBER_STATES + (("UK",) if self.years()[0] < _LAST_YEAR_OF_THE_UK else ())
        return tuple(each for each in states if each not in left_out)

    def years(self) -> tuple[int, ...]:
        """The calendar years of the period, both ends included.

        >>> Series("AMIF", "", "2014/2016").years(), Series("AMIF", "", "2024-09").years()
        ((2014, 2015, 2016), (2024,))
        """
        first, _, last = self.period.partition("/")
        return tuple(range(int(first[:4]), int((last or first)[:4]) + 1))


_UNION_FUNDS = ("AMIF", "ESF_plus", "ERDF")
_LAST_YEAR_OF_THE_UK = 2020
MEMBER_STATES = tuple(
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
_ALL_BUT_DENMARK = "every Member State but Denmark, which takes no part in AMIF"
_REGISTRY: dict[tuple[str, str], About] = {
    ("AMIF", "basic allocation, without top-ups"): About(
        "Basic allocation by Annex I to Regulation (EU) 516/2014, set in 2014. Emergency "
        "assistance and additions for relocation and resettlement are not in it.",
        "27 states: the United Kingdom was a Member State, and Denmark takes no part",
    ),
    ("AMIF", "allocation with the additions up to 2025"): About(
        "Allocation with the mid-term review and the additions up to 2025.",
        "11 states, from a table that was cut off at Hungary; every Member State but Denmark, "
        "which takes no part in AMIF",
    ),
    ("AMIF", FORMULA): About(
        "Worked out by Groundwork from Annex I to Regulation (EU) 2021/1147: no publisher "
        "states it. The fixed amount and the asylum part (35 %) follow the formula; the parts "
        "for legal migration (30 %) and return (35 %) are spanned between a state's share of "
        "the asylum part and its share of residents.",
        _ALL_BUT_DENMARK,
    ),
    ("AMIF", "national programme as approved"): About(
        "Programme as approved in 2022, before later additions.", "three states found"
    ),
    ("ESF_plus", "all objectives, EU contribution"): About(
        "The whole of ESF+ in a country, for everybody: employment, skills, inclusion. What of "
        "it is for newcomers is not published.",
        "countries whose amount was found on a public page",
    ),
    ("AMIF_ISF", "programmes approved in August 2015"): About(
        "Programmes of two funds approved in one month.",
        not_ranked="states had different programmes of two funds approved that month",
    ),
    ("AMIF", "emergency assistance"): About(
        "Help in an emergency.", not_ranked="only states that were given some are named"
    ),
    ("france_cada", "operating grant to CADA by region"): About(
        "The State's operating grants to reception centres (CADA).", "France's 12 mainland regions"
    ),
    ("france_cph", "operating grant to CPH by region"): About(
        "The State's operating grants to housing centres for refugees (CPH).",
        "France's 12 mainland regions",
    ),
    ("spain_children", "reception of unaccompanied children by the regions"): About(
        "Shares of a fund for the regions that receive children.",
        not_ranked="only the regions that were given a share are named",
    ),
}
# Offered first; the rest follow by fund and period.
_FIRST = (
    ("AMIF", "basic allocation, without top-ups"),
    ("AMIF", "allocation with the additions up to 2025"),
    ("AMIF", FORMULA),
    ("ESF_plus", "all objectives, EU contribution"),
)


def ordered(series: Iterable[Series]) -> list[Series]:
    """Series as a reader is offered them: the Union's first, then by fund, latest period first."""
    places = {pair: i for i, pair in enumerate(_FIRST)}
    latest = sorted(series, key=lambda each: each.period, reverse=True)
    return sorted(
        latest,
        key=lambda each: (
            places.get((each.fund_id, each.objective), len(places)),
            list(FUNDS).index(each.fund_id) if each.fund_id in FUNDS else len(FUNDS),
            each.objective,
        ),
    )
