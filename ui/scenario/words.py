"""A plan's changes in words: what happens, where, by which rule, within which limits."""

from collections.abc import Mapping

import pandas as pd

from analysis.scenario.plan import Add, Arrive, Change, Lose, Places
from analysis.standard import Standard
from ui import words
from ui.words import THIN, count_of, escaped, number

# Kinds of change, in the order they are offered.
ARRIVE, PLACES, LOSE, ADD = "arrive", "places", "lose", "add"
KINDS = {
    ARRIVE: "People arrive",
    PLACES: "Places open or close in a territory",
    LOSE: "Places are lost everywhere",
    ADD: "Places are added where they help most",
}
# What an allocation keeps small, as a choice and inside a sentence.
RULES = {
    "unmet": "As few as possible without a place",
    "worst": "The worst gap as small as possible",
    "unequal": "Gaps as alike as possible",
    "key": "By a key alone",
}
_ARRIVE_RULES = {
    "unmet": "shared out so that as few as possible are without a place, {key}",
    "worst": "shared out so that the worst gap for its residents stays as small as possible",
    "unequal": "shared out so that gaps for their residents become as alike as possible",
    "key": "shared out {key}",
}
_ADD_RULES = {
    "unmet": "so that as few people as possible are without one",
    "worst": "where the gap for its residents is worst",
    "unequal": "so that gaps for their residents become as alike as possible",
    "key": "{key}",
}
KEYS = {
    "residents": "By residents",
    "need": "By the people who are there",
    "equal": "The same for each territory",
}
_KEY_WORDS = {
    "residents": "by residents",
    "need": "by the people who are there already",
    "equal": "the same for each territory",
}
_MOST_NAMED = 3
PEOPLE = "people"


def sentence(change: Change, names: Mapping[str, str], unit: str = "places") -> str:
    r"""One change as a sentence without its full stop; `names` are territories by code.

    >>> sentence(Places("NL32", -200), {"NL32": "Noord-Holland"})
    '200 places close in Noord\\-Holland'
    >>> sentence(Lose(10.0), {})
    '10 % of places are lost everywhere'
    """
    if isinstance(change, Arrive):
        return _arrive(change, names)
    if isinstance(change, Places):
        verb = "open" if change.places > 0 else "close"
        at = escaped(names.get(change.territory_id, change.territory_id))
        verb += "s" if abs(change.places) == 1 else ""
        return f"{amount(abs(change.places), unit)} {verb} in {at}"
    if isinstance(change, Lose):
        where = within(change.only, names) or " everywhere"
        return f"{change.percent:g} % of {unit} are lost{where}"
    return _add(change, names, unit)


def _arrive(change: Arrive, names: Mapping[str, str]) -> str:
    rule = _ARRIVE_RULES[change.rule].format(key=_KEY_WORDS[change.key])
    said = [f"{_arriving(change)}{within(change.only, names)}, {rule}"]
    if change.family > 1:
        said.append(f"families of {change.family} stay together")
    if change.places_only:
        said.append("only where a place is free")
    if change.most_percent is not None:
        said.append(f"at most {change.most_percent:g}{THIN}% of a territory's residents")
    return "; ".join(said)


def _add(change: Add, names: Mapping[str, str], unit: str) -> str:
    rule = _ADD_RULES[change.rule].format(key=_KEY_WORDS[change.key])
    where = within(change.only, names)
    if change.budget_eur is not None:
        days = "a year" if change.days == 365 else count_of(change.days, "day")
        paid = f"as {money(change.budget_eur)} pay for {days}"
        return f"As many {unit} {paid} are added{where} {rule}"
    verb = "is" if change.places == 1 else "are"
    return f"{amount(change.places or 0, unit)} {verb} added{where} {rule}"


def _arriving(change: Arrive) -> str:
    return f"{amount(change.persons, PEOPLE)} {'arrives' if change.persons == 1 else 'arrive'}"


def amount(many: float, unit: str) -> str:
    """A number with its unit, which is in the singular after 1.

    >>> amount(1, "places"), amount(2, "places"), amount(1, "people")
    ('1 place', '2 places', '1 person')
    """
    return f"{number(many)} {singular(unit) if many == 1 else unit}"


def singular(unit: str) -> str:
    """One of a unit: 'place', 'person'."""
    return "person" if unit == PEOPLE else unit.removesuffix("s")


def within(only: tuple[str, ...], names: Mapping[str, str]) -> str:
    """' in X, Y and three more', '' where a change may be anywhere."""
    if not only:
        return ""
    named = [escaped(names.get(each, each)) for each in only[:_MOST_NAMED]]
    more = len(only) - len(named)
    return " in " + words.listed([*named, f"{more} more"] if more else named)


def short(change: Change, unit: str = "places") -> str:
    """What a change is, in a few words without names.

    >>> short(Places("NL32", -200)), short(Lose(10.0))
    ('200 places close', '10 % of places lost')
    """
    if isinstance(change, Arrive):
        return _arriving(change)
    if isinstance(change, Places):
        verb = "open" if change.places > 0 else "close"
        ending = "s" if abs(change.places) == 1 else ""
        return f"{amount(abs(change.places), unit)} {verb}{ending}"
    if isinstance(change, Lose):
        return f"{change.percent:g} % of {unit} lost"
    if change.budget_eur is not None:
        return f"{money(change.budget_eur)} for {unit}"
    return f"{amount(change.places or 0, unit)} added"


def supplied(standard: Standard) -> str:
    """What a plan opens, loses or adds: places, or hours, posts; people are received in places."""
    return "places" if standard.unit == "people" else standard.unit


def lacking(standard: Standard) -> str:
    """What is said of those, or of that, which nobody has: 'missing', 'not received'."""
    named = {"use": "not received", "commitment": "not promised"}
    return named.get(standard.supply_kind, "missing")


def names_in(rows: pd.DataFrame) -> dict[str, str]:
    """Code to name with country, of the rows of a ledger."""
    return {str(code): str(place) for code, place in rows["place"].items()}


def money(eur: float) -> str:
    """Euro as a sentence has them.

    >>> money(2_000_000).replace(THIN, " "), money(9500.0).replace(THIN, " ")
    ('2 million euro', '9 500 euro')
    """
    return f"{words.short(eur)}{THIN}euro"


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
        return "unknown"
    if not words.is_known(high):
        return f"at least {signed(low)}"
    first, last = signed(min(low, high)), signed(max(low, high))
    return first if first == last else f"{first} to {last}"


def title(name: str) -> str:
    """A plan's name as a sentence has it, in quotes."""
    return f"“{escaped(name)}”"
