"""Numbers, names and short sentences as readers meet them."""

from ui.language.numbers import THIN
from ui.words.names import apart, both_names, countries, country, labelled, listed, places
from ui.words.numbers import count_of, counted, is_known, number, rate, share_of, short, with_unit
from ui.words.tables import (
    BENCHMARK_KINDS,
    BOUNDARIES,
    EMPTY,
    EVIDENCE,
    GROUP_WORDS,
    GROUPS,
    LEVEL_NOUN,
    LEVELS,
    SERVICE_WORDS,
    SERVICES,
    STATUS,
)
from ui.words.text import escaped, inside, is_web
from ui.words.when import day, span

__all__ = [
    "BENCHMARK_KINDS",
    "BOUNDARIES",
    "EMPTY",
    "EVIDENCE",
    "GROUPS",
    "GROUP_WORDS",
    "LEVELS",
    "LEVEL_NOUN",
    "SERVICES",
    "SERVICE_WORDS",
    "STATUS",
    "THIN",
    "apart",
    "both_names",
    "count_of",
    "counted",
    "countries",
    "country",
    "day",
    "escaped",
    "inside",
    "is_known",
    "is_web",
    "labelled",
    "listed",
    "number",
    "places",
    "rate",
    "share_of",
    "short",
    "span",
    "with_unit",
]
