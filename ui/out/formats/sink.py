"""Where a writer of files puts its bytes, so that they can be sent on as they come."""

import io
from collections.abc import Iterator
from pathlib import Path

from ui.out.stop import StoppedError, checked

_PIECE = 1 << 18


class Watched(io.BufferedRandom):
    """A new file that can no longer be written once its work is stopped.

    That is said once; what comes after is dropped, so that its writer can be closed in peace.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path, "w+"))
        self._stopped = False

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever holds bytes
        if self._stopped:
            return memoryview(data).nbytes
        try:
            checked()
        except StoppedError:
            self._stopped = True
            raise
        return super().write(data)

    def seek(self, at: int, whence: int = 0) -> int:
        return 0 if self._stopped else super().seek(at, whence)

    def tell(self) -> int:
        return 0 if self._stopped else super().tell()

    def flush(self) -> None:
        if not self._stopped:
            super().flush()


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
