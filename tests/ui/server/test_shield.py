"""What every answer of the server carries, whom it answers, how much it listens to."""

from urllib.parse import unquote

import anyio
import pytest
import streamlit as st
from starlette.middleware import Middleware
from starlette.types import Message, Scope

from tests.conftest import ROOT
from tests.ui.api.conftest import asked
from ui.api.guard import OwnEncoding
from ui.api.routes import routes
from ui.server import shield
from ui.server.policy import content_policy
from ui.server.shield import BURST, PER_SECOND, Shield


@pytest.fixture(scope="module")
def server():
    """The routes of pages and data inside the layers of asgi.py; no page runs."""
    app = st.App(
        ROOT / "app.py", routes=routes(), middleware=[Middleware(Shield), Middleware(OwnEncoding)]
    )
    return app._build_starlette_app()


def test_the_server_has_these_layers():
    told = (ROOT / "asgi.py").read_text("utf-8")
    assert "middleware=[Middleware(each) for each in (Shield, Spoken, OwnEncoding, Entry)]" in told


ADDRESSES = {
    # address: the status it is answered with
    "/": 200,
    "/gaps": 200,
    "/no-such-page": 200,
    "/index.html": 200,
    "/favicon.png": 200,
    "/app/static/style.css": 200,
    "/app/static/none.css": 404,
    "/static/none.js": 200,  # the shell of the app, as for every page
    "/media/none.csv": 404,
    "/component/none/index.html": 404,
    "/_stcore/health": 503,  # no page has been asked for
    "/_stcore/host-config": 200,
    "/_stcore/metrics": 200,
    "/api": 404,
    "/api/v1": 200,
    "/api/v1/tables/scheme.csv": 200,
    "/api/v1/none": 404,
    "/api/v1?a=b": 400,
    "/healthz": 200,
    "/livez": 200,
    "/readyz": 200,
    "//evil.example/x": 400,
    "/app/static/..%2fapp.py": 400,
}


@pytest.mark.parametrize(("url", "status"), ADDRESSES.items(), ids=list(ADDRESSES))
def test_every_kind_of_answer_has_every_header(url, status, server, served):
    answer = asked(server, f"http://127.0.0.1:8501{url}")
    assert answer.status_code == status
    found = answer.headers
    assert found["x-content-type-options"] == "nosniff"
    assert found["x-frame-options"] == "DENY"
    assert found["referrer-policy"] in ("same-origin", "no-referrer")
    assert "frame-ancestors 'none'" in found["content-security-policy"]
    assert found.get_list("content-security-policy") == [found["content-security-policy"]]
    assert "permissions-policy" in found and "cross-origin-opener-policy" in found


