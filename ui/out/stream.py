"""Rows streamed in the order of their key, a few thousand sorted at a time.

Sorting a table of many wide rows at once would take hundreds of megabytes. So the first column of
the key is cut into ranges of about so many rows each, and one range is sorted after another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from ui.connection import reading
from ui.out import origin
from ui.out.listed import Listed
from ui.out.stop import checked, stoppable
from ui.store import Dataset

_ROWS_A_RANGE = 8_192
_ROWS_A_BATCH = 2_048


@dataclass(frozen=True)
class Rows:
    """What to ask of a dataset: a statement with its values, rows by the key of the table.

    `constants` are the columns that are the same in every row. The first column of the key is
    never missing.
    """

    dataset: Dataset
    listed: Listed
    statement: str
    values: Mapping[str, str | list[str]]
    constants: Mapping[str, str]
    schema: pa.Schema

    @property
    def order(self) -> str:
        """How the rows are sorted."""
        return f"order by {', '.join(self.listed.key)}\n"

    def count(self) -> int:
        """How many rows there are, without reading them."""
        with reading(self.dataset) as cursor, stoppable(cursor.interrupt):
            rows = cursor.sql(self.statement, params=dict(self.values))
            return int(rows.aggregate("count(*)").fetchall()[0][0])

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows; the same again each time."""
        start = self.listed.key[0]
        part = f"{self.statement}    and {start} between $first and $last\n{self.order}"
        with reading(self.dataset) as cursor, stoppable(cursor.interrupt):
            rows = cursor.sql(self.statement, params=dict(self.values))
            counted = rows.aggregate(f"{start} as start, count(*) as rows", start)
            found = [(row[0], int(row[1])) for row in counted.order("start").fetchall()]
            for first, last in ranges(found):
                edges = {"first": first, "last": last}
                asked = cursor.sql(part, params={**self.values, **edges})
                for batch in asked.to_arrow_reader(_ROWS_A_BATCH):
                    checked()
                    yield self._whole(batch)

    def _whole(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The rows with where each is from."""
        more = origin.added(self.dataset, self.listed, batch, self.constants)
        return pa.RecordBatch.from_arrays([*batch.columns, *more], schema=self.schema)


def ranges(
    counted: Sequence[tuple[str, int]], most: int = _ROWS_A_RANGE
) -> Iterator[tuple[str, str]]:
    """First and last value of each range; a value that has more rows is a range of its own.

    >>> list(ranges([("a", 2), ("b", 3), ("c", 9), ("d", 1)], most=5))
    [('a', 'b'), ('c', 'c'), ('d', 'd')]
    """
    first, last, held = "", "", 0
    for value, rows in counted:
        if held and held + rows > most:
            yield first, last
            held = 0
        first = first if held else value
        last, held = value, held + rows
    if held:
        yield first, last
