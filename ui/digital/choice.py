"""What a reader can choose on the Digital page; every choice is in the address."""

from dataclasses import dataclass

from ui import controls
from ui.area.where import Where, where
from ui.controls import One
from ui.language import Words, _
from ui.store import Dataset, ask
from ui.words import SERVICE_WORDS, SERVICES

LANGUAGES, SERVICES_KNOWN, ON_SITE = "languages", "services", "on_site"
_VIEWS = Words(
    {
        LANGUAGES: "Languages",
        SERVICES_KNOWN: "Services",
        ON_SITE: "Digital only",
    }
)
# What a digital service may help with and a place on site too.
TERMS = (
    "language", "social_orientation", "employment", "legal_aid", "mental_health", "housing",
    "education", "social_participation",
)  # fmt: skip
_USUAL_TERM = "language"


@dataclass(frozen=True)
class DigitalChoice:
    """One view of the page: the question, where, and what it depends on.

    `period` is that of the people by country of origin, '' where none are known; `term` the
    service whose counterpart on site is looked for.
    """

    view: str
    where: Where
    period: str = ""
    term: str = _USUAL_TERM

    def question(self) -> str:
        """The question of the page's title."""
        if self.view == LANGUAGES:
            return _("Which languages does no known digital service speak?")
        if self.view == ON_SITE:
            return _(
                "Where is {service} known to be digital only?", service=SERVICE_WORDS[self.term]
            )
        return _("Which digital services are known, and what do they state?")


def choose(dataset: Dataset) -> DigitalChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        view = controls.radio(
            One(
                _("Question"), "view", list(_VIEWS), _VIEWS.__getitem__,
                _("Languages: of newcomers, that no known digital service speaks. Services: how "
                  "many are known. Digital only: where nothing is on site."),
            )
        )  # fmt: skip
        period, term = _period(dataset, view), _USUAL_TERM
        if view == ON_SITE:
            term = controls.select(
                One(
                    _("Service"), "term", TERMS, SERVICES.__getitem__,
                    _("The kind of help a service offers."),
                )
            )  # fmt: skip
        else:
            controls.absent("term")
        return DigitalChoice(view, where(dataset), period, term)


def _period(dataset: Dataset, view: str) -> str:
    """The year of the people by country of origin: the latest, or one that is asked for."""
    periods = [str(each) for each in ask(dataset, "origin_periods")["period"]]
    if not periods or view != LANGUAGES:
        controls.absent("year")
        return periods[0] if periods else ""
    return controls.select(
        One(
            _("People in"), "year", periods,
            about=_("The year of the people by country of origin whose languages are looked at."),
        )
    )  # fmt: skip
