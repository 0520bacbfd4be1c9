"""Files written once and sent often: a folder of bounded size that goes with the server."""

import atexit
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from ui.out.scratch import Scratch
from ui.out.stop import StoppedError, checked


class TooLargeError(Exception):
    """The file would be larger than one may be."""


@dataclass(frozen=True)
class Kept:
    """A file that is kept: where, how many bytes, and of how many rows in all."""

    path: Path
    size: int
    rows: int


class Spool:
    """Files by key, those used longest ago dropped where they take more than `most` bytes.

    One file takes at most that, or half of what is free on the disk.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()
        self._folder: Scratch | None = None
        self._closed = False

    def opened(self, key: str) -> tuple[Kept, BinaryIO] | None:
        """A kept file, open, so that it can be read to its end even when it is dropped."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
            try:
                return kept, kept.path.open("rb")
            except OSError:
                del self._kept[key]
                return None

    def has(self, key: str) -> bool:
        """Whether a file is kept under this key."""
        with self._lock:
            return key in self._kept

    def forget(self, *keys: str) -> None:
        """Keep these no longer; one that is open is read to its end."""
        with self._lock:
            dropped = [self._kept.pop(key) for key in keys if key in self._kept]
        for each in dropped:
            self.drop(each.path)

    def writing(self) -> Path:
        """A new file to write into, to be kept or dropped."""
        with self._lock:
            if self._closed:
                raise StoppedError
            if self._folder is None or not self._folder.path.exists():
                self._folder = Scratch()
                atexit.register(self.close)
            folder = self._folder.path
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as made:
            return Path(made.name)

    def write(self, path: Path, chunks: Iterator[bytes]) -> None:
        """Write a file in pieces; raises TooLargeError."""
        size, most = 0, min(self._most, shutil.disk_usage(path.parent).free // 2)
        with path.open("wb") as out:
            for chunk in chunks:
                checked()
                size += len(chunk)
                if size > most:
                    raise TooLargeError
                out.write(chunk)

    def keep(self, key: str, path: Path, rows: int) -> None:
        """Keep a written file under a key."""
        kept = Kept(path, path.stat().st_size, rows)
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = kept
            dropped = [before] if before else []
            while sum(each.size for each in self._kept.values()) > self._most:
                dropped.append(self._kept.popitem(last=False)[1])
        for each in dropped:
            self.drop(each.path)

    def drop(self, path: Path) -> None:
        """Remove a file; one that is still being read elsewhere goes with the folder."""
        with suppress(OSError):
            path.unlink()

    def close(self) -> None:
        """Drop all files and their folder; work that still goes on can write no more."""
        with self._lock:
            self._closed = True
            self._kept.clear()
            folder, self._folder = self._folder, None
        if folder:
            folder.close()

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        with self._lock:
            return sum(each.size for each in self._kept.values())
