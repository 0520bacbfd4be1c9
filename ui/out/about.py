"""What the columns of a view hold, in a sentence each."""

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ui.store import Dataset, ask

_WORDS = Path(__file__).with_name("columns.csv")


@lru_cache(maxsize=1)
def words_of_views() -> dict[str, str]:
    """What the columns of views hold that no table has, by name."""
    with _WORDS.open(encoding="utf-8", newline="") as handle:
        return {row["column_name"]: row["about"] for row in csv.DictReader(handle)}


def about(dataset: Dataset, columns: Iterable[str]) -> dict[str, str]:
    """What each column holds: in words of the views, else as the dataset's tables say; or ''."""
    tables = ask(dataset, "column_words").set_index("column_name")["about"].to_dict()
    known = {str(name): str(words) for name, words in tables.items()} | words_of_views()
    return {name: known.get(name) or _rate(name) for name in columns}


def _rate(name: str) -> str:
    """What a column named after its own unit holds, such as `places_per_100000`; else ''.

    >>> _rate("places_per_100000")
    'places per 100 000 residents'
    """
    unit, between, number = name.rpartition("_per_")
    if not between or not number.isdecimal():
        return ""
    return f"{unit} per {int(number):,} residents".replace(",", " ")
