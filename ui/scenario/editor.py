"""The plans on the page: three to start from, names, their changes as sentences, one more."""

from dataclasses import replace

import streamlit as st

from analysis.scenario.plan import MOST_CHANGES, MOST_PLANS, Plan
from ui import words
from ui.group_text import LONGEST
from ui.language import _, n_
from ui.ledger import Ledger
from ui.scenario import kept
from ui.scenario.choice import ScenarioChoice, look, shown
from ui.scenario.examples import examples
from ui.scenario.form import new_change
from ui.scenario.units import names_in, supplied
from ui.scenario.words import sentence

_NAME = "plan name"


def edit(choice: ScenarioChoice, ledger: Ledger) -> None:
    """Draw the plans of the choice and what changes them."""
    for note in kept.notes():
        st.caption(words.escaped(note))
    if not choice.plans:
        _start(ledger)
        return
    at = min(choice.look, len(choice.plans)) - 1
    left, right = st.columns(2, gap="large")
    with left:
        if len(choice.plans) > 1:
            one = look(choice.plans)
            st.radio(
                one.label, list(one.options), key=one.key, horizontal=True,
                format_func=lambda turn: words.escaped(one.words(turn)),
                help=one.about,
            )  # fmt: skip
        _name(at, choice.plans[at])
        _changes(at, choice.plans[at], ledger)
        _more(at, choice.plans[at], len(choice.plans))
    with right:
        if len(choice.plans[at].changes) < MOST_CHANGES:
            new_change(ledger, at)
        else:
            st.caption(_("A plan has {number} changes at most.", number=MOST_CHANGES))


def _start(ledger: Ledger) -> None:
    """Nothing is planned yet: three plans to begin with."""
    st.markdown(
        n_(
            "**Try a plan.** Start from one of these and change it, or compare all three; up to "
            "{count} plan stand beside today. The address keeps them.",
            "**Try a plan.** Start from one of these and change it, or compare all three; up to "
            "{count} plans stand beside today. The address keeps them.",
            MOST_PLANS,
            count=words.counted(MOST_PLANS),
        )
    )
    found = examples(ledger)
    with st.container(horizontal=True, key="start"):
        for turn, plan in enumerate(found):
            st.button(
                plan.name,
                key=f"start_{turn}",
                on_click=kept.add,
                args=([plan],),
                help=_("Starts from this plan; each of its changes can be taken out again."),
            )
        st.button(_("Compare all three"), key="start_all", type="primary", on_click=kept.add,
                  args=(found,),
                  help=_("Puts the three plans side by side; each can be changed."))  # fmt: skip
        st.button(_("An empty plan"), key="start_empty", type="tertiary", on_click=kept.add,
                  args=([Plan(_("My plan"), ())],),
                  help=_("A plan with no change yet."))  # fmt: skip


def _name(at: int, plan: Plan) -> None:
    key = f"{_NAME} {at}"
    st.session_state[key] = plan.name
    st.text_input(
        _("Name of the plan"), key=key, max_chars=LONGEST,
        on_change=lambda: kept.rename(at, str(st.session_state[key])),
        help=_("How the plan is called in tables, downloads and the address."),
    )  # fmt: skip


def _changes(at: int, plan: Plan, ledger: Ledger) -> None:
    """Each change as a sentence, with a button that takes it out."""
    names = names_in(ledger.rows)
    if not plan.changes:
        st.caption(_("Nothing changes yet: add a change."))
    with st.container(key="changes"):
        for position, change in enumerate(plan.changes):
            with st.container(horizontal=True, vertical_alignment="center"):
                said = sentence(change, names, supplied(ledger.choice.standard))
                st.markdown(f"{position + 1}. {said}.", width="stretch")
                st.button(
                    _("Remove"), key=f"undo_{at}_{position}", type="tertiary", on_click=kept.undo,
                    args=(at, position), width="content",
                    help=_("Takes this change out of the plan."),
                )  # fmt: skip


def _more(at: int, plan: Plan, many: int) -> None:
    """One plan more, a copy, or one less."""
    with st.container(horizontal=True):
        if many < MOST_PLANS:
            st.button(_("New plan"), key="plan_new", type="tertiary", on_click=kept.add,
                      args=([Plan(_("Plan {number}", number=many + 1), ())],),
                      help=_("A further plan beside these, with no change yet."))  # fmt: skip
            st.button(_("Copy this plan"), key="plan_copy", type="tertiary", on_click=kept.add,
                      args=([replace(plan)],),
                      help=_("The same changes under another name, to vary them."))  # fmt: skip
        st.button(_("Take this plan away"), key="plan_gone", type="tertiary", on_click=kept.drop,
                  args=(at,),
                  help=_("Takes the plan out of the page and the address; save it first to keep "
                  "it."))  # fmt: skip


def map_shows(choice: ScenarioChoice) -> None:
    """The switch above the map, where there is a plan to show."""
    if choice.plans:
        one = shown()
        st.radio(one.label, list(one.options), format_func=one.words, key=one.key, horizontal=True,
                 label_visibility="collapsed",
                 help=one.about)  # fmt: skip
