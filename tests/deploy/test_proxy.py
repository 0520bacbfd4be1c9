"""The proxy of deploy/ before two server processes; skipped where Caddy is not installed."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from bench.serving.proxy import is_here, proxied
from bench.serving.server import Server, served

pytestmark = pytest.mark.skipif(not is_here(), reason="Caddy is not installed: apt install caddy")
STICKY, XSRF = "groundwork", "_streamlit_xsrf"


@dataclass
class Site:
    """The proxy's address, and two processes, each with a link of its own to the dataset."""

    address: str
    servers: list[Server]
    links: list[Path]
    dataset: Path
    again: Callable[[], AbstractContextManager[Server]]
    readers: list["Reader"] = field(default_factory=list)

    def reader(self) -> "Reader":
        """A reader who comes for the first time."""
        self.readers.append(Reader(self.address))
        return self.readers[-1]

    def one_at_each(self) -> list["Reader"]:
        """A reader at each process."""
        found: dict[str, Reader] = {}
        until = time.monotonic() + 60
        while len(found) < 2:
            assert time.monotonic() < until, "one of the processes is never asked"
            reader = self.reader()
            found.setdefault(reader.at, reader)
        return list(found.values())


@dataclass
class Reader:
    """A browser as far as the proxy sees one: it keeps its cookies."""

    address: str
    http: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.http = httpx.Client(base_url=f"http://{self.address}", timeout=60)
        assert self.http.get("/_stcore/health").status_code == 200

    @property
    def at(self) -> str:
        """The process that the proxy brings it to, by its mark."""
        return str(self.http.cookies[STICKY])

    @contextmanager
    def page(self, name: str) -> Iterator[tuple[str, str]]:
        """An open page: its session, and the address of a file it offers."""
        said = "; ".join(f"{key}={value}" for key, value in self.http.cookies.items())
        ask = BackMsg()
        ask.rerun_script.page_name = name
        with connect(
            f"ws://{self.address}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Cookie": said},
            max_size=None,
        ) as socket:
            socket.send(ask.SerializeToString())
            yield _read(socket)

    def upload(self, session: str, size: int = 100) -> httpx.Response:
        """Bring a file to a page."""
        files = {"file": ("figures.csv", b"x" * size, "text/csv")}
        token = {"X-Xsrftoken": str(self.http.cookies.get(XSRF, ""))}
        return self.http.put(f"/_stcore/upload_file/{session}/one", files=files, headers=token)


def _read(socket: ClientConnection) -> tuple[str, str]:
    session = ""
    while True:
        message = ForwardMsg.FromString(bytes(socket.recv(60)))  # type: ignore[arg-type]
        if message.WhichOneof("type") == "new_session":
            session = message.new_session.initialize.session_id
        elif offered := message.delta.new_element.download_button.deferred_file_id:
            asked = BackMsg()
            asked.backend_operation_request.request_id = "one"
            asked.backend_operation_request.session_id = session
            asked.backend_operation_request.deferred_file.file_id = offered
            socket.send(asked.SerializeToString())
        elif file := message.backend_operation_response.deferred_file.url:
            return session, file


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    place = tmp_path_factory.mktemp("proxied")
    links = [place / f"{name}.duckdb" for name in ("one", "two")]
    for link in links:
        link.symlink_to(published.resolve())
    with ExitStack() as running:
        servers = [running.enter_context(served(link, place)) for link in links]
        address = running.enter_context(proxied([each.address for each in servers], place))
        port = int(servers[0].address.rpartition(":")[2])
        found = Site(address, servers, links, published.resolve(),
                     lambda: served(links[0], place, port))  # fmt: skip
        yield found
        for each in found.readers:
            each.http.close()


def test_readers_do_not_see_what_is_for_whoever_runs_the_servers(site: Site) -> None:
    reader = site.reader()
    for path in ("/livez", "/readyz", "/_stcore/metrics", "/_stcore/agent"):
        assert reader.http.get(path).status_code == 404
    assert reader.http.get("/").headers["strict-transport-security"]


def test_page_files_brought_and_files_taken_are_at_one_process(site: Site) -> None:
    here, there = site.one_at_each()
    with here.page("corrections") as (session, file):
        for _ in range(4):
            assert here.http.get(file).status_code == 200
            assert here.upload(session).status_code == 204
        # The other knows nothing of it: without the cookie every second of these would fail.
        assert there.http.get(file).status_code == 404
        assert there.upload(session).status_code == 400


def test_files_too_large_are_refused(site: Site) -> None:
    reader = site.reader()
    with reader.page("corrections") as (session, _):
        assert reader.upload(session, 49 * 1024 * 1024).status_code == 204
        assert reader.upload(session, 56 * 1024 * 1024).status_code == 413


def test_a_process_without_its_dataset_is_left_out_until_it_has_it(site: Site) -> None:
    link = site.links[1]
    link.unlink()
    marks = _until(lambda: {site.reader().at for _ in range(12)}, 1)
    assert len(marks) == 1
    link.symlink_to(site.dataset)
    assert len(site.one_at_each()) == 2


def test_readers_of_a_process_that_ends_go_on_at_the_other(site: Site) -> None:
    readers = site.one_at_each()
    os.kill(site.servers[0].process, signal.SIGKILL)
    answers = [each.http.get("/api/v1/views/gaps.json?level=0&limit=1") for each in readers]
    assert [each.status_code for each in answers] == [200, 200]
    assert all(json.loads(each.text)["rows"] for each in answers)
    assert len({each.at for each in readers}) == 1
    with site.again():
        assert len(site.one_at_each()) == 2


def _until(look: Callable[[], set[str]], size: int) -> set[str]:
    until = time.monotonic() + 60
    while len(found := look()) != size and time.monotonic() < until:
        time.sleep(0.5)
    return found
