"""Words of spreadsheets in six languages: for columns, codes and regions; fixed lists in files."""

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


@cache
def region_names() -> Mapping[str, tuple[str, ...]]:
    """By code, names of regions in other languages than their own."""
    with (_HERE / "region_names.csv").open(encoding="utf-8", newline="") as handle:
        return {row["code"]: tuple(row["names"].split("|")) for row in csv.DictReader(handle)}
