"""Buyers of Italy's public contracts: the level their name tells, the place of their contracts."""

import re
from collections import Counter
from collections.abc import Mapping

COUNTRY = "IT"

_OFFICE = re.compile(r"PREFETT|UFFICIO TERRITORIALE")
_NO_PUBLIC_BODY = re.compile(r"COOPERATIVA|FONDAZIONE|\bS\.?P\.?A\b")
# The first that fits: Valle d'Aosta's region is its prefecture too.
_LEVEL = (
    ("regional", re.compile(r"(REGIONE|PROVINCIA AUTONOMA)\b")),
    ("national", re.compile(r".*PREFETT|UFFICIO TERRITORIALE (DEL )?GOVERNO|MINISTERO\b")),
    (
        "local",
        re.compile(
            r"(COMUN[EI]|MUNICIPIO|CITTA|ROMA CAPITALE|PROVINCIA|UNIONE|ASP)\b"
            r"|AMMINISTRAZIONE (COMUNALE|PROVINCIALE)\b"
            r"|COMUNITA'? (MONTANA|COLLINARE|COMPRENSORIALE)|BEZIRKSGEMEINSCHAFT\b"
            r"|(LIBERO )?CONSORZIO (INTER)?COMUNALE|SOCIETA'? DELLA SALUTE"
            r"|AZIENDA (SPECIALE|SOCIALE|PUBBLICA|SERVIZI|DI SERVIZI|TERRITORIALE PER I SERVIZI"
            r"|SANITARIA|ULSS|USL|UNITA)\b"
            r"|C\.?U\.?C\b|CENTRALE (UNICA )?DI COMMITTENZA|STAZIONE APPALTANTE PROVINCIALE"
        ),
    ),
)


def level_of(name: str) -> str | None:
    """Level a public body acts on by its name; None where the name does not say.

    >>> level_of("PREFETTURA DI FIRENZE"), level_of("COMUNE DI COMO"), level_of("ASMEL")
    ('national', 'local', None)
    """
    if _NO_PUBLIC_BODY.search(name):
        return None
    return next((level for level, pattern in _LEVEL if pattern.match(name)), None)


def named_seat(name: str, provinces: Mapping[str, str]) -> str | None:
    """Province of a prefecture whose name ends with one's; None where it does not.

    >>> named_seat("PREFETTURA DI GORIZIA", {"GORIZIA": "ITH43"})
    'ITH43'
    """
    if not _OFFICE.search(name):
        return None
    return next((code for place, code in provinces.items() if name.endswith(f" {place}")), None)


def seat_of(places: Counter[str]) -> str:
    """Province of more than half of a buyer's contracts, else the region that holds them all.

    >>> seat_of(Counter({"ITI32": 3, "ITF21": 2}))
    'ITI32'
    >>> seat_of(Counter({"ITF33": 1, "ITF31": 1})), seat_of(Counter())
    ('ITF3', 'IT')
    """
    for place, contracts in places.most_common(1):
        if 2 * contracts > places.total():
            return place
    for size in (4, 3):
        held = {place[:size] for place in places}
        if len(held) == 1:
            return held.pop()
    return COUNTRY
