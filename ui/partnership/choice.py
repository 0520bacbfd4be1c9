"""What a reader can choose on the page Partnership; every choice is in the address."""

from dataclasses import dataclass

from analysis.partnership import EVERY_SERVICE
from ui import controls
from ui.area.where import Where, where
from ui.controls import One
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
    with controls.sidebar():
        view = controls.radio(
            One(
                "Show",
                "view",
                list(VIEWS),
                VIEWS.__getitem__,
                about="Who works in what, or where newcomers sit and decide.",
            )
        )
        service = EVERY_SERVICE
        if view == SEATS:
            controls.absent("service")
        else:
            options = [EVERY_SERVICE, *SERVICES]
            service = controls.select(
                One(
                    "Service",
                    "service",
                    options,
                    lambda each: SERVICES.get(each, "Every service"),
                    about="The kind of help whose partners are looked at.",
                )
            )
        return Choice(view, service, where(dataset))
