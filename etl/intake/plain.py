"""Words made alike: without case, accents and punctuation, so that spellings meet."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_REST = re.compile(r"[^a-z0-9\u0370-\u03ff\u0400-\u04ff%]+")
_LONGEST = 300
_BRACKETS = re.compile(r"\s*[\(\[][^\)\]]*[\)\]]")


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """A text in small letters without accents, its words parted by one space.

    >>> plain(" Plätze_insgesamt* "), plain("Código NUTS-2"), plain("Straße")
    ('platze insgesamt', 'codigo nuts 2', 'strasse')
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return _REST.sub(" ", bare).strip()


def without_brackets(text: str) -> str:
    """A text less what stands in brackets.

    >>> without_brackets("Plätze (Stand 31.12.2024)")
    'Plätze'
    """
    return text if len(text) > _LONGEST else _BRACKETS.sub("", text).strip()
