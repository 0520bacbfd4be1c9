"""A change written down: its kind, then the fields that kind has, in words."""

from collections.abc import Callable, Mapping

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
)
from ui import chosen
from ui.cased import begins
from ui.language import _
from ui.ledger import Ledger
from ui.scenario import fields, kept, words
from ui.scenario.examples import people_of
from ui.scenario.units import supplied
from ui.scenario.words import ADD, ARRIVE, KINDS, LOSE, PLACES

_KEPT_TOGETHER = ("unmet", "key")
_SAID = "change said"


def new_change(ledger: Ledger, at: int) -> None:
    """The fields of a change, and the button that adds it to plan `at` (from 0)."""
    unit = supplied(ledger.choice.standard)
    kind = st.selectbox(
        _("What happens?"), list(KINDS), format_func=lambda each: words.kind(each, unit),
        key=fields.KIND,
        help=_("One change of the plan; a plan is worked out in the order its changes stand."),
    )  # fmt: skip
    draw: Mapping[str, Callable[[Ledger], None]] = {
        ARRIVE: _arrive, PLACES: _places, LOSE: _lose, ADD: _add
    }  # fmt: skip
    draw[kind](ledger)
    if fault := st.session_state.pop(_SAID, ""):
        st.error(fault)
    st.button(
        _("Add this change"), type="primary", on_click=_keep, args=(kind, at), key="change_add",
        help=_("Adds it to the plan; the page and its address follow."),
    )  # fmt: skip


def _arrive(ledger: Ledger) -> None:
    left, right = st.columns([1, 2])
    with left:
        st.number_input(
            _("How many people"), 1, MOST_PERSONS, people_of(ledger), key=fields.PERSONS,
            help=_("Newcomers in all territories looked at together."),
        )  # fmt: skip
    with right:
        rule = _rule(_("How are they shared out?"))
    _key(rule)
    # Drawn while closed too: a field that is not drawn would forget what was written in it.
    with st.expander(_("Limits and families")):
        st.checkbox(
            _("Only where a place is free"), key=fields.FREE,
            help=_("Whoever finds no free place stays counted as not placed."),
        )  # fmt: skip
        st.number_input(
            _("At most so many per cent of a territory's residents"), LEAST_PERCENT, 100.0, None,
            step=0.01, format="%g", placeholder=_("no limit"), key=fields.MOST,
            help=_("A ceiling for each territory; empty is none."),
        )  # fmt: skip
        st.number_input(
            _("People who stay together"), 1, LARGEST_FAMILY, 1, key=fields.FAMILY,
            help=_("Families of this size are never split between territories."),
        )  # fmt: skip
        _only(ledger, _("Only to these territories"))


def _places(ledger: Ledger) -> None:
    places = ledger.rows["place"]
    here = chosen.territory(ledger.rows)
    if fields.AT not in st.session_state and here is not None:
        st.session_state[fields.AT] = here
    st.selectbox(
        _("Where"), list(places.index), None, places.to_dict().__getitem__, key=fields.AT,
        placeholder=_("Type a name, or choose on the map first"),
        help=_("The territory in which places open or close."),
    )  # fmt: skip
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        st.radio(_("Which way"), [fields.OPEN, fields.CLOSE], format_func=fields.WAYS.__getitem__,
                 key=fields.HOW, horizontal=True,
                 label_visibility="collapsed",
                 help=_("Open adds places, close takes places away."))  # fmt: skip
    with right:
        st.number_input(
            _("How many {unit}", unit=_(supplied(ledger.choice.standard))), 1, MOST_PLACES, 200,
            key=fields.PLACES,
            help=_("A whole number in this one territory."),
        )  # fmt: skip


def _lose(ledger: Ledger) -> None:
    st.number_input(
        _("Per cent of {unit} lost", unit=_(supplied(ledger.choice.standard))),
        LEAST_PERCENT,
        100.0,
        10.0,
        0.1,
        format="%g",
        key=fields.PERCENT,
        help=_("The same part of what is there is lost in every territory named below, or in all."),
    )
    _only(ledger, _("Only in these territories"))


def _add(ledger: Ledger) -> None:
    unit, how = supplied(ledger.choice.standard), fields.NUMBER
    if ledger.unit() == "places":
        how = st.radio(
            _("How many places"), [fields.NUMBER, fields.BUDGET],
            format_func=fields.WAYS.__getitem__,
            key=fields.HOW, horizontal=True,
            help=_("A number you name, or what a budget pays for at the prices stated below."),
        )  # fmt: skip
    left, right = st.columns([1, 2])
    with left:
        if how == fields.NUMBER:
            st.number_input(
                begins(_(unit)), 1, MOST_PLACES, 200, key=fields.PLACES,
                help=_("A whole number for all territories together."),
            )  # fmt: skip
        else:
            st.number_input(
                _("Budget in euro"), 1, MOST_EUR, 2_000_000, 100_000, key=fields.EUR,
                help=_("What may be spent in all; prices of a place and day stand in the method "
                "below."),
            )  # fmt: skip
    with right:
        if how == fields.NUMBER:
            rule = _rule(_("Where are they put?"))
        else:
            st.number_input(
                _("For how many days"), 1, MOST_DAYS, 365, key=fields.DAYS,
                help=_("How long the places are paid for."),
            )  # fmt: skip
    if how == fields.BUDGET:
        rule = _rule(_("Where are they put?"))
    _key(rule)
    _only(ledger, _("Only in these territories"))


def _rule(label: str) -> str:
    return st.selectbox(
        label, RULES, format_func=words.RULES.__getitem__, key=fields.RULE,
        help=_("The rule that shares them out between territories; the method below says how each "
        "works."),
    )  # fmt: skip


def _key(rule: str) -> None:
    """The key, where the rule reads one."""
    if rule in _KEPT_TOGETHER:
        st.selectbox(
            _("Shared by which key?"), KEYS, format_func=words.KEYS.__getitem__, key=fields.KEY,
            help=_("By residents, by the people who are there, or as many for each territory."),
        )  # fmt: skip


def _only(ledger: Ledger, label: str) -> None:
    places = ledger.rows["place"]
    st.multiselect(
        label, list(places.index), format_func=places.to_dict().__getitem__, key=fields.ONLY,
        placeholder=_("All of them"), max_selections=MOST_TERRITORIES,
        help=_("Nobody and nothing goes elsewhere; none chosen means all."),
    )  # fmt: skip


def _keep(kind: str, at: int) -> None:
    """Add what was written to the plan, or say what it lacks."""
    try:
        kept.change(at, fields.change_of(kind, st.session_state))
    except ValueError as fault:
        st.session_state[_SAID] = str(fault)
