"""One writer at a time: a lock on a dataset or a folder that names who holds it.

The lock is the operating system's and ends with its process, however that ends; the file
beside it only says who it was, and is believed only while the lock is held.
"""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout


class BusyError(RuntimeError):
    """Another process holds the lock; the message names it."""


@contextmanager
def turn(target: Path, what: str) -> Iterator[None]:
    """Hold the lock of `target` for `what` ("build", "fetch"), or raise BusyError."""
    holder = target.with_name(f"{target.name}.holder")
    lock = FileLock(target.with_name(f"{target.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BusyError(f"another {what} of {target.name} is running{_named(holder)}") from None
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        who = {"process": os.getpid(), "host": socket.gethostname(), "started": started}
        holder.write_text(json.dumps(who), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _named(holder: Path) -> str:
    """Who holds the lock, as far as is known."""
    try:
        who = json.loads(holder.read_text("utf-8"))
        return f": process {who['process']} on {who['host']}, since {who['started']}"
    except (OSError, ValueError, KeyError):
        return ""
