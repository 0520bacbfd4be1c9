"""What a reader can choose on the Sites page; every choice is in the address."""

from ui import controls
from ui.area.where import where
from ui.controls import Amount, One
from ui.language import Words, _
from ui.reach.choice import STEPS, USUAL_KM, detour_factor, whom
from ui.reach.offer import is_complete
from ui.reach.way import DISTANCE, Way
from ui.sites.asked import (
    AIMS,
    MOST_EQUAL,
    MOST_PEOPLE,
    MOST_SITES,
    NONE,
    UNKNOWN,
    USUAL_SITES,
    SitesChoice,
    Task,
)
from ui.store import Dataset, ask
from ui.words import SERVICES

AIM_WORDS = Words(
    {
        MOST_PEOPLE: "Most people",
        "1": "Mostly people",
        "2": "Between",
        "3": "Mostly equal",
        MOST_EQUAL: "Most equal",
    }
)
_UNLISTED = Words({UNKNOWN: "May exist: unknown", NONE: "Do not exist: an assumption"})


def choose(dataset: Dataset) -> SitesChoice:
    """Draw the controls in the sidebar and read them."""
    offered = ask(dataset, "reach_service")
    services = [str(each) for each in offered["service"] if each in SERVICES] or ["health"]
    with controls.sidebar():
        service = controls.select(
            One(
                _("Service"),
                "for",
                services,
                SERVICES.__getitem__,
                about=_("The kind of place that is missing and would be opened."),
            )
        )
        many = controls.slider(
            One(
                _("New places"),
                "sites",
                range(1, MOST_SITES + 1),
                str,
                usual=USUAL_SITES,
                about=_("How many may be opened in all territories looked at."),
            )
        )
        aim = controls.slider(
            One(
                _("Put where they reach"), "aim", AIMS, AIM_WORDS.__getitem__,
                _("Most people: whoever has none, wherever they live. Most equal: territories "
                  "whose people reach least come first. Each step is a point of the frontier "
                  "between."),
            )
        )  # fmt: skip
        km = controls.slider(
            One(
                _("Within, km"),
                "km",
                STEPS,
                str,
                usual=USUAL_KM,
                about=_("How far people are supposed to go. A border does not stop them."),
            )
        )
        group, counted = whom(dataset, service, _("All residents"))
        looked_at = where(dataset, usual_level=2)
        takes = controls.number(_takes())
        unlisted = _unlisted(dataset, service)
        way = Way(service, group, DISTANCE, km, detour_factor(), counted=counted)
    return SitesChoice(Task(way, looked_at, many, takes, unlisted), aim)


def _takes() -> Amount:
    return Amount(
        _("People a new place takes, at most"), "takes", "takes", None,
        _("Without a number a place takes all who reach it. Places there are already count as in "
          "reach, whatever room they have."),
        _("no limit"),
    )  # fmt: skip


def _unlisted(dataset: Dataset, service: str) -> str:
    """What is taken of places that are not on record, where there may be any."""
    if is_complete(dataset, service):
        controls.absent("unlisted")
        return UNKNOWN
    return controls.radio(
        One(
            _("Places that are not on record"), "unlisted", list(_UNLISTED), _UNLISTED.__getitem__,
            _("No register says which places of this service exist. Where none is on record, "
              "people may have one all the same."),
        )
    )  # fmt: skip
