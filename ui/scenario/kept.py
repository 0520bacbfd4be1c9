"""The plans of a reader: kept in the address and in her session, changed by what she presses.

They outlive a change of page: a plan that was made is still there on the next one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis.scenario.plan import MOST_CHANGES, MOST_PLANS, Change, Plan
from ui import address, words
from ui.asked import without_a_page
from ui.group_text import LONGEST, tidy, unused
from ui.language import current
from ui.out.taken import Parameter
from ui.scenario.text import NAME, read, read_strictly, written
from ui.store import Dataset, ask

LOOK = "look"
_LABEL = "Plans"
_ABOUT = (
    "plans to compare with today: NAME:CHANGE,CHANGE;NAME:CHANGE, up to "
    f"{MOST_PLANS} with up to {MOST_CHANGES} changes each"
)
# Kept in the session: the plans, what the address said of them, what was passed over in it.
_KEPT, _SAID, _LEFT_OUT = "plans kept", "plans said", "plans left out"


def plans(dataset: Dataset) -> tuple[Plan, ...]:
    """The plans of the address, or those of this session where the address is silent."""
    names = names_of(dataset)
    if found := without_a_page():
        usual = Parameter(NAME, _LABEL, about=_ABOUT)
        reader = read_strictly if found.strict else read
        text = found.text(usual, lambda asked: written(reader(asked, names.keys()).plans))
        return tuple(read(text, names.keys()).plans)
    kept = _kept(names)
    _write()
    return tuple(kept)


def of_address(dataset: Dataset) -> tuple[Plan, ...]:
    """The plans of a page's address alone: none where it is silent."""
    return tuple(read(st.query_params.get(NAME, ""), names_of(dataset).keys()).plans)


def notes() -> list[str]:
    """What of the address was passed over, in sentences."""
    found: list[str] = st.session_state.get(_LEFT_OUT, [])
    return found


def names_of(dataset: Dataset) -> Mapping[str, str]:
    """Every territory's code and its name with its country, largest first."""
    return _names_of(dataset, current())


@st.cache_data(max_entries=8, show_spinner=False)
def _names_of(dataset: Dataset, language: str) -> Mapping[str, str]:
    """The same in the language that is spoken."""
    regions = ask(dataset, "region")
    return dict(zip(regions["territory_id"].map(str), words.places(regions), strict=True))


def add(new: Sequence[Plan]) -> None:
    """Keep more plans, as far as there is room, and look at the first of them."""
    kept: list[Plan] = st.session_state[_KEPT]
    st.session_state[LOOK] = min(len(kept) + 1, MOST_PLANS)
    for plan in new[: MOST_PLANS - len(kept)]:
        kept.append(replace(plan, name=unused(plan.name, [each.name for each in kept])))
    _write()


def replace_all(new: Sequence[Plan]) -> None:
    """Keep these plans alone, and look at the first."""
    st.session_state[_KEPT] = list(new[:MOST_PLANS])
    st.session_state[_LEFT_OUT] = []
    st.session_state[LOOK] = 1
    _write()


def drop(at: int) -> None:
    """Take a plan away; another one is then looked at."""
    kept: list[Plan] = st.session_state[_KEPT]
    kept.pop(at)
    st.session_state[LOOK] = max(1, min(at + 1, len(kept)))
    _write()


def rename(at: int, typed: str) -> None:
    """Give a plan the name that was typed; without one it keeps its own."""
    kept: list[Plan] = st.session_state[_KEPT]
    others = [each.name for turn, each in enumerate(kept) if turn != at]
    name = tidy(typed)[:LONGEST].strip() or kept[at].name
    kept[at] = replace(kept[at], name=unused(name, others))
    _write()


def change(at: int, change: Change) -> None:
    """Add a change at the end of a plan."""
    kept: list[Plan] = st.session_state[_KEPT]
    kept[at] = replace(kept[at], changes=(*kept[at].changes, change))
    _write()


def undo(at: int, position: int) -> None:
    """Take one change out of a plan."""
    kept: list[Plan] = st.session_state[_KEPT]
    rest = [each for turn, each in enumerate(kept[at].changes) if turn != position]
    kept[at] = replace(kept[at], changes=tuple(rest))
    _write()


def _kept(names: Mapping[str, str]) -> list[Plan]:
    """The plans of this session; those of the address where it says others."""
    asked = st.query_params.get(NAME, "")
    if _KEPT not in st.session_state or (asked and asked != st.session_state.get(_SAID)):
        found = read(asked, names.keys())
        st.session_state[_KEPT] = list(found.plans)
        st.session_state[_LEFT_OUT] = list(found.notes)
    kept: list[Plan] = st.session_state[_KEPT]
    found = read(written(kept), names.keys())
    if found.notes:
        # Another dataset was chosen that does not have all of their territories.
        kept[:], st.session_state[_LEFT_OUT] = list(found.plans), list(found.notes)
    return kept


def _write() -> None:
    """Make the address say the plans as they are."""
    text = written(st.session_state[_KEPT])
    st.session_state[_SAID] = text
    if text and st.query_params.get(NAME) != text:
        st.query_params[NAME] = text
    elif not text:
        address.absent(NAME)
