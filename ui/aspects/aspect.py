"""What an aspect is: one comparable measure of one area of the Action Plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from ui.language import Words

CONTEXT = "context"
AREAS: Mapping[str, str] = Words(
    {
        "reception": "Reception and settlement",
        "protection": "Protection of vulnerable groups",
        "services": "Services for all newcomers",
        "equality": "Equal capacity within",
        "partnership": "Partnership and participation",
        "sponsorship": "Community sponsorship",
        "funds": "Funds that follow need",
        "digital": "Digital services",
        CONTEXT: "Context",
    }
)
Better = Literal["more", "less", ""]


@dataclass(frozen=True)
class Aspect:
    """A measure that territories are compared by.

    `view` is the page and `filters` are its address's parameters, so each number is the page's
    own. `better` says which way is better; '' for context, which is neither. `enough` is where
    more is no longer better: a territory with thrice what is asked for has no better service.
    """

    aspect_id: str
    area: str
    label: str
    unit: str
    better: Better
    about: str
    view: str
    filters: Mapping[str, str]
    enough: float | None = None


def address_of(aspect: Aspect, territory_id: str, level: int) -> str:
    """The address of the page behind a number, with its territory chosen.

    >>> from ui.aspects.listed import BY_ID
    >>> address_of(BY_ID["hospital_far"], "ITG1", 2)
    '/figures?short=hospital&km=20&level=2&at=ITG1'
    """
    return f"/{aspect.view}?" + urlencode(
        {**aspect.filters, "level": level, "at": territory_id}, safe="~."
    )
