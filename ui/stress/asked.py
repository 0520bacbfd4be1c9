"""A stress test as a reader chose it: where, who comes, how long they stay, what is lost."""

from dataclasses import dataclass, field

from analysis.stress.shares import Key
from ui.area.where import Where
from ui.language import Words, _

OWN, MARCH, LIKE, CUSTOM = "own", "march", "like", "custom"
SHOCKS = Words(
    {
        OWN: "Each country's own worst month",
        MARCH: "March 2022 in each country",
        LIKE: "Another country's worst month",
        CUSTOM: "So many people",
    }
)
WHOM = Words(
    {
        "reception": "All, else asylum applicants",
        "all": "All newcomers in reception",
        "asylum_applicants": "Asylum applicants",
        "temporary_protection": "Temporary protection",
    }
)
STAYS = (0, 8, 13, 26, 52, 104)
HORIZONS = (13, 26, 52, 104)
LEADS = (1, 2, 4, 6, 8, 13)
KEYS: dict[str, str] = Words(
    {
        "either": "Not chosen: residents to people hosted",
        "residents": "By residents",
        "hosted": "By people hosted today",
        "mix": "Half by each",
    }
)
ALONE, PASSED = "alone", "passed"
OVERFLOW = Words({ALONE: "Waits where it is", PASSED: "Goes where its country has room"})
STEADY, LEAVING = "steady", "leaving"
BASE = Words({STEADY: "Usual arrivals replace who leaves", LEAVING: "They leave too"})
MOST, PUBLISHED_ONLY = "most", "published"
PLACES = Words({MOST: "The most hosted at once stands in", PUBLISHED_ONLY: "Unknown"})


@dataclass(frozen=True)
class Shock:
    """How many people come: `like` is a country's code, `persons` come in `weeks`."""

    kind: str = OWN
    like: str = ""
    persons: float = 10_000
    weeks: int = 4
    asks: float = 100
    tail: float = 0


@dataclass(frozen=True)
class StressChoice:
    """One stress test: where, who comes, how long they stay, what is lost, what is added."""

    where: Where
    shock: Shock = field(default_factory=Shock)
    whom: str = "reception"
    places: str = MOST
    supposed: float | None = None
    key: Key = "either"
    stay: int = 0
    base: str = STEADY
    overflow: str = ALONE
    lost: float = 0
    lost_from: int = 1
    lost_in: str = ""
    buffer: float = 10
    lead: int = 4
    horizon: int = 26

    def question(self) -> str:
        """The question of the page's title."""
        return _("Who overflows first, and when?")
