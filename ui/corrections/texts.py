"""Texts that strangers write: what is no text in them, and what nobody would see."""

import re
import unicodedata

from analysis.names import mixed, unseen
from ui.language import Words, _
from ui.words import is_web

LIMITS = {
    "reason": 2_000, "evidence_url": 500, "organisation": 120, "contact": 200, "text": 200,
}  # fmt: skip
_NAMES = Words({
    "reason": "The reason", "evidence_url": "The address", "organisation": "The organisation",
    "contact": "The contact", "text": "The text",
})  # fmt: skip
_CONTROL = frozenset({"Cc", "Cs", "Co", "Cn"})
# Joiners are letters of these alphabets, or nearly: words of Persian and Hindi need them.
_JOINERS = frozenset("\u200c\u200d")
_JOINED = (
    "ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL",
    "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
)  # fmt: skip
_MOST_MARKS = 3
_ADDRESS = re.compile(r"https?://([^\s/?#@:]+)(:\d{1,5})?([/?#][^\s]*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = frozenset("[]{}|`^$*")
_LONGEST_LABEL = 63


def tidy(text: str) -> str:
    """A text in one spelling: composed letters, plain line ends, no space around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def letters(text: str) -> int:
    r"""How many letters and digits a text has that can be read.

    >>> letters("We know."), letters("\u3164" * 10), letters("..........")
    (6, 0, 0)
    """
    return sum(unicodedata.category(each)[0] in "LN" and not unseen(each) for each in text)


def of_text(name: str, text: str) -> list[str]:
    """What is wrong with a text of a field: its length, or letters that are none."""
    said = _NAMES[name]
    found = []
    if len(text) > LIMITS[name]:
        found.append(
            _(
                "{field} has {length} letters; at most {most} are kept.",
                field=said, length=len(text), most=LIMITS[name],
            )
        )  # fmt: skip
    if (place := _odd(text, "\n" if name == "reason" else "")) is not None:
        found.append(
            _(
                "{field} has a character that is not text or that nobody can see ({code}, number "
                "{place}). Delete it, or type the text anew.",
                field=said, code=f"U+{ord(text[place]):04X}", place=place + 1,
            )
        )  # fmt: skip
    if name == "organisation" and mixed(text):
        found.append(
            _(
                "The organisation mixes alphabets within one word, so it could be taken for "
                "another one. Type it anew in one alphabet."
            )
        )
    return found


def _odd(text: str, allowed: str) -> int | None:
    """Where the first character stands that is no text, cannot be seen, or piles marks up."""
    marks = 0
    for place, each in enumerate(text):
        marks = marks + 1 if unicodedata.category(each) in ("Mn", "Me") else 0
        if marks > _MOST_MARKS or (marks and not place):
            return place
        if each in _JOINERS and _joins(text, place):
            continue
        if each not in allowed and (unicodedata.category(each) in _CONTROL or unseen(each)):
            return place
    return None


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two letters of an alphabet that needs it."""
    sides = (text[place - 1 : place], text[place + 1 : place + 2])
    return all(each and unicodedata.name(each, "").startswith(_JOINED) for each in sides)


def of_address(url: str) -> list[str]:
    """What is wrong with a link to evidence; none at all is allowed."""
    if not url or host_of(url):
        return []
    return [
        _(
            "The link to evidence must be a web address that begins with https:// or http://, "
            "without spaces, quotes, brackets or a name before the host."
        )
    ]


def host_of(url: str) -> str:
    """The host a safe web address leads to, as the network spells it; '' for any other text.

    >>> host_of("https://köln.de/a"), host_of("https://x.org:80"), host_of("https://user@x.org")
    ('xn--kln-sna.de', 'x.org:80', '')
    """
    found = _ADDRESS.fullmatch(url)
    if not found or not is_web(url) or set(url) & _NOT_IN_ADDRESS:
        return ""
    plain = unicodedata.normalize("NFKC", found[1].lower()).replace("\u3002", ".")
    labels = [_label(each) for each in plain.rstrip(".").split(".")]
    return ".".join(labels) + (found[2] or "") if all(labels) else ""


def _label(label: str) -> str:
    """A part of a host in ASCII; '' where it cannot be one."""
    kinds = {"L" if each in "-_" else unicodedata.category(each)[0] for each in label}
    if not label or kinds - set("LMN") or any(unseen(each) for each in label):
        return ""
    spelled = label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
    return spelled if len(spelled) <= _LONGEST_LABEL else ""
