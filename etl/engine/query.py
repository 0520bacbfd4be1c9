"""A step of the build that is one file of portable SQL, which any engine can run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from duckdb import DuckDBPyConnection

SQL = Path(__file__).parents[1] / "sql"


# Where Spark runs if nobody says: here, with two threads.
LOCAL = "local[2]"


class EngineError(RuntimeError):
    """An engine cannot run here; the message says what is missing and how to get it."""


@dataclass(frozen=True)
class Query:
    """A file below `etl/sql` in the portable subset, run once for each set of values."""

    file: str
    each: tuple[Mapping[str, int], ...] = ({},)

    @property
    def text(self) -> str:
        """The statement as it is written."""
        return (SQL / self.file).read_text("utf-8")


class Engine(Protocol):
    """What runs portable queries so that `con` can read the tables they make.

    `made` are the files of tables that are Parquet already, by name.
    """

    made: dict[str, list[Path]]

    def run(self, con: DuckDBPyConnection, query: Query) -> None:
        """Make or add to the query's table."""
        ...

    def settled(self, con: DuckDBPyConnection) -> None:
        """Raise where a table changed after it was written as Parquet."""
        ...


@dataclass
class InPlace:
    """The default engine: DuckDB, in the file that is being built."""

    made: dict[str, list[Path]] = field(default_factory=dict)

    def run(self, con: DuckDBPyConnection, query: Query) -> None:
        for values in query.each:
            con.execute(query.text, dict(values))

    def settled(self, con: DuckDBPyConnection) -> None:
        """Nothing is written before all is there."""
