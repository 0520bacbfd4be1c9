"""Our own sentences as HTML: bold, slanted, lists. Everything else in them is text.

Sentences are Markdown in which data is escaped (`ui.words.escaped`). No HTML passes through, and
a link is its words: what is printed or read offline has nowhere to go.
"""

import re
from html import escape, unescape

_LINE = re.compile(r"(?:-|\d+\.) +")
_TOKEN = re.compile(
    r"\\(?P<plain>[^A-Za-z0-9\s])|(?P<bold>\*\*)|(?P<slant>\*)"
    r"|\[(?P<label>(?:\\.|[^\[\]\\])*)\]\([^()\s]*\)|(?P<other>.)",
    re.DOTALL,
)
# What a drawing, which is XML, may not hold.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_JOINER = "\u2060"


def html(text: str) -> str:
    r"""Paragraphs and lists.

    >>> html("**Short** by 5.")
    '<p><strong>Short</strong> by 5.</p>'
    >>> html("Two:\n- *a*\n- [b](c)")
    '<p>Two:</p><ul><li><em>a</em></li><li>b</li></ul>'
    """
    parts: list[str] = []
    items: list[str] = []
    ordered = False
    for line in [*text.split("\n"), ""]:
        found = _LINE.match(line)
        if found:
            ordered = line[0].isdigit()
            items.append(f"<li>{inline(line[found.end() :])}</li>")
            continue
        if items:
            kind = "ol" if ordered else "ul"
            parts.append(f"<{kind}>{''.join(items)}</{kind}>")
            items = []
        if line.strip():
            parts.append(f"<p>{inline(line)}</p>")
    return "".join(parts)


def inline(text: str) -> str:
    r"""Words within a line.

    >>> inline(r"\<b\> *a* \*b\*")
    '&lt;b&gt; <em>a</em> *b*'
    """
    parts: list[str] = []
    open_: list[str] = []
    for token in _TOKEN.finditer(text):
        if token["plain"]:
            parts.append(safe(token["plain"]))
        elif token["label"] is not None:
            parts.append(inline(token["label"]))
        elif token["bold"] or token["slant"]:
            parts.append(_turned("strong" if token["bold"] else "em", open_))
        else:
            parts.append(safe(token["other"]))
    parts += [f"</{tag}>" for tag in reversed(open_)]
    return "".join(parts).replace(_JOINER, "")


def safe(text: str) -> str:
    r"""Text as it stands in HTML or in a drawing: nothing in it is a tag or ends an attribute.

    >>> safe("<b>\x00")
    '&lt;b&gt; '
    """
    return escape(_CONTROLS.sub(" ", text))


def plain(text: str) -> str:
    """The same as words alone, for what can hold no markup.

    >>> plain("**Short** by [5](x).")
    'Short by 5.'
    """
    return unescape(re.sub(r"</?(?:strong|em)>", "", inline(text)))


def _turned(tag: str, open_: list[str]) -> str:
    """A tag opened, or closed with whatever was opened within it."""
    if tag not in open_:
        open_.append(tag)
        return f"<{tag}>"
    closed = ""
    while True:
        last = open_.pop()
        closed += f"</{last}>"
        if last == tag:
            return closed
