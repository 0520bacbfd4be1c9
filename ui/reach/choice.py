"""What a reader can choose on the Reach page; every choice is in the address."""

from dataclasses import replace

from ui import controls
from ui.area.where import where
from ui.cased import begins
from ui.controls import Amount, One
from ui.groups import groups
from ui.language import Words, _
from ui.language.numbers import with_point
from ui.reach.need import needs_of
from ui.reach.offer import groups_of, offer_of
from ui.reach.room import usual_need
from ui.reach.way import (
    ALL,
    BALANCED,
    COVERED,
    DISTANCE,
    DOUBT,
    EVERYBODY,
    FREE,
    OPEN,
    PER_1000,
    RESIDENTS,
    Asked,
    ReachChoice,
    Way,
    counted_words,
    group_words,
)  # fmt: skip
from ui.reach.ways.upload import chosen_ways, upload
from ui.store import Dataset, ask
from ui.words import SERVICES

_SHOWS = Words(
    {
        COVERED: "Served, full, out of reach",
        DISTANCE: "Distance to the nearest",
        PER_1000: "Places per 1,000 in reach",
    }
)
STEPS = (5, 10, 20, 30, 50, 75, 100)
USUAL_KM = 30
FADES = Words(
    {
        "bands": "In three bands",
        "gaussian": "Smoothly (Gaussian)",
        "exponential": "Steeply at first (exponential)",
        "linear": "Evenly (linear)",
        "flat": "Not at all",
    }
)
_SHARINGS = Words({"e2sfca": "Of all they reach (E2SFCA)", BALANCED: "Once, between them (BFCA)"})
_ROOMS = Words({ALL: "All places", FREE: "Free places"})
_UNNAMED = Words({DOUBT: "May be open: an interval", OPEN: "Are open to them"})
_DETOURS = ("1", "1.2", "1.3", "1.4", "1.6")
_USUAL_DETOUR = "1.3"


def choose(dataset: Dataset) -> ReachChoice:
    """Draw the controls in the sidebar and read them."""
    offered = ask(dataset, "reach_service")
    services = [str(each) for each in offered["service"] if each in SERVICES] or ["health"]
    with controls.sidebar():
        service = controls.select(
            One(
                _("Service"), "for", services, SERVICES.__getitem__,
                about=_("The kind of place that people reach."),
            )
        )  # fmt: skip
        of_service = offered[offered["service"] == service]
        known = float((of_service["stated"] / of_service["sites"]).sum())
        show = controls.radio(
            One(
                _("Show"), "show", list(_SHOWS), _SHOWS.__getitem__,
                _("Served: nearest people come first, nobody is taken beyond capacity. Distance: "
                  "whatever room there is. Places: shared with all who reach them too."),
                COVERED if known >= 0.5 else DISTANCE,
            )
        )  # fmt: skip
        way, looked_at = _way(dataset, service, show), where(dataset, usual_level=2)
        chosen = ReachChoice(way, looked_at, groups(dataset))
        upload(dataset)
        return chosen


def _way(dataset: Dataset, service: str, show: str) -> Way:
    """The rest of the controls, those that this view has."""
    own = chosen_ways()
    label = _("Within, minutes") if own else _("Within, km")
    km = controls.slider(
        One(
            label, "km", STEPS, str, usual=USUAL_KM,
            about=_("How far people are supposed to go. A border does not stop them."),
        )
    )  # fmt: skip
    group, counted = whom(dataset, service)
    asked = _asked(dataset, Asked(service, group, own=own), show)
    fade, sharing, need = "bands", "e2sfca", None
    if show == PER_1000:
        fade = controls.select(
            One(
                _("A longer way counts less"), "fade", list(FADES), FADES.__getitem__,
                about=_("How fast a place loses weight with distance until the limit is reached."),
            )
        )  # fmt: skip
        sharing = controls.select(
            One(
                _("People count at places"), "sharing", list(_SHARINGS), _SHARINGS.__getitem__,
                about=_("E2SFCA counts people at every place they reach; BFCA shares each person "
                "out between them."),
            )
        )  # fmt: skip
    else:
        controls.absent("fade")
        controls.absent("sharing")
    if show == COVERED and counted == RESIDENTS:
        need = controls.number(_need(dataset, asked))
    else:
        controls.absent("need")
    return Way(
        service, group, show, km, 1.0 if own else detour_factor(), fade, sharing, need, counted,
        asked.room, asked.unnamed, own,
    )  # fmt: skip


def detour_factor() -> float:
    """How much longer ways are than as the crow flies."""
    detour = controls.select(
        One(
            _("Ways are longer than as the crow flies, times"), "detour", _DETOURS, with_point,
            _("Nobody publishes roads for all of Europe: kilometres are great-circle kilometres "
              "times this factor."), _USUAL_DETOUR,
        )
    )  # fmt: skip
    return float(detour)


def whom(dataset: Dataset, service: str, residents: str = "") -> tuple[str, str]:
    """The group, and by which definition its people are counted; `residents` names the last."""
    residents = residents or counted_words(RESIDENTS)
    needs = needs_of(dataset)
    named = [each for each in groups_of(dataset, service) if each not in needs]
    group = controls.select(
        One(
            _("For whom"), "whom", [EVERYBODY, *needs, *named], _group_words,
            _("Only places open to the group count."),
        )
    )  # fmt: skip
    definitions = [*needs.get(group, []), RESIDENTS]
    if len(definitions) == 1:
        controls.absent("counted")
        return group, RESIDENTS
    counted = controls.select(
        One(
            _("People counted"), "counted", definitions,
            lambda each: residents if each == RESIDENTS else counted_words(each),
            _("Known or shared out by region, then to cells by residents; or residents "
              "themselves."),
        )
    )  # fmt: skip
    return group, counted


def _asked(dataset: Dataset, asked: Asked, show: str) -> Asked:
    """Which places count, where that makes a difference."""
    room, unnamed = ALL, DOUBT
    every = offer_of(dataset, asked)
    if show != DISTANCE and every.taken_known:
        room = controls.radio(
            One(
                _("Places that count"), "room", list(_ROOMS), _ROOMS.__getitem__,
                _("Free: places less those in use. A place that does not say how many are in use "
                  "has between none and all of them free."),
            ),
            horizontal=True,
        )  # fmt: skip
    else:
        controls.absent("room")
    if show != DISTANCE and every.unnamed:
        unnamed = controls.radio(
            One(
                _("Places that do not say for whom"), "unnamed", list(_UNNAMED),
                _UNNAMED.__getitem__,
                _("Their source names no group, so whether they take this one cannot be told."),
            )
        )  # fmt: skip
    else:
        controls.absent("unnamed")
    return replace(asked, room=room, unnamed=unnamed)


def _need(dataset: Dataset, asked: Asked) -> Amount:
    return Amount(
        _("In need, per 1,000 residents"),
        f"need_{asked.service}_{asked.group}_{asked.room}_{asked.unnamed}_{asked.own}", "need",
        usual_need(dataset, asked),
        _("At first as many people as there are places, so that the map shows how places are "
          "spread, not how many there should be. Write over it to ask for more."),
        _("not known"),
    )  # fmt: skip


def _group_words(group: str) -> str:
    words = group_words(group)
    return begins(words)
