"""Controls of a page, and the same read from an address alone.

A page draws them; a file, a data route or the command line asks for the same view by the same
names and codes (`ui.asked`). So a view has one set of filters with one usual value each.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from ui import address
from ui.asked import Asked, without_a_page
from ui.out.taken import Parameter

T = TypeVar("T", str, int)


@dataclass(frozen=True)
class One(Generic[T]):
    """A choice of one: its label, its name in the address, codes on offer, their words.

    `usual` holds where the address is silent; without it, the first on offer does.
    """

    label: str
    key: str
    options: Sequence[T]
    words: Callable[[T], str] = str
    about: str = ""
    usual: T | None = None

    @property
    def first(self) -> T:
        """The usual one."""
        return self.options[0] if self.usual is None else self.usual

    def shown(self) -> dict[str, Any]:
        """Arguments of the control on a page."""
        bound = address.one(self.key, self.options, self.first)
        return {"format_func": self.words, "help": self.about or None, **bound}

    def among(self, found: Asked) -> T:
        """The one that is asked for without a page."""
        codes = {str(option): option for option in self.options}
        parameter = Parameter(self.key, self.label, str(self.first), tuple(codes), about=self.about)
        return codes[found.one(parameter)]


@dataclass(frozen=True)
class Amount:
    """A number from 0 to a million, or none; several fields may take turns at one name."""

    label: str
    key: str
    name: str
    usual: float | None
    about: str
    empty: str


def sidebar() -> AbstractContextManager[Any]:
    """Where a page's controls stand."""
    return nullcontext() if without_a_page() else st.sidebar


def select(one: One[T]) -> T:
    """One of a list."""
    if found := without_a_page():
        return one.among(found)
    return st.selectbox(one.label, list(one.options), **one.shown())


def radio(one: One[T], horizontal: bool = False) -> T:
    """One of a few."""
    if found := without_a_page():
        return one.among(found)
    return st.radio(one.label, list(one.options), horizontal=horizontal, **one.shown())


def slider(one: One[T]) -> T:
    """One step of a scale."""
    if found := without_a_page():
        return one.among(found)
    return st.select_slider(one.label, one.options, **one.shown())


def several(each: One[str], empty: str) -> tuple[str, ...]:
    """Any of a list; none is usual and means `empty`."""
    key, options = each.key, tuple(each.options)
    if found := without_a_page():
        about = f"{empty}, unless named; several joined by a dot. {each.about}".strip()
        return tuple(found.several(Parameter(key, each.label, "", options, True, about)))
    return tuple(
        st.multiselect(
            each.label, options, format_func=each.words, placeholder=empty,
            help=each.about or None, **address.several(key, options),
        )
    )  # fmt: skip


def number(amount: Amount) -> float | None:
    """A number that may be written over."""
    if found := without_a_page():
        usual = address.written(amount.usual)
        parameter = Parameter(amount.name, amount.label, usual, about=amount.about)
        return found.number(parameter, amount.usual)
    value: float | None = st.number_input(
        amount.label, min_value=0.0, max_value=1e6, step=None, format="%g",
        placeholder=amount.empty, help=amount.about,
        **address.number(amount.key, amount.name, amount.usual),
    )  # fmt: skip
    return value


def absent(key: str) -> None:
    """Take a control that this view does not have out of the address."""
    if not without_a_page():
        address.absent(key)


def value(key: str) -> str:
    """What the address says, before it is read; '' where it is silent."""
    found = without_a_page()
    return found.values.get(key, "") if found else str(st.query_params.get(key, ""))


def note(text: str) -> None:
    """A quiet line among the controls."""
    if not without_a_page():
        st.caption(text)
