"""What a reader can choose on the Alliances page; every choice is in the address."""

from dataclasses import dataclass

from ui import controls, shortage_choice
from ui.controls import One
from ui.language import Words, _
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset
from ui.words import GROUP_WORDS, SERVICES, inside

PAIRS, SMALL, BEST = "pairs", "small", "best"
_SHOWN = Words({PAIRS: "Pairs", SMALL: "Small alliances", BEST: "Best overall"})
ANY, ACROSS = "any", "across"
_BORDERS = Words({ANY: "Any neighbours", ACROSS: "Only across borders"})
WATER, LAND = "water", "land"
_WAYS = Words({WATER: "By land and water", LAND: "By land only"})


@dataclass(frozen=True)
class AllianceChoice:
    """One view: what is short, which neighbours count, how they are put together."""

    shortage: ShortageChoice
    borders: str = ANY
    way: str = WATER
    show: str = PAIRS

    def question(self) -> str:
        """The question of the page's title."""
        standard = self.shortage.standard
        what, whom = inside(SERVICES[standard.service]), GROUP_WORDS[standard.group_id]
        if self.borders == ACROSS:
            return _(
                "Which neighbours across a border could share {what} for {whom}?",
                what=what, whom=whom,
            )  # fmt: skip
        return _("Which neighbours could share {what} for {whom}?", what=what, whom=whom)


def choose(dataset: Dataset) -> AllianceChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        shortage = shortage_choice.measure(dataset)
        borders = _radio(
            _("Neighbours"), "borders", _BORDERS, _("Territories of two countries, or any.")
        )
        way = _radio(
            _("Joined"), "way", _WAYS,
            _("By a border on land, or also across up to 100 km of open water."),
        )  # fmt: skip
        show = _radio(
            _("Show"), "show", _SHOWN,
            _("Pairs stand alone, so a surplus may be in several. Small alliances of two to four "
              "and the best overall use each surplus once."),
        )  # fmt: skip
    return AllianceChoice(shortage, borders, way, show)


def _radio(label: str, key: str, options: dict[str, str], about: str) -> str:
    return controls.radio(One(label, key, list(options), options.__getitem__, about))
