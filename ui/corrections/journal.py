"""An append-only file of entries, each of which carries the checksum of the one before.

A line that was changed, taken out or put in breaks the chain and is told; so is a file that
ends before its last entry, which a mark beside it names. A line half written in a crash is set
aside in a file of its own and told. Whoever can write both files could forge both: the chain
shows accidents and careless hands, not a determined one.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from ui.language import _

MOST_BYTES = 20_000_000
MOST_OF_ENTRY = 16_000
FIRST = "0" * 64
_MOST_OF_MARK = 1_000
_MARK, _DAMAGED = ("entries", "last"), (0, "")
_PATIENCE = 15
Record = dict[str, Any]


class JournalError(RuntimeError):
    """An entry was not written; the message says why, and what to do."""


@dataclass(frozen=True)
class Journal:
    """What a journal holds, as far as it can be read.

    `problems` are sentences for readers; `broken` says that nothing may be added until somebody
    has looked at them. `end` is where the last whole line ends, `last` its checksum.
    """

    records: tuple[Record, ...] = ()
    problems: tuple[str, ...] = ()
    broken: bool = False
    end: int = 0
    last: str = FIRST
    half: bytes = b""


def read(path: Path) -> Journal:
    """All entries that can be read, and everything that is odd about the file."""
    journal = _read(path)
    if journal.half:
        # Somebody may be writing just now: look again in turn.
        with _turn(path):
            journal = _read(path)
    return journal


def append(path: Path, make: Callable[[tuple[Record, ...]], Record]) -> Record:
    """Add the entry that `make` makes of the entries there are; it is on the disk on return.

    Writers take turns, so that what `make` decides holds when its entry is written. Raises
    JournalError where the journal is broken, full or busy; what `make` raises goes through.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _turn(path):
        journal = _read(path)
        if journal.broken:
            raise JournalError(
                _(
                    "Nothing can be added: the journal of corrections was changed outside "
                    "Groundwork. Whoever runs this server must look at it first."
                )
            )
        record = {**make(journal.records), "before": journal.last}
        line = json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8")
        if len(line) > MOST_OF_ENTRY:
            raise JournalError(_("The entry is too long. Shorten the reason or the address."))
        if journal.end + len(line) >= MOST_BYTES:
            raise JournalError(
                _(
                    "The journal of corrections is full. Whoever runs this server must put it "
                    "away and begin another."
                )
            )
        _write(path, journal, line)
    return record


def _write(path: Path, journal: Journal, line: bytes) -> None:
    """Put a line at the end of the whole ones, then move the mark of the last entry to it."""
    if journal.half:
        with _beside(path, "cut").open("ab") as aside:
            aside.write(journal.half + b"\n")
            os.fsync(aside.fileno())
    # It may hold addresses of people: nobody else on the machine reads it.
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        file.truncate(journal.end)
        file.seek(journal.end)
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())
    mark = dict(zip(_MARK, (len(journal.records) + 1, _checksum(line)), strict=True))
    fresh = _beside(path, "mark.new")
    fresh.write_text(json.dumps(mark), encoding="utf-8")
    os.replace(fresh, _beside(path, "mark"))


def _read(path: Path) -> Journal:
    # The mark first: it is written after its entry, so it is never ahead of the journal.
    mark = _mark(path)
    content = path.read_bytes() if path.exists() else b""
    *lines, half = content.split(b"\n")
    records, problems, last = [], [], FIRST
    for number, line in enumerate(lines, start=1):
        record = _record(line)
        if record is None:
            problems.append(_("Line {number} of the journal cannot be read.", number=number))
        elif record.get("before") != last:
            problems.append(
                _(
                    "Line {number} of the journal does not follow from the line before: one of "
                    "them was changed, or lines between them are gone.",
                    number=number,
                )
            )
        if record is not None:
            records.append(record)
        last = _checksum(line)
    problems += _cut_off(lines, mark)
    told = _set_aside(path, half)
    return Journal(
        tuple(records), (*problems, *told), bool(problems), len(content) - len(half), last, half
    )


def _record(line: bytes) -> Record | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _cut_off(lines: list[bytes], mark: tuple[int, str] | None) -> list[str]:
    """Whether the last entry that was ever written is still there, and still itself."""
    if mark is None:
        if len(lines) < 2:
            return []
        return [
            _("The mark of the journal's last entry is gone, so nobody can tell what is missing.")
        ]
    if mark == _DAMAGED:
        return [_("The mark of the journal's last entry is damaged: nobody knows what is missing.")]
    entries, last = mark
    if entries > len(lines):
        return [
            _("The journal had {entries} entries and now has {now}: its end is missing.",
              entries=entries, now=len(lines))
        ]  # fmt: skip
    if _checksum(lines[entries - 1]) != last:
        return [_("Line {number} of the journal is not what was written.", number=entries)]
    return []


def _set_aside(path: Path, half: bytes) -> list[str]:
    if half:
        return [
            _(
                "The last entry was only half written, after a crash, and does not count. Whoever "
                "sent it should send it again."
            )
        ]
    aside = _beside(path, "cut")
    if not aside.exists():
        return []
    return [
        _(
            "An entry that was only half written, after a crash, was set aside and does not "
            "count. It lies in the file {file} beside the journal.",
            file=aside.name,
        )
    ]


def _mark(path: Path) -> tuple[int, str] | None:
    """How many entries there were and the checksum of the last; None where no mark is there."""
    try:
        with _beside(path, "mark").open("rb") as file:
            found = json.loads(file.read(_MOST_OF_MARK))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        return _DAMAGED
    entries, last = (found.get(each) if isinstance(found, dict) else None for each in _MARK)
    if not isinstance(entries, int) or not 0 < entries < MOST_BYTES or isinstance(entries, bool):
        return _DAMAGED
    return (entries, last) if isinstance(last, str) and len(last) == len(FIRST) else _DAMAGED


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")


def _checksum(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    try:
        with FileLock(_beside(path, "lock"), timeout=_PATIENCE):
            yield
    except Timeout:
        raise JournalError(_("Others are writing corrections just now. Try again.")) from None
