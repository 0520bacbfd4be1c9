"""Actors, levels and states as they stand in sentences."""

from collections.abc import Sequence

import pandas as pd

from analysis.partnership import KNOWN, NO_LIST, NONE, NONE_FOUND, NOT_STATED
from ui.words import SERVICES, listed

ACTOR_WORDS = {
    "public": "public authorities",
    "ngo": "NGOs",
    "refugee_led": "refugee-led organisations",
    "employer": "employers",
    "faith": "faith communities",
    "academic": "universities and research",
    "volunteer": "volunteer groups",
}
ACTOR_ONE = {
    "public": "public authority",
    "ngo": "NGO",
    "refugee_led": "refugee-led organisation",
    "employer": "employer",
    "faith": "faith community",
    "academic": "university or research body",
    "volunteer": "volunteer group",
}
# Short enough to stand above a column.
ACTOR_HEADS = {
    "public": "Public",
    "ngo": "NGO",
    "refugee_led": "Refugee-led",
    "employer": "Employer",
    "faith": "Faith",
    "academic": "Academic",
    "volunteer": "Volunteer",
}
LEVEL_WORDS = {"local": "local", "regional": "regional", "national": "national", "eu": "EU"}
LEVEL_HEADS = {"local": "Local", "regional": "Regional", "national": "National", "eu": "EU"}
SERVICE_WORDS = {
    "reception": "reception",
    "housing": "housing",
    "language": "language teaching",
    "employment": "employment support",
    "education": "education and childcare",
    "health": "health care",
    "mental_health": "mental health and rehabilitation",
    "legal_aid": "legal aid",
    "social_orientation": "social orientation",
    "social_participation": "social participation",
    "digital": "digital services",
}
SERVICE_HEADS = {**SERVICES, NOT_STATED: "Service not stated"}
STATE_HEADS = {
    KNOWN: "known to work there",
    NONE: "known to be none, by a complete list",
    NONE_FOUND: "none on a list that is not complete",
    NO_LIST: "no list covers it: unknown",
}
# In Europe's laws and statistics; what a reader can do about a missing list.
WHO_COULD = {
    "public": "procurement portals, with both parties' names",
    "ngo": "registers of associations, and the funds that pay them",
    "refugee_led": "umbrellas of refugee-led organisations",
    "employer": "chambers of commerce and employment services",
    "faith": "the communities' national bodies",
    "academic": "university registers",
    "volunteer": "volunteer centres and municipalities",
}


def actors(codes: Sequence[str]) -> str:
    """Types of actor as a list in prose.

    >>> actors(["ngo", "faith"])
    'NGOs and faith communities'
    """
    return listed([ACTOR_WORDS[each] for each in codes])


def many(count: int, one: str, several: str) -> str:
    """A count with its noun, both forms given.

    >>> many(1, "faith community", "faith communities"), many(3, "NGO", "NGOs")
    ('1 faith community', '3 NGOs')
    """
    return f"{count:,}".replace(",", "\u202f") + f" {one if count == 1 else several}"


_CAN = {
    0: "it is informed afterwards",
    1: "it is consulted",
    2: "it is consulted and answered",
    3: "it co-decides",
    4: "it decides",
}


def power(step: object) -> str:
    """What a body's newcomers can do, in a clause; unknown where it is not told.

    >>> power(3), power(None)
    ('it co-decides (3 of 4)', 'its power is unknown')
    """
    if pd.isna(step):  # type: ignore[call-overload]
        return "its power is unknown"
    number = int(str(step).split(".", maxsplit=1)[0])
    return f"{_CAN[number]} ({number} of 4)"
