"""Reads one file in a process of its own, with limits: started by `etl.intake.child`."""

import json
import resource
import sys
from pathlib import Path

from etl.intake.account import write
from etl.intake.child import CPU_SECONDS, Task
from etl.intake.places import places_of
from etl.intake.read import read
from etl.intake.settings import settings_of
from etl.intake.tables import meant


def main(told: str) -> None:
    """Read the file of a task, and write its report and the account of its lines."""
    task = Task(**json.loads(told))
    resource.setrlimit(resource.RLIMIT_AS, (task.memory_bytes, task.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    places = places_of(Path(task.bundle))
    report = read(Path(task.file), meant(task.table), settings_of(task.settings), places)
    Path(task.report).write_text(
        json.dumps(report.as_dict(), ensure_ascii=False, indent=1), encoding="utf-8"
    )
    if task.account:
        write(Path(task.account), report)


if __name__ == "__main__":
    main(sys.argv[1])
