"""Undo the compression of a transfer, on disk and within a limit."""

import gzip
import os
import shutil
import zlib
from pathlib import Path

from etl.fetch.answers import AgainError, RefusedError, too_large


def unpacked(encoding: str, target: Path, limit_bytes: int) -> None:
    """Undo the compression of the transfer, which must be whole."""
    if encoding in ("", "identity"):
        return
    if encoding != "gzip":
        raise RefusedError(f"the answer is packed as {encoding}, which was not asked for")
    packed = target.with_name(f"{target.name}.packed")
    os.replace(target, packed)
    try:
        with gzip.open(packed) as source, target.open("wb") as handle:
            shutil.copyfileobj(_Limited(source, limit_bytes), handle)
            handle.flush()
            os.fsync(handle.fileno())
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise AgainError(f"the answer broke off: {error}") from None
    finally:
        packed.unlink()


class _Limited:
    """Reads of a file that may unpack to no more than a limit."""

    def __init__(self, source: gzip.GzipFile, limit_bytes: int) -> None:
        self._source, self._left, self._limit = source, limit_bytes, limit_bytes

    def read(self, size: int = -1) -> bytes:
        """The next bytes; RefusedError past the limit."""
        piece = self._source.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise RefusedError(too_large(self._limit))
        return piece
