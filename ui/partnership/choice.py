"""What a reader can choose on the page Partnership; every choice is in the address."""

from dataclasses import dataclass

import streamlit as st

from analysis.partnership import EVERY_SERVICE
from ui import address
from ui.area.where import Where, where
from ui.partnership.words import SERVICE_WORDS
from ui.store import Dataset
from ui.words import SERVICES

WHO, MISSING, NETWORK, SEATS = "who", "missing", "network", "seats"
VIEWS = {
    WHO: "Who does what where",
    MISSING: "Who is missing",
    NETWORK: "Shared work",
    SEATS: "Who decides",
}


@dataclass(frozen=True)
class Choice:
    """One view of the page: what about, for which service, where."""

    view: str
    service: str
    where: Where

    def question(self) -> str:
        """The question of the page's title."""
        on = "" if self.service == EVERY_SERVICE else f" on {SERVICE_WORDS[self.service]}"
        if self.view == MISSING:
            return f"Who is missing{on}, and where can nobody tell?"
        if self.view == NETWORK:
            return f"Who shares work{on}, and with whom?"
        if self.view == SEATS:
            return "Where do newcomers sit where it is decided?"
        return f"Who works{on} with newcomers, and where?"


def choose(dataset: Dataset) -> Choice:
    """Draw the controls in the sidebar and read them."""
    with st.sidebar:
        view = st.radio(
            "Show", list(VIEWS), format_func=VIEWS.__getitem__,
            **address.one("view", list(VIEWS), WHO),
        )  # fmt: skip
        service = EVERY_SERVICE
        if view == SEATS:
            address.absent("service")
        else:
            options = [EVERY_SERVICE, *SERVICES]
            service = st.selectbox(
                "Service", options,
                format_func=lambda each: SERVICES.get(each, "Every service"),
                **address.one("service", options, EVERY_SERVICE),
            )  # fmt: skip
        return Choice(view, service, where(dataset))
