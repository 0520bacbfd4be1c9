"""A part of a file, as a Range header asks for it (RFC 9110, one range of bytes)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

_RANGE = re.compile(r"bytes=(?:([0-9]+)-([0-9]*)|-([0-9]+))")
# No file has so many bytes.
_BEYOND = 10**18
_CHUNK = 256 << 10


class NotSatisfiableError(ValueError):
    """The range begins behind the end of the file."""


def asked(header: str, size: int) -> tuple[int, int] | None:
    """First byte and the one after the last; None for what is no single range of bytes.

    >>> asked("bytes=0-99", 1000), asked("bytes=900-", 1000), asked("bytes=-100", 1000)
    ((0, 100), (900, 1000), (900, 1000))
    >>> asked("bytes=990-99999999999999999999999", 1000)
    (990, 1000)
    >>> asked("bytes=0-1,4-5", 1000) is None
    True
    """
    found = _RANGE.fullmatch(header.strip().replace(" ", ""))
    if found is None:
        return None
    first, last, tail = (_number(each) if each else None for each in found.groups())
    if tail is not None:
        start, end = max(0, size - tail), size
    else:
        start, end = first or 0, size if last is None else min(size, last + 1)
        if last is not None and last < start:
            return None
    if start >= end:
        raise NotSatisfiableError
    return start, end


def _number(digits: str) -> int:
    """The number, or one beyond every file where it has too many digits to be read."""
    digits = digits.lstrip("0")
    return _BEYOND if len(digits) > len(str(_BEYOND)) else int(digits or "0")


def pieces(handle: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """These bytes of an open file, which is closed at the end."""
    with handle:
        handle.seek(start)
        while start < end and (chunk := handle.read(min(_CHUNK, end - start))):
            start += len(chunk)
            yield chunk
