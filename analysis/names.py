"""Names of organisations: which two are one and the same, however they are spelled."""

import re
import unicodedata
from difflib import SequenceMatcher

# Drawn as nothing though they count as letters or marks; controls of format are a category.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
# Letters of other alphabets, and digits, that look like a Latin letter once case is folded.
_ALIKE = str.maketrans(
    "авекмнопрстухіјѕԁӏԛԝһьαβεζηικμνορτυχωγıɑɡ01i",
    "abekmhonpctyxijsdlqwhbabezhikmvoptyxwyiagoll",
)
# Scripts that one word may mix, also with Latin letters.
_EAST = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"})

# From here on two names are alike; shorter ones are found in many longer words by chance.
_ALIKE_FROM = 0.85
_LEAST_WITHIN = 5


def unseen(letter: str) -> bool:
    r"""Whether a character is drawn as nothing: it could hide in a text, or be all of it.

    >>> [unseen(each) for each in ("a", "\u200b", "\u3164", "\u200f")]
    [False, True, True, True]
    """
    return unicodedata.category(letter) == "Cf" or bool(_UNSEEN.match(letter))


def same_organisation(one: str, other: str) -> bool:
    """Whether two names are one organisation's: case, accents, signs and look-alikes are one.

    >>> same_organisation("Caritas Wien", " CARITAS-wien."), same_organisation("", "")
    (True, False)
    """
    first, second = plain(one), plain(other)
    return bool(first) and first == second


def alike(one: str, other: str) -> bool:
    """Whether two names are nearly the same: one is in the other, or few letters differ.

    >>> [alike(*each) for each in (("Caritas", "Caritas Wien"), ("Red Cross", "Red Crosss"))]
    [True, True]
    >>> alike("COA", "Coalition")
    False
    """
    first, second = sorted((plain(one), plain(other)), key=lambda each: (len(each), each))
    if not first:
        return False
    words = [plain(each) for each in (one + " " + other).split()]
    within = first in second and (len(first) >= _LEAST_WITHIN or words.count(first) > 1)
    return (
        first == second
        or within
        or (SequenceMatcher(None, first, second, autojunk=False).ratio() > _ALIKE_FROM)
    )


def plain(name: str) -> str:
    """The letters and digits of a name alone, '' where it has none; for comparison only."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(
        each for each in apart if unicodedata.category(each)[0] in "LN" and not unseen(each)
    )
    return kept.casefold().translate(_ALIKE).translate(_ALIKE)


def mixed(text: str) -> str:
    r"""The first word that mixes alphabets, as look-alikes do; '' where none does.

    >>> mixed("Caritas Київ"), mixed("C\u0430ritas") != ""
    ('', True)
    """
    inside = "".join(
        each if unicodedata.category(each)[0] in "LMN" else " "
        for each in unicodedata.normalize("NFKC", text)
    )
    for word in inside.split():
        scripts = {script for each in word if (script := _script(each))}
        if len(scripts - _EAST) > 1 or (scripts & _EAST and scripts - _EAST - {"LATIN"}):
            return word
    return ""


def _script(letter: str) -> str:
    """The alphabet of a letter, as its name begins; '' for what is none or belongs to any."""
    if unicodedata.category(letter) not in ("Lu", "Ll", "Lt", "Lo"):
        return ""
    return unicodedata.name(letter, "UNNAMED").split()[0].split("-")[0]
