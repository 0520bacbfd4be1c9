"""A change written down: its kind, then the fields that kind has, in words."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from analysis.scenario.plan import (
    KEYS,
    LARGEST_FAMILY,
    LEAST_PERCENT,
    MOST_DAYS,
    MOST_EUR,
    MOST_PERSONS,
    MOST_PLACES,
    MOST_TERRITORIES,
    RULES,
    Add,
    Arrive,
    Change,
    Lose,
    Places,
)
from ui import chosen
from ui.ledger import Ledger
from ui.scenario import kept, words
from ui.scenario.examples import people_of
from ui.scenario.words import ADD, ARRIVE, KINDS, LOSE, PLACES

_KIND, _HOW = "change kind", "change how"
_OPEN, _CLOSE = "Open", "Close"
_NUMBER, _BUDGET = "So many", "As many as a budget pays for"
_PERSONS, _PLACES, _PERCENT, _EUR = (
    "change persons",
    "change places",
    "change percent",
    "change eur",
)
_DAYS, _RULE, _KEY, _AT = "change days", "change rule", "change key", "change at"
_MOST, _FREE, _ONLY, _FAMILY = "change most", "change free", "change only", "change family"
_KEPT_TOGETHER = ("unmet", "key")
_SAID = "change said"


def new_change(ledger: Ledger, at: int) -> None:
    """The fields of a change, and the button that adds it to plan `at` (from 0)."""
    unit = words.supplied(ledger.choice.standard)
    kind = st.selectbox(
        "What happens?", list(KINDS), format_func=_kinds(unit), key=_KIND,
        help="One change of the plan; a plan is worked out in the order its changes stand.",
    )  # fmt: skip
    fields: Mapping[str, Callable[[Ledger], None]] = {
        ARRIVE: _arrive, PLACES: _places, LOSE: _lose, ADD: _add
    }  # fmt: skip
    fields[kind](ledger)
    if fault := st.session_state.pop(_SAID, ""):
        st.error(fault)
    st.button(
        "Add this change", type="primary", on_click=_keep, args=(kind, at), key="change_add",
        help="Adds it to the plan; the page and its address follow.",
    )  # fmt: skip


def _kinds(unit: str) -> Callable[[str], str]:
    return lambda kind: KINDS[kind].replace("Places", unit.capitalize())


def _arrive(ledger: Ledger) -> None:
    left, right = st.columns([1, 2])
    with left:
        st.number_input(
            "How many people", 1, MOST_PERSONS, people_of(ledger), key=_PERSONS,
            help="Newcomers in all territories looked at together.",
        )  # fmt: skip
    with right:
        rule = _rule("How are they shared out?")
    _key(rule)
    # Drawn while closed too: a field that is not drawn would forget what was written in it.
    with st.expander("Limits and families"):
        st.checkbox(
            "Only where a place is free", key=_FREE,
            help="Whoever finds no free place stays counted as not placed.",
        )  # fmt: skip
        st.number_input(
            "At most so many per cent of a territory's residents", LEAST_PERCENT, 100.0, None,
            step=0.01, format="%g", placeholder="no limit", key=_MOST,
            help="A ceiling for each territory; empty is none.",
        )  # fmt: skip
        st.number_input(
            "People who stay together", 1, LARGEST_FAMILY, 1, key=_FAMILY,
            help="Families of this size are never split between territories.",
        )  # fmt: skip
        _only(ledger, "Only to these territories")


def _places(ledger: Ledger) -> None:
    places = ledger.rows["place"]
    here = chosen.territory(ledger.rows)
    if _AT not in st.session_state and here is not None:
        st.session_state[_AT] = here
    st.selectbox(
        "Where", list(places.index), None, places.to_dict().__getitem__, key=_AT,
        placeholder="Type a name, or choose on the map first",
        help="The territory in which places open or close.",
    )  # fmt: skip
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        st.radio("Which way", [_OPEN, _CLOSE], key=_HOW, horizontal=True,
                 label_visibility="collapsed",
                 help="Open adds places, close takes places away.")  # fmt: skip
    with right:
        st.number_input(
            f"How many {words.supplied(ledger.choice.standard)}", 1, MOST_PLACES, 200, key=_PLACES,
            help="A whole number in this one territory.",
        )  # fmt: skip


def _lose(ledger: Ledger) -> None:
    st.number_input(
        f"Per cent of {words.supplied(ledger.choice.standard)} lost",
        LEAST_PERCENT,
        100.0,
        10.0,
        0.1,
        format="%g",
        key=_PERCENT,
        help="The same part of what is there is lost in every territory named below, or in all.",
    )
    _only(ledger, "Only in these territories")


def _add(ledger: Ledger) -> None:
    unit, how = words.supplied(ledger.choice.standard), _NUMBER
    if ledger.unit() == "places":
        how = st.radio(
            "How many places", [_NUMBER, _BUDGET], key=_HOW, horizontal=True,
            help="A number you name, or what a budget pays for at the prices stated below.",
        )  # fmt: skip
    left, right = st.columns([1, 2])
    with left:
        if how == _NUMBER:
            st.number_input(
                unit.capitalize(), 1, MOST_PLACES, 200, key=_PLACES,
                help="A whole number for all territories together.",
            )  # fmt: skip
        else:
            st.number_input(
                "Budget in euro", 1, MOST_EUR, 2_000_000, 100_000, key=_EUR,
                help="What may be spent in all; prices of a place and day stand in the method "
                "below.",
            )  # fmt: skip
    with right:
        if how == _NUMBER:
            rule = _rule("Where are they put?")
        else:
            st.number_input(
                "For how many days", 1, MOST_DAYS, 365, key=_DAYS,
                help="How long the places are paid for.",
            )  # fmt: skip
    if how == _BUDGET:
        rule = _rule("Where are they put?")
    _key(rule)
    _only(ledger, "Only in these territories")


def _rule(label: str) -> str:
    return st.selectbox(
        label, RULES, format_func=words.RULES.__getitem__, key=_RULE,
        help="The rule that shares them out between territories; the method below says how each "
        "works.",
    )  # fmt: skip


def _key(rule: str) -> None:
    """The key, where the rule reads one."""
    if rule in _KEPT_TOGETHER:
        st.selectbox(
            "Shared by which key?", KEYS, format_func=words.KEYS.__getitem__, key=_KEY,
            help="By residents, by the people who are there, or as many for each territory.",
        )  # fmt: skip


def _only(ledger: Ledger, label: str) -> None:
    places = ledger.rows["place"]
    st.multiselect(
        label, list(places.index), format_func=places.to_dict().__getitem__, key=_ONLY,
        placeholder="All of them", max_selections=MOST_TERRITORIES,
        help="Nobody and nothing goes elsewhere; none chosen means all.",
    )  # fmt: skip


def _keep(kind: str, at: int) -> None:
    """Add what was written to the plan, or say what it lacks."""
    try:
        kept.change(at, _written(kind, st.session_state))
    except ValueError as fault:
        st.session_state[_SAID] = str(fault)


def _written(kind: str, state: Any) -> Change:
    """The change that the fields say. Raises ValueError where a field makes no sense."""
    only = tuple(str(each) for each in state.get(_ONLY, ()))
    rule, key = state.get(_RULE, RULES[0]), state.get(_KEY, KEYS[0])
    if kind == ARRIVE:
        most = state.get(_MOST)
        return Arrive(
            _number(state, _PERSONS, "How many people arrive?"), rule, key, most,
            bool(state.get(_FREE, False)), only, int(state.get(_FAMILY, 1)),
        )  # fmt: skip
    if kind == PLACES:
        if state.get(_AT) is None:
            raise ValueError("Choose the territory first.")
        many = _number(state, _PLACES, "How many open or close?")
        return Places(str(state[_AT]), -many if state[_HOW] == _CLOSE else many)
    if kind == LOSE:
        if state.get(_PERCENT) is None:
            raise ValueError("Write how many per cent are lost.")
        return Lose(float(state[_PERCENT]), only)
    if state.get(_HOW) == _BUDGET:
        eur = _number(state, _EUR, "How large is the budget?")
        days = _number(state, _DAYS, "For how many days?")
        return Add(None, eur, days, rule, only, key)
    return Add(_number(state, _PLACES, "How many are added?"), None, 365, rule, only, key)


def _number(state: Any, key: str, question: str) -> int:
    value = state.get(key)
    if value is None:
        raise ValueError(f"{question} Write a whole number of at least 1.")
    return int(value)
