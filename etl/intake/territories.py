"""A territory by code or by name, in the NUTS version that the codes of a file show."""

from collections.abc import Iterable, Mapping

from etl import vintages
from etl.intake.places import EUROSTAT, UNIONS, Places, country_names, without_kind
from etl.intake.plain import plain, without_brackets
from etl.validate import unknown_code


class TerritoryFaultError(ValueError):
    """A text that is no one territory: the reason, and how to mend it."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.mend = mend


def country(text: str) -> str | None:
    """The two-letter code of a country, as Eurostat has it; None where it is none.

    >>> country("Italien"), country("gr"), country("Elsewhere")
    ('IT', 'EL', None)
    """
    bare = text.strip()
    if len(bare) == 2 and bare.isalpha():
        return EUROSTAT.get(bare.upper(), bare.upper())
    return country_names().get(plain(bare))


def version_shown(codes: Iterable[str], places: Places) -> str:
    """The latest NUTS version that has every code; the latest one where none has them all.

    >>> from pathlib import Path
    >>> known = {"2021": frozenset({"PT", "PT17"}), "2024": frozenset({"PT", "PT1A"})}
    >>> some = Places(known, {}, {}, {}, Path())
    >>> version_shown(["PT", "PT17"], some), version_shown(["PT"], some)
    ('2021', '2024')
    """
    told = frozenset(codes) & places.every
    for version in sorted(places.codes, reverse=True):
        if told <= places.codes[version] | UNIONS:
            return version
    return places.latest


def is_code(text: str, places: Places) -> bool:
    """Whether a text is the code of a territory."""
    return _coded(text) in places.every


def is_name(text: str, places: Places) -> bool:
    """Whether a text is the name of one territory, or of several."""
    return bool(_named(text.strip(), places))


def _coded(text: str) -> str:
    """A text as a code would be: in capitals, without gaps, with Eurostat's country."""
    bare = "".join(text.split()).upper() if "_" not in text else text.strip()
    return EUROSTAT.get(bare[:2], bare[:2]) + bare[2:]


def resolve(text: str, places: Places, told: Mapping[str, str], level: str | None) -> str:
    """The code of a territory by its code or name; TerritoryFaultError where it is not one.

    `told` gives codes of names that the user decided; `level` is the NUTS level meant where a
    name is that of a region and of a district.
    """
    bare = text.strip()
    if bare in told:
        return told[bare]
    whole = "+".join(_coded(part) for part in bare.split("+"))
    if whole in places.every:
        return whole
    found = _named(bare, places)
    if level is not None:
        found = {code for code in found if len(code) - 2 == int(level)} or found
    if len(found) == 1:
        return next(iter(found))
    if found:
        candidates = ", ".join(f"{code} ({_described(code, places)})" for code in sorted(found))
        raise TerritoryFaultError(
            f"{bare!r} is the name of several territories: {candidates}",
            "Write the code of the one that is meant.",
        )
    reason = unknown_code(bare, _near(bare, places))
    raise TerritoryFaultError(
        reason.replace("is not a known code", "is neither the code nor the name of a territory"),
        "Write its NUTS code, or its name as Eurostat has it.",
    )


def _named(text: str, places: Places) -> frozenset[str] | set[str]:
    """The territories that have a name, with or without a word for what they are."""
    for spelling in (plain(text), plain(without_brackets(text))):
        if found := places.named.get(spelling):
            return found
        if (bare := without_kind(spelling)) and (found := places.named.get(bare)):
            return found
    return set()


def _near(text: str, places: Places) -> frozenset[str]:
    """What a text may have meant: codes of its country, or names that begin alike."""
    coded = _coded(text)
    if len(coded) <= 5 and (alike := {c for c in places.every if c[:2] == coded[:2]}):
        return frozenset(alike)
    begin = text.strip()[:2].casefold()
    return frozenset(name for name in places.names.values() if name[:2].casefold() == begin)


def _described(code: str, places: Places) -> str:
    return f"{places.names.get(code, code)}, NUTS {len(code) - 2}"


def for_display(code: str, places: Places) -> str:
    """The code a renamed region has now; other codes stay.

    Tables without a NUTS version are of the displayed one.
    """
    if code in places.codes[places.latest]:
        return code
    return places.renamed.get(code, code)


def wrong_version(code: str, version: str | None, places: Places) -> str:
    """Why a code cannot stand in a table; '' where it can.

    `version` is the file's NUTS version, None for tables that are of the displayed one.
    """
    allowed = {v: codes for v, codes in places.codes.items() if version is None or v <= version}
    if version is None:
        allowed = {places.latest: places.codes[places.latest] | UNIONS}
    if any(code in codes for codes in allowed.values()):
        return ""
    others = vintages.vintages(code, places.codes)
    if not others:
        return f"{code!r} is no territory of this table"
    return f"{code!r} is a code of NUTS {others[-1]}, the file's are of NUTS {max(allowed)}"
