"""What stands in a cell in place of a figure, and marks beside one: never a zero."""

import re
from dataclasses import dataclass

from etl.intake.plain import plain

# Words for a missing figure by the status they give it. A dash is missing, not none.
_NOT_COLLECTED = frozenset(
    "k a|ka|keine angabe|keine angaben|n d|nd|non disponibile|non dispo|non disponible|"
    "no disponible|s d|sin datos|unknown|unbekannt|sconosciuto|desconocido|inconnu|onbekend|"
    "not known|not available|not collected|nicht verfugbar|n c|nc|non renseigne|nr|geen opgave|"
    "non rilevato|no consta|nan|null|none|missing|tbc|tbd".split("|")
)
_CANNOT_EXIST = frozenset(
    "n a|na|s o|not applicable|entfallt|trifft nicht zu|non applicabile|no aplica|sans objet|"
    "niet van toepassing|n v t|nvt|not published|#n a".split("|")
)
_SUPPRESSED = frozenset(
    "c|conf|confidential|vertraulich|geheim|riservato|confidencial|confidentiel|vertrouwelijk|"
    "suppressed|secret|s".split("|")
)
_SIGNS = {
    ":": "L", "?": "L", "..": "L", "...": "L", "…": "L", ".": "L",
    "-": "M", "–": "M", "—": "M", "--": "M", "---": "M", "/": "M", "//": "M", "x": "M", "X": "M",
    "*": "Q", "**": "Q", "#": "Q", "(c)": "Q", ":c": "Q", ": c": "Q", "(x)": "Q", "[c]": "Q",
    ":z": "M", ": z": "M", ":u": "U", "[x]": "M", "[z]": "M", "#N/A": "M",
}  # fmt: skip
_LONGEST = 40
_BELOW = re.compile(r"(?:<|<=|≤|less than|fewer than|weniger als|unter|meno di|menos de|moins de|"
                    r"minder dan)\s*\d+", re.I)  # fmt: skip
_FLAGS = {
    "p": "P", "e": "E", "b": "B", "f": "F", "u": "U", "s": "E", "n": "N", "prov": "P", "prov.": "P",
    "provisional": "P", "vorl": "P", "vorläufig": "P", "provvisorio": "P", "est": "E", "est.": "E",
    "geschätzt": "E", "stima": "E", "r": "",
}  # fmt: skip
_FLAGGED = re.compile(r"(.*[\d%])\s*[\(\[]?\s*([A-Za-zä]{1,12}\.?)\s*[\)\]]?")
_FOOTNOTE = re.compile(r"(.*[\d%])\s*(\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]+|[†‡§]|(?<=\s)\d\)|\(\d\)|\[\d\])")


def missing(text: str) -> str | None:
    """The status of a cell that holds no figure; None where it may hold one.

    >>> missing("n/a"), missing(":"), missing("k.A."), missing("<5"), missing("0")
    ('M', 'L', 'L', 'Q', None)
    """
    bare = text.strip()
    if not bare:
        return "L"
    if len(bare) > _LONGEST or (bare.isascii() and bare.isdigit()):
        return None
    if bare in _SIGNS:
        return _SIGNS[bare]
    if _BELOW.fullmatch(bare):
        return "Q"
    words = plain(bare.strip("()[]"))
    for status, known in (("L", _NOT_COLLECTED), ("M", _CANNOT_EXIST), ("Q", _SUPPRESSED)):
        if words in known:
            return status
    return None


@dataclass(frozen=True)
class Marked:
    """A figure's text without its marks: `status` of a flag, `footnote` as it stands."""

    text: str
    status: str = ""
    footnote: str = ""


def marked(text: str) -> Marked:
    """Take flags and footnote marks off a figure.

    >>> marked("12 (p)"), marked("1.234*")
    (Marked(text='12', status='P', footnote=''), Marked(text='1.234', status='', footnote='*'))
    """
    bare, footnote, status = text.strip(), "", ""
    if found := _FOOTNOTE.fullmatch(bare):
        bare, footnote = found[1].strip(), found[2]
    if (found := _FLAGGED.fullmatch(bare)) and found[2].lower() in _FLAGS:
        bare, status = found[1].strip(), _FLAGS[found[2].lower()]
    if not footnote and (found := _FOOTNOTE.fullmatch(bare)):
        bare, footnote = found[1].strip(), found[2]
    return Marked(bare, status, footnote)
