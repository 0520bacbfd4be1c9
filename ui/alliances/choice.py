"""What a reader can choose on the Alliances page; every choice is in the address."""

from dataclasses import dataclass

from ui import controls, shortage_choice
from ui.controls import One
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset
from ui.words import GROUP_WORDS, SERVICES

PAIRS, SMALL, BEST = "pairs", "small", "best"
_SHOWN = {PAIRS: "Pairs", SMALL: "Small alliances", BEST: "Best overall"}
ANY, ACROSS = "any", "across"
_BORDERS = {ANY: "Any neighbours", ACROSS: "Only across borders"}
WATER, LAND = "water", "land"
_WAYS = {WATER: "By land and water", LAND: "By land only"}


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
        what, whom = SERVICES[standard.service].lower(), GROUP_WORDS[standard.group_id]
        who = "Which neighbours across a border" if self.borders == ACROSS else "Which neighbours"
        return f"{who} could share {what} for {whom}?"


def choose(dataset: Dataset) -> AllianceChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        shortage = shortage_choice.measure(dataset)
        borders = _radio("Neighbours", "borders", _BORDERS, "Territories of two countries, or any.")
        way = _radio(
            "Joined", "way", _WAYS,
            "By a border on land, or also across up to 100 km of open water.",
        )  # fmt: skip
        show = _radio(
            "Show", "show", _SHOWN,
            "Pairs stand alone, so a surplus may be in several. Small alliances of two to four "
            "and the best overall use each surplus once.",
        )  # fmt: skip
    return AllianceChoice(shortage, borders, way, show)


def _radio(label: str, key: str, options: dict[str, str], about: str) -> str:
    return controls.radio(One(label, key, list(options), options.__getitem__, about))
