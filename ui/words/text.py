"""Text made to stand where it is put: inside a sentence, inside Markdown, in a link."""

import re

from ui.language import current

_JOINER = "\u2060"
_MARKUP = frozenset("\\`*_{}[]()<>#|~$:!&+-=")
_LINK_PARTS = re.compile(r":(?=\S)|www(?=\.)", re.IGNORECASE)


def inside(label: str) -> str:
    """A label as it stands inside a sentence; German writes its nouns large everywhere.

    >>> inside("Health care"), inside("NUTS 2")
    ('health care', 'NUTS 2')
    """
    if current() == "de" or label[:2].isupper():
        return label
    return label[:1].lower() + label[1:]


def escaped(text: str) -> str:
    r"""Text from data, made safe to stand inside Markdown: nothing in it is markup or a link.

    Line breaks become spaces. Links and icons that are found after escapes are taken away are
    broken by a word joiner, which is not seen.

    >>> print(escaped("![x] *bold* <b>"))
    \!\[x\] \*bold\* \<b\>
    """
    line = " ".join(text.splitlines())
    broken = _LINK_PARTS.sub(lambda part: f"{part[0]}{_JOINER}", line).replace("@", f"{_JOINER}@")
    return "".join(f"\\{letter}" if letter in _MARKUP else letter for letter in broken)


def is_web(url: object) -> bool:
    """Whether a source's address may be a link: web addresses without Markdown in them."""
    text = str(url)
    return text.startswith(("https://", "http://")) and not set(text) & set(" ()<>\"'\\")
