"""Figures in thousands or millions: where a heading says so, it is asked, never assumed."""

import re
from decimal import Decimal

from etl.intake.columns import Matched
from etl.intake.grid import Question
from etl.intake.layout import TITLE, Layout
from etl.intake.said import Words

SCALES = Words({"1": "as they are", "1000": "in thousands", "1000000": "in millions"})
_THOUSANDS = re.compile(
    r"\b(?:1[ .,']?000|tsd\b|tausend|thousands?\b|migliaia|miles de\b|"
    r"milliers|duizend(?:en)?\b|k\s?€|t\s?€|teur\b|keur\b)",
    re.I,
)
_MILLIONS = re.compile(
    r"\b(?:mio\b|mln\b|millions?\b|millionen|milioni|millones|miljoen|m\s?€|meur\b|"
    r"1[ .,']?000[ .,']?000)",
    re.I,
)
# What can be meant in thousands; places, coordinates and seats are not.
_SCALED = ("value", "lower", "upper", "committed_eur", "paid_eur")


def of(layout: Layout, matched: Matched, told: str | None) -> tuple[Decimal, list[Question]]:
    """By how much figures are multiplied, and the question where a heading suggests a scale."""
    if told is not None:
        return Decimal(told), []
    heads = [layout.headers[p].name for p, to in matched.to.items() if to in _SCALED]
    if not heads:
        return Decimal(1), []
    titles = [line.raw for line, why in layout.left_out if why == TITLE]
    for text in (*heads, *titles):
        for pattern, scale in ((_MILLIONS, "1000000"), (_THOUSANDS, "1000")):
            if pattern.search(text):
                return Decimal(1), [_question(text, scale)]
    return Decimal(1), []


def _question(text: str, scale: str) -> Question:
    options = [(scale, f"{SCALES[scale]}: 12 means {12 * int(scale):,}".replace(",", "\u202f"))]
    options.append(("1", f"{SCALES['1']}: 12 means 12"))
    return Question("scale", f"The file says: {text[:80]}. How are its figures written?", options)


def applies(column: str) -> bool:
    """Whether a column's figures are multiplied."""
    return column in _SCALED
