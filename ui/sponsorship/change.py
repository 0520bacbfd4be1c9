"""How arrivals changed between two years, in a sentence."""

from typing import Any

from ui import words
from ui.language import _, later

_CHANGED = {
    ("rose", True): later(
        "In {place} arrivals rose from {before} in {then} to {after} in {now} ({change})."
    ),
    ("fell", True): later(
        "In {place} arrivals fell from {before} in {then} to {after} in {now} ({change})."
    ),
    ("stayed", True): later(
        "In {place} arrivals stayed from {before} in {then} to {after} in {now}."
    ),
    ("rose", False): later(
        "Arrivals here rose from {before} in {then} to {after} in {now} ({change})."
    ),
    ("fell", False): later(
        "Arrivals here fell from {before} in {then} to {after} in {now} ({change})."
    ),
    ("stayed", False): later("Arrivals here stayed from {before} in {then} to {after} in {now}."),
}


def changed(row: dict[str, Any], place: str) -> str:
    """A change between two years in a sentence, with both figures."""
    before, after = float(row["before_persons"]), float(row["after_persons"])
    verb = "rose" if after > before else "fell" if after < before else "stayed"
    sign = "+" if after > before else "−"
    return _(
        _CHANGED[verb, bool(place)],
        place=f"{_article(place)}{words.escaped(place)}",
        before=words.number(before), then=row["before_period"],
        after=words.number(after), now=row["after_period"],
        change=f"{sign}{words.rate(abs(float(row['change_percent'])))}{words.THIN}%",
    )  # fmt: skip


def _article(place: str) -> str:
    return "the " if place.startswith(("United", "Netherlands")) else ""
