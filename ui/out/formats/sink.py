"""Where a writer of files puts its bytes, so that they can be sent on as they come."""

import io
from collections.abc import Iterator
from pathlib import Path

_PIECE = 1 << 18


class Sink(io.RawIOBase):
    """A file that is only ever written to its end; `take` gives what came since the last one."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever holds bytes
        part = bytes(data)
        self._parts.append(part)
        self._written += len(part)
        return len(part)

    def tell(self) -> int:
        return self._written

    def take(self) -> bytes:
        """What was written and not yet taken."""
        found = b"".join(self._parts)
        self._parts.clear()
        return found


def sent(path: Path) -> Iterator[bytes]:
    """A file's bytes in pieces."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
