"""A file of a user is untrusted bytes: it is read in a child process with limits."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from etl.intake.grid import UnreadableError
from etl.intake.guard import form_of
from etl.intake.report import Report
from etl.intake.settings import settings_of
from etl.intake.tables import meant

MEMORY_BYTES = 3_000_000_000
CPU_SECONDS = 240
_WAIT_SECONDS = 300
_ROOT = Path(__file__).parents[2]
_TOO_MUCH = "Split the file, or leave out what is no row of the table."


@dataclass(frozen=True)
class Task:
    """What to read: the file, as which table, how, where the territories are, where to write.

    `settings` is JSON; `account` is the file for every line and what became of it, '' for none.
    """

    file: str
    table: str
    settings: str
    bundle: str
    report: str
    account: str = ""
    memory_bytes: int = MEMORY_BYTES


def run(task: Task) -> dict[str, Any]:
    """Read a file in a child process; its report, which is also written where the task says.

    ValueError for a table or settings there are not; a file that takes too much memory or time
    gives a report that says so.
    """
    table = meant(task.table).table
    settings = settings_of(task.settings)
    report = Path(task.report)
    report.unlink(missing_ok=True)
    empty = Report(Path(task.file).name, table, settings=settings.as_dict())
    try:
        form_of(Path(task.file))
        _start(task)
        return _written(report)
    except UnreadableError as error:
        empty.problem = str(error)
    write(report, empty)
    return _written(report)


def write(path: Path, report: Report) -> None:
    """Write a report whole or not at all; what cannot be written as UTF-8 becomes `?`."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    told = json.dumps(report.as_dict(), ensure_ascii=False, indent=1)
    unfinished.write_text(told, encoding="utf-8", errors="replace")
    unfinished.replace(path)


def _written(report: Path) -> dict[str, Any]:
    """A report as it was written; UnreadableError where there is none that can be read."""
    try:
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    except (OSError, ValueError):
        reason = "The file could not be read: no report was written."
        raise UnreadableError(reason, "Save it again, or as CSV.") from None
    return found


def _start(task: Task) -> None:
    """Run the child; UnreadableError says why it gave no report."""
    # One thread: each would reserve memory of its own.
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    command = [sys.executable, "-m", "etl.intake", json.dumps(asdict(task)), str(os.getpid())]
    try:
        done = subprocess.run(
            command,
            cwd=_ROOT,
            env={**os.environ, **single},
            timeout=_WAIT_SECONDS,
            capture_output=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        reason = f"Reading took longer than {_WAIT_SECONDS // 60} minutes."
        raise UnreadableError(reason, _TOO_MUCH) from None
    if done.returncode < 0:
        raise UnreadableError("Reading took too much time or memory.", _TOO_MUCH)
    if done.returncode:
        last = done.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:]
        memory = bool(last) and "MemoryError" in last[0]
        reason = "Reading took too much memory." if memory else "The file could not be read."
        raise UnreadableError(reason, _TOO_MUCH if memory else "Save it again, or as CSV.")
