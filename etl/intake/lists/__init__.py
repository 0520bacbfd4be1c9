"""Words of spreadsheets in six languages: for columns and codes; fixed lists in files here."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from etl.intake.plain import plain

_HERE = Path(__file__).parent


@cache
def column_words() -> Mapping[str, frozenset[str]]:
    """The words that name each column of the contract, made plain."""
    with (_HERE / "column_words.csv").open(encoding="utf-8", newline="") as handle:
        return {
            row.pop("column"): frozenset(
                plain(word) for cell in row.values() for word in cell.split("|") if word
            )
            for row in csv.DictReader(handle)
        }


@cache
def code_words() -> Mapping[str, Mapping[str, str]]:
    """By column, the code that each plain word stands for."""
    found: dict[str, dict[str, str]] = {}
    with (_HERE / "code_words.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            words = found.setdefault(row["list"], {})
            words |= {plain(word): row["code"] for word in row["words"].split("|")}
    return found
