"""What became of the lines of a file that was loaded in bulk."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd
from duckdb import DuckDBPyConnection

from etl import contract
from etl.reading import LayoutError, Reading

# More than this is another file, not a file with faults.
MOST_REFUSED = 250_000


class Refused(NamedTuple):
    """A line that was not loaded: its number, what is wrong in which column, and its text."""

    line: int
    column: str
    reason: str
    raw: str


@dataclass
class Outcome:
    """Lines by what became of them; those read are loaded, left out or refused."""

    file: str
    read: int = 0
    loaded: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, line: int, column: str, reason: str, raw: str) -> None:
        """Keep a line that cannot be loaded; LayoutError when they are too many to be faults."""
        if len(self.refused) >= MOST_REFUSED:
            first = min(self.refused)
            raise LayoutError(
                f"{self.file}: more than {MOST_REFUSED} lines are refused; the first is line "
                f"{first.line}, {first.column}: {first.reason}"
            )
        self.refused.append(Refused(line, column, reason, raw))

    def check(self) -> None:
        """AssertionError unless every line that was read is accounted for."""
        accounted = self.loaded + self.left_out.total() + len(self.refused)
        if accounted != self.read:
            raise AssertionError(f"{self.file}: {self.read} lines read, {accounted} accounted for")

    def store(self, con: DuckDBPyConnection, module: str) -> None:
        """Append the refused lines to table `rejected_row`, which is made if there is none."""
        table = contract.BY_NAME["rejected_row"]
        columns = ", ".join(f"{column.name} {column.type}" for column in table.columns)
        con.execute(f"create table if not exists rejected_row ({columns})")
        rows = [(module, self.file, *refused) for refused in sorted(self.refused)]
        con.register("incoming", pd.DataFrame(rows, columns=[c.name for c in table.columns]))
        con.execute("insert into rejected_row select * from incoming")
        con.unregister("incoming")

    def note_in(self, reading: Reading) -> None:
        """Enter every line in the account of a source."""
        reading.loaded(self.file, self.loaded)
        for why, lines in self.left_out.items():
            reading.leave_out(self.file, why, lines)
        for refused in sorted(self.refused):
            reading.reject(self.file, *refused)
