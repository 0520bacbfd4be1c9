"""The server sends a table of millions of rows: how far its memory rises."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import duckdb

from ui.store import ROOT, current

_TABLE, _PATIENCE, _PIECE = "observation", 120, 1 << 20


def growth(rows: int, form: str) -> dict[str, float]:
    """MB that the server's memory rises by while it sends so many rows; seconds and MB sent."""
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        file = Path(folder) / "many.duckdb"
        _many(file, rows)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "streamlit", "run", "asgi.py", f"--server.port={port}",
                   "--server.headless=true"]  # fmt: skip
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "GROUNDWORK_DATA": str(file)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return _measured(server.pid, f"http://127.0.0.1:{port}", form)
        finally:
            server.terminate()
            server.wait()


def _many(file: Path, rows: int) -> None:
    """The published dataset with its observations repeated until they are so many."""
    dataset = current("published")
    if dataset is None:
        sys.exit("There is no dataset yet: make build")
    shutil.copyfile(dataset.path, file)
    with duckdb.connect(str(file), config={"memory_limit": "2GB", "threads": 2}) as con:
        con.execute(f"alter table {_TABLE} rename to few")
        con.execute(
            f"create table {_TABLE} as select few.* replace (source_line + copy * 1000000 as "
            "source_line) from few, range(1 + ? // (select count(*) from few)) as t(copy) limit ?",
            [rows, rows],
        )
        con.execute("drop table few")


def _measured(server: int, base: str, form: str) -> dict[str, float]:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            _received(f"{base}/api/v1/tables/{_TABLE}.{form}?in=AT.DE")  # everything is warm
            break
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
    Path(f"/proc/{server}/clear_refs").write_text("5")  # the peak counts from here
    before, start = peak(server), time.perf_counter()
    size = _received(f"{base}/api/v1/tables/{_TABLE}.{form}")
    seconds = time.perf_counter() - start
    return {"growth": peak(server) - before, "seconds": seconds, "size": size / 1e6}


def _received(address: str) -> int:
    """How many bytes are sent."""
    size = 0
    with urlopen(address, timeout=900) as answer:
        while piece := answer.read(_PIECE):
            size += len(piece)
    return size


def peak(process: int | str = "self") -> float:
    """The most memory a process had since its peak was last set back, in MB (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
