"""Rows into files of a format, kept in the spool: whole, or a page of them."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import BinaryIO

import pyarrow as pa

from ui.api.asked import Page
from ui.api.spool import Spool
from ui.out.stop import checked
from ui.out.taken import Taken

SPOOL = Spool(4 << 30)
# A format: rows, and how many there are in all, to pieces of a file.
Write = Callable[[Taken, int], Iterator[bytes]]
_COMPRESSED = pa.ipc.IpcWriteOptions(compression="lz4")


class _Counted:
    """Rows that are counted as they pass, and end when nobody waits for them."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        self.rows = 0

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The batches of the rows; counted anew each time."""
        self.rows = 0
        with closing(iter(self._taken.batches())) as batches:  # type: ignore[type-var]
            for batch in batches:
                checked()
                self.rows += batch.num_rows
                yield batch


def render(keys: tuple[str, str], taken: Taken, page: Page, write: Write) -> None:
    """Write rows, or a page of them, into the spool under the first key.

    Pages are cut from all rows, which are kept under the second so that the next page is near.
    """
    key, rows_key = keys
    counted = _Counted(taken)
    if page.is_whole:
        _keep(key, lambda: write(replace(taken, batches=counted.batches), -1), counted)
        return
    found = SPOOL.opened(rows_key)
    if found is None:
        _keep(rows_key, lambda: _arrow(taken.schema, counted.batches()), counted)
        found = SPOOL.opened(rows_key)
    if found is None:
        raise FileNotFoundError(rows_key)
    kept, handle = found
    counted.rows = kept.rows
    with handle:
        part = replace(taken, batches=lambda: cut(handle, page))
        _keep(key, lambda: write(part, kept.rows), counted)


def _keep(key: str, chunks: Callable[[], Iterator[bytes]], counted: _Counted) -> None:
    path = SPOOL.writing()
    try:
        SPOOL.write(path, chunks())
        SPOOL.keep(key, path, counted.rows)
    except BaseException:
        SPOOL.drop(path)
        raise


def _arrow(schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> Iterator[bytes]:
    """Rows as an Arrow stream, in pieces."""
    out = io.BytesIO()
    with pa.ipc.new_stream(out, schema, options=_COMPRESSED) as writer:
        for batch in batches:
            writer.write_batch(batch)
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def cut(handle: BinaryIO, page: Page) -> Iterator[pa.RecordBatch]:
    """The rows of a page, out of an Arrow stream of all."""
    handle.seek(0)
    with pa.ipc.open_stream(handle) as reader:
        yield from window(reader, page)


def window(batches: Iterable[pa.RecordBatch], page: Page) -> Iterator[pa.RecordBatch]:
    """The rows of a page, out of all."""
    skip, left = page.offset, page.limit
    for batch in batches:
        if left == 0:
            return
        checked()
        part = batch.slice(min(skip, batch.num_rows), left)
        skip = max(0, skip - batch.num_rows)
        if part.num_rows:
            left = None if left is None else left - part.num_rows
            yield part
