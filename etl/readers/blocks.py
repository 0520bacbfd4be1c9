"""A publisher's text file as bytes, in blocks of whole lines: nothing is decoded or dropped.

Readers for large files look at bytes a few megabytes at a time, so that a file of any size is
read in flat memory and every line keeps its number.
"""

import gzip
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, cast

import numpy as np
import numpy.typing as npt

from etl.reading import LayoutError

SIZE = 4 << 20  # bytes: large enough for long runs of work, small enough to hold several
_LONGEST_LINE = 16 << 20
_MARK = b"\xef\xbb\xbf"
_LINE_END = ord("\n")


@dataclass(frozen=True)
class Block:
    """Whole lines of a file: the number of the first one, and their bytes with line ends."""

    first: int
    data: bytes

    @cached_property
    def array(self) -> npt.NDArray[np.uint8]:
        """The bytes as an array."""
        return np.frombuffer(self.data, np.uint8)

    @cached_property
    def ends(self) -> npt.NDArray[np.int64]:
        """Where the line end of each line is."""
        return np.flatnonzero(self.array == _LINE_END)

    @cached_property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where each line begins."""
        return np.concatenate([[0], self.ends[:-1] + 1])

    def line(self, index: int) -> bytes:
        """The line at `index` of this block, without its line end."""
        return self.data[self.starts[index] : self.ends[index]].rstrip(b"\r")


def header(path: Path) -> str:
    """The first line of a file.

    Raises LayoutError when the file is empty, a web page (an error page saved under the
    file's name), not UTF-8, or a broken archive.
    """
    with _opened(path) as handle:
        first = handle.readline(_LONGEST_LINE).removeprefix(_MARK).rstrip(b"\r\n")
        if not first and not handle.read(1):
            raise LayoutError(f"{path.name}: the file is empty")
    if first.lstrip().startswith(b"<"):
        raise LayoutError(f"{path.name}, line 1: a web page, not a table: {as_text(first[:60])!r}")
    try:
        return first.decode("utf-8")
    except UnicodeDecodeError:
        raise LayoutError(f"{path.name}, line 1: not UTF-8 text") from None


def blocks(path: Path, whole: bool = True) -> Iterator[Block]:
    """The lines below the header, in blocks of about SIZE bytes.

    Raises LayoutError when the last line has no line end, as one that was cut off has none;
    without `whole` such a line is taken as it stands.
    """
    first = 2
    with _opened(path) as handle:
        handle.readline()
        while data := handle.read(SIZE):
            data += handle.readline(_LONGEST_LINE)
            if not data.endswith(b"\n"):
                if handle.read(1):
                    what = f"is longer than {_LONGEST_LINE >> 20} MB"
                    raise LayoutError(f"{path.name}: a line {what}")
                if whole:
                    last = first + data.count(b"\n")
                    raise LayoutError(f"{path.name}, line {last}: breaks off without a line end")
                data += b"\n"
            block = Block(first, data)
            yield block
            first += len(block.ends)


def raw_lines(path: Path, numbers: Collection[int]) -> dict[int, bytes]:
    """The lines with these numbers as they stand in the file."""
    wanted = np.array(sorted(numbers))
    found: dict[int, bytes] = {}
    for block in blocks(path, whole=False) if numbers else ():
        here = wanted[(wanted >= block.first) & (wanted < block.first + len(block.ends))]
        found |= {int(number): block.line(int(number) - block.first) for number in here}
    return found


def as_text(raw: bytes) -> str:
    r"""Bytes to show to people: what is not UTF-8 is written as \x..."""
    return raw.decode("utf-8", "backslashreplace")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked; a broken archive is a LayoutError."""
    with path.open("rb") as file:
        try:
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise LayoutError(f"{path.name}: not a whole archive: {error}") from None
