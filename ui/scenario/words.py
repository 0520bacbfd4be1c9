"""A plan's changes in words: what happens, where, by which rule, within which limits."""

from collections.abc import Mapping

from analysis.scenario.plan import Add, Arrive, Change, Lose, Places
from ui import words
from ui.cased import begins
from ui.language import Words, _, later, n_
from ui.language.numbers import with_point
from ui.scenario.units import PEOPLE, amount, money
from ui.words import THIN, apart, counted, escaped

# Kinds of change, in the order they are offered; those of places by their unit.
ARRIVE, PLACES, LOSE, ADD = "arrive", "places", "lose", "add"
KINDS = {
    ARRIVE: later("People arrive"),
    PLACES: later("{units} open or close in a territory"),
    LOSE: later("{units} are lost everywhere"),
    ADD: later("{units} are added where they help most"),
}
# What an allocation keeps small, as a choice and inside a sentence.
RULES = Words(
    {
        "unmet": "As few as possible without a place",
        "worst": "The worst gap as small as possible",
        "unequal": "Gaps as alike as possible",
        "key": "By a key alone",
    }
)
_ARRIVE_RULES = {
    "unmet": later("shared out so that as few as possible are without a place, {key}"),
    "worst": later("shared out so that the worst gap for its residents stays as small as possible"),
    "unequal": later("shared out so that gaps for their residents become as alike as possible"),
    "key": later("shared out {key}"),
}
_ADD_RULES = Words(
    {
        "unmet": "so that as few people as possible are without one",
        "worst": "where the gap for its residents is worst",
        "unequal": "so that gaps for their residents become as alike as possible",
    }
)
KEYS = Words(
    {
        "residents": "By residents",
        "need": "By the people who are there",
        "equal": "The same for each territory",
    }
)
_KEY_WORDS = Words(
    {
        "residents": "by residents",
        "need": "by the people who are there already",
        "equal": "the same for each territory",
    }
)
_MOST_NAMED = 3


def kind(code: str, unit: str) -> str:
    """A kind of change as a choice."""
    return _(KINDS[code], units=begins(_(unit)))


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
        many = abs(change.places)
        parts = {
            "amount": amount(many, unit),
            "place": escaped(names.get(change.territory_id, change.territory_id)),
        }
        if change.places > 0:
            return n_("{amount} opens in {place}", "{amount} open in {place}", many, **parts)
        return n_("{amount} closes in {place}", "{amount} close in {place}", many, **parts)
    if isinstance(change, Lose):
        lost = {"percent": with_point(f"{change.percent:g}"), "unit": _(unit)}
        if not change.only:
            return _("{percent} % of {unit} are lost everywhere", **lost)
        where = listed(change.only, names)
        return _("{percent} % of {unit} are lost in {territories}", territories=where, **lost)
    return _add(change, names, unit)


def _arrive(change: Arrive, names: Mapping[str, str]) -> str:
    many = change.persons
    parts = {
        "amount": amount(many, PEOPLE), "territories": listed(change.only, names),
        "rule": _(_ARRIVE_RULES[change.rule], key=_KEY_WORDS[change.key]),
    }  # fmt: skip
    said = [
        n_("{amount} arrives in {territories}, {rule}", "{amount} arrive in {territories}, {rule}",
           many, **parts)
        if change.only
        else n_("{amount} arrives, {rule}", "{amount} arrive, {rule}", many, **parts)
    ]  # fmt: skip
    if change.family > 1:
        said.append(
            n_("families of {count} stay together", "families of {count} stay together",
               change.family)
        )  # fmt: skip
    if change.places_only:
        said.append(_("only where a place is free"))
    if change.most_percent is not None:
        percent = f"{with_point(f'{change.most_percent:g}')}{THIN}%"
        said.append(_("at most {percent} of a territory's residents", percent=percent))
    return apart(said)


def _add(change: Add, names: Mapping[str, str], unit: str) -> str:
    is_key = change.rule == "key"
    parts = {
        "rule": _KEY_WORDS[change.key] if is_key else _ADD_RULES[change.rule],
        "territories": listed(change.only, names), "unit": _(unit),
    }  # fmt: skip
    if change.budget_eur is not None:
        parts |= {"money": money(change.budget_eur)}
        return _paid(change, parts)
    many = change.places or 0
    parts |= {"amount": amount(many, unit)}
    if change.only:
        return n_(
            "{amount} is added in {territories} {rule}",
            "{amount} are added in {territories} {rule}", many, **parts,
        )  # fmt: skip
    return n_("{amount} is added {rule}", "{amount} are added {rule}", many, **parts)


def _paid(change: Add, parts: dict[str, str]) -> str:
    """What a budget pays for."""
    days = {"count": counted(change.days), **parts}
    if change.days == 365 and change.only:
        return _(
            "As many {unit} as {money} pay for a year are added in {territories} {rule}", **parts
        )
    if change.days == 365:
        return _("As many {unit} as {money} pay for a year are added {rule}", **parts)
    if change.only:
        return n_(
            "As many {unit} as {money} pay for {count} day are added in {territories} {rule}",
            "As many {unit} as {money} pay for {count} days are added in {territories} {rule}",
            change.days, **days,
        )  # fmt: skip
    return n_(
        "As many {unit} as {money} pay for {count} day are added {rule}",
        "As many {unit} as {money} pay for {count} days are added {rule}",
        change.days, **days,
    )  # fmt: skip


def listed(only: tuple[str, ...], names: Mapping[str, str]) -> str:
    """'X, Y and three more'; '' where a change may be anywhere."""
    if not only:
        return ""
    named = [escaped(names.get(each, each)) for each in only[:_MOST_NAMED]]
    more = len(only) - len(named)
    rest = [n_("{count} more", "{count} more", more)] if more else []
    return words.listed([*named, *rest])


def short(change: Change, unit: str = "places") -> str:
    """What a change is, in a few words without names.

    >>> short(Places("NL32", -200)), short(Lose(10.0))
    ('200 places close', '10 % of places lost')
    """
    if isinstance(change, Arrive):
        said = amount(change.persons, PEOPLE)
        return n_("{amount} arrives", "{amount} arrive", change.persons, amount=said)
    if isinstance(change, Places):
        many = abs(change.places)
        said = amount(many, unit)
        if change.places > 0:
            return n_("{amount} opens", "{amount} open", many, amount=said)
        return n_("{amount} closes", "{amount} close", many, amount=said)
    if isinstance(change, Lose):
        percent = with_point(f"{change.percent:g}")
        return _("{percent} % of {unit} lost", percent=percent, unit=_(unit))
    if change.budget_eur is not None:
        return _("{money} for {unit}", money=money(change.budget_eur), unit=_(unit))
    many = change.places or 0
    return n_("{amount} added", "{amount} added", many, amount=amount(many, unit))
