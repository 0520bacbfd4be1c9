"""Object storage on this machine: a folder over HTTP as S3 gives it, with ranges and faults."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

_DENIED = """<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>InvalidAccessKeyId</Code><Message>Who is that?</Message>
<AWSAccessKeyId>{key}</AWSAccessKeyId></Error>"""


@dataclass
class Objects:
    """A folder that is served; `faults` has, for what is in a path, what goes wrong with it.

    A fault is a status such as "403", or "cut": the connection ends in the middle of a file.
    """

    folder: Path
    port: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)

    def fault_of(self, path: str) -> str:
        return next((fault for part, fault in self.faults.items() if part in path), "")


class AtOnce:
    """A thread that has ended by the time it was started."""

    def __init__(self, target: Callable[[], None], daemon: bool) -> None:
        self.start = target


@contextmanager
def serving(folder: Path) -> Iterator[Objects]:
    """The folder at http://127.0.0.1:PORT/ for a while."""
    objects = Objects(folder)

    class Handler(_Handler):
        store = objects

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        objects.port = server.server_port
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield objects
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one go
    store: Objects

    def log_message(self, *_args: object) -> None:
        """Nothing: the requests are kept."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        self.store.asked.append(f"{self.command} {path}")
        self.store.signed.append(self.headers.get("Authorization", ""))
        file, fault = self.store.folder / path, self.store.fault_of(path)
        if fault.isdigit():
            self._say(int(fault), _DENIED.format(key="AKIAHUNTER").encode())
        elif not file.is_file():
            self._say(404)
        else:
            self._give(file.read_bytes(), fault == "cut")

    def _say(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
            self.wfile.flush()

    def _give(self, content: bytes, cut: bool) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(asked[1]) if asked else 0
        last = min(int(asked[2]) if asked and asked[2] else len(content), len(content) - 1)
        part = content[first : last + 1]
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", f'"{hash(content)}"')
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(part[: len(part) // 2] if cut else part)
            self.wfile.flush()
            self.close_connection = cut
