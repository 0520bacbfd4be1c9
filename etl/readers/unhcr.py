"""UNHCR's Refugee Data Finder: a record per year, country of asylum and country of origin.

A dataset is there in one of two forms with the same field names: the Parquet table UNHCR's
statisticians publish, or JSON lines, an item of the publisher's paged interface each. A
record's number is its place in the Parquet table (the first is 1), or its line. A count may
be an integer, a float or text; `-`, empty and null are missing. Missing is not 0, and a year
or a pair of countries that is absent is not 0 either; a 0 that is given is one.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NoReturn

import pyarrow.parquet as pq

from etl.reading import LayoutError, as_json, open_text

_NAMES = ("year", "coo", "coa", "coa_iso", "coa_name")
_COUNT = re.compile(r"\d+(\.0+)?", re.ASCII)


class ItemError(ValueError):
    """A field of one record that cannot be read; `column` names it."""

    def __init__(self, column: str, what: str) -> None:
        super().__init__(f"{column} {what}")
        self.column = column


@dataclass(frozen=True)
class Item:
    """One record: its number in its file, and its fields as they stand there."""

    file: str
    number: int
    fields: Mapping[str, object]

    @property
    def raw(self) -> str:
        """The record as one line of JSON."""
        return as_json(self.fields)

    @property
    def year(self) -> int:
        """The year; raises ItemError when it is none."""
        year = self.count("year")
        if year is None or not 1900 <= year <= 2100:
            raise ItemError("year", f"{self.fields['year']!r} is not a year")
        return int(year)

    def text(self, column: str) -> str:
        """A code or name; empty where it is missing."""
        value = self.fields[column]
        return value.strip() if isinstance(value, str) and not _missing(value) else ""

    def count(self, column: str) -> float | None:
        """A number of persons, None where it is missing; ItemError for anything else."""
        value = self.fields[column]
        if _missing(value):
            return None
        if isinstance(value, bool) or not _COUNT.fullmatch(str(value).strip()):
            raise ItemError(column, f"{value!r} is not a whole number of 0 or more")
        return float(str(value))

    def code(self, column: str, allowed: Set[str]) -> str:
        """A code of a list; LayoutError when the publisher has one the reader does not know."""
        found = self.text(column)
        if found not in allowed:
            known = ", ".join(sorted(allowed))
            raise LayoutError(f"{self.where}: {column} {found!r} is not one of {known}")
        return found

    @property
    def where(self) -> str:
        """File and number, to name the record in a message."""
        return f"{self.file}, record {self.number}"


def items(path: Path, columns: Sequence[str]) -> Iterator[Item]:
    """The records of a dataset, which must have `columns` besides year and countries.

    Raises LayoutError when a column is absent, a line is not a JSON object, or a record is not
    of one country of asylum and one of origin (`-`): it then is a sum over the others.
    """
    wanted = (*_NAMES, *columns)
    for item in _json_lines(path, wanted) if path.suffix == ".jsonl" else _parquet(path, wanted):
        for column, meaning in (("coa", "countries of asylum"), ("coo", "countries of origin")):
            if not item.text(column):
                raise LayoutError(f"{item.where}: {column} is empty, so it is a sum over {meaning}")
        yield item


def _parquet(path: Path, wanted: Sequence[str]) -> Iterator[Item]:
    table = pq.ParquetFile(path)
    _require(path.name, wanted, table.schema_arrow.names)
    numbers = count(1)
    for batch in table.iter_batches():
        for fields in batch.to_pylist():
            yield Item(path.name, next(numbers), fields)


def _json_lines(path: Path, wanted: Sequence[str]) -> Iterator[Item]:
    with open_text(path) as handle:
        for number, text in enumerate(handle, start=1):
            where = f"{path.name}, record {number}"
            try:
                fields = json.loads(text, parse_constant=_refuse)
            except ValueError as error:
                raise LayoutError(f"{where}: is not JSON: {error}") from None
            if not isinstance(fields, dict):
                raise LayoutError(f"{where}: is not a JSON object")
            _require(where, wanted, list(fields))
            yield Item(path.name, number, fields)


def _require(where: str, wanted: Sequence[str], found: Sequence[str]) -> None:
    missing = [name for name in wanted if name not in found]
    if missing:
        raise LayoutError(
            f"{where}: column {', '.join(missing)} is missing; found {', '.join(found)}"
        )


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity are not JSON, though Python reads them."""
    raise ValueError(f"{constant} is not a value")


def _missing(value: object) -> bool:
    """Nothing, `-`, or what a table of floats has in place of nothing."""
    if isinstance(value, str):
        return value.strip() in ("", "-")
    return value is None or value != value  # noqa: PLR0124  # NaN alone differs from itself
