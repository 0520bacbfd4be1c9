"""The tables of meanings: each combination once, each measure and group known."""

from collections import Counter

from etl import codes
from etl.measures import BY_ID
from etl.sources.regional import TABLES
from etl.sources.transcribed_mapping import ByCountry, ByNote, Meaning
from etl.sources.transcribed_rows import Figure


def told(entry: Meaning | ByNote | ByCountry | None) -> list[Meaning]:
    """Every meaning an entry may have."""
    if isinstance(entry, ByNote):
        return [meaning for _, meaning in entry.words] + told(entry.otherwise)
    if isinstance(entry, ByCountry):
        entries = [*entry.countries.values(), entry.otherwise]
        return [meaning for each in entries for meaning in told(each)]
    return [] if entry is None else [entry]


def meanings() -> list[Meaning]:
    """Every meaning a row may have."""
    return [meaning for table in TABLES for entry in table.values() for meaning in told(entry)]


def test_no_combination_is_in_two_tables() -> None:
    times = Counter(combination for table in TABLES for combination in table)
    assert [combination for combination, n in times.items() if n > 1] == []


def test_every_figure_is_of_a_known_measure_and_group() -> None:
    figures = [meaning for meaning in meanings() if isinstance(meaning, Figure)]
    assert len(figures) > 50
    assert {figure.measure_id for figure in figures} <= set(BY_ID)
    assert {figure.group_id for figure in figures} <= set(codes.GROUP)
