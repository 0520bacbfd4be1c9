"""The plans of a reader: kept in the address and in her session, changed by what she presses."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.scenario.plan import MOST_CHANGES, MOST_PLANS, Change, Plan
from ui.asked import without_a_page
from ui.group_text import LONGEST, tidy, unused
from ui.named import Named, places_of
from ui.out.taken import Parameter
from ui.scenario import text
from ui.store import Dataset

LOOK = "look"
_ABOUT = (
    "plans to compare with today: NAME:CHANGE,CHANGE;NAME:CHANGE, up to "
    f"{MOST_PLANS} with up to {MOST_CHANGES} changes each"
)


def _apart(found: text.Read) -> tuple[Sequence[Plan], Sequence[str]]:
    return found.plans, found.notes


_PLANS = Named[Plan](
    Parameter(text.NAME, "Plans", about=_ABOUT),
    lambda asked, codes: _apart(text.read(asked, codes)),
    lambda asked, codes: _apart(text.read_strictly(asked, codes)),
    text.written,
)
# What of the address was passed over, in sentences.
notes = _PLANS.notes


def plans(dataset: Dataset) -> tuple[Plan, ...]:
    """The plans of the address, or those of this session where the address is silent."""
    codes = places_of(dataset).keys()
    if found := without_a_page():
        return _PLANS.asked(found, codes)
    kept = _PLANS.of_session(codes)
    _PLANS.write()
    return tuple(kept)


def of_address(dataset: Dataset) -> tuple[Plan, ...]:
    """The plans of a page's address alone: none where it is silent."""
    return _PLANS.of_address(places_of(dataset).keys())


def add(new: Sequence[Plan]) -> None:
    """Keep more plans, as far as there is room, and look at the first of them."""
    kept = _PLANS.now()
    st.session_state[LOOK] = min(len(kept) + 1, MOST_PLANS)
    for plan in new[: MOST_PLANS - len(kept)]:
        kept.append(replace(plan, name=unused(plan.name, [each.name for each in kept])))
    _PLANS.write()


def replace_all(new: Sequence[Plan]) -> None:
    """Keep these plans alone, and look at the first."""
    _PLANS.keep(new[:MOST_PLANS])
    st.session_state[LOOK] = 1
    _PLANS.write()


def drop(at: int) -> None:
    """Take a plan away; another one is then looked at."""
    kept = _PLANS.now()
    kept.pop(at)
    st.session_state[LOOK] = max(1, min(at + 1, len(kept)))
    _PLANS.write()


def rename(at: int, typed: str) -> None:
    """Give a plan the name that was typed; without one it keeps its own."""
    kept = _PLANS.now()
    others = [each.name for turn, each in enumerate(kept) if turn != at]
    name = tidy(typed)[:LONGEST].strip() or kept[at].name
    kept[at] = replace(kept[at], name=unused(name, others))
    _PLANS.write()


def change(at: int, change: Change) -> None:
    """Add a change at the end of a plan."""
    kept = _PLANS.now()
    kept[at] = replace(kept[at], changes=(*kept[at].changes, change))
    _PLANS.write()


def undo(at: int, position: int) -> None:
    """Take one change out of a plan."""
    kept = _PLANS.now()
    rest = [each for turn, each in enumerate(kept[at].changes) if turn != position]
    kept[at] = replace(kept[at], changes=tuple(rest))
    _PLANS.write()
