"""What a reader can choose on the Reach page; every choice is in the address."""

from dataclasses import dataclass

from ui import controls
from ui.area.where import Where, where
from ui.controls import Amount, One
from ui.reach.ground import EVERYBODY, groups_of, usual_need
from ui.store import Dataset, ask
from ui.words import GROUP_WORDS, SERVICES

COVERED, DISTANCE, PER_1000 = "covered", "distance", "places"
_SHOWS = {
    COVERED: "Served, full, out of reach",
    DISTANCE: "Distance to the nearest",
    PER_1000: "Places per 1,000 in reach",
}
STEPS = (5, 10, 20, 30, 50, 75, 100)
_USUAL_KM = 30
FADES = {
    "bands": "In three bands",
    "gaussian": "Smoothly (Gaussian)",
    "exponential": "Steeply at first (exponential)",
    "linear": "Evenly (linear)",
    "flat": "Not at all",
}
BALANCED = "balanced"
_SHARINGS = {"e2sfca": "Of all they reach (E2SFCA)", BALANCED: "Once, between them (BFCA)"}
_DETOURS = ("1", "1.2", "1.3", "1.4", "1.6")
_USUAL_DETOUR = "1.3"


@dataclass(frozen=True)
class Way:
    """What is worked out for the whole of Europe, wherever the page then looks.

    `need` is people in need per 1,000 residents; None where nothing is known to size it by.
    """

    service: str
    group: str
    show: str
    km: int
    detour: float
    fade: str = "bands"
    sharing: str = "e2sfca"
    need: float | None = None


@dataclass(frozen=True)
class ReachChoice:
    """One view of the page: what is worked out, and where the page looks."""

    way: Way
    where: Where

    def question(self) -> str:
        """The question of the page's title."""
        what, km = place_of(self.way.service), self.way.km
        if self.way.show == DISTANCE:
            return f"How far is the nearest known {what}?"
        if self.way.show == PER_1000:
            return (
                f"How many {SERVICES[self.way.service].lower()} places do people share in {km} km?"
            )
        return f"Who reaches a {what} within {km} km that still has room?"


def place_of(service: str) -> str:
    """One place of a service, in words."""
    own = {"health": "hospital", "reception": "reception centre"}
    return own.get(service, f"place for {SERVICES[service].lower()}")


def choose(dataset: Dataset) -> ReachChoice:
    """Draw the controls in the sidebar and read them."""
    offered = ask(dataset, "reach_service")
    services = [str(each) for each in offered["service"] if each in SERVICES] or ["health"]
    with controls.sidebar():
        service = controls.select(One("Service", "for", services, SERVICES.__getitem__))
        of_service = offered[offered["service"] == service]
        known = float((of_service["stated"] / of_service["sites"]).sum())
        show = controls.radio(
            One(
                "Show", "show", list(_SHOWS), _SHOWS.__getitem__,
                "Served: nearest people come first, nobody is taken beyond capacity. Distance: "
                "whatever room there is. Places: shared with all who reach them too.",
                COVERED if known >= 0.5 else DISTANCE,
            )
        )  # fmt: skip
        return ReachChoice(_way(dataset, service, show), where(dataset, usual_level=2))


def _way(dataset: Dataset, service: str, show: str) -> Way:
    """The rest of the controls, those that this view has."""
    km = controls.slider(One("Within, km", "km", STEPS, str, usual=_USUAL_KM))
    groups = [EVERYBODY, *groups_of(dataset, service)]
    group = controls.select(
        One(
            "Open to", "group", groups, _group_words,
            "A place whose source names no group counts as open to everybody.",
        )
    )  # fmt: skip
    fade, sharing, need = "bands", "e2sfca", None
    if show == PER_1000:
        fade = controls.select(One("A longer way counts less", "fade", list(FADES), _fade))
        sharing = controls.select(
            One("People count at places", "sharing", list(_SHARINGS), _SHARINGS.__getitem__)
        )
    else:
        controls.absent("fade")
        controls.absent("sharing")
    if show == COVERED:
        need = controls.number(_need(dataset, service, group))
    else:
        controls.absent("need")
    detour = controls.select(
        One(
            "Ways are longer than as the crow flies, times", "detour", _DETOURS,
            about="Nobody publishes roads for all of Europe: kilometres are great-circle "
            "kilometres times this factor.", usual=_USUAL_DETOUR,
        )
    )  # fmt: skip
    return Way(service, group, show, km, float(detour), fade, sharing, need)


def _need(dataset: Dataset, service: str, group: str) -> Amount:
    return Amount(
        "In need, per 1,000 residents", f"need_{service}_{group}", "need",
        usual_need(dataset, service, group),
        "At first as many people as there are places, so that the map shows how places are "
        "spread, not how many there should be. Write over it to ask for more.",
        "not known",
    )  # fmt: skip


def _fade(code: str) -> str:
    return FADES[code]


def _group_words(group: str) -> str:
    words = GROUP_WORDS.get(group, group.replace("_", " "))
    return "Everybody" if group == EVERYBODY else words[0].upper() + words[1:]
