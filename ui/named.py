"""Things a reader names: kept in the address and in her session, changed by what she presses.

They outlive a change of page: what somebody named is still there on the next one.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ui import address, words
from ui.asked import Asked
from ui.language import per_language
from ui.out.taken import Parameter
from ui.store import Dataset, ask

T = TypeVar("T")


@dataclass(frozen=True)
class Named(Generic[T]):
    """Things of one kind, as text in one parameter of the address.

    `read` gives the things of a text as far as they make sense, and in sentences what it passed
    over; `read_strictly` refuses instead; `written` is the text of things. Codes are those of the
    territories there are.
    """

    parameter: Parameter
    read: Callable[[str, Set[str]], tuple[Sequence[T], Sequence[str]]]
    read_strictly: Callable[[str, Set[str]], tuple[Sequence[T], Sequence[str]]]
    written: Callable[[Sequence[T]], str]

    @property
    def name(self) -> str:
        """The parameter of the address."""
        return self.parameter.name

    def asked(
        self, found: Asked, codes: Set[str], counts: Callable[[T], bool] = lambda _: True
    ) -> tuple[T, ...]:
        """Those asked for where no page is drawn, strictly or passing over what is not known."""
        reader = self.read_strictly if found.strict else self.read

        def plainly(text: str) -> str:
            return self.written([each for each in reader(text, codes)[0] if counts(each)])

        return tuple(self.read(found.text(self.parameter, plainly), codes)[0])

    def of_address(self, codes: Set[str]) -> tuple[T, ...]:
        """Those of a page's address alone: none where it is silent."""
        return tuple(self.read(st.query_params.get(self.name, ""), codes)[0])

    def of_session(self, codes: Set[str]) -> list[T]:
        """Those of this session; those of the address where it says others."""
        text = st.query_params.get(self.name, "")
        if self._kept not in st.session_state or (
            text and text != st.session_state.get(self._said)
        ):
            self.keep(*self.read(text, codes))
        things, notes = self.read(self.written(self.now()), codes)
        if notes:
            # Another dataset was chosen that does not have all of their territories.
            self.keep(things, notes)
        return self.now()

    def now(self) -> list[T]:
        """The list that is kept: what changes it writes it to the address afterwards."""
        found: list[T] = st.session_state[self._kept]
        return found

    def keep(self, things: Sequence[T], notes: Sequence[str] = ()) -> None:
        """Keep these alone, and what was passed over in them."""
        st.session_state[self._kept] = list(things)
        self.note(notes)

    def note(self, notes: Sequence[str]) -> None:
        """Keep in sentences what was passed over."""
        st.session_state[self._left_out] = list(notes)

    def notes(self) -> list[str]:
        """What was passed over, in sentences."""
        found: list[str] = st.session_state.get(self._left_out, [])
        return found

    def write(self) -> None:
        """Make the address say them as they are."""
        text = self.written(self.now())
        st.session_state[self._said] = text
        if text and st.query_params.get(self.name) != text:
            st.query_params[self.name] = text
        elif not text:
            address.absent(self.name)

    @property
    def _kept(self) -> str:
        return f"{self.name}s kept"

    @property
    def _said(self) -> str:
        return f"{self.name}s said"

    @property
    def _left_out(self) -> str:
        return f"{self.name}s left out"


@per_language(24)
def places_of(dataset: Dataset) -> Mapping[str, str]:
    """Every territory's code and its name with its country, largest first.

    One for all readers: sessions hold on to what their lists offer.
    """
    regions = ask(dataset, "region")
    return dict(zip(regions["territory_id"].map(str), words.places(regions), strict=True))
