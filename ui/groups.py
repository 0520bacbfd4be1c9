"""Groups of territories that a reader names: kept in the address, edited in the sidebar.

They outlive a change of page: what somebody named is still there on the next one.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui import group_text, words
from ui.asked import without_a_page
from ui.group_text import (
    LONGEST,
    MOST_GROUPS,
    MOST_TERRITORIES,
    NAME,
    Group,
    Read,
    territories,
    tidy,
    unused,
    written,
)
from ui.language import _, later, per_language
from ui.named import Named, places_of
from ui.out.taken import Parameter
from ui.store import Dataset

__all__ = ["NAME", "Group", "groups"]
_LABEL = later("Own groups of territories")
_ABOUT = (
    "groups of one's own: NAME:CODE.CODE;NAME:CODE, up to "
    f"{MOST_GROUPS} with up to {MOST_TERRITORIES} territories each"
)
# Kept in the session: which group is edited.
_TURN = "group_turn"


def _apart(found: Read) -> tuple[Sequence[Group], Sequence[str]]:
    return found.groups, found.notes


_GROUPS = Named[Group](
    Parameter(NAME, _LABEL, about=_ABOUT),
    lambda asked, codes: _apart(group_text.read(asked, codes)),
    lambda asked, codes: _apart(group_text.read_strictly(asked, codes)),
    written,
)


def groups(dataset: Dataset) -> tuple[Group, ...]:
    """The groups that have a territory; on a page, draws the control that edits them.

    Without a page they are read from the address alone, strictly or passing over what is not
    known, as every control does.
    """
    names = _labels(dataset)
    if found := without_a_page():
        return _GROUPS.asked(found, names.keys(), lambda group: bool(group.territories))
    kept = _GROUPS.of_session(names.keys())
    with st.expander(f"{_(_LABEL)} ({len(kept)})" if kept else _(_LABEL)):
        _edit(names)
    _GROUPS.write()
    return Read(tuple(_GROUPS.now())).filled


@per_language(24)
def _labels(dataset: Dataset) -> Mapping[str, str]:
    """What a list calls every territory; one for all readers."""
    return {code: f"{place} · {code}" for code, place in places_of(dataset).items()}


def _edit(names: Mapping[str, str]) -> None:
    """One group at a time: its name, its territories; a new one, or one less."""
    kept = _GROUPS.now()
    for note in _GROUPS.notes():
        st.caption(words.escaped(note))
    turn = 0
    if len(kept) > 1:
        st.session_state[_TURN] = min(st.session_state.get(_TURN, 0), len(kept) - 1)
        turn = st.selectbox(
            _("Group"),
            range(len(kept)),
            format_func=lambda at: kept[at].name,
            key=_TURN,
            help=_("Which of your groups the fields below change."),
        )
    if kept:
        _fields(turn, kept[turn], names)
    with st.container(horizontal=True):
        if len(kept) < MOST_GROUPS:
            st.button(
                _("New group"),
                key="group_new",
                type="tertiary",
                on_click=_add,
                help=_("Adds an empty group; only the address keeps it."),
            )
        if kept:
            st.button(
                _("Take this group away"), key="group_gone", type="tertiary", on_click=_drop,
                args=(turn,),
                help=_("Takes the group out of the page and the address; no figure is changed."),
            )  # fmt: skip
    if not kept:
        st.caption(_("Name some territories to see them as one; the address keeps them."))


def _fields(turn: int, group: Group, names: Mapping[str, str]) -> None:
    """Name and territories of a group; what is written there is kept at once."""
    name, within = f"group_name_{turn}", f"group_of_{turn}"
    st.session_state[name] = group.name
    st.session_state[within] = list(group.territories)
    st.text_input(
        _("Name"),
        key=name,
        max_chars=LONGEST,
        on_change=_rename,
        args=(turn,),
        help=_("How the group is called on this page, in the address and in downloads."),
    )
    st.multiselect(
        _("Territories"), list(names), format_func=names.__getitem__, key=within,
        placeholder=_("Type a name or code"), max_selections=MOST_TERRITORIES,
        on_change=_fill, args=(turn, frozenset(names)),
        help=_(
"Those that are looked at as one: an alliance, a metropolitan area, a border "
"region."),
    )  # fmt: skip


def _rename(turn: int) -> None:
    kept = _GROUPS.now()
    others = [each.name for at, each in enumerate(kept) if at != turn]
    typed = tidy(str(st.session_state[f"group_name_{turn}"]))[:LONGEST].strip()
    name = typed or kept[turn].name
    kept[turn] = Group(unused(name, others), kept[turn].territories)
    _GROUPS.write()


def _fill(turn: int, known: frozenset[str]) -> None:
    kept = _GROUPS.now()
    notes: list[str] = []
    chosen = [str(each) for each in st.session_state[f"group_of_{turn}"]]
    kept[turn] = Group(kept[turn].name, territories(chosen, known, notes.append))
    _GROUPS.note(notes)
    _GROUPS.write()


def _add() -> None:
    kept = _GROUPS.now()
    kept.append(
        Group(unused(_("Group {number}", number=len(kept) + 1), [each.name for each in kept]), ())
    )
    st.session_state[_TURN] = len(kept) - 1
    _GROUPS.write()


def _drop(turn: int) -> None:
    _GROUPS.now().pop(turn)
    _GROUPS.note([])
    _GROUPS.write()
