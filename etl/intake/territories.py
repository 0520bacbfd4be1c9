"""Territories by code or by name, in the NUTS version that the codes of a file show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pandas as pd
from babel import Locale

from etl import vintages
from etl.gather import GEOGRAPHY, codes_of
from etl.intake.dates import LANGUAGES
from etl.intake.lists import region_names
from etl.intake.plain import plain, without_brackets
from etl.validate import unknown_code

# Besides the regions, what money and norms may be of.
_UNIONS = frozenset({"EU27_2020", "OECD"})
_EUROSTAT = {"GR": "EL", "GB": "UK"}
_PREFIXES = (
    "provincia autonoma di", "provincia di", "citta metropolitana di", "regione", "provincia de",
    "comunidad autonoma de", "comunidad de", "departement de", "departement du", "departement",
    "region", "prov", "arr", "landkreis", "kreis", "stadt", "bundesland", "land", "provincie",
    "county of", "province of", "region of", "state of", "freistaat", "freie und hansestadt",
)  # fmt: skip


class TerritoryFaultError(ValueError):
    """A text that is no one territory: the reason, and how to mend it."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.mend = mend


@dataclass(frozen=True)
class Places:
    """The territories there are: their codes by NUTS version, their rows by name."""

    codes: vintages.Codes
    named: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    renamed: Mapping[str, str]
    folder: Path

    @cached_property
    def latest(self) -> str:
        """The version that is displayed."""
        return max(self.codes)

    @cached_property
    def every(self) -> frozenset[str]:
        """Every code of any version."""
        return frozenset().union(*self.codes.values()) | _UNIONS


def places_of(bundle: Path) -> Places:
    """The territories of a bundle."""
    tables = {
        name: pd.concat(
            [pd.read_parquet(file) for file in sorted((bundle / name).glob("*.parquet"))]
            or [pd.DataFrame()]
        )
        for name in GEOGRAPHY[:2]
    }
    codes = codes_of(tables)
    shown = tables["territory"]
    shown = shown[shown["shown"].eq(True)]
    named: dict[str, set[str]] = {}
    names = dict(zip(shown["territory_id"].astype(str), shown["name"].astype(str), strict=True))
    local = shown.get("local_name", pd.Series(None, index=shown.index, dtype=object))
    for code, name, also in zip(shown["territory_id"], shown["name"], local, strict=True):
        for spelling in _spellings(str(name)) | (_spellings(also) if also else set()):
            named.setdefault(spelling, set()).add(str(code))
    for code, known in region_names().items():
        for name in known if code in names else ():
            named.setdefault(plain(name), set()).add(code)
    for name, country in country_names().items():
        if country in names:
            named.setdefault(name, set()).add(country)
    whole = {name: frozenset(_same_land(codes_)) for name, codes_ in named.items()}
    return Places(codes, whole, names, _renamed(tables["nuts_change"]), bundle)


def _spellings(name: str) -> set[str]:
    """A name as it may be written: whole, either half of a double name, before a comma."""
    if not isinstance(name, str) or not name:
        return set()
    turned = " ".join(reversed(name.split(", ")))
    halves = [name, without_brackets(name), name.split(",", maxsplit=1)[0], turned]
    for sign in ("/", " - ", "-"):
        parts = name.split(sign)
        if len(parts) == 2 and all(len(part.strip()) > 3 for part in parts) and sign != "-":
            halves += parts
    found = {plain(half) for half in halves if plain(half)}
    return found | {bare for each in found if (bare := _bare(each))}


def _bare(spelling: str) -> str:
    """A name less a word for what it is; '' where it has none."""
    for prefix in _PREFIXES:
        if spelling.startswith(f"{prefix} "):
            return spelling.removeprefix(f"{prefix} ")
    return ""


def _same_land(codes: set[str]) -> set[str]:
    """Codes less those that only repeat a larger one, as AT130 is all of AT13, and joint ones."""
    single = {code for code in codes if "+" not in code} or codes
    return {
        code
        for code in single
        if not any(
            code != other and code.startswith(other) and set(code[len(other) :]) == {"0"}
            for other in single
        )
    }


def _renamed(changes: pd.DataFrame) -> dict[str, str]:
    """Codes that ended where the same region has another one now."""
    if changes.empty:
        return {}
    same = changes[changes["kind"] == "recoded"] if "kind" in changes else changes.iloc[:0]
    step = dict(zip(same["old_code"].astype(str), same["new_code"].astype(str), strict=True))
    found: dict[str, str] = {}
    for old, following in step.items():
        new, seen = following, {old}
        while new in step and new not in seen:
            seen.add(new)
            new = step[new]
        found[old] = new
    return found


@cache
def country_names() -> Mapping[str, str]:
    """Countries by their names in the languages that are read, by ISO and by Eurostat code."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(plain(name), _EUROSTAT.get(code, code))
    found |= {"great britain": "UK", "uk": "UK", "czech republic": "CZ", "holland": "NL"}
    return found


def country(text: str) -> str | None:
    """The two-letter code of a country, as Eurostat has it; None where it is none.

    >>> country("Italien"), country("gr"), country("Elsewhere")
    ('IT', 'EL', None)
    """
    bare = text.strip()
    if len(bare) == 2 and bare.isalpha():
        return _EUROSTAT.get(bare.upper(), bare.upper())
    return country_names().get(plain(bare))


def version_shown(codes: Iterable[str], places: Places) -> str:
    """The latest NUTS version that has every code; the latest one where none has them all.

    >>> known = {"2021": frozenset({"PT", "PT17"}), "2024": frozenset({"PT", "PT1A"})}
    >>> some = Places(known, {}, {}, {}, Path())
    >>> version_shown(["PT", "PT17"], some), version_shown(["PT"], some)
    ('2021', '2024')
    """
    told = frozenset(codes) & places.every
    for version in sorted(places.codes, reverse=True):
        if told <= places.codes[version] | _UNIONS:
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
    return _EUROSTAT.get(bare[:2], bare[:2]) + bare[2:]


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
        if (bare := _bare(spelling)) and (found := places.named.get(bare)):
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
        allowed = {places.latest: places.codes[places.latest] | _UNIONS}
    if any(code in codes for codes in allowed.values()):
        return ""
    others = vintages.vintages(code, places.codes)
    if not others:
        return f"{code!r} is no territory of this table"
    return f"{code!r} is a code of NUTS {others[-1]}, the file's are of NUTS {max(allowed)}"
