"""Groups of territories that a reader names: kept in the address, edited in the sidebar.

They outlive a change of page: what somebody named is still there on the next one.
"""

from collections.abc import Mapping

import streamlit as st

from ui import address, words
from ui.asked import without_a_page
from ui.group_text import (
    LONGEST,
    MOST_GROUPS,
    MOST_TERRITORIES,
    NAME,
    Group,
    Read,
    read,
    read_strictly,
    territories,
    tidy,
    unused,
    written,
)
from ui.language import _, current, later
from ui.out.taken import Parameter
from ui.store import Dataset, ask

__all__ = ["NAME", "Group", "groups"]
_LABEL = later("Own groups of territories")
_ABOUT = (
    "groups of one's own: NAME:CODE.CODE;NAME:CODE, up to "
    f"{MOST_GROUPS} with up to {MOST_TERRITORIES} territories each"
)
# Kept in the session: the groups, what the address said of them, which one is edited.
_KEPT, _SAID, _TURN, _LEFT_OUT = "groups kept", "groups said", "group_turn", "groups left out"


def groups(dataset: Dataset) -> tuple[Group, ...]:
    """The groups that have a territory; on a page, draws the control that edits them.

    Without a page they are read from the address alone, strictly or passing over what is not
    known, as every control does.
    """
    names = _names(dataset)
    if found := without_a_page():
        usual = Parameter(NAME, _LABEL, about=_ABOUT)
        reader = read_strictly if found.strict else read
        text = found.text(usual, lambda asked: written(reader(asked, names.keys()).filled))
        return read(text, names.keys()).filled
    kept = _kept(names)
    with st.expander(f"{_(_LABEL)} ({len(kept)})" if kept else _(_LABEL)):
        _edit(names)
    _write()
    return Read(tuple(st.session_state[_KEPT])).filled


def _names(dataset: Dataset) -> Mapping[str, str]:
    """Every territory's code and what a list calls it, largest first."""
    return _named_in(dataset, current())


@st.cache_data(max_entries=24, show_spinner=False)
def _named_in(dataset: Dataset, language: str) -> Mapping[str, str]:
    regions = ask(dataset, "region")
    places = words.places(regions)
    return {
        str(code): f"{place} · {code}"
        for code, place in zip(regions["territory_id"], places, strict=True)
    }


def _kept(names: Mapping[str, str]) -> list[Group]:
    """The groups of this session; those of the address where it says others."""
    asked = st.query_params.get(NAME, "")
    if _KEPT not in st.session_state or (asked and asked != st.session_state.get(_SAID)):
        found = read(asked, names.keys())
        st.session_state[_KEPT] = list(found.groups)
        st.session_state[_LEFT_OUT] = list(found.notes)
    kept: list[Group] = st.session_state[_KEPT]
    if any(each.territories and not names.keys() >= set(each.territories) for each in kept):
        # Another dataset was chosen that does not have them all.
        found = read(written(kept), names.keys())
        kept[:], st.session_state[_LEFT_OUT] = found.groups, list(found.notes)
    return kept


def _write() -> None:
    """Make the address say the groups as they are."""
    text = written(st.session_state[_KEPT])
    st.session_state[_SAID] = text
    if text and st.query_params.get(NAME) != text:
        st.query_params[NAME] = text
    elif not text:
        address.absent(NAME)


def _edit(names: Mapping[str, str]) -> None:
    """One group at a time: its name, its territories; a new one, or one less."""
    kept: list[Group] = st.session_state[_KEPT]
    for note in st.session_state[_LEFT_OUT]:
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
    kept: list[Group] = st.session_state[_KEPT]
    others = [each.name for at, each in enumerate(kept) if at != turn]
    typed = tidy(str(st.session_state[f"group_name_{turn}"]))[:LONGEST].strip()
    name = typed or kept[turn].name
    kept[turn] = Group(unused(name, others), kept[turn].territories)
    _write()


def _fill(turn: int, known: frozenset[str]) -> None:
    kept: list[Group] = st.session_state[_KEPT]
    notes: list[str] = []
    chosen = [str(each) for each in st.session_state[f"group_of_{turn}"]]
    kept[turn] = Group(kept[turn].name, territories(chosen, known, notes.append))
    st.session_state[_LEFT_OUT] = notes
    _write()


def _add() -> None:
    kept: list[Group] = st.session_state[_KEPT]
    kept.append(
        Group(unused(_("Group {number}", number=len(kept) + 1), [each.name for each in kept]), ())
    )
    st.session_state[_TURN] = len(kept) - 1
    _write()


def _drop(turn: int) -> None:
    st.session_state[_KEPT].pop(turn)
    st.session_state[_LEFT_OUT] = []
    _write()