def test_a_page_loads_nothing_from_elsewhere_and_runs_no_text():
    policy = content_policy()
    assert "http" not in policy and "*" not in policy
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe-inline" not in script and "'unsafe-eval'" not in script
    assert "'sha256-" in script


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8501"])
@pytest.mark.parametrize(
    "url", ["/", "/app/static/style.css", "/media/x", "/api/v1", "/healthz", "/livez", "/readyz"]
)
def test_no_foreign_host_name_is_answered(url, host, server, served):
    assert asked(server, url, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("url", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_the_server_s_inside_is_for_this_machine(url, server):
    assert asked(server, url).status_code == 200
    assert asked(server, url, client=("192.0.2.7", 1)).status_code == 404
    assert asked(server, url, headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 404


TRICKS = [
    "/app/static/../app.py", "/app/static/../../etc/passwd", "/app/static/%2e%2e/app.py",
    "/app/static/..%2f..%2fdata%2fpublished.duckdb", "/app/static/%2e%2e%2fapp.py",
    "/app/static/..%5capp.py", "/app/static//etc/passwd", "/app/static/%2fetc%2fpasswd",
    "/app/static/style.css%00.png", "/app/static/C:%5cwindows", "/static/../../../etc/passwd",
    "/static/..%2f..%2fetc%2fpasswd", "/media/../../etc/passwd", "/media/..%2f..%2fetc%2fpasswd",
    "/component/x/../../../etc/passwd", "/component/..%2f..%2fetc%2fpasswd/x",
    "/_stcore/upload_file/../../etc/passwd", "/api/v1/tables/../../app.py",
    "/api/v1/tables/..%2f..%2fapp.py.csv", "/api/v1/tables/%2fetc%2fpasswd.csv",
    "/api/v1/views/gaps%00.csv", "/api/v1/../../app.py", "/api/..%2fapp.py",
    "/data/published.duckdb",
    "/.streamlit/config.toml", "/.git/config", "/%2e%2e/%2e%2e/etc/passwd", "/..;/app.py",
    "/app/static/....//app.py", "/app/static/%252e%252e%252fapp.py", "/%c0%ae%c0%ae/etc/passwd",
]  # fmt: skip
OUTSIDE = (b"root:x:", b"import streamlit", b"showErrorDetails", b"[core]", b"DUCK")


def raw(server, path: str) -> tuple[int, bytes]:
    """What the server answers to a path that no client has tidied up."""
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": unquote(path), "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "headers": [(b"host", b"127.0.0.1:8501")], "client": ("127.0.0.1", 5000),
        "server": ("127.0.0.1", 8501),
    }  # fmt: skip
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def run() -> None:
        await server(scope, anyio.sleep_forever, send)

    anyio.run(run)
    return said[0]["status"], b"".join(message.get("body", b"") for message in said)


@pytest.mark.parametrize("path", TRICKS)
def test_no_path_leads_out_of_what_is_served(path, server, served):
    status, body = raw(server, path)
    assert status < 500
    assert not any(sign in body for sign in OUTSIDE)
    # What is no file gives the empty shell of the app, or is refused.
    assert status >= 400 or b"<title>Streamlit</title>" in body


class Endless:
    """An inner app that reads all that comes through a session."""

    def __init__(self) -> None:
        self.got: list[Message] = []

    async def __call__(self, scope, receive, send) -> None:
        while True:
            message = await receive()
            self.got.append(message)
            if message["type"] == "websocket.disconnect":
                return


def session(app, messages: int) -> list[Message]:
    """What is sent to a reader who sends so many messages at once, and then leaves."""
    sent: list[Message] = []
    left = iter([{"type": "websocket.receive", "bytes": b"x"}] * messages)

    async def receive() -> Message:
        return next(left, {"type": "websocket.disconnect", "code": 1000})

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app({"type": "websocket", "path": "/_stcore/stream"}, receive, send)

    anyio.run(run)
    return sent


def test_a_session_that_floods_is_closed_after_a_burst():
    inner = Endless()
    sent = session(Shield(inner, clock=lambda: 0.0), BURST + 50)
    assert [message["code"] for message in sent] == [1008]
    assert len(inner.got) == BURST + 1
    assert inner.got[-1]["type"] == "websocket.disconnect"


def test_a_session_that_clicks_in_its_own_time_is_never_closed():
    now = iter(range(10**6))
    inner = Endless()
    app = Shield(inner, clock=lambda: next(now) / PER_SECOND)
    assert session(app, 10 * BURST) == []
    assert len(inner.got) == 10 * BURST + 1


def test_too_many_sessions_are_refused_and_room_is_given_back(monkeypatch):
    monkeypatch.setattr(shield, "MOST_OPEN", 1)
    seen: list[list[Message]] = []

    async def inner(scope, receive, send) -> None:
        if not seen:
            seen.append([])
            told: list[Message] = []

            async def say(message: Message) -> None:
                told.append(message)

            await app(scope, receive, say)
            seen.append(told)

    app = Shield(inner)
    session(app, 0)
    assert [message["code"] for message in seen[1]] == [1013]
    session(app, 0)
    assert app._open == 0
