"""What a reader can choose on the page Partnership; every choice is in the address."""

from dataclasses import dataclass

from analysis.partnership import EVERY_SERVICE
from ui import controls
from ui.area.where import Where, where
from ui.controls import One
from ui.language import Words, _
from ui.store import Dataset
from ui.words import SERVICE_WORDS, SERVICES

WHO, MISSING, NETWORK, SEATS = "who", "missing", "network", "seats"
VIEWS = Words(
    {
        WHO: "Who does what where",
        MISSING: "Who is missing",
        NETWORK: "Shared work",
        SEATS: "Who decides",
    }
)


@dataclass(frozen=True)
class Choice:
    """One view of the page: what about, for which service, where."""

    view: str
    service: str
    where: Where

    def question(self) -> str:
        """The question of the page's title."""
        if self.view == SEATS:
            return _("Where do newcomers sit where it is decided?")
        every, on = self.service == EVERY_SERVICE, SERVICE_WORDS.get(self.service, "")
        if self.view == MISSING:
            return _("Who is missing, and where can nobody tell?") if every else _(
                "Who is missing on {service}, and where can nobody tell?", service=on)  # fmt: skip
        if self.view == NETWORK:
            return _("Who shares work, and with whom?") if every else _(
                "Who shares work on {service}, and with whom?", service=on)  # fmt: skip
        return _("Who works with newcomers, and where?") if every else _(
            "Who works on {service} with newcomers, and where?", service=on)  # fmt: skip


def choose(dataset: Dataset) -> Choice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        view = controls.radio(
            One(
                _("Show"), "view", list(VIEWS), VIEWS.__getitem__,
                _("Who works in what, or where newcomers sit and decide."),
            )
        )  # fmt: skip
        service = EVERY_SERVICE
        if view == SEATS:
            controls.absent("service")
        else:
            options = [EVERY_SERVICE, *SERVICES]
            service = controls.select(
                One(
                    _("Service"),
                    "service",
                    options,
                    lambda each: SERVICES.get(each, _("Every service")),
                    about=_("The kind of help whose partners are looked at."),
                )
            )
        return Choice(view, service, where(dataset))
