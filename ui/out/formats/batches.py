"""Batches of another size: the same rows in the same order, so many at a time."""

from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.compute as pc


def even(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], rows: int
) -> Iterator[pa.RecordBatch]:
    """Batches of `rows` rows each, the last of what is left; none where there are no rows."""
    held: list[pa.RecordBatch] = []
    missing = rows
    for batch in batches:
        start = 0
        while start < batch.num_rows:
            part = batch.slice(start, missing)
            held.append(part)
            start += part.num_rows
            missing -= part.num_rows
            if not missing:
                yield _one(schema, held)
                missing = rows
        del batch
    if held:
        yield _one(schema, held)


def portions(sizes: pa.Array, most: int) -> Iterator[tuple[int, int]]:
    """Where to cut rows of these sizes, start and number, so that a portion is hardly above most.

    >>> list(portions(pa.array([3, None, 3, 9, 1]), 5))
    [(0, 3), (3, 1), (4, 1)]
    """
    start = held = 0
    for at, size in enumerate(pc.fill_null(sizes, 0).to_pylist(), 1):
        held += size
        if held > most or at == len(sizes):
            yield start, at - start
            start, held = at, 0


def _one(schema: pa.Schema, parts: list[pa.RecordBatch]) -> pa.RecordBatch:
    """Parts end to end, which are let go column by column; `parts` is empty then."""
    columns = pa.Table.from_batches(parts, schema).unify_dictionaries().columns
    parts.clear()
    for at, column in enumerate(columns):
        columns[at] = column.combine_chunks()
        del column
    return pa.RecordBatch.from_arrays(columns, schema=schema)
