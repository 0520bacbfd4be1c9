"""What a table of the contract is made of: columns, their types and what they may hold."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: DuckDB type, meaning, and what it may hold."""

    name: str
    type: str
    about: str
    codes: Mapping[str, str] | None = None
    required: bool = False
    minimum: float | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Table:
    """One table: its grain in words, its columns, and the columns of its key."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError when the table has none."""
        return next(c for c in self.columns if c.name == name)


def text(name: str, about: str, required: bool = False) -> Column:
    """A column of free text."""
    return Column(name, "VARCHAR", about, required=required)


def code(name: str, about: str, allowed: Mapping[str, str], required: bool = False) -> Column:
    """A column that holds one of a list of codes."""
    return Column(name, "VARCHAR", about, codes=allowed, required=required)


def count(name: str, about: str, required: bool = False) -> Column:
    """A column of whole numbers of 0 or more."""
    return Column(name, "BIGINT", about, required=required, minimum=0)


def number(name: str, about: str, minimum: float | None = None) -> Column:
    """A column of finite numbers."""
    return Column(name, "DOUBLE", about, minimum=minimum)
