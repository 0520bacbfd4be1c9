"""The product's server as a process of its own, on loopback, with a dataset of one's own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from ui.store import ROOT

_PATIENCE = 180.0


@dataclass(frozen=True)
class Server:
    """A running server: where it listens, its process, and what it has written to its log."""

    address: str
    process: int
    log: Path

    def memory(self) -> float:
        """The memory it holds now, in MB (Linux)."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def faults(self) -> list[str]:
        """What it has written of errors."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        return [line for line in lines if "Traceback" in line or "ERROR" in line]

    def version(self) -> str:
        """The dataset it says it is ready with; '' where it is not ready."""
        try:
            with urlopen(f"http://{self.address}/readyz", timeout=5) as answer:
                return str(answer.read().decode().split('"version": "')[1].split('"')[0])
        except (HTTPError, URLError, OSError, IndexError):
            return ""


@contextmanager
def served(dataset: Path, folder: Path, port: int = 0) -> Iterator[Server]:
    """A server of a dataset, once it is ready; at a port of its own where none is named."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    log = folder / f"{port}.log"
    command = [sys.executable, "-m", "bench.serving.with_empty", f"--server.port={port}"]
    environment = {**os.environ, "GROUNDWORK_DATA": str(dataset), "PYTHONHASHSEED": "0"}
    with log.open("wb") as out, subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=out, stderr=out
    ) as process:  # fmt: skip
        server = Server(f"127.0.0.1:{port}", process.pid, log)
        try:
            until = time.monotonic() + _PATIENCE
            while not server.version():
                if time.monotonic() > until or process.poll() is not None:
                    raise TimeoutError(log.read_text("utf-8", "replace")[-2000:])
                time.sleep(0.3)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
