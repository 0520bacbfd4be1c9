"""The reverse proxy that deploy/ describes, before servers on loopback; needs Caddy."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from ui.store import ROOT

_FILE = ROOT / "deploy" / "Caddyfile"
_NAME = re.compile(r"^groundwork\.example ", re.M)
_PROCESSES = re.compile(r"reverse_proxy [^{]+")
# No certificates, and no port for administrators.
_GLOBAL = "{\n\tadmin off\n\tauto_https off\n}\n"


def is_here() -> bool:
    """Whether this machine has the proxy."""
    return shutil.which("caddy") is not None


def adapted(told: str, address: str, servers: Sequence[str]) -> str:
    """The proxy's file for other addresses; all else is as it is there.

    >>> adapted("groundwork.example {\\n\\treverse_proxy a:1 b:2 {", "http://c:3", ["d:4"])[-33:]
    'http://c:3 {\\n\\treverse_proxy d:4 {'
    """
    told, names = _NAME.subn(f"{address} ", told)
    told, parts = _PROCESSES.subn(f"reverse_proxy {' '.join(servers)} ", told)
    if (names, parts) != (1, 1):
        raise ValueError(f"{_FILE} has not one site and one group of processes.")
    return _GLOBAL + told


@contextmanager
def proxied(servers: Sequence[str], folder: Path) -> Iterator[str]:
    """The address of a proxy before servers, each HOST:PORT, once it passes pages on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    file, log = folder / "Caddyfile", folder / "caddy.log"
    file.write_text(adapted(_FILE.read_text("utf-8"), f"http://{address}", servers), "utf-8")
    command = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    own = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (
        log.open("wb") as out,
        subprocess.Popen(command, env=own, stdout=out, stderr=out) as process,
    ):
        try:
            _wait(f"http://{address}/_stcore/health", log, process)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, log: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(url, timeout=5):
                return
        except OSError:
            if time.monotonic() > until or process.poll() is not None:
                raise TimeoutError(log.read_text("utf-8", "replace")[-2000:]) from None
            time.sleep(0.2)
