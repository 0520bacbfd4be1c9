"""Bodies and agreements that transcribed rows name: organisations and partnerships."""

import re

from etl.reading import LayoutError
from etl.sources.transcribed_rows import Line, Transcript
from etl.sources.transcribed_words import Stated, stated

_STATE = "fr_state"
# What each list is of: territory, service, in words.
_CITIES = ("FR", "social_orientation", "cities with a reception and integration contract (CTAIR)")
_PARTNERSHIPS = ("UK", "all", "strategic migration partnerships of local authorities")
_CONTRACT = "territorial reception and integration contract (CTAIR)"


def add_agreement(found: Transcript, line: Line) -> None:
    """A contract between the French State and a city: both partners and their agreement.

    Raises LayoutError where the note no longer says that it is such a contract.
    """
    record, said = line.record, stated(line.record)
    if f"{_CONTRACT} with " not in record["note"] or record["territory_code"][:2] != "FR":
        raise LayoutError(f"{line.file}, line {line.number}: {record['note']!r} is no {_CONTRACT}")
    city = f"fr_city_{_slug(record['city'])}"
    if _STATE not in found.bodies:
        _add_organisation(found, line, said, (_STATE, "French State", "national", "FR"))
    _add_organisation(found, line, said, (city, record["city"], "local", record["territory_code"]))
    row = {
        "organisation_id": _STATE,
        "partner_id": city,
        "territory_id": record["territory_code"],
        "period": said.period,
        "service": "social_orientation",
        "agreement": _CONTRACT,
    }
    found.add("partnership", line, said, row)
    _add_list(found, line, said, _CITIES)


def add_body(found: Transcript, line: Line) -> None:
    """A strategic migration partnership of local authorities, one in each region."""
    record, said = line.record, stated(line.record)
    name = f"Strategic migration partnership, {record['territory_name']}"
    code = record["territory_code"]
    identity = (f"{code.lower()}_migration_partnership", name, "regional", code)
    _add_organisation(found, line, said, identity)
    _add_list(found, line, said, _PARTNERSHIPS)


def _add_list(found: Transcript, line: Line, said: Stated, scope: tuple[str, str, str]) -> None:
    """A row of `actor_list`: what the page lists; never all public bodies there are."""
    territory_id, service, about = scope
    if about in found.bodies:
        return
    found.bodies.add(about)
    row = {
        "territory_id": territory_id,
        "actor": "public",
        "service": service,
        "complete": False,
        "about": f"{about}, and no other public body",
        "period": said.period,
        "note": None,
    }
    found.add("actor_list", line, said, row)


def _add_organisation(
    found: Transcript, line: Line, said: Stated, identity: tuple[str, str, str, str]
) -> None:
    """A row of `organisation`, a public authority; each only once."""
    organisation_id, name, level, territory_id = identity
    if organisation_id in found.bodies:
        return
    found.bodies.add(organisation_id)
    row = {
        "organisation_id": organisation_id,
        "name": name,
        "actor": "public",
        "level": level,
        "territory_id": territory_id,
    }
    found.add("organisation", line, said, row)


def _slug(name: str) -> str:
    """A name in lower case with underscores.

    >>> _slug("Clermont-Ferrand")
    'clermont_ferrand'
    """
    return re.sub(r"\W+", "_", name.lower()).strip("_")
