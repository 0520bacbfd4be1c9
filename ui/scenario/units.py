"""Units of a scenario, euro, changes and names as its sentences have them."""

import pandas as pd

from analysis.standard import Standard
from ui import words
from ui.gap_words import span
from ui.language import _, n_, plural
from ui.words import THIN, escaped, number

PEOPLE = "people"
MISSING, NOT_RECEIVED, NOT_PROMISED = "missing", "not received", "not promised"
_LACKING = {"use": NOT_RECEIVED, "commitment": NOT_PROMISED}
_AMOUNTS = {
    "places": plural("{count} place", "{count} places"),
    "hours": plural("{count} hour", "{count} hours"),
    "posts": plural("{count} post", "{count} posts"),
    PEOPLE: plural("{count} person", "{count} people"),
    "m²": plural("{count} m²", "{count} m²"),
}
# The same of a number that is an interval.
SPANS = {
    "places": plural("{span} place", "{span} places"),
    "hours": plural("{span} hour", "{span} hours"),
    "posts": plural("{span} post", "{span} posts"),
    PEOPLE: plural("{span} people", "{span} people"),
    "m²": plural("{span} m²", "{span} m²"),
}
# What nobody has, in the form that follows its number.
_WHAT = {
    ("places", MISSING): plural("place missing", "places missing"),
    ("hours", MISSING): plural("hour missing", "hours missing"),
    ("posts", MISSING): plural("post missing", "posts missing"),
    ("m²", MISSING): plural("m² missing", "m² missing"),
    (PEOPLE, NOT_RECEIVED): plural("people not received", "people not received"),
    (PEOPLE, NOT_PROMISED): plural("people not promised", "people not promised"),
    ("places", NOT_PROMISED): plural("place not promised", "places not promised"),
}


def amount(many: float, unit: str) -> str:
    """A number with its unit, which is in the singular after 1.

    >>> amount(1, "places"), amount(2, "places"), amount(1, "people")
    ('1 place', '2 places', '1 person')
    """
    pair = _AMOUNTS.get(unit, (f"{{count}} {unit}", f"{{count}} {unit}"))
    return n_(*pair, round(many), count=number(many))


def between(low: float, high: float, unit: str) -> str:
    """A number that is known as an interval, with its unit, always in the plural in English.

    >>> between(5, 8, "places"), between(1, 1, "places")
    ('5 to 8 places', '1 places')
    """
    many = max(2, round(high)) if words.is_known(high) else 2
    return n_(*SPANS[unit], many, span=span(low, high))


def lacking_words(standard: Standard, many: int = 2) -> str:
    """What nobody has with its unit, 'places missing', in the form that follows its number."""
    unit, lack = standard.unit, lacking(standard)
    pair = _WHAT.get((unit, lack), (f"{unit} {lack}", f"{unit} {lack}"))
    return n_(*pair, many)


def supplied(standard: Standard) -> str:
    """What a plan opens, loses or adds: places, or hours, posts; people are received in places."""
    return "places" if standard.unit == "people" else standard.unit


def lacking(standard: Standard) -> str:
    """What is said of those, or of that, which nobody has: 'missing', 'not received'; English."""
    return _LACKING.get(standard.supply_kind, MISSING)


def names_in(rows: pd.DataFrame) -> dict[str, str]:
    """Code to name with country, of the rows of a ledger."""
    return {str(code): str(place) for code, place in rows["place"].items()}


def money(eur: float) -> str:
    """Euro as a sentence has them.

    >>> money(2_000_000).replace(THIN, " "), money(9500.0).replace(THIN, " ")
    ('2 million euro', '9 500 euro')
    """
    return _("{amount} euro", amount=words.short(eur)).replace(" ", THIN)


def signed(value: float) -> str:
    """A whole number with its sign, a real minus.

    >>> signed(-5), signed(0.2), signed(5)
    ('−5', '0', '+5')
    """
    whole = round(value)
    return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{number(abs(whole))}"


def from_to(low: float, high: float) -> str:
    """A change that is known as an interval, from below alone, or not.

    >>> from_to(-5, -5), from_to(-5, 2), from_to(5, float("nan"))
    ('−5', '−5 to +2', 'at least +5')
    """
    if not words.is_known(low):
        return _("unknown")
    if not words.is_known(high):
        return _("at least {number}", number=signed(low))
    first, last = signed(min(low, high)), signed(max(low, high))
    return first if first == last else _("{first} to {last}", first=first, last=last)


def title(name: str) -> str:
    """A plan's name as a sentence has it, in quotes."""
    return f"“{escaped(name)}”"
