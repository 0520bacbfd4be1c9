"""Daily prices of a place, as intervals; a country without one takes those of others, marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Price:
    """EUR for one place and day, from the lowest to the highest price that is cited.

    `own`: the prices are those of the country itself. `sources` are their source ids.
    """

    lower: float
    upper: float
    own: bool = True
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.lower <= self.upper < float("inf"):
            raise ValueError("a price is above 0, and its lower end not above its upper one")


@dataclass(frozen=True)
class Prices:
    """The price of every country: its own, else the interval over all cited ones.

    `elsewhere` is None where nobody's price is cited.
    """

    of_country: Mapping[str, Price] = field(default_factory=dict)
    elsewhere: Price | None = None

    def of(self, country: str) -> Price | None:
        """The price of a country."""
        return self.of_country.get(country, self.elsewhere)


def widest(prices: Iterable[Price | None]) -> Price | None:
    """From the lowest to the highest of several prices; None where one is unknown, or none is.

    >>> widest([Price(24, 49), Price(15, 25)])
    Price(lower=15, upper=49, own=True, sources=())
    """
    found = list(prices)
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return None
    sources = dict.fromkeys(source for each in known for source in each.sources)
    return Price(
        min(each.lower for each in known), max(each.upper for each in known),
        all(each.own for each in known), tuple(sources),
    )  # fmt: skip
