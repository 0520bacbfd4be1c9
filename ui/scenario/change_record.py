"""One change of a plan as a record of JSON, both ways."""

import re
from dataclasses import asdict
from dataclasses import fields as fields_of
from typing import Any

from analysis.scenario.plan import MOST_TERRITORIES, Add, Arrive, Change, Lose, Places
from ui.language import _
from ui.scenario.plain_json import DocumentError, fields, listed, shown

KINDS: dict[str, type[Change]] = {"arrive": Arrive, "places": Places, "lose": Lose, "add": Add}
_NAMES = {kind: name for name, kind in KINDS.items()}
_NEEDED = {"arrive": ("persons",), "places": ("territory_id", "places"), "lose": ("percent",)}
_PERCENTS = ("most_percent", "percent")
# Codes of territories; joint ones have `+` between their parts.
_CODE = re.compile(r"[A-Za-z0-9_+-]{1,80}")


def record_of(change: Change) -> dict[str, Any]:
    """A change by the names of its parts.

    >>> record_of(Lose(10.0, ("IT",)))
    {'change': 'lose', 'percent': 10.0, 'only': ['IT']}
    """
    found = {"change": _NAMES[type(change)], **asdict(change)}
    return {name: list(each) if isinstance(each, tuple) else each for name, each in found.items()}


def change_of(value: Any, where: str) -> Change:
    """The change of a record; DocumentError says where it makes no sense, why and what to do."""
    if not isinstance(value, dict) or value.get("change") not in tuple(KINDS):
        said = value.get("change") if isinstance(value, dict) else value
        raise DocumentError(
            f"{where}.change",
            _("{value} is no change", value=shown(said)),
            _("Write one of: {options}.", options=", ".join(KINDS)),
        )
    name = str(value["change"])
    kind = KINDS[name]
    needed = _NEEDED.get(name, ())
    may = tuple(each.name for each in fields_of(kind) if each.name not in needed)
    found = {**fields(value, where, ("change", *needed), may)}
    del found["change"]
    if "only" in found:
        found["only"] = _codes(found["only"], f"{where}.only")
    if "territory_id" in found:
        (found["territory_id"],) = _codes([found["territory_id"]], f"{where}.territory_id")
    for each in _PERCENTS:
        if isinstance(found.get(each), float):
            found[each] = round(found[each], 6)
    try:
        return kind(**found)
    except ValueError as error:
        what, _colon, wanted = str(error).partition(": ")
        raise DocumentError(
            f"{where}.{what}" if wanted else where, wanted or what,
            _("Correct it, or take the change out."),
        ) from None  # fmt: skip


def _codes(value: Any, where: str) -> tuple[str, ...]:
    found = listed(value, where, MOST_TERRITORIES)
    for each in found:
        if not isinstance(each, str) or not _CODE.fullmatch(each):
            raise DocumentError(
                where,
                _("{value} is no code of a territory", value=shown(each)),
                _("Write one such as {code}.", code="ITG1"),
            )
    return tuple(dict.fromkeys(found))
