"""Plans: changes to try on need and capacity, in the order they happen.

Every change refuses what it cannot mean, with a sentence that says what it takes.
"""

from dataclasses import dataclass

# What an allocation keeps small: persons without a place, the worst gap, inequality; or a key.
RULES = ("unmet", "worst", "unequal", "key")
KEYS = ("residents", "need", "equal")
MOST_CHANGES, MOST_PLANS, MOST_TERRITORIES = 12, 4, 60
MOST_PERSONS = MOST_PLACES = 10_000_000
MOST_EUR, MOST_DAYS, LARGEST_FAMILY = 100_000_000_000, 3_650, 20
LEAST_PERCENT = 0.001


@dataclass(frozen=True)
class Arrive:
    """People come, and go where the rule sends them.

    Units   : persons. `most_percent`: at most so many per cent of a territory's residents.
              `places_only`: never beyond free places. `family`: persons who stay together.
    """

    persons: int
    rule: str = "unmet"
    key: str = "residents"
    most_percent: float | None = None
    places_only: bool = False
    only: tuple[str, ...] = ()
    family: int = 1

    def __post_init__(self) -> None:
        _whole("persons", self.persons, 1, MOST_PERSONS)
        _one_of("rule", self.rule, RULES)
        _one_of("key", self.key, KEYS)
        if self.most_percent is not None:
            _percent("most_percent", self.most_percent)
        _flag("places_only", self.places_only)
        _territories(self.only)
        _whole("family", self.family, 1, LARGEST_FAMILY)


@dataclass(frozen=True)
class Places:
    """A territory gains places, or (below 0) loses them."""

    territory_id: str
    places: int

    def __post_init__(self) -> None:
        _territories((self.territory_id,))
        _whole("places", self.places, -MOST_PLACES, MOST_PLACES)
        if self.places == 0:
            raise ValueError("places: 0 changes nothing; write a number above or below 0")


@dataclass(frozen=True)
class Lose:
    """A fund or facilities end: so many per cent of each territory's places go."""

    percent: float
    only: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _percent("percent", self.percent)
        _territories(self.only)


@dataclass(frozen=True)
class Add:
    """So many places, or as many as a budget pays for so many days, put where the rule says."""

    places: int | None = None
    budget_eur: int | None = None
    days: int = 365
    rule: str = "unmet"
    only: tuple[str, ...] = ()
    key: str = "residents"

    def __post_init__(self) -> None:
        if (self.places is None) == (self.budget_eur is None):
            raise ValueError("give either places or budget_eur, not both and not neither")
        if self.places is not None:
            _whole("places", self.places, 1, MOST_PLACES)
        if self.budget_eur is not None:
            _whole("budget_eur", self.budget_eur, 1, MOST_EUR)
        _whole("days", self.days, 1, MOST_DAYS)
        _one_of("rule", self.rule, RULES)
        _one_of("key", self.key, KEYS)
        _territories(self.only)


Change = Arrive | Places | Lose | Add


@dataclass(frozen=True)
class Plan:
    """Changes under a name of the reader's own, worked in their order."""

    name: str
    changes: tuple[Change, ...]

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a plan needs a name")
        if len(self.changes) > MOST_CHANGES:
            raise ValueError(f"a plan has {MOST_CHANGES} changes at most")


def _whole(name: str, value: object, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{name}: a whole number from {least:,} to {most:,}, not {_short(value)}")


def _percent(name: str, value: object) -> None:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not LEAST_PERCENT <= value <= 100
    ):
        raise ValueError(f"{name}: a number from {LEAST_PERCENT} to 100, not {_short(value)}")


def _one_of(name: str, value: object, options: tuple[str, ...]) -> None:
    if value not in options:
        raise ValueError(f"{name}: one of {', '.join(options)}, not {_short(value)}")


def _flag(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise ValueError(f"{name}: true or false, not {_short(value)}")


def _territories(codes: tuple[str, ...]) -> None:
    if len(codes) > MOST_TERRITORIES:
        raise ValueError(f"{MOST_TERRITORIES} territories at most, not {len(codes)}")
    if not all(isinstance(code, str) and code for code in codes):
        raise ValueError("a territory is named by its code")


def _short(value: object) -> str:
    """What was given, short enough for a sentence."""
    try:
        text = repr(value)
    except ValueError:  # more digits than are written out
        return "a number that long"
    return text if len(text) <= 40 else f"{text[:37]}..."
