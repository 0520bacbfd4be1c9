"""What is asked on the Sites page, and its words."""

from dataclasses import dataclass

from ui.area.where import Where
from ui.language import n_, plural
from ui.reach.way import EVERYBODY, NEWCOMERS, Way, group_words
from ui.words import SERVICE_WORDS

# What is taken of places that are not on record, where no register says which exist.
UNKNOWN, NONE = "unknown", "none"
# From most people to most equal: points of the frontier between the two.
AIMS = ("0", "1", "2", "3", "4")
MOST_PEOPLE, MOST_EQUAL = AIMS[0], AIMS[-1]
MOST_SITES, USUAL_SITES = 50, 10


@dataclass(frozen=True)
class Task:
    """What is worked out: `takes` is how many people a new place can take, None without limit.

    `way` says of whom, to which places, how far; `unlisted` what is taken of places that are
    not on record.
    """

    way: Way
    where: Where
    many: int = USUAL_SITES
    takes: float | None = None
    unlisted: str = UNKNOWN


@dataclass(frozen=True)
class SitesChoice:
    """One view of the page: a task, and which of its answers is looked at."""

    task: Task
    aim: str = MOST_PEOPLE

    def question(self) -> str:
        """The question of the page's title."""
        way = self.task.way
        new, many = new_places(way.service, way.group, self.task.many), self.task.many
        if self.aim == MOST_EQUAL:
            return n_(*_MOST_EQUAL, many, new=new)
        if self.aim != MOST_PEOPLE:
            return n_(*_BETWEEN, many, new=new)
        if way.group == NEWCOMERS and way.by_need:
            return n_(*_MOST_NEWCOMERS, many, new=new)
        return n_(*_MOST_PEOPLE, many, new=new)


_MOST_PEOPLE = plural(
    "Where would {new} reach most people who have none?",
    "Where would {new} reach most people who have none?",
)
_MOST_NEWCOMERS = plural(
    "Where would {new} reach most newcomers who have none?",
    "Where would {new} reach most newcomers who have none?",
)
_MOST_EQUAL = plural(
    "Where would {new} make reach most equal?", "Where would {new} make reach most equal?"
)
_BETWEEN = plural(
    "Where would {new} reach many who have none, and more equally?",
    "Where would {new} reach many who have none, and more equally?",
)
# By the kind of place: for everybody, and for a group.
_NEW = (
    {
        "health": plural("new hospital", "new hospitals"),
        "reception": plural("new reception centre", "new reception centres"),
        "": plural("new place for {service}", "new places for {service}"),
    },
    {
        "health": plural("new hospital for {whom}", "new hospitals for {whom}"),
        "reception": plural("new reception centre for {whom}", "new reception centres for {whom}"),
        "": plural("new place for {service} for {whom}", "new places for {service} for {whom}"),
    },
)


def new_places(service: str, group: str, many: int) -> str:
    """So many new places of a service, without the number, as what a sentence is about."""
    kind = _NEW[group != EVERYBODY]
    pair = kind.get(service, kind[""])
    return n_(*pair, many, service=SERVICE_WORDS[service], whom=group_words(group))
