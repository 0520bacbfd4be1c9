"""What is asked on the Reach page: for whom, of which places, how far; and its words."""

from dataclasses import dataclass

from analysis.need import BY_ID, COMBINED_LABELS
from ui.area.where import Where
from ui.group_text import Group
from ui.words import GROUP_WORDS, SERVICES

COVERED, DISTANCE, PER_1000 = "covered", "distance", "places"
EVERYBODY, NEWCOMERS = "everybody", "all"
RESIDENTS = "residents"
# Whether places that are taken count, and places that do not say for whom they are.
ALL, FREE = "all", "free"
DOUBT, OPEN = "doubt", "open"
BALANCED = "balanced"
_WORDS = GROUP_WORDS | {"resettled": "resettled refugees", NEWCOMERS: "newcomers"}


@dataclass(frozen=True)
class Asked:
    """Which places count: of a service, open to a group; how those that do not say are taken.

    `own` marks a reader's own table of travel times: places it does not name are not known of.
    """

    service: str
    group: str
    room: str = ALL
    unnamed: str = DOUBT
    own: str = ""


@dataclass(frozen=True)
class Way:
    """What is worked out for the whole of Europe, wherever the page then looks.

    `counted` is who the people are: residents, or a definition of need. `need` is people in need
    per 1,000 residents where residents are counted; None where nothing is known to size it by.
    `own` marks a reader's own table of travel times, '' as the crow flies.
    """

    service: str
    group: str
    show: str
    km: int
    detour: float
    fade: str = "bands"
    sharing: str = "e2sfca"
    need: float | None = None
    counted: str = RESIDENTS
    room: str = ALL
    unnamed: str = DOUBT
    own: str = ""

    @property
    def asked(self) -> Asked:
        """Which places count."""
        return Asked(self.service, self.group, self.room, self.unnamed, self.own)

    @property
    def unit(self) -> str:
        """What `km` is in: minutes where ways are a reader's own table of travel times."""
        return "minutes" if self.own else "km"

    @property
    def by_need(self) -> bool:
        """Whether people are those in need by a definition, not residents."""
        return self.counted != RESIDENTS

    def people(self) -> str:
        """Who is counted, inside a sentence."""
        if self.by_need:
            return group_words(self.group)
        return "residents" if self.show != COVERED or self.need is None else "people in need"


@dataclass(frozen=True)
class ReachChoice:
    """One view of the page: what is worked out, where it looks, and groups of one's own."""

    way: Way
    where: Where
    groups: tuple[Group, ...] = ()

    def question(self) -> str:
        """The question of the page's title."""
        way = self.way
        far = f"{way.km} {way.unit}"
        what, whom = place_of(way.service), "" if way.group == EVERYBODY else group_words(way.group)
        if way.show == DISTANCE:
            return f"How far is the nearest known {what}{f' that may take {whom}' if whom else ''}?"
        if way.show == PER_1000:
            service, free = SERVICES[way.service].lower(), "free " if way.room == FREE else ""
            return f"How many {free}{service} places do {whom or 'people'} share in {far}?"
        if whom:
            return f"Which {whom} reach a {what} within {far} that still has room?"
        return f"Who reaches a {what} within {far} that still has room?"


def place_of(service: str) -> str:
    """One place of a service, in words."""
    own = {"health": "hospital", "reception": "reception centre"}
    return own.get(service, f"place for {SERVICES[service].lower()}")


def group_words(group: str) -> str:
    """A group inside a sentence.

    >>> group_words("asylum_applicants"), group_words("resettled"), group_words("everybody")
    ('asylum applicants', 'resettled refugees', 'everybody')
    """
    return _WORDS.get(group, group.replace("_", " "))


def counted_words(need_id: str) -> str:
    """Who is counted, as a choice."""
    if need_id == RESIDENTS:
        return "A share of residents"
    return COMBINED_LABELS.get(need_id) or BY_ID[need_id].label
