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
    maximum: float | None = None

    @property
    def kind_of_number(self) -> str:
        """What a number in the column must be, in words: `a number from -90 to 90`."""
        kind = "a number" if self.type == "DOUBLE" else "a whole number"
        if self.minimum is None:
            return kind if self.maximum is None else f"{kind} of {self.maximum:g} or less"
        if self.maximum is None:
            return f"{kind} of {self.minimum:g} or more"
        return f"{kind} from {self.minimum:g} to {self.maximum:g}"


@dataclass(frozen=True)
class Table:
    """One table: its grain in words, its columns, and the columns of its key.

    The database keeps an index of the key unless `indexed` is False: of a hundred million rows it
    would need some 50 GB of memory. Then a check of the build proves that each key is there once.
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexed: bool = True

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


def number(
    name: str, about: str, minimum: float | None = None, maximum: float | None = None
) -> Column:
    """A column of finite numbers."""
    return Column(name, "DOUBLE", about, minimum=minimum, maximum=maximum)
