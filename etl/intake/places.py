"""The territories there are: their codes by NUTS version, and the names they may go by."""

from collections.abc import Mapping
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

# Besides the regions, what money and norms may be of.
UNIONS = frozenset({"EU27_2020", "OECD"})
EUROSTAT = {"GR": "EL", "GB": "UK"}
_PREFIXES = (
    "provincia autonoma di", "provincia di", "citta metropolitana di", "regione", "provincia de",
    "comunidad autonoma de", "comunidad de", "departement de", "departement du", "departement",
    "region", "prov", "arr", "landkreis", "kreis", "stadt", "bundesland", "land", "provincie",
    "county of", "province of", "region of", "state of", "freistaat", "freie und hansestadt",
)  # fmt: skip


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
        return frozenset().union(*self.codes.values()) | UNIONS


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
    return found | {bare for each in found if (bare := without_kind(each))}


def without_kind(spelling: str) -> str:
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
                found.setdefault(plain(name), EUROSTAT.get(code, code))
    found |= {"great britain": "UK", "uk": "UK", "czech republic": "CZ", "holland": "NL"}
    return found
