"""The last good snapshot of each source, and the lock file that says what it is.

`lock.json` is the only truth: it names, for each file of each source, the address, checksum,
size, dates, and with them the stored bytes in `files/`, which are named by checksum and never
rewritten. A new snapshot is taken up by replacing `lock.json` in one step, so that a fetch that
is killed at any moment leaves every source as it was.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from etl.reading import checksum

LOCK = "lock.json"


class LockError(ValueError):
    """The lock file cannot be read."""


@dataclass(frozen=True)
class Stored:
    """One file of a snapshot; times are UTC, `published` is the publisher's own date of it."""

    url: str
    sha256: str
    bytes: int
    etag: str | None
    last_modified: str | None
    retrieved_at: str
    published: str | None


@dataclass(frozen=True)
class Snapshot:
    """The files of a source that were taken up together.

    `lines` is how many lines its reader loaded, `checked_at` when the publishers were last
    asked and had nothing newer.
    """

    files: Mapping[str, Stored]
    lines: int
    checked_at: str

    def retrieved_on(self) -> date:
        """The day its youngest file was retrieved."""
        return datetime.fromisoformat(max(f.retrieved_at for f in self.files.values())).date()

    def published(self) -> str | None:
        """The publisher's latest date, where it gives one."""
        return max((f.published for f in self.files.values() if f.published), default=None)


class Store:
    """Snapshots in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def snapshots(self) -> dict[str, Snapshot]:
        """Snapshot by source; LockError when the lock file is damaged."""
        lock = self.folder / LOCK
        if not lock.exists():
            return {}
        try:
            content = json.loads(lock.read_text("utf-8"))["sources"]
            return {source_id: _snapshot(entry) for source_id, entry in content.items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LockError(
                f"{lock} cannot be read ({error}); delete {self.folder} to start anew"
            ) from None

    def path(self, file: str, stored: Stored) -> Path:
        """Where the bytes of a stored file are."""
        return self.folder / "files" / f"{stored.sha256[:16]}-{Path(file).name}"

    def intact(self, file: str, stored: Stored) -> bool:
        """Whether the stored bytes are those the lock file describes."""
        path = self.path(file, stored)
        return path.exists() and checksum([path]) == stored.sha256

    def keep(self, source_id: str, snapshot: Snapshot, arrived: Mapping[str, Path]) -> None:
        """Take up a snapshot; `arrived` are the files of it that are not stored yet."""
        (self.folder / "files").mkdir(parents=True, exist_ok=True)
        for file, path in arrived.items():
            os.replace(path, self.path(file, snapshot.files[file]))
        _sync(self.folder / "files")
        content = {name: asdict(known) for name, known in self.snapshots().items()}
        content[source_id] = asdict(snapshot)
        unfinished = self.folder / f"{LOCK}.new"
        with unfinished.open("w", encoding="utf-8") as handle:
            json.dump({"sources": dict(sorted(content.items()))}, handle, indent=1)
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(unfinished, self.folder / LOCK)
        _sync(self.folder)

    def lay_out(self, files: Iterable[tuple[str, Path]], folder: Path) -> None:
        """Put files where readers look for them: at the publishers' paths below `folder`."""
        for name, path in files:
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            link(path, place)

    def clear(self) -> None:
        """Remove what no snapshot names: older files, and what a killed fetch left."""
        known = {
            self.path(file, stored)
            for snapshot in self.snapshots().values()
            for file, stored in snapshot.files.items()
        }
        for path in (self.folder / "files").glob("*"):
            if path not in known:
                path.unlink()
        for left in self.folder.glob("partial-*"):
            shutil.rmtree(left, ignore_errors=True)


def link(path: Path, place: Path) -> None:
    """A second name for a file; a copy where the disk knows no second names."""
    try:
        os.link(path, place)
    except OSError:
        shutil.copyfile(path, place)


def _snapshot(entry: Mapping[str, object]) -> Snapshot:
    """A snapshot from its entry in the lock file."""
    files = entry["files"]
    if not isinstance(files, dict) or not files:
        raise ValueError("a source without files")
    stored = {name: Stored(**values) for name, values in files.items()}
    if not all(re.fullmatch(r"[0-9a-f]{64}", each.sha256) for each in stored.values()):
        raise ValueError("a checksum that is none")
    return Snapshot(stored, int(str(entry["lines"])), str(entry["checked_at"]))


def _sync(folder: Path) -> None:
    """Make renames in a folder last, where folders can be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
