"""What is asked on the Sites page, and its words."""

from dataclasses import dataclass

from ui.area.where import Where
from ui.reach.way import EVERYBODY, NEWCOMERS, Way, group_words, place_of

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
        whom = "" if way.group == EVERYBODY else f" for {group_words(way.group)}"
        what = places_of(way.service, self.task.many)
        if self.aim == MOST_PEOPLE:
            who = "newcomers" if way.group == NEWCOMERS else "people"
            who = who if way.by_need or way.group == EVERYBODY else "people"
            return f"Where would new {what}{whom} reach most {who} who have none?"
        if self.aim == MOST_EQUAL:
            return f"Where would new {what}{whom} make reach most equal?"
        return f"Where would new {what}{whom} reach many who have none, and more equally?"


def places_of(service: str, many: int) -> str:
    """So many places of a service, without the number.

    >>> places_of("health", 1), places_of("language", 2)
    ('hospital', 'places for language teaching')
    """
    one = place_of(service)
    if many == 1:
        return one
    return one.replace("place ", "places ", 1) if one.startswith("place ") else f"{one}s"
