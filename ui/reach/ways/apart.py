"""A table of travel times, read in a process of its own: what that does is not believed."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from ui import words
from ui.language import _, n_
from ui.reach.ways.child import MOST_TOLD
from ui.reach.ways.unpacked import COLUMNS, UNREADABLE
from ui.store import ROOT, Dataset, ask

_SECONDS = 120
_LARGEST_REPORT = 1_000_000
_REPORT = {"problem": str, "parts": dict, "faults": list, "wrong": int, "rows": int}
# By what the system ends a child that takes too much.
_ENDED_FOR_TAKING = (signal.SIGKILL, signal.SIGXCPU)


class NotReadError(ValueError):
    """A table that is refused: why, and which rows."""


@dataclass(frozen=True)
class _Places:
    """Files of one reading."""

    file: Path
    folder: Path

    def task(self) -> dict[str, str]:
        names = ("cells", "places", "rows", "report")
        return {"file": str(self.file)} | {each: str(self.folder / each) for each in names}


def read(file: Path, dataset: Dataset) -> pd.DataFrame:
    """The rows of a file; NotReadError where one of them is not good, or the file is none."""
    with tempfile.TemporaryDirectory(prefix="groundwork_") as folder:
        task = _Places(file.resolve(), Path(folder)).task()
        ask(dataset, "reach_cell")[["cell"]].to_parquet(task["cells"])
        ask(dataset, "reach_destination").to_parquet(task["places"])
        report = _report(task)
        if report["problem"]:
            raise NotReadError(_(report["problem"], **_written(report["parts"])))
        if report["wrong"]:
            raise NotReadError(_faults(report))
        return _rows(Path(task["rows"]), report["rows"])


def _report(task: dict[str, str]) -> dict[str, Any]:
    """What the child reports; a child that ends without a report is a refusal."""
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
              "ARROW_DEFAULT_MEMORY_POOL": "system"}  # fmt: skip
    command = [sys.executable, "-m", "ui.reach.ways.child", json.dumps(task), str(os.getpid())]
    try:
        subprocess.run(
            command, cwd=ROOT, env={**os.environ, **single}, timeout=_SECONDS,
            stdin=subprocess.DEVNULL, capture_output=True, check=True,
        )  # fmt: skip
        return _checked(Path(task["report"]))
    except subprocess.CalledProcessError as error:
        if -error.returncode not in _ENDED_FOR_TAKING:
            raise NotReadError(_(UNREADABLE)) from None
    except (subprocess.SubprocessError, OSError):
        pass
    raise NotReadError(
        _("Reading the table took too much time or memory. Leave out the longest ways.")
    )


def _checked(file: Path) -> dict[str, Any]:
    """The report, where it is whole and small and says what a report says."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST_REPORT + 1)
        report = json.loads(text) if len(text) <= _LARGEST_REPORT else {}
        if {name: type(value) for name, value in report.items()} == _REPORT:
            return dict(report)
    except (OSError, ValueError, AttributeError, RecursionError):
        pass
    raise NotReadError(_(UNREADABLE))


def _rows(file: Path, rows: int) -> pd.DataFrame:
    """The rows the child wrote: as many as it reports, of the three columns."""
    try:
        found = pd.read_parquet(file)
    except (OSError, ValueError, pa.ArrowException):
        raise NotReadError(_(UNREADABLE)) from None
    if list(found.columns) != list(COLUMNS) or len(found) != rows:
        raise NotReadError(_(UNREADABLE))
    return found


def _written(parts: dict[str, Any]) -> dict[str, str]:
    """What a message is filled with, numbers as the reader's language writes them."""
    return {
        name: words.number(part) if isinstance(part, int) else str(part)
        for name, part in parts.items()
    }


def _faults(report: dict[str, Any]) -> str:
    """Which rows are refused and why, the first ones."""
    lines = [
        _("Row {row}, column {column}: {value} {reason}.",
          row=words.number(row), column=column, value=repr(value), reason=_(reason))
        for row, column, value, reason in report["faults"]
    ]  # fmt: skip
    rest = report["wrong"] - len(report["faults"])
    if rest > 0:
        lines.append(
            n_("And {count} rows more.", "And {count} rows more.", rest, count=words.number(rest))
        )
    first = _(
        "Nothing is used: {wrong} of {all} rows cannot be.",
        wrong=words.number(report["wrong"]), all=words.number(report["rows"]),
    )  # fmt: skip
    return "\n".join([first, *lines[: MOST_TOLD + 1]])
