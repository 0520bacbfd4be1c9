"""Actors, levels and states as they stand in sentences."""

from collections.abc import Sequence

import pandas as pd

from analysis.partnership import KNOWN, NO_LIST, NONE, NONE_FOUND, NOT_STATED
from ui.language import Words, _, n_, plural
from ui.words import SERVICES, listed

ACTOR_WORDS = Words(
    {
        "public": "public authorities",
        "ngo": "NGOs",
        "refugee_led": "refugee-led organisations",
        "employer": "employers",
        "faith": "faith communities",
        "academic": "universities and research",
        "volunteer": "volunteer groups",
    }
)
ACTOR_ONE = Words(
    {
        "public": "public authority",
        "ngo": "NGO",
        "refugee_led": "refugee-led organisation",
        "employer": "employer",
        "faith": "faith community",
        "academic": "university or research body",
        "volunteer": "volunteer group",
    }
)
# Short enough to stand above a column.
ACTOR_HEADS = Words(
    {
        "public": "Public",
        "ngo": "NGO",
        "refugee_led": "Refugee-led",
        "employer": "Employer",
        "faith": "Faith",
        "academic": "Academic",
        "volunteer": "Volunteer",
    }
)
LEVEL_WORDS = Words({"local": "local", "regional": "regional", "national": "national", "eu": "EU"})
LEVEL_HEADS = Words({"local": "Local", "regional": "Regional", "national": "National", "eu": "EU"})
SERVICE_HEADS = Words({**SERVICES, NOT_STATED: "Service not stated"})
STATE_HEADS = Words(
    {
        KNOWN: "known to work there",
        NONE: "known to be none, by a complete list",
        NONE_FOUND: "none on a list that is not complete",
        NO_LIST: "no list covers it: unknown",
    }
)
# What each state means.
STATE_WORDS = Words(
    {
        KNOWN: "at least one organisation of this type is known to work here",
        NONE: "a complete list covers this type here and holds no organisation",
        NONE_FOUND: "a list covers this type here, is not complete, and holds no organisation",
        NO_LIST: "no list of this type covers this territory",
    }
)
_COUNTED = {
    "public": plural("{count} public authority", "{count} public authorities"),
    "ngo": plural("{count} NGO", "{count} NGOs"),
    "refugee_led": plural("{count} refugee-led organisation", "{count} refugee-led organisations"),
    "employer": plural("{count} employer", "{count} employers"),
    "faith": plural("{count} faith community", "{count} faith communities"),
    "academic": plural("{count} university or research body", "{count} universities and research"),
    "volunteer": plural("{count} volunteer group", "{count} volunteer groups"),
}
# In Europe's laws and statistics; what a reader can do about a missing list.
WHO_COULD = Words(
    {
        "public": "procurement portals, with both parties' names",
        "ngo": "registers of associations, and the funds that pay them",
        "refugee_led": "umbrellas of refugee-led organisations",
        "employer": "chambers of commerce and employment services",
        "faith": "the communities' national bodies",
        "academic": "university registers",
        "volunteer": "volunteer centres and municipalities",
    }
)


def actors(codes: Sequence[str]) -> str:
    """Types of actor as a list in prose.

    >>> actors(["ngo", "faith"])
    'NGOs and faith communities'
    """
    return listed([ACTOR_WORDS[each] for each in codes])


def many(count: int, actor: str) -> str:
    """How many of a type of actor.

    >>> many(1, "faith"), many(3, "ngo")
    ('1 faith community', '3 NGOs')
    """
    return n_(*_COUNTED[actor], count)


# What newcomers can do in a body: five steps to be read off its statutes, each a right that it
# grants or does not; condensed from Arnstein's ladder (1969), whose rungs in between are matters
# of opinion.
POWER = Words(
    {
        0: "informed: hears of decisions after they are taken",
        1: "consulted: is asked before, and nobody has to answer",
        2: "answered: is asked before, and gets a reasoned answer",
        3: "co-decides: has votes, and others can outvote it",
        4: "decides: nothing is decided against it",
    }
)

_CAN = Words(
    {
        0: "it is informed afterwards",
        1: "it is consulted",
        2: "it is consulted and answered",
        3: "it co-decides",
        4: "it decides",
    }
)


def power(step: object) -> str:
    """What a body's newcomers can do, in a clause; unknown where it is not told.

    >>> power(3), power(None)
    ('it co-decides (3 of 4)', 'its power is unknown')
    """
    if pd.isna(step):  # type: ignore[call-overload]
        return _("its power is unknown")
    number = int(str(step).split(".", maxsplit=1)[0])
    return _("{power} ({step} of 4)", power=_CAN[number], step=number)
