"""A publisher on loopback that answers as it is told to, and a clock that nobody waits for."""

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from etl.fetch.attempt import Run
from etl.fetch.http import Clock, Http
from etl.fetch.store import Store

HOSTS = (
    "agency.example",
    "api.unhcr.org",
    "ec.europa.eu",
    "gisco-services.ec.europa.eu",
    "overpass-api.de",
)


@dataclass(frozen=True)
class Answer:
    """One answer: `cut` bytes of the body are sent and the connection is closed; `hang` sends
    nothing; `chunked` announces no length and, when cut, never ends."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    chunked: bool = False
    hang: bool = False

    @property
    def data(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    form: str


class Server(ThreadingHTTPServer):
    """A server that does not mind when somebody hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class Publisher:
    """Answers by path, each path's in turn, the last one for ever; notes what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self.server = Server(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def tell(self, path: str, *answers: Answer) -> None:
        """From now on answer requests for `path` (with or without its query) so."""
        self.answers[path] = list(answers)

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def _next(self, path: str) -> Answer:
        waiting = self.answers.get(path) or self.answers.get(path.partition("?")[0])
        if waiting is None:
            return Answer("<h1>Not found</h1>", 404, {"Content-Type": "text/html"})
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # the name the library calls
                size = int(self.headers.get("Content-Length", 0))
                form = self.rfile.read(size).decode()
                publisher.asked.append(Asked(self.command, self.path, dict(self.headers), form))
                self.send(publisher._next(self.path))
                self.close_connection = True

            do_POST = do_GET  # noqa: N815

            def send(self, answer: Answer) -> None:
                if answer.hang:
                    publisher.over.wait(5)
                    return
                self.send_response(answer.status)
                self.send_header("Connection", "close")
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.status == 304:
                    self.end_headers()
                    return
                data = answer.data
                if answer.chunked:
                    self.send_header("Transfer-Encoding", "chunked")
                    self.end_headers()
                    part = data[: answer.cut]
                    self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                    if answer.cut is None:
                        self.wfile.write(b"0\r\n\r\n")
                    return
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data[: answer.cut])

            def log_message(self, *args: Any) -> None:
                """Say nothing."""

        return Handler


class FakeClock(Clock):
    """A clock that jumps instead of waiting."""

    def __init__(self) -> None:
        self.time = datetime(2026, 10, 5, 12, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    one = Publisher()
    yield one
    one.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def http(publisher: Publisher, clock: FakeClock) -> Iterator[Http]:
    """A client to whom every publisher is the one on loopback, without chance in its waits."""
    client = Http(dict.fromkeys(HOSTS, publisher.base), clock, chance=lambda: 0.5)
    yield client
    client.close()


@pytest.fixture
def run(tmp_path: Path, http: Http) -> Run:
    return Run(Store(tmp_path / "fetched"), http)


@pytest.fixture
def csv() -> Callable[..., Answer]:
    """A table as an answer."""

    def answer(*lines: str, **headers: str) -> Answer:
        told = {"Content-Type": "text/csv"} | {k.replace("_", "-"): v for k, v in headers.items()}
        return Answer("\n".join(lines) + "\n", headers=told)

    return answer


def gzipped(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
