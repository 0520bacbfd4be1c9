"""Text that a spreadsheet would run as a formula, made harmless, and made itself again.

A spreadsheet runs what begins with `=`, `+`, `-`, `@`, a tab or a line break, some also after
blanks, in full width or in small form (OWASP, CSV Injection). Such text gets an apostrophe in
front. So does a sign right behind what a spreadsheet of another country takes for the end of a
cell: a comma, semicolon, tab or line break within a text. Where apostrophes stand before such a
sign already there is one more, so that taking one away always gives back what was there.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

# Blanks that readers may trim away: control characters, Unicode's spaces, marks of no width.
_BLANK = (
    "\\x00-\\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
)
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
_BEGINS = f"^'*[{_BLANK}]*[{_SIGNS}\t\r\n]"
_WITHIN = f"([,;\t\r\n])('*[{_SIGNS}])"
_SHIELDED = f"([,;\t\r\n])'('*[{_SIGNS}])"
_BEGINNING, _BEHIND, _BEHIND_SHIELD = map(re.compile, (_BEGINS, _WITHIN, _SHIELDED))


def shielded(text: str) -> str:
    """The text as it may stand in a cell.

    >>> shielded("=1+1"), shielded("  @cmd"), shielded("a;=1"), shielded("'3, -4'")
    ("'=1+1", "'  @cmd", "a;'=1", "'3, -4'")
    """
    inside = _BEHIND.sub(r"\1'\2", text)
    return f"'{inside}" if _BEGINNING.match(text) else inside


def bared(text: str) -> str:
    """The text that was shielded: the inverse of `shielded`, for every text.

    >>> bared(shielded("'=1")), bared("a;'=1"), bared("'quoted'")
    ("'=1", 'a;=1', "'quoted'")
    """
    whole = text[1:] if text.startswith("'") and _BEGINNING.match(text) else text
    return _BEHIND_SHIELD.sub(r"\1\2", whole)


def shield(texts: pa.Array) -> pa.Array:
    """`shielded` of a whole array of strings; null stays null."""
    begins = pc.match_substring_regex(texts, _BEGINS)
    if _some(pc.match_substring_regex(texts, _WITHIN)):
        texts = pc.replace_substring_regex(texts, _WITHIN, r"\1'\2")
    if not _some(begins):
        return texts
    return pc.if_else(begins, pc.binary_join_element_wise("'", texts, ""), texts)


def bare(texts: pa.Array) -> pa.Array:
    """`bared` of a whole array of strings; null stays null."""
    begins = pc.and_(pc.starts_with(texts, "'"), pc.match_substring_regex(texts, _BEGINS))
    if _some(begins):
        texts = pc.if_else(begins, pc.utf8_slice_codeunits(texts, 1), texts)
    if _some(pc.match_substring_regex(texts, _SHIELDED)):
        texts = pc.replace_substring_regex(texts, _SHIELDED, r"\1\2")
    return texts


def _some(found: pa.Array) -> bool:
    return bool(pc.any(found).as_py())
