"""Measures and amounts of the Equality page in words."""

from ui import words
from ui.equality.choice import EQUIVALENT, GINI, EqualityChoice
from ui.equality.subjects import RESIDENTS
from ui.language import Words, _, n_, plural
from ui.language.numbers import with_point

NAMES = Words(
    {
        GINI: "Gini's index",
        "theil": "Theil's index",
        EQUIVALENT: "the equally distributed equivalent",
    }
)
_REGIONS = {
    0: plural("{count} country", "{count} countries"),
    1: plural("{count} NUTS 1 region", "{count} NUTS 1 regions"),
    2: plural("{count} NUTS 2 region", "{count} NUTS 2 regions"),
    3: plural("{count} NUTS 3 region", "{count} NUTS 3 regions"),
}


def per(choice: EqualityChoice) -> int:
    """How many people a rate is written for."""
    return 1_000 if choice.basis == RESIDENTS else 100


def rate_unit(choice: EqualityChoice) -> str:
    """The unit of a rate: 'places for 100 in need'."""
    parts = {"many": choice.subject.many, "per": words.number(per(choice))}
    if choice.basis == RESIDENTS:
        return _("{many} for {per} residents", **parts)
    return _("{many} for {per} in need", **parts)


def measured(value: float, choice: EqualityChoice, measure: str = "") -> str:
    """A measure's value as it is written; 'unknown' where it has none."""
    if not words.is_known(value):
        return _("unknown")
    if (measure or choice.measure) in (EQUIVALENT, "mean", "cost"):
        return with_point(f"{value * per(choice):.3g}".replace("-", "−"))
    return index(value)


def index(value: float) -> str:
    """Gini or Theil: two decimals, three where it is small.

    >>> index(0.2345), index(0.0341), index(-0.0)
    ('0.23', '0.034', '0')
    """
    text = f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.3f}"
    text = "0" if float(text) == 0 else text
    return with_point(text.replace("-", "−"))


def signed(text: str) -> str:
    """A change with its sign.

    >>> signed("0.02"), signed("−0.02"), signed("0")
    ('+0.02', '−0.02', '0')
    """
    return text if text.startswith(("−", "-")) or text == "0" else f"+{text}"


def regions(choice: EqualityChoice, many: int) -> str:
    """A count of what is compared: '20 NUTS 2 regions', 'six countries'."""
    return n_(*_REGIONS[choice.where.level], many, count=words.counted(many))


def points(value: float) -> str:
    """A gain in percentage points of the mean, with its sign.

    >>> points(12.3), points(-0.2), points(-40.0)
    ('+12', '−0.2', '−40')
    """
    size = words.rate(abs(value))
    return f"−{size}" if value < 0 else f"+{size}"


def amount(best: float, least: float, most: float, what: str = "") -> str:
    """A whole number, or the range found of it with the best guess.

    >>> amount(5, 5, 5, " more places"), amount(5, 0, 24, " more places")
    ('5 more places', '0 to 24 more places (best guess 5)')
    """
    if least == most:
        return f"{words.number(best)}{what}"
    return _(
        "{least} to {most}{what} (best guess {best})", least=words.number(least),
        most=words.number(most), what=what, best=words.number(best),
    )  # fmt: skip
