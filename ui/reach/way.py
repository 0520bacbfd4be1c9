"""What is asked on the Reach page: for whom, of which places, how far; and its words."""

from dataclasses import dataclass

from analysis.need import BY_ID, COMBINED_LABELS
from ui.area.where import Where
from ui.group_text import Group
from ui.language import Words, _, later, n_
from ui.words import GROUP_WORDS, SERVICE_WORDS

COVERED, DISTANCE, PER_1000 = "covered", "distance", "places"
EVERYBODY, NEWCOMERS = "everybody", "all"
RESIDENTS = "residents"
# Whether places that are taken count, and places that do not say for whom they are.
ALL, FREE = "all", "free"
DOUBT, OPEN = "doubt", "open"
BALANCED = "balanced"
_WORDS = Words({EVERYBODY: "everybody", "resettled": "resettled refugees", NEWCOMERS: "newcomers"})


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
        return _("minutes") if self.own else "km"

    def far(self) -> str:
        """How far the reader looks, with its unit."""
        return n_("{count} minute", "{count} minutes", self.km) if self.own else f"{self.km} km"

    def in_unit(self, number: str) -> str:
        """A number that is written already, with its unit."""
        return _("{amount} minutes", amount=number) if self.own else f"{number} km"

    @property
    def by_need(self) -> bool:
        """Whether people are those in need by a definition, not residents."""
        return self.counted != RESIDENTS

    def people(self) -> str:
        """Who is counted, inside a sentence."""
        if self.by_need:
            return group_words(self.group)
        if self.show != COVERED or self.need is None:
            return _("residents")
        return _("people in need")


@dataclass(frozen=True)
class ReachChoice:
    """One view of the page: what is worked out, where it looks, and groups of one's own."""

    way: Way
    where: Where
    groups: tuple[Group, ...] = ()

    def question(self) -> str:
        """The question of the page's title."""
        way, named = self.way, self.way.group != EVERYBODY
        text = _shared(way, named) if way.show == PER_1000 else _nearest(way, named)
        whom, service = group_words(way.group), SERVICE_WORDS[way.service]
        return _(text, whom=whom, service=service, far=way.far())


def _nearest(way: Way, named: bool) -> str:
    """The question how far the nearest place is, or who finds room; `named` is a group."""
    if way.show == DISTANCE and named:
        return by_place(
            way.service,
            later("How far is the nearest known hospital that may take {whom}?"),
            later("How far is the nearest known reception centre that may take {whom}?"),
            later("How far is the nearest known place for {service} that may take {whom}?"),
        )
    if way.show == DISTANCE:
        return by_place(
            way.service,
            later("How far is the nearest known hospital?"),
            later("How far is the nearest known reception centre?"),
            later("How far is the nearest known place for {service}?"),
        )
    if named:
        return by_place(
            way.service,
            later("Which {whom} reach a hospital within {far} that still has room?"),
            later("Which {whom} reach a reception centre within {far} that still has room?"),
            later("Which {whom} reach a place for {service} within {far} that still has room?"),
        )
    return by_place(
        way.service,
        later("Who reaches a hospital within {far} that still has room?"),
        later("Who reaches a reception centre within {far} that still has room?"),
        later("Who reaches a place for {service} within {far} that still has room?"),
    )


def _shared(way: Way, named: bool) -> str:
    """The question how many places there are for how many."""
    if way.room == FREE:
        if named:
            return later("How many free {service} places do {whom} share in {far}?")
        return later("How many free {service} places do people share in {far}?")
    if named:
        return later("How many {service} places do {whom} share in {far}?")
    return later("How many {service} places do people share in {far}?")


def by_place(service: str, hospital: str, centre: str, place: str) -> str:
    """Of three texts the one that names a place of a service: the last says `{service}`."""
    return {"health": hospital, "reception": centre}.get(service, place)


def place_of(service: str) -> str:
    """One place of a service, in words."""
    text = by_place(
        service, later("hospital"), later("reception centre"), later("place for {service}")
    )
    return _(text, service=SERVICE_WORDS[service])


def group_words(group: str) -> str:
    """A group inside a sentence.

    >>> group_words("asylum_applicants"), group_words("resettled"), group_words("everybody")
    ('asylum applicants', 'resettled refugees', 'everybody')
    """
    return str(_WORDS.get(group) or GROUP_WORDS.get(group, group.replace("_", " ")))


def counted_words(need_id: str) -> str:
    """Who is counted, as a choice."""
    if need_id == RESIDENTS:
        return _("A share of residents")
    return _(COMBINED_LABELS.get(need_id) or BY_ID[need_id].label)
