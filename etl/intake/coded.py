"""Codes of the contract by their labels, or by words of spreadsheets in several languages."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from etl.columns import Column
from etl.intake.dates import LANGUAGES
from etl.intake.lists import code_words
from etl.intake.plain import plain
from etl.intake.tables import codes_of
from etl.validate import unknown_code

_LISTED = {"groups": "group_id"}
_TRUE = frozenset("true yes y ja j si oui o wahr vrai vero verdadero waar x 1".split())
_FALSE = frozenset("false no n nein non nee falsch faux falso onwaar 0".split())
_PARTS = re.compile(r"[,;/|+]| and | und | e | y | et | en ")


def code(column: Column, text: str) -> str | None:
    """The code a text stands for in a column; None where it is none.

    >>> from etl import contract
    >>> code(contract.BY_NAME["facility"].column("service"), "Sprachkurse")
    'language'
    """
    bare = text.strip()
    allowed = codes_of(column) or {}
    if bare in allowed:
        return bare
    return _spellings(column).get(plain(bare))


@cache
def _spellings_of(name: str, allowed: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    known = {plain(label): each for each, label in allowed}
    known |= {plain(each): each for each, _ in allowed}
    codes = {each for each, _ in allowed}
    words = code_words().get(_LISTED.get(name, name), {})
    return {word: each for word, each in words.items() if each in codes} | known


def _spellings(column: Column) -> Mapping[str, str]:
    return _spellings_of(column.name, tuple((codes_of(column) or {}).items()))


def wrong_code(column: Column, text: str) -> str:
    """What is wrong with a text that is no code, and the nearest one."""
    return unknown_code(text, list(codes_of(column) or {}))


def groups(column: Column, text: str) -> tuple[str, str]:
    """Groups as codes parted by spaces, and the first part of the text that is none.

    All must be known: a group in free text would not be protected as it must be.
    """
    if found := code(column, text):
        return found, ""
    known = set(codes_of(column) or {})
    words = text.split()
    parts = words if words and set(words) <= known else _PARTS.split(text)
    found_codes: list[str] = []
    for part in (each.strip() for each in parts):
        if not part:
            continue
        each = code(column, part)
        if each is None:
            return "", part
        found_codes.append(each)
    return " ".join(dict.fromkeys(found_codes)), ""


def languages(text: str) -> tuple[str, str]:
    """Languages as ISO 639 codes parted by spaces, and the first part that is none.

    >>> languages("Deutsch, Arabic / fr")
    ('de ar fr', '')
    """
    found: list[str] = []
    for part in re.split(r"[,;/|+\s]+", text.strip()):
        bare = plain(part)
        if not bare:
            continue
        each = bare if bare in language_codes() else _language_names().get(bare)
        if each is None:
            return "", part
        found.append(each)
    return " ".join(dict.fromkeys(found)), ""


@cache
def language_codes() -> frozenset[str]:
    """The codes of languages that are known."""
    return frozenset(each for each in Locale.parse("en").languages if each.isalpha())


@cache
def _language_names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for each in LANGUAGES:
        for short, name in Locale.parse(each).languages.items():
            if short.isalpha():
                found.setdefault(plain(name), short)
    return found | {"farsi": "fa", "dari": "prs", "kurmanji": "kmr", "sorani": "ckb"}


def truth(text: str) -> str | None:
    """`true` or `false` by a word for it; None where it is neither.

    >>> truth("Ja"), truth("no"), truth("maybe")
    ('true', 'false', None)
    """
    bare = plain(text)
    return "true" if bare in _TRUE else "false" if bare in _FALSE else None
