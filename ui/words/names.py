"""Names of countries and territories, alone and in a list."""

import unicodedata
from collections.abc import Sequence
from functools import reduce

import pandas as pd

from ui.language import Words, _
from ui.language.numbers import locale
from ui.words.numbers import count_of

# Eurostat's own codes where they differ from ISO 3166.
_ISO = {"EL": "GR", "UK": "GB"}
_SHORT = Words({"BA": "Bosnia and Herzegovina", "TR": "Türkiye", "MK": "North Macedonia"})


def country(code: str) -> str:
    """Name of a Eurostat country code in the reader's language; the code when it is not known.

    >>> country("EL"), country("UK")
    ('Greece', 'United Kingdom')
    """
    return _SHORT.get(code) or locale().territories.get(_ISO.get(code, code), code)


def listed(names: Sequence[str]) -> str:
    """Names as a list in prose.

    >>> listed(["Poland", "Romania", "Spain"])
    'Poland, Romania and Spain'
    """
    if len(names) == 1:
        return names[0]
    return _("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def apart(parts: Sequence[str]) -> str:
    """Parts of a sentence, set apart.

    >>> apart(["three known", "two unknown"])
    'three known; two unknown'
    """
    if not parts:
        return ""
    return reduce(lambda first, second: _("{first}; {second}", first=first, second=second), parts)


def labelled(label: str, value: str) -> str:
    """A value behind its label.

    >>> labelled("Lazio, Italy", "12")
    'Lazio, Italy: 12'
    """
    return _("{label}: {value}", label=label, value=value)


def places(rows: pd.DataFrame) -> list[str]:
    """Territories as readers know them: 'Lazio, Italy'; `rows` has name, country and level."""
    return [
        country(code) if level == 0 or name == country(code) else f"{name}, {country(code)}"
        for name, code, level in zip(rows["name"], rows["country"], rows["level"], strict=True)
    ]


def countries(codes: Sequence[str]) -> str:
    """Up to four countries by name, more by their number.

    >>> countries(["PL", "EL"])
    'Greece and Poland'
    """
    if len(codes) > 4:
        return count_of(len(codes), "country")
    return listed(sorted(country(str(code)) for code in codes))


def both_names(place: str, local: str) -> str:
    """A territory in Latin letters and, where those differ, as its country writes it.

    Missing : a `local` of '' is not known, and left out.

    >>> both_names("Attiki, Greece", "Αττική"), both_names("Lazio, Italy", "Lazio")
    ('Attiki, Greece (Αττική)', 'Lazio, Italy')
    """
    is_latin = all(
        unicodedata.name(each, "").startswith("LATIN") for each in local if each.isalpha()
    )
    return place if is_latin else f"{place} ({local})"
