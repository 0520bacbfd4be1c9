"""One change of a plan as it stands in an address, both ways; see `ui.scenario.text`."""

import re
from collections.abc import Callable, Set
from typing import NamedTuple

from analysis.scenario.plan import Add, Arrive, Change, Lose, Places
from ui.address import apart, joined
from ui.language import _

_IN, _MOST, _FREE, _FAMILY, _EUR = "in", "most", "free", "family", "eur"
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_DECIMAL = re.compile(r"[0-9]{1,3}(_[0-9]{1,6})?")


class _Words(NamedTuple):
    """The words of a change before its territories, and these."""

    words: list[str]
    only: tuple[str, ...]

    def exactly(self, many: int) -> list[str]:
        """The words, of which there must be so many."""
        if len(self.words) != many:
            raise ValueError(
                _("too many words") if len(self.words) > many else _("a word is missing")
            )
        return self.words


def text_of(change: Change) -> str:
    """A change as an address has it.

    >>> text_of(Add(budget_eur=1_000_000, days=90, only=("ITG1",)))
    'add.eur.1000000.90.unmet.residents.in.ITG1'
    """
    if isinstance(change, Places):
        return joined(["places", change.territory_id, str(change.places)])
    if isinstance(change, Lose):
        words = ["lose", _number(change.percent)]
    elif isinstance(change, Add):
        many = [str(change.places)] if change.places is not None else []
        if change.budget_eur is not None:
            many = [_EUR, str(change.budget_eur), str(change.days)]
        words = ["add", *many, change.rule, change.key]
    else:
        words = ["arrive", str(change.persons), change.rule, change.key, *_limits(change)]
    return joined([*words, *([_IN, *change.only] if change.only else [])])


def _limits(change: Arrive) -> list[str]:
    words = [] if change.most_percent is None else [_MOST, _number(change.most_percent)]
    words += [_FREE] if change.places_only else []
    return words + ([_FAMILY, str(change.family)] if change.family > 1 else [])


def change_of(text: str, known: Set[str]) -> Change:
    """The change that a text means; ValueError says what it does not make sense of.

    >>> change_of("places.ITG1.-40", {"ITG1"})
    Places(territory_id='ITG1', places=-40)
    """
    head, *words = apart(text)
    if head not in _READ:
        raise ValueError(_("a change begins with {words}", words=", ".join(_READ)))
    only: tuple[str, ...] = ()
    if _IN in words:
        at = words.index(_IN)
        words, only = words[:at], _codes(words[at + 1 :], known)
    try:
        return _READ[head](_Words(words, only), known)
    except IndexError:
        raise ValueError(_("a word is missing")) from None


def _arrive(found: _Words, known: Set[str]) -> Change:
    words = found.words
    persons, rule, key, rest = _whole(words[0]), words[1], words[2], words[3:]
    most, free, family = None, False, 1
    while rest:
        word, *rest = rest
        if word == _FREE:
            free = True
        elif word == _MOST:
            most, rest = _decimal(rest[0]), rest[1:]
        elif word == _FAMILY:
            family, rest = _whole(rest[0]), rest[1:]
        else:
            raise ValueError(_("{word} is no limit of arrivals", word=word[:20]))
    return Arrive(persons, rule, key, most, free, found.only, family)


def _places(found: _Words, known: Set[str]) -> Change:
    code, number = found.exactly(2)
    return Places(_codes([code], known)[0], _whole(number))


def _lose(found: _Words, known: Set[str]) -> Change:
    (percent,) = found.exactly(1)
    return Lose(_decimal(percent), found.only)


def _add(found: _Words, known: Set[str]) -> Change:
    if found.words[0] == _EUR:
        _eur, budget, days, rule, key = found.exactly(5)
        return Add(
            budget_eur=_whole(budget), days=_whole(days), rule=rule, only=found.only, key=key
        )
    many, rule, key = found.exactly(3)
    return Add(_whole(many), rule=rule, only=found.only, key=key)


_READ: dict[str, Callable[[_Words, Set[str]], Change]] = {
    "arrive": _arrive, "places": _places, "lose": _lose, "add": _add,
}  # fmt: skip


def _codes(codes: list[str], known: Set[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(each for each in codes if each))
    strangers = [each for each in found if each not in known]
    if strangers or not found:
        named = ", ".join(strangers[:5])[:60]
        raise ValueError(_("no territory of this dataset: {codes}", codes=named))
    return found


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(_("{text} is no whole number", text=text[:20]))
    return int(text)


def _decimal(text: str) -> float:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(_("{text} is no number such as 2_5", text=text[:20]))
    return float(text.replace("_", "."))


def _number(value: float) -> str:
    """Up to six decimals, with `_` as the decimal sign."""
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "_")
