"""The loader as a process of its own: files from users are never parsed in the app."""

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from ui.store import ROOT, WORKSPACES, workspaces_folder

# EX_TEMPFAIL: another process is writing.
BUSY = 75
_LAST_LINES = 15
_LINE = 2_000


def _folder() -> Path:
    """Where the reader's workspaces are; it is there once she adds something."""
    folder = workspaces_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class Command:
    """`python -m etl ...` running beside the app, ended after so many seconds."""

    def __init__(self, arguments: Sequence[str], seconds: float) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "etl", *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                WORKSPACES: str(_folder()),
                "PYTHONUNBUFFERED": "1",
                "COLUMNS": "200",
                "NO_COLOR": "1",
            },
            start_new_session=os.name != "nt",
        )
        self.out_of_time = False
        self._lines: deque[str] = deque(maxlen=_LAST_LINES)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._clock = threading.Timer(seconds, self._end)
        self._clock.daemon = True
        self._clock.start()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def code(self) -> int | None:
        """How it ended: 0 is well, BUSY is busy; None while it runs."""
        return self._process.poll()

    def said(self) -> list[str]:
        """The last lines it said; all of them are there once it has ended."""
        if not self.is_running:
            self._clock.cancel()
            self._listener.join(timeout=5)
        return list(self._lines)

    def wait(self) -> int:
        """Wait for its end. When the waiting is broken off, it is ended too."""
        try:
            return self._process.wait()
        finally:
            self.stop()

    def stop(self) -> None:
        """End it, and whatever it started, if it still runs."""
        self._clock.cancel()
        self._kill()

    def _listen(self) -> None:
        """Take down what it says, so that no pipe fills up."""
        assert self._process.stdout is not None
        with self._process.stdout as said:
            while line := said.readline(_LINE):
                if text := line.decode("utf-8", "replace").strip():
                    self._lines.append(text)

    def _end(self) -> None:
        """Its time is over."""
        self.out_of_time = self.is_running
        self._kill()

    def _kill(self) -> None:
        if not self.is_running:
            return
        if os.name == "nt":
            self._process.kill()
        else:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
