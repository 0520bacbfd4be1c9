"""Text that a spreadsheet would run as a formula, made harmless, and made itself again.

A spreadsheet runs what begins with `=`, `+`, `-`, `@`, a tab or a line break, some also after
blanks or in full width (OWASP, CSV Injection). Such text gets an apostrophe in front. Text that
begins with apostrophes before such a sign gets one more, so that taking one away always gives
back what was there.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

# Blanks that readers may trim away: control characters, Unicode's spaces, marks of no width.
_BLANK = "\\x00-\\x20\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
_SIGNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
RISKY = f"^'*[{_BLANK}]*[{_SIGNS}]"
_RISKY = re.compile(RISKY)


def shielded(text: str) -> str:
    """The text as it may stand in a cell.

    >>> shielded("=1+1"), shielded("  @cmd"), shielded("3 - 4"), shielded("'quoted'")
    ("'=1+1", "'  @cmd", '3 - 4', "'quoted'")
    """
    return f"'{text}" if _RISKY.match(text) else text


def bared(text: str) -> str:
    """The text that was shielded: the inverse of `shielded`, for every text.

    >>> bared(shielded("'=1")), bared("'quoted'")
    ("'=1", "'quoted'")
    """
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def shield(texts: pa.Array) -> pa.Array:
    """`shielded` of a whole array of strings; null stays null."""
    risky = pc.match_substring_regex(texts, RISKY)
    if not pc.any(risky).as_py():
        return texts
    return pc.if_else(risky, pc.binary_join_element_wise("'", texts, ""), texts)


def bare(texts: pa.Array) -> pa.Array:
    """`bared` of a whole array of strings; null stays null."""
    shielded_ones = pc.and_(pc.starts_with(texts, "'"), pc.match_substring_regex(texts, RISKY))
    if not pc.any(shielded_ones).as_py():
        return texts
    return pc.if_else(shielded_ones, pc.utf8_slice_codeunits(texts, 1), texts)
