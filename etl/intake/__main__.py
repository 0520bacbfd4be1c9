"""Reads one file in a process of its own, with limits: started by `etl.intake.child`."""

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path

from etl.intake import account
from etl.intake.child import CPU_SECONDS, Task, write
from etl.intake.places import places_of
from etl.intake.read import read
from etl.intake.settings import settings_of
from etl.intake.tables import meant

# PR_SET_PDEATHSIG of Linux.
_ON_PARENTS_END = 1


def main(told: str, parent: int) -> None:
    """Read the file of a task, and write its report and the account of its lines."""
    _end_with(parent)
    task = Task(**json.loads(told))
    resource.setrlimit(resource.RLIMIT_AS, (task.memory_bytes, task.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    places = places_of(Path(task.bundle))
    report = read(Path(task.file), meant(task.table), settings_of(task.settings), places)
    if task.account:
        account.write(Path(task.account), report)
    # The report is last: where it is, all is there.
    write(Path(task.report), report)


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that started it ends, where it can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ON_PARENTS_END, signal.SIGKILL)
        # It may have ended before that.
        if os.getppid() != parent:
            sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
