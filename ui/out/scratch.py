"""Folders for files on their way out. They go with their owner, at the next start if it was killed.

A folder's owner holds a lock on a file inside. The system lets go of it when the owner ends,
however that was, so a folder without a holder is left over. Windows has no such lock: there
folders of a server that was killed stay.
"""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PREFIX = "groundwork-"
_OWNER = "owner"


class Scratch:
    """A folder of this process alone."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        # Locked before it has its name: nobody finds it without its holder.
        unnamed = self.path / f".{_OWNER}"
        self._held = os.open(unnamed, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        if sys.platform != "win32":
            fcntl.flock(self._held, fcntl.LOCK_EX)
        os.write(self._held, f"{os.getpid()}\n".encode())
        unnamed.rename(self.path / _OWNER)

    def close(self) -> None:
        """Remove the folder and all in it."""
        os.close(self._held)
        shutil.rmtree(self.path, ignore_errors=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is there as long as it is used."""
    made = Scratch()
    try:
        yield made.path
    finally:
        made.close()


def sweep() -> int:
    """Remove the folders whose owners are gone; how many there were.

    Only real folders of this user are looked into: never a link, never somebody else's.
    """
    left = [each for each in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _is_left(each)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_left(folder: Path) -> bool:
    """Whether nobody holds a folder of ours any more."""
    if sys.platform == "win32":
        return False
    with suppress(OSError):
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            return False
        owner = os.open(folder / _OWNER, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(owner, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(owner)
        return True
    return False
