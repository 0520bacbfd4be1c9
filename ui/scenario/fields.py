"""The fields of a change on the page: under which keys they are kept, and what they say."""

from typing import Any

from analysis.scenario.plan import KEYS, RULES, Add, Arrive, Change, Lose, Places
from ui.language import Words, _
from ui.scenario.words import ARRIVE, LOSE
from ui.scenario.words import PLACES as KIND_PLACES

KIND, HOW = "change kind", "change how"
OPEN, CLOSE, NUMBER, BUDGET = "open", "close", "number", "budget"
WAYS = Words(
    {
        OPEN: "Open",
        CLOSE: "Close",
        NUMBER: "So many",
        BUDGET: "As many as a budget pays for",
    }
)
PERSONS, PLACES, PERCENT, EUR = (
    "change persons",
    "change places",
    "change percent",
    "change eur",
)
DAYS, RULE, KEY, AT = "change days", "change rule", "change key", "change at"
MOST, FREE, ONLY, FAMILY = "change most", "change free", "change only", "change family"


def change_of(kind: str, state: Any) -> Change:
    """The change that the fields say. Raises ValueError where a field makes no sense."""
    only = tuple(str(each) for each in state.get(ONLY, ()))
    rule, key = state.get(RULE, RULES[0]), state.get(KEY, KEYS[0])
    if kind == ARRIVE:
        most = state.get(MOST)
        return Arrive(
            _whole(state, PERSONS, _("How many people arrive?")), rule, key, most,
            bool(state.get(FREE, False)), only, int(state.get(FAMILY, 1)),
        )  # fmt: skip
    if kind == KIND_PLACES:
        if state.get(AT) is None:
            raise ValueError(_("Choose the territory first."))
        many = _whole(state, PLACES, _("How many open or close?"))
        return Places(str(state[AT]), -many if state[HOW] == CLOSE else many)
    if kind == LOSE:
        if state.get(PERCENT) is None:
            raise ValueError(_("Write how many per cent are lost."))
        return Lose(float(state[PERCENT]), only)
    if state.get(HOW) == BUDGET:
        eur = _whole(state, EUR, _("How large is the budget?"))
        days = _whole(state, DAYS, _("For how many days?"))
        return Add(None, eur, days, rule, only, key)
    return Add(_whole(state, PLACES, _("How many are added?")), None, 365, rule, only, key)


def _whole(state: Any, key: str, question: str) -> int:
    value = state.get(key)
    if value is None:
        raise ValueError(f"{question} {_('Write a whole number of at least 1.')}")
    return int(value)
